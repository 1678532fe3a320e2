import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { databaseFault } from './faults.ts'
import { Prisma, PrismaClient } from './generated/client.ts'

export { Prisma }

/** A transaction, or what stands for one: every function that changes rows takes it first. */
export type Db = Prisma.TransactionClient

/**
 * How Postgres comes to a statement's plan. Prepared once per connection is the cheapest; where it depends on the values
 * which index is best (a rare language, a popular topic), or callers compose the statement, it is planned each time.
 */
export type Planning = 'prepared' | 'planned for its values'

/** Runs the statements of public reads. */
export interface Reader {
  /** All rows of one statement. Times come as RFC 3339 in UTC with milliseconds, JSON columns as objects. */
  rows<Row extends object>(statement: Prisma.Sql, planning?: Planning): Promise<Row[]>
}

export interface Database extends Reader {
  /** Runs `work` in one transaction: all of it is kept, or nothing. Tried again when Postgres calls for that. */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>
  /** How many of its connections are in use and how many are not, and how many requests wait for one. */
  connections(): { busy: number; idle: number; wanted: number }
  close(): Promise<void>
}

/** Bounds of waiting, milliseconds: trouble is answered within seconds, never hung on. */
const limits = {
  connection: 4000,
  statement: 5000,
  lock: 4000,
  idleInTransaction: 10_000,
  transaction: 15_000,
}

/** A serialization failure or a deadlock asks for the transaction to be tried again; this often at most. */
const maxAttempts = 5
const maxPauseMs = 100

/** Distinct statements kept prepared on a connection; composed queries beyond that are sent unprepared. */
const maxPreparedStatements = 500

/** The times when Postgres writes a type `timestamptz` (its object id, pg_type.dat). */
const timestamptzOid = 1184

export interface DatabaseOptions {
  maxConnections: number
  /** Told of every statement how long it took, milliseconds. */
  onStatement?: (durationMs: number) => void
}

export function openDatabase(url: string, { maxConnections, onStatement }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: limits.connection,
    options: [
      `-c statement_timeout=${limits.statement}`,
      `-c lock_timeout=${limits.lock}`,
      `-c idle_in_transaction_session_timeout=${limits.idleInTransaction}`,
      '-c TimeZone=UTC',
      // Postgres' own 4 is for disks that turn, and lets it read a whole table to find a few of its rows.
      '-c random_page_cost=1.1',
    ].join(' '),
  })
  // A connection that breaks while nobody uses it is dropped by the pool; the next request opens another.
  pool.on('error', () => {})
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), log: [{ emit: 'event', level: 'query' }] })
  if (onStatement) prisma.$on('query', ({ duration }) => onStatement(duration))
  const statementNames = new Map<string, string>()

  return {
    async rows<Row extends object>(statement: Prisma.Sql, planning: Planning = 'prepared'): Promise<Row[]> {
      const name = planning === 'prepared' && statementName(statementNames, statement.text)
      const query = {
        text: statement.text,
        values: statement.values,
        types: readerTypes,
        ...(name && { name }),
      }
      const sentAt = performance.now()
      try {
        return (await pool.query<Row>(query)).rows
      } finally {
        onStatement?.(performance.now() - sentAt)
      }
    },

    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await prisma.$transaction(work, { maxWait: limits.connection, timeout: limits.transaction })
        } catch (error) {
          if (attempt === maxAttempts || databaseFault(error)?.kind !== 'retry') throw error
          // Two that met in a deadlock would meet again if they came back at the same time.
          await sleep(Math.random() * maxPauseMs * attempt)
        }
      }
    },

    connections() {
      const { totalCount, idleCount, waitingCount } = pool
      return { busy: totalCount - idleCount, idle: idleCount, wanted: waitingCount }
    },

    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** The one clock of all content: the database's, in milliseconds. */
export async function readMoment(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ moment: Date }[]>`SELECT moment() AS moment`
  if (!row) throw new Error('SELECT moment() gave no row')
  return row.moment
}

function statementName(names: Map<string, string>, text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= maxPreparedStatements) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const readerTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === timestamptzOid
      ? (value: string) => new Date(value).toISOString()
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}
