import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { nameOf, type Query } from './statements.ts'

/** Sends a statement in a transaction. */
export type SendInside = (query: Query) => Promise<pg.QueryResult>

/** A Prisma client that has no connection of its own: it borrows those of transactions, which others begin and end. */
export interface Borrower {
  borrow(send: SendInside): Promise<Borrowed>
  close(): Promise<void>
}

export interface Borrowed {
  models: Prisma.TransactionClient
  giveBack(): Promise<void>
}

/** Milliseconds. Longer than our own bounds of a transaction, whose faults say more than Prisma's. */
const longest = { maxWait: 15_000, timeout: 15_000 }

export function openBorrower(): Borrower {
  const pool = new BorrowingPool()
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
  })
  const begin = (send: SendInside) =>
    new Promise<Borrowed>((resolve, reject) => {
      const lend = (models: Prisma.TransactionClient) =>
        new Promise<void>((end) => {
          const giveBack = () => {
            end()
            return ended
          }
          resolve({ models, giveBack })
        })
      pool.sendNextBy(send)
      // Whatever Prisma makes of its end: what becomes of the transaction is not for it to say.
      const ended = prisma.$transaction(lend, longest).catch(reject)
    })
  let isFree: Promise<unknown> = Promise.resolve()
  return {
    // One after the other: Prisma does not say for which transaction it asks for a connection.
    borrow(send) {
      const borrowed = isFree.then(() => begin(send))
      isFree = borrowed.catch(() => {})
      return borrowed
    },
    close: () => prisma.$disconnect(),
  }
}

/** What Prisma takes for a pool: it gives out the connection on which the transaction that begins is under way. */
class BorrowingPool extends pg.Pool {
  #next: SendInside | undefined

  sendNextBy(send: SendInside): void {
    this.#next = send
  }

  override async connect(): Promise<pg.PoolClient> {
    const send = this.#next
    this.#next = undefined
    if (!send) throw new Error('Prisma works in transactions only')
    return borrowedConnection(send) as unknown as pg.PoolClient
  }
}

/** What Prisma sends to begin and end a transaction, which is done already, or will be. */
const bounds: ReadonlySet<string> = new Set(['BEGIN', 'COMMIT', 'ROLLBACK'])

const nothing: pg.QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] }

/** All that Prisma's adapter asks of a connection (@prisma/adapter-pg 7.10). */
function borrowedConnection(send: SendInside) {
  return {
    query: async (query: pg.QueryConfig) => (bounds.has(query.text) ? nothing : send(query)),
    on: () => {},
    removeListener: () => {},
    release: () => {},
  }
}

/** Prisma's models for a transaction, which most do without: borrowed once one of them is asked for. */
export function lateModels(borrower: Borrower, send: SendInside) {
  let borrowed: Promise<Borrowed> | undefined
  const models = async () => {
    borrowed ??= borrower.borrow(send)
    return (await borrowed).models
  }
  return {
    /** An object that has Prisma's models beside what it has of its own. */
    joinTo<Own extends object>(own: Own): Own & Prisma.TransactionClient {
      const get = (_: Own, name: string) =>
        // An object with a `then` would be waited for.
        Object.hasOwn(own, name) || name === 'then' ? own[name as keyof Own] : lateMember(models, name)
      return new Proxy(own, { get: get as (own: Own, name: PropertyKey) => unknown }) as Own &
        Prisma.TransactionClient
    },
    async giveBack(): Promise<void> {
      await borrowed?.then(
        ({ giveBack }) => giveBack(),
        () => {},
      )
    },
  }
}

/** Stands for a model, whose functions wait for it, or for a function like `$queryRaw`. */
function lateMember(models: () => Promise<Prisma.TransactionClient>, name: string): Work {
  const find = async () => (await models()) as unknown as Record<string, Work & Record<PropertyKey, Work>>
  const work: Work = async (...given) => (await find())[name]?.(...given)
  return new Proxy(work, {
    get:
      (_, operation) =>
      async (...given: unknown[]) =>
        (await find())[name]?.[operation]?.(...given),
  })
}

type Work = (...given: unknown[]) => Promise<unknown>
