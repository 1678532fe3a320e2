import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Prisma } from './generated/client.ts'

/** Distinct statements kept prepared on a connection; composed queries beyond that are sent unprepared. */
const maxPreparedStatements = 500

/** The times when Postgres writes a type `timestamptz` (its object id, pg_type.dat). */
const timestamptzOid = 1184

/** The type `json`, whose values come as bytes (`jsonBytes.ts`); what goes out as it is stored is of no other. */
export const jsonOid = 114

const names = new Map<string, string>()

/** The name that a statement is prepared under; empty, which is none to pg, where there are too many already. */
export function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined || names.size >= maxPreparedStatements) return known ?? ''
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/**
 * How Postgres comes to a statement's plan. Prepared once per connection is the cheapest; where it depends on the values
 * which index is best (a rare language, a popular topic), or callers compose the statement, it is planned each time.
 */
export type Planning = 'prepared' | 'planned for its values'

/** How a statement is run, and what becomes of its rows. */
export interface StatementOptions {
  /** `prepared` when absent. */
  planning?: Planning | undefined
  /** JSON columns are left as they come, for whoever only sends them on. */
  json?: 'bytes' | undefined
}

/** A statement as pg takes it. */
export function queryOf({ text, values }: Prisma.Sql, { planning, json }: StatementOptions): pg.QueryConfig {
  const types = json === 'bytes' ? byteTypes : readerTypes
  return { text, values, types, name: planning === 'planned for its values' ? '' : nameOf(text) }
}

type Reader = (value: never) => unknown

/** Times come as RFC 3339 in UTC with milliseconds, everything else as pg has it. */
const readerTypes = typesThatRead(
  new Map<number, Reader>([
    [timestamptzOid, readMoment],
    [jsonOid, (json: Buffer) => JSON.parse(json.toString())],
  ]),
)

const byteTypes = typesThatRead(new Map([[jsonOid, (json: Buffer) => json]]), readerTypes.getTypeParser)

/** The same for statements of others, whose types read JSON from texts. */
export function typesOfTexts({ getTypeParser }: pg.CustomTypesConfig): pg.CustomTypesConfig {
  const read: (value: string) => unknown = getTypeParser(jsonOid, 'text')
  return typesThatRead(new Map([[jsonOid, (json: Buffer) => read(json.toString())]]), getTypeParser)
}

function typesThatRead(
  readers: ReadonlyMap<number, Reader>,
  others: pg.CustomTypesConfig['getTypeParser'] = pg.types.getTypeParser,
): pg.CustomTypesConfig {
  const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    readers.get(oid) ?? others(oid, format as 'text')
  return { getTypeParser: getTypeParser as typeof pg.types.getTypeParser }
}

/**
 * Postgres writes `2026-11-25 08:00:00.12+00`, where the time zone is UTC, as ours is, and leaves out zeros at the end. A list
 * has dozens of times, and to make each a Date takes longer than all the rest of a row.
 */
export function readMoment(value: string): string {
  if (value[10] !== ' ' || !value.endsWith('+00')) return new Date(value).toISOString()
  const milliseconds = value.slice(20, -3).padEnd(3, '0').slice(0, 3)
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${milliseconds}Z`
}
