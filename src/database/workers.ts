import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'

/** Says that the workers of this process live, and finds those of other processes that do not. */
export interface HeldWorkers {
  /** Given to the runner: it tells of its pool. */
  events: WorkerEvents
  /** Takes hold of it. */
  hold(): Promise<void>
  close(): Promise<void>
}

/** Milliseconds. A pool counts as dead when two looks in a row find it so. */
const lookEveryMs = 1000

/** Any number that no other advisory lock here is made with. */
const lockSeed = 3

/**
 * graphile-worker lets go of a killed process's jobs after four hours. A pool that lives holds an advisory lock on its
 * name, on one connection of the process; a job that is locked by a pool whose lock is free was left behind.
 */
export function holdWorkers(url: string, unlock: (poolIds: string[]) => Promise<void>): HeldWorkers {
  const own = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  // A job is locked by its pool, not by the worker in it that does it (graphile-worker 0.17, sql/getJobs).
  events.on('pool:create', ({ workerPool }) => own.add(workerPool.id))
  let suspects = new Set<string>()
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let looking: Promise<void> = Promise.resolve()

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 5000 })
    fresh.on('error', () => lose(fresh))
    await fresh.connect()
    client = fresh
    held.clear()
    return fresh
  }
  const held = new Set<string>()
  const lose = (lost: pg.Client) => {
    if (client === lost) client = null
    lost.end().catch(() => {})
  }

  const look = async () => {
    const connected = client ?? (await connect())
    try {
      for (const id of own) {
        if (held.has(id)) continue
        await connected.query('SELECT pg_try_advisory_lock(hashtextextended($1, $2))', [id, lockSeed])
        held.add(id)
      }
      const { rows } = await connected.query<{ id: string }>(
        `SELECT id FROM (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL) AS holder
         WHERE id <> ALL ($1) AND pg_try_advisory_xact_lock(hashtextextended(id, $2))`,
        [[...own], lockSeed],
      )
      const dead = rows.map(({ id }) => id).filter((id) => suspects.has(id))
      if (dead.length > 0) await unlock(dead)
      suspects = new Set(rows.map(({ id }) => id))
    } catch (error) {
      lose(connected)
      throw error
    }
  }
  const lookOn = async () => {
    clearTimeout(timer)
    // Where the database is away, the next look finds out whether it is back.
    looking = looking.then(look).catch(() => {})
    await looking
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(lookOn, lookEveryMs)
  }

  return {
    events,
    hold: lookOn,
    async close() {
      isClosed = true
      clearTimeout(timer)
      await looking
      const last = client
      client = null
      await last?.end()
    },
  }
}
