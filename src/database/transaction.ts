import type pg from 'pg'
import { type Borrower, lateModels, type SendInside } from './borrowing.ts'
import type { Prisma } from './generated/client.ts'
import { type Query, queryOf, type StatementOptions } from './statements.ts'

/** Runs statements. */
export interface Reader {
  /** All rows of one statement. Times come as RFC 3339 in UTC with milliseconds, JSON columns as objects. */
  rows<Row extends object>(statement: Prisma.Sql, options?: StatementOptions): Promise<Row[]>
}

export interface Writer extends Reader {
  /** Runs a statement for what it changes, and says how many rows that were. */
  execute(statement: Prisma.Sql): Promise<number>
  /**
   * Runs a transaction's last statement and commits. Both are sent at once: what the statement locks is locked for no
   * longer than Postgres takes, however busy this process is.
   */
  commitWith(statement: Prisma.Sql): Promise<void>
}

/**
 * A transaction: every function that changes rows takes it first. What requests do often goes by its `rows` and `execute`,
 * at a third of the CPU of Prisma; the rest by Prisma's models, on the same connection.
 */
export type Db = Prisma.TransactionClient & Writer

/** Sends a statement on a connection. */
export type Send = (client: pg.Pool | pg.PoolClient, query: Query) => Promise<pg.QueryResult>

/** Milliseconds after which a transaction takes no more statements. */
const longest = 14_000

/** Runs `work` in one transaction, on a connection of the pool: all of it is kept, or nothing. */
export async function inTransaction<Result>(
  { pool, borrower, send }: { pool: pg.Pool; borrower: Borrower; send: Send },
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  // A connection that is lost fails what is asked on it; unheard, the event would end the process.
  const ignore = () => {}
  client.on('error', ignore)
  let isUsable = true
  try {
    await send(client, { text: 'BEGIN' })
    const transaction = openTransaction((query) => send(client, query), borrower)
    try {
      const result = await work(transaction.db)
      await transaction.commit()
      return result
    } finally {
      await transaction.close()
    }
  } catch (error) {
    isUsable = await isRolledBack(client)
    throw error
  } finally {
    client.off('error', ignore)
    client.release(!isUsable)
  }
}

/** Makes sure that nothing is left of a transaction that failed; false where the connection is lost. */
function isRolledBack(client: pg.PoolClient): Promise<boolean> {
  const ending = client.getTransactionStatus() === 'I' ? Promise.resolve() : client.query('ROLLBACK')
  return ending.then(
    () => true,
    () => false,
  )
}

/** `commit` does nothing where that was done with the last statement. */
function openTransaction(send: SendInside, borrower: Borrower) {
  const until = performance.now() + longest
  let isOver = false

  const sendInside: SendInside = async (query) => {
    if (isOver || performance.now() > until) throw new TransactionOver()
    return send(query)
  }
  const models = lateModels(borrower, sendInside)

  const commit = async (...last: Query[]) => {
    await models.giveBack()
    const sent = [...last, { text: 'COMMIT' }].map(sendInside)
    isOver = true
    const results = await Promise.allSettled(sent)
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason
      // Somebody caught what had failed in it; Postgres keeps nothing of it all the same.
      if (result.value.command === 'ROLLBACK') throw new TransactionFailed()
    }
  }
  const db: Writer = {
    rows: async (statement, options = {}) => (await sendInside(queryOf(statement, options))).rows,
    execute: async (statement) => (await sendInside(queryOf(statement, {}))).rowCount ?? 0,
    commitWith: (statement) => commit(queryOf(statement, {})),
  }
  return {
    db: models.joinTo(db),
    commit: async () => {
      if (!isOver) await commit()
    },
    async close() {
      isOver = true
      await models.giveBack()
    },
  }
}

/** The code is what Postgres calls it itself from version 17 on (`transaction_timeout`). */
class TransactionOver extends Error {
  readonly code = '25P04'
  override message = 'The transaction is over'
}

class TransactionFailed extends Error {
  override message = 'A statement of the transaction had failed'
}
