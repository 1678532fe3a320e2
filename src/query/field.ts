import { z } from 'zod'
import { Prisma } from '../database/client.ts'
import type { OrderTerm } from '../database/keyset.ts'
import { limits } from '../http/limits.ts'
import { GivenMoment, Id, Slug, text } from '../http/schemas.ts'
import { splitKeys } from '../lib/ids.ts'
import type { Sortable } from './sort.ts'

export type Operator =
  | ('eq' | 'ne' | 'in' | 'nin' | 'exists')
  | ('lt' | 'lte' | 'gt' | 'gte')
  | ('contains' | 'startsWith')

/** What a kind of field holds, how a value of it is written, and what may be asked of it. */
interface Kind {
  value: z.ZodType<string | number>
  operators: readonly Operator[]
  /** Its type in an order; absent where nothing is sorted by it. */
  orderType?: OrderTerm['type']
}

const equality = ['eq', 'ne', 'in', 'nin', 'exists'] as const
const comparison = [...equality, 'lt', 'lte', 'gt', 'gte'] as const

export const kinds = {
  text: {
    value: text(limits.filterText, 0),
    operators: [...equality, 'contains', 'startsWith'],
    orderType: 'text',
  },
  integer: { value: z.int32(), operators: comparison, orderType: 'int' },
  moment: { value: GivenMoment, operators: comparison, orderType: 'timestamptz' },
  id: { value: Id, operators: equality },
  /** Id or slug of something else. */
  key: { value: z.union([Id, Slug]), operators: equality },
} as const satisfies Record<string, Kind>

/** Something that a resource can be filtered by, and perhaps sorted by. */
export interface Field {
  kind: keyof typeof kinds
  /** For integrators, as a sentence. */
  description: string
  /** The value in a row; of a key, its id. Null counts as no value. */
  column: Prisma.Sql
  /** The slug beside the id of a key. */
  slugColumn?: Prisma.Sql
  /** The only values that there are. */
  values?: readonly [string, ...string[]]
  /** Makes of a condition on the value the condition that some related row fulfils it. Absent: the row has one value at most. */
  through?: (condition: Prisma.Sql) => Prisma.Sql
  /** Lists can be sorted by it: its column is never null. */
  isSortable?: true
}

export type Fields = Record<string, Field>

/** The fields that lists are sorted by. */
export function sortableOf(fields: Fields): Sortable {
  const sortable = Object.entries(fields).flatMap(([name, { kind, column, isSortable }]) => {
    const { orderType }: Kind = kinds[kind]
    return isSortable && orderType ? [[name, { column, type: orderType }] as const] : []
  })
  return Object.fromEntries(sortable)
}

/** What a value of a field is, as a schema. */
export function fieldValue({ kind, values }: Pick<Field, 'kind' | 'values'>): z.ZodType<string | number> {
  return values ? z.enum(values) : kinds[kind].value
}

/** The condition that the value of a row is any of these. */
export function isAnyOf(field: Field, values: readonly (string | number)[]): Prisma.Sql {
  if (field.kind !== 'key') return equalsAny(field.column, castOf[field.kind], values)
  const { ids, slugs } = splitKeys(values.map(String))
  const { column, slugColumn = column } = field
  if (slugs.length === 0) return equalsAny(column, castOf.id, ids)
  if (ids.length === 0) return equalsAny(slugColumn, castOf.text, slugs)
  return Prisma.sql`(${equalsAny(column, castOf.id, ids)} OR ${equalsAny(slugColumn, castOf.text, slugs)})`
}

/** One value is a plain equality, after which an index still gives the order of its other columns. */
function equalsAny(column: Prisma.Sql, cast: Cast, values: readonly (string | number)[]): Prisma.Sql {
  return values.length === 1
    ? Prisma.sql`${column} = ${cast(values[0])}`
    : Prisma.sql`${column} IN (${Prisma.join(values.map(cast))})`
}

type Cast = (value: unknown) => Prisma.Sql

/** A value as Postgres is to take it. */
export const castOf = {
  text: (value) => Prisma.sql`${value}::text`,
  integer: (value) => Prisma.sql`${value}::int`,
  moment: (value) => Prisma.sql`${value}::timestamptz`,
  id: (value) => Prisma.sql`${value}::uuid`,
} as const satisfies Record<string, Cast>
