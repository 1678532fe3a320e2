import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { databaseFault } from './faults.ts'
import { Prisma, PrismaClient } from './generated/client.ts'
import { HoldingPool, heldBy, holding } from './holding.ts'
import { cutSilent } from './silence.ts'
import { nameOf, type Planning, queryOf } from './statements.ts'

export type { Planning }
export { Prisma }

/**
 * A transaction: every function that changes rows takes it first. What requests do often goes by its `rows` and `execute`,
 * at a third of the CPU of Prisma; the rest by Prisma's models, on the same connection.
 */
export type Db = Prisma.TransactionClient & Writer

/** Runs statements. */
export interface Reader {
  /** All rows of one statement. Times come as RFC 3339 in UTC with milliseconds, JSON columns as objects. */
  rows<Row extends object>(statement: Prisma.Sql, planning?: Planning): Promise<Row[]>
}

export interface Writer extends Reader {
  /** Runs a statement for what it changes, and says how many rows that were. */
  execute(statement: Prisma.Sql): Promise<number>
}

export interface Database extends Reader {
  /** Runs `work` in one transaction: all of it is kept, or nothing. Tried again when Postgres calls for that. */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>
  /** How many of its connections are in use and how many are not, and how many requests wait for one. */
  connections(): { busy: number; idle: number; wanted: number }
  close(): Promise<void>
}

/** Bounds of waiting, milliseconds: trouble is answered within 5 seconds, never hung on. */
const limits = {
  connection: 2000,
  statement: 3500,
  lock: 2000,
  /** Longer than a statement, which Postgres should have ended itself by then: it is frozen, or out of reach. */
  silence: 4000,
  /** Longer than the pool waits for a connection, and for BEGIN on it: its faults say more than Prisma's. */
  transactionStart: 6500,
  idleInTransaction: 10_000,
  /** Prisma rolls back what is still under way. */
  transaction: 15_000,
  /** The last second before that is for a statement that was sent already. */
  lastStatement: 14_000,
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
  const pool = new HoldingPool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: limits.connection,
    keepAlive: true,
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
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) })
  const prisma = new PrismaClient({ adapter, log: onStatement ? [{ emit: 'event', level: 'query' }] : [] })
  if (onStatement) prisma.$on('query', ({ duration }) => onStatement(duration))

  const run = async (
    client: pg.Pool | pg.PoolClient,
    statement: Prisma.Sql,
    planning: Planning = 'prepared',
  ) => {
    const sentAt = performance.now()
    try {
      return await client.query(queryOf(statement, planning))
    } finally {
      onStatement?.(performance.now() - sentAt)
    }
  }

  const attempt = <Result>(work: (db: Db) => Promise<Result>, isAgain: boolean): Promise<Result> =>
    holding(limits.lastStatement, (hold) =>
      prisma.$transaction(
        async (models) => {
          try {
            const db = dbOf(models, (statement, planning) => run(heldBy(hold), statement, planning))
            if (isAgain) await db.execute(standInLine)
            return await work(db)
          } finally {
            hold.until = 0
          }
        },
        { maxWait: limits.transactionStart, timeout: limits.transaction },
      ),
    )

  return {
    async rows<Row extends object>(statement: Prisma.Sql, planning?: Planning) {
      return (await run(pool, statement, planning)).rows as Row[]
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
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** An object of its own: what is assigned to Prisma's goes into the client that all transactions share (7.10). */
function dbOf(
  models: Prisma.TransactionClient,
  run: (statement: Prisma.Sql, planning?: Planning) => Promise<pg.QueryResult>,
): Db {
  return Object.create(models, {
    rows: {
      value: async (statement: Prisma.Sql, planning?: Planning) => (await run(statement, planning)).rows,
    },
    execute: { value: async (statement: Prisma.Sql) => (await run(statement)).rowCount ?? 0 },
  })
}

/** The one clock of all content: the database's, in milliseconds. */
export async function readMoment(db: Db): Promise<Date> {
  const [row] = await db.rows<{ moment: string }>(Prisma.sql`SELECT moment() AS moment`)
  if (!row) throw new Error('SELECT moment() gave no row')
  return new Date(row.moment)
}
