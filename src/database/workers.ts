import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'

/** Says that the workers of this process live, and finds the jobs that others left behind, or that it lost itself. */
export interface HeldWorkers {
  /** Given to the runner: it tells of its pool. */
  events: WorkerEvents
  /** Takes hold of it. */
  hold(): Promise<void>
  close(): Promise<void>
}

/** Milliseconds. A pool counts as dead when two looks in a row find it so. */
const lookEveryMs = 1000

/** Milliseconds, longer than an answer of Postgres may take (`jobs.ts`): a job that was taken and is not done by then got lost. */
const lostAfterMs = 15_000

/** Any number that no other advisory lock here is made with. */
const lockSeed = 3

/**
 * A pool may have taken a job, and the connection broke before it heard of that; or the job was done, and could not be put
 * away. graphile-worker has nothing for that but to wait for hours, so its own tables are written to (0.17).
 */
const unlockLost = `
  WITH lost AS (
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL
    WHERE locked_by = ANY ($1) AND id <> ALL ($2) AND locked_at < statement_timestamp() - $3 * interval '1 millisecond'
    RETURNING job_queue_id)
  UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL
  WHERE id IN (SELECT job_queue_id FROM lost)`

/**
 * graphile-worker lets go of a killed process's jobs after four hours. A pool that lives holds an advisory lock on its
 * name, on one connection of the process; a job that is locked by a pool whose lock is free was left behind.
 */
export function holdWorkers(url: string, unlock: (poolIds: string[]) => Promise<void>): HeldWorkers {
  const own = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  // A job is locked by its pool, not by the worker in it that does it (graphile-worker 0.17, sql/getJobs).
  events.on('pool:create', ({ workerPool }) => own.add(workerPool.id))
  /** Jobs of this process by id, and until when each is not lost. It is put away after it is told to be complete. */
  const underWay = new Map<string, number>()
  events.on('job:start', ({ job }) => underWay.set(job.id, Number.POSITIVE_INFINITY))
  events.on('job:complete', ({ job }) => underWay.set(job.id, performance.now() + lostAfterMs))
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
      for (const [id, until] of underWay) if (until < performance.now()) underWay.delete(id)
      await connected.query(unlockLost, [[...own], [...underWay.keys()], lostAfterMs])
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
