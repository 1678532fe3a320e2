import { isDeepStrictEqual } from 'node:util'

/** One operation of a JSON Patch (RFC 6902, 4). */
export type PatchOperation =
  | { op: 'add' | 'replace' | 'test'; path: string; value?: unknown }
  | { op: 'remove'; path: string }
  | { op: 'move' | 'copy'; path: string; from: string }

/** Why an operation cannot be applied. */
export type Obstacle = 'missing' | 'differs' | 'grows'

/** A document and what patching has made of it so far: `copied` counts values, so that copies of copies end early. */
export interface Patched {
  document: unknown
  copied: number
}

/** Values that the copies of one patch may make together: many times those of the largest article. */
const maxCopied = 20_000

/** Applies one operation; null, or why it cannot be. What is there must be its own, never inherited. */
export function applyOperation(patched: Patched, operation: PatchOperation): Obstacle | null {
  switch (operation.op) {
    case 'add':
      return add(patched, operation.path, structuredClone(operation.value))
    case 'replace':
      return replace(patched, operation.path, structuredClone(operation.value))
    case 'test': {
      const found = find(patched, operation.path)
      return found && isDeepStrictEqual(found.value, operation.value) ? null : 'differs'
    }
    case 'remove':
      return remove(patched, operation.path)
    case 'copy': {
      const found = find(patched, operation.from)
      if (!found) return 'missing'
      patched.copied += countValues(found.value, maxCopied - patched.copied)
      if (patched.copied >= maxCopied) return 'grows'
      return add(patched, operation.path, structuredClone(found.value))
    }
    case 'move': {
      const found = find(patched, operation.from)
      // RFC 6902, 4.4: not into one of its own children.
      if (!found || operation.path.startsWith(`${operation.from}/`)) return 'missing'
      return remove(patched, operation.from) ?? add(patched, operation.path, found.value)
    }
  }
}

function add(patched: Patched, path: string, value: unknown): Obstacle | null {
  const place = placeOf(patched, path)
  if (place === 'root') patched.document = value
  else if (!place) return 'missing'
  else if (Array.isArray(place.parent)) {
    const index = place.key === '-' ? place.parent.length : indexIn(place.key)
    if (index === null || index > place.parent.length) return 'missing'
    place.parent.splice(index, 0, value)
  } else define(place.parent, place.key, value)
  return null
}

function replace(patched: Patched, path: string, value: unknown): Obstacle | null {
  const place = placeOf(patched, path)
  if (place === 'root') patched.document = value
  else if (!place || !find(patched, path)) return 'missing'
  else define(place.parent, place.key, value)
  return null
}

function remove(patched: Patched, path: string): Obstacle | null {
  const place = placeOf(patched, path)
  if (!place || place === 'root' || !find(patched, path)) return 'missing'
  if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 1)
  else delete (place.parent as Record<string, unknown>)[place.key]
  return null
}

/** Never through a setter, as `__proto__` has. */
function define(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

function find({ document }: Patched, path: string): { value: unknown } | null {
  let value = document
  for (const name of namesIn(path)) {
    if (typeof value !== 'object' || value === null) return null
    if (Array.isArray(value) && indexIn(name) === null) return null
    if (!Object.hasOwn(value, name)) return null
    value = (value as Record<string, unknown>)[name]
  }
  return { value }
}

/** The object or list that the last name of a path is in. */
function placeOf(patched: Patched, path: string): { parent: object; key: string } | 'root' | null {
  if (path === '') return 'root'
  const end = path.lastIndexOf('/')
  const parent = find(patched, path.slice(0, end))?.value
  if (typeof parent !== 'object' || parent === null) return null
  return { parent, key: namesIn(path.slice(end))[0] ?? '' }
}

/** RFC 6901, 3 and 4. */
function namesIn(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function indexIn(name: string): number | null {
  return /^(?:0|[1-9]\d{0,8})$/.test(name) ? Number(name) : null
}

/** How many values there are in a value, itself included; it stops counting at the limit. */
function countValues(value: unknown, limit: number): number {
  let count = 0
  const pending = [value]
  while (pending.length > 0 && count < limit) {
    const next = pending.pop()
    count += 1
    if (typeof next === 'object' && next !== null) pending.push(...Object.values(next))
  }
  return count
}
