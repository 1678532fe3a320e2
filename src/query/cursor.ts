import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OrderTerm } from '../database/keyset.ts'
import { invalidRequest } from '../http/problems.ts'
import { isId } from '../lib/ids.ts'

/** Where a page begins. Opaque to callers. */
export interface Cursor {
  /** Values of the order's terms in the row beside which the page begins. */
  values: unknown[]
  /** Whether the page lies before that row. */
  isBackward: boolean
  /** The moment of the first page: all pages are read as of it, so that a list holds still while it is walked. */
  at: string
  /** What the first page had seen of changes: a text of digits. Null where the list does not ask. */
  seen: string | null
}

const Encoded = z.strictObject({
  v: z.array(z.union([z.string(), z.number()])),
  b: z.boolean(),
  t: z.iso.datetime(),
  s: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable(),
  q: z.string(),
})

/** Short name of a query: a cursor fits only the filter and the order that it was made for. */
export function fingerprint(query: unknown): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 16)
}

export function encodeCursor(cursor: Cursor, queryFingerprint: string): string {
  const encoded = {
    v: cursor.values,
    b: cursor.isBackward,
    t: cursor.at,
    s: cursor.seen,
    q: queryFingerprint,
  }
  return Buffer.from(JSON.stringify(encoded)).toString('base64url')
}

/** Throws `invalid-request` for what this service did not make, or made for another query. */
export function decodeCursor(text: string, queryFingerprint: string, order: readonly OrderTerm[]): Cursor {
  const encoded = parse(text)
  if (encoded?.v.length !== order.length || !order.every(({ type }, index) => fits(type, encoded.v[index])))
    throw cursorFault('This is no cursor of this service.')
  if (encoded.q !== queryFingerprint) throw cursorFault('The cursor belongs to another filter or sort.')
  return { values: encoded.v, isBackward: encoded.b, at: encoded.t, seen: encoded.s }
}

/** Whether a value can stand in a column of this type; what was forged must not reach the database. */
function fits(type: OrderTerm['type'], value: unknown): boolean {
  if (type === 'int') return z.int32().safeParse(value).success
  if (typeof value !== 'string') return false
  if (type === 'uuid') return isId(value)
  if (type === 'timestamptz') return z.iso.datetime({ offset: true }).safeParse(value).success
  return !value.includes('\0') && value.isWellFormed()
}

function parse(text: string): z.output<typeof Encoded> | null {
  try {
    return Encoded.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}

function cursorFault(message: string) {
  return invalidRequest({ parameter: 'cursor', code: 'not-allowed', message })
}
