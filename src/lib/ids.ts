import { v7 } from 'uuid'

/** A new UUIDv7 (RFC 9562, 5.7): sorts by its time of birth, so that indexes grow at their end. */
export function newId(): string {
  return v7()
}

/** The shape of an id. */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a path segment has the shape of an id; if not, it is a slug. */
export function isId(value: string): boolean {
  return idPattern.test(value)
}

/** A list of ids and slugs, taken apart. */
export function splitKeys(keys: readonly string[]): { ids: string[]; slugs: string[] } {
  return { ids: keys.filter(isId), slugs: keys.filter((key) => !isId(key)) }
}
