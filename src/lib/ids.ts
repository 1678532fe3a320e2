import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** A new UUIDv7 (RFC 9562, 5.7): sorts by its time of birth, so that indexes grow at their end. */
export function newId(): string {
  return v7()
}

/** The same for a request, made in a fifth of the time; those of one millisecond come in no order. */
export function newRequestId(): string {
  return v7({ random: drawBytes() })
}

const idBytes = 16

/** Random bytes for many ids. */
const drawn = Buffer.alloc(idBytes * 256)
let drawnEnd = drawn.length

function drawBytes(): Uint8Array {
  if (drawnEnd === drawn.length) {
    randomFillSync(drawn)
    drawnEnd = 0
  }
  drawnEnd += idBytes
  return drawn.subarray(drawnEnd - idBytes, drawnEnd)
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
