import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** A transaction's hold on its connection: from before Prisma takes one until the work is done. */
export interface Hold {
  client?: pg.PoolClient
  /** On the clock of `performance.now()`; Prisma rolls back by itself later than that. */
  until: number
}

const holds = new AsyncLocalStorage<Hold>()

/** Prisma keeps the connection of a transaction to itself; this pool notes which one it was given. */
export class HoldingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): unknown {
    // By callback pg asks for itself, for a statement outside of transactions.
    return callback ? super.connect(callback) : this.#connectFor(holds.getStore())
  }

  async #connectFor(hold: Hold | undefined): Promise<pg.PoolClient> {
    const client = await super.connect()
    if (hold) hold.client ??= client
    return client
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/** Runs what begins a transaction, whose work then finds its connection in the hold. */
export function holding<Result>(lastsMs: number, begin: (hold: Hold) => Promise<Result>): Promise<Result> {
  const hold: Hold = { until: performance.now() + lastsMs }
  return holds.run(hold, () => begin(hold))
}

/** The connection of a transaction that is under way. Throws once it is over: a statement would be kept by itself. */
export function heldBy({ client, until }: Hold): pg.PoolClient {
  if (client && performance.now() < until) return client
  throw new TransactionOver()
}

/** The code is what Postgres calls it itself from version 17 on (`transaction_timeout`). */
class TransactionOver extends Error {
  readonly code = '25P04'
  override message = 'The transaction is over'
}
