import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Prisma } from './generated/client.ts'
import { PreparedQuery } from './preparedQuery.ts'

/** Distinct statements kept prepared on a connection; composed queries beyond that are sent unprepared. */
const maxPreparedStatements = 500

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

/** What is sent on a connection: a statement of ours, or somebody else's. */
export type Query = PreparedQuery | pg.QueryConfig

/** A statement as it is sent. */
export function queryOf({ text, values }: Prisma.Sql, { planning, json }: StatementOptions): PreparedQuery {
  const name = planning === 'planned for its values' ? '' : nameOf(text)
  return new PreparedQuery({ name, text, values, isJsonBytes: json === 'bytes' })
}
