import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import pg from 'pg'
import { Prisma } from './client.ts'
import { cutSilent } from './silence.ts'
import { holdWorkers } from './workers.ts'

/** Work that is to be done outside of a request, kept in Postgres until it is done. */
export interface Jobs {
  close(): Promise<void>
}

/** What is done for each kind of job. One that throws is tried again, later each time. */
export type Tasks = Record<string, (payload: unknown) => Promise<void>>

export interface JobsOptions {
  /** Jobs at a time, in this process. */
  concurrency: number
  onFault: (error: unknown) => void
}

/** Milliseconds between looks for jobs whose time has come, of each worker; those for now are heard of at once. */
const pollIntervalMs = 5000

/** Milliseconds: longer than any statement of graphile-worker's takes. */
const silenceMs = 10_000

/**
 * Connections of one process: one listens, and on the other jobs are taken and put away one after the other. graphile-worker
 * (0.17) looks for the next job without waiting until the last one is put away, and of two looks at a time one finds every queue
 * locked: on connections of their own they would miss what waits, and come back for it at the next poll.
 */
const maxConnections = 2

/** `url` must lead to Postgres itself, past any pooler: jobs are heard of by LISTEN. */
export async function openJobs(
  url: string,
  tasks: Tasks,
  { concurrency, onFault }: JobsOptions,
): Promise<Jobs> {
  const pgPool = openPool(url, maxConnections)
  cutSilent(pgPool, silenceMs)
  const utils = await makeWorkerUtils({ pgPool, logger: quiet(onFault) })
  const workers = holdWorkers(url, (dead) => utils.forceUnlockWorkers(dead))
  const runner = await run({
    pgPool,
    concurrency,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, work]) => [name, (payload: unknown) => work(payload)]),
    ),
    pollInterval: pollIntervalMs,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: quiet(onFault),
    events: workers.events,
  })
  await workers.hold()
  return {
    async close() {
      await runner.stop()
      await workers.close()
      await utils.release()
      await pgPool.end()
    },
  }
}

/** Makes the tables that jobs are kept in, or brings them up to date. */
export async function migrateJobs(url: string): Promise<void> {
  const pgPool = openPool(url, 1)
  const utils = await makeWorkerUtils({ pgPool, logger: quiet(() => {}) })
  try {
    await utils.migrate()
  } finally {
    await utils.release()
    await pgPool.end()
  }
}

/**
 * A connection that breaks is replaced by the pool; what was done on it fails by itself. graphile-worker's own pools hear of
 * it no more while they end, and the process would die of that.
 */
function openPool(url: string, maxCount: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxCount,
    keepAlive: true,
    keepAliveInitialDelayMillis: silenceMs,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Values, or what a statement has in their place. */
export interface JobRequest {
  task: string
  payload: Prisma.Sql
  /** One job of a key waits at a time, and one of a key runs at a time. */
  key: Prisma.Sql
  /** Now when absent. */
  inMs?: number
  /** Whether one that waits already keeps its time. */
  keepsTime?: boolean
}

/** The call that puts a job into the transaction of its statement: it is there when that commits, or it never was. */
export function addingJob({ task, payload, key, inMs = 0, keepsTime = false }: JobRequest): Prisma.Sql {
  // By the clock that graphile-worker compares it with.
  const runAt =
    inMs > 0
      ? Prisma.sql`statement_timestamp() + make_interval(secs => ${inMs / 1000}::float8)`
      : Prisma.sql`NULL`
  return Prisma.sql`graphile_worker.add_job(identifier => ${task}, payload => ${payload}, queue_name => ${key},
    run_at => ${runAt}, job_key => ${key}, job_key_mode => ${keepsTime ? 'preserve_run_at' : 'replace'})`
}

function quiet(onFault: (error: unknown) => void): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') onFault((meta as { error?: unknown } | undefined)?.error ?? new Error(message))
  })
}
