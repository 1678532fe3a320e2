import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { invalidRequest } from '../http/problems.ts'
import { text } from '../http/schemas.ts'

/** A correction may be longer than what it corrects. */
const Correction = text(2 * limits.searchWords)

/** A cursor into what a corrected search found; the corrected words follow a dot, which no other cursor has. */
export function carryWords(cursor: string | null, words: string): string | null {
  return cursor === null ? null : `${cursor}.${Buffer.from(words).toString('base64url')}`
}

/** A cursor, and the corrected words that it carries. Throws `invalid-request` where they are none. */
export function takeWords(given: string | undefined): { cursor: string | undefined; correction?: string } {
  const [cursor, carried] = given?.split('.', 2) ?? []
  if (carried === undefined) return { cursor }
  const words = z.safeParse(Correction, Buffer.from(carried, 'base64url').toString())
  if (words.success) return { cursor, correction: words.data }
  throw invalidRequest({
    parameter: 'cursor',
    code: 'not-allowed',
    message: 'This is no cursor of this service.',
  })
}
