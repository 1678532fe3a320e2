import { z } from 'zod'
import type { OrderTerm } from '../database/keyset.ts'
import { limits } from '../http/limits.ts'
import { invalidRequest } from '../http/problems.ts'
import { listParameter } from '../http/schemas.ts'

/** The fields that a resource may be sorted by. */
export type Sortable = Record<string, Omit<OrderTerm, 'isDescending'>>

/** `sort=-publishedAt,headline`: a closed set of fields, a minus before those that descend. */
export function sortParameter(fields: readonly string[], standard: string) {
  const names = fields.flatMap((name) => [name, `-${name}`])
  return listParameter(z.enum(names as [string, ...string[]]), limits.sortFields)
    .optional()
    .describe(`Order; a minus before a field turns it round. Ties are broken by id. Default: ${standard}.`)
}

/** The order that a `sort` parameter asks for, completed by the tie-breaker so that it is total. */
export function orderOf(
  fields: Sortable,
  sort: readonly string[],
  tieBreaker: Omit<OrderTerm, 'isDescending'>,
): OrderTerm[] {
  const terms = sort.map((given): OrderTerm => {
    const isDescending = given.startsWith('-')
    const field = fields[isDescending ? given.slice(1) : given]
    if (!field) {
      const message = `Must be one of: ${Object.keys(fields).join(', ')}.`
      throw invalidRequest({ parameter: 'sort', code: 'not-allowed', message })
    }
    return { ...field, isDescending }
  })
  return [...terms, { ...tieBreaker, isDescending: terms.at(-1)?.isDescending ?? false }]
}
