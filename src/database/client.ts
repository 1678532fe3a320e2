import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openBorrower } from './borrowing.ts'
import { databaseFault } from './faults.ts'
import { Prisma } from './generated/client.ts'
import { RawRowsClient } from './rawRows.ts'
import { cutSilent } from './silence.ts'
import { type Query, queryOf, type StatementOptions } from './statements.ts'
import { type Db, inTransaction, type Reader, type Send, type Writer } from './transaction.ts'

export type { Db, Reader, StatementOptions, Writer }
export { Prisma }

export interface Database extends Reader {
  /** Runs `work` in one transaction: all of it is kept, or nothing. Tried again when Postgres calls for that. */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>
  /** How many of its connections are in use and how many are not, and how many requests wait for one. */
  connections(): { busy: number; idle: number; wanted: number }
  close(): Promise<void>
}

/**
 * Bounds of waiting, milliseconds: trouble is answered within 5 seconds, never hung on. Who got a connection at the last moment
 * may meet a silent Postgres on it. (Who had to wait for one twice, for its key and for its work, takes longer.)
 */
const limits = {
  connection: 1400,
  statement: 3000,
  lock: 2000,
  /** Longer than a statement, which Postgres should have ended itself by then: it is frozen, or out of reach. */
  silence: 3400,
  idleInTransaction: 10_000,
}

/** A serialization failure or a deadlock asks for the transaction to be tried again: this often at most, and not for longer. */
const maxAttempts = 5
const attemptsMs = 3000
const maxPauseMs = 100

/** Who was in a deadlock comes back one at a time: two of them would meet again, and each meeting takes a second. */
const standInLine = Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('tried again', 0))`

export interface DatabaseOptions {
  maxConnections: number
  /** Told of every statement how long it took, milliseconds. */
  onStatement?: (durationMs: number) => void
}

export function openDatabase(url: string, { maxConnections, onStatement }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    Client: RawRowsClient,
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: limits.connection,
    keepAlive: true,
    // What is asked at once is sent at once: a transaction's last statement and its COMMIT.
    pipeline: true,
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
  cutSilent(pool, limits.silence)
  const borrower = openBorrower()

  const send: Send = async (client, query) => {
    const sentAt = performance.now()
    try {
      return await answerTo(client, query)
    } catch (error) {
      // Else it would lead back to a socket, and not to who asked.
      Error.captureStackTrace(error as Error)
      throw error
    } finally {
      onStatement?.(performance.now() - sentAt)
    }
  }

  const attempt = <Result>(work: (db: Db) => Promise<Result>, isAgain: boolean): Promise<Result> =>
    inTransaction({ pool, borrower, send }, async (db) => {
      if (isAgain) await db.execute(standInLine)
      return work(db)
    })

  return {
    async rows<Row extends object>(statement: Prisma.Sql, options: StatementOptions = {}) {
      return (await send(pool, queryOf(statement, options))).rows as Row[]
    },

    async transaction(work) {
      const deadline = performance.now() + attemptsMs
      for (let count = 1; ; count += 1) {
        try {
          return await attempt(work, count > 1)
        } catch (error) {
          const isLast = count === maxAttempts || performance.now() > deadline
          if (isLast || databaseFault(error)?.kind !== 'retry') throw error
          await sleep(Math.random() * maxPauseMs * count)
        }
      }
    },

    connections() {
      const { totalCount, idleCount, waitingCount } = pool
      return { busy: totalCount - idleCount, idle: idleCount, wanted: waitingCount }
    },

    async close() {
      await borrower.close()
      await pool.end()
    },
  }
}

/** By a callback, because connections make no promise of a query that is there already. */
function answerTo(client: pg.Pool | pg.PoolClient, query: Query): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(query as pg.QueryConfig, (error, result) => (error ? reject(error) : resolve(result)))
  })
}

/** The one clock of all content: the database's, in milliseconds. */
export async function readMoment(db: Db): Promise<Date> {
  const [row] = await db.rows<{ moment: string }>(Prisma.sql`SELECT moment() AS moment`)
  if (!row) throw new Error('SELECT moment() gave no row')
  return new Date(row.moment)
}
