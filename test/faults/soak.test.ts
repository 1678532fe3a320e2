import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWhole, pause, quantile, report, scale } from '../support/faults.ts'
import { adminKey, authorization, served, startReaders, startWriters } from '../support/load.ts'
import { query } from '../support/postgres.ts'
import { aServiceProcess, type ServiceProcess } from '../support/process.ts'
import { aDatabase } from '../support/service.ts'

/*
 * A service that is used for long: nothing of it may grow.
 */
const durationMs = scale(600_000, 6000)
const sampleMs = scale(5000, 500)
const { url: databaseUrl, drop } = await aDatabase()
let directory: string
let service: ServiceProcess

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
  service = await aServiceProcess({
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    BOOTSTRAP_ADMIN_KEY: adminKey,
    CACHE_MAX_BYTES: '4000000',
  })
}, 120_000)

afterAll(async () => {
  await service.stop()
  await drop()
  await rm(directory, { recursive: true })
})

interface Sample {
  /** Mebibytes of memory; 0 where the platform does not tell. */
  memory: number
  handles: number
  connections: number
}

async function measure(): Promise<Sample> {
  const [row] = await query<{ count: number }>(
    databaseUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  if (process.platform !== 'linux') return { memory: 0, handles: 0, connections: row?.count ?? 0 }
  const status = await readFile(`/proc/${service.pid()}/status`, 'utf8')
  const handles = (await readdir(`/proc/${service.pid()}/fd`)).length
  const memory = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  return { memory, handles, connections: row?.count ?? 0 }
}

/** Follows the log, goes away, and comes back. */
async function follow(until: number): Promise<void> {
  while (performance.now() < until) {
    const leaving = AbortSignal.timeout(1000)
    const headers = { ...authorization, accept: 'text/event-stream' }
    const stream = await fetch(`${service.url}/v1/changes`, { headers, signal: leaving }).catch(() => null)
    await stream?.text().catch(() => '')
  }
}

/** Asks for what there is not, and goes away before the answer. */
async function disturb(until: number): Promise<void> {
  for (let count = 0; performance.now() < until; count += 1) {
    const signal = AbortSignal.timeout(1 + (count % 20))
    const path = count % 2 ? `/v1/articles/${count}` : `/v1/articles?q=word${count}`
    await fetch(`${service.url}${path}`, { signal })
      .then((answer) => answer.text())
      .catch(() => '')
    await pause(20)
  }
}

test(
  'memory, handles and connections stay as they are',
  async () => {
    const until = performance.now() + durationMs
    const writers = startWriters(service, 4)
    const readers = startReaders(`${service.url}/v1/articles`, 8, 10)
    const others = Promise.all([follow(until), follow(until), disturb(until), disturb(until)])
    const samples: Sample[] = []
    while (performance.now() < until) {
      await pause(sampleMs)
      samples.push(await measure())
    }
    await Promise.all([writers.stop(), readers.stop(), others])

    // What is loaded and compiled at the beginning takes a fifth of the time at most.
    const settled = samples.slice(Math.floor(samples.length / 5))
    const third = Math.max(1, Math.floor(settled.length / 3))
    const median = (part: Sample[], name: keyof Sample) =>
      quantile(
        part.map((sample) => sample[name]),
        0.5,
      )
    const growth = (name: keyof Sample) =>
      `${median(settled.slice(0, third), name)} -> ${median(settled.slice(-third), name)}`
    const { lost, doubled } = await writers.compare(databaseUrl)
    report('Soak', {
      seconds: durationMs / 1000,
      reads: readers.durations.length,
      refused: readers.statuses[503] ?? 0,
      acknowledged: writers.acknowledged(),
      'memory MiB': growth('memory'),
      handles: growth('handles'),
      connections: growth('connections'),
      lost,
      doubled,
    })
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
    expect([writers.bad, readers.bad]).toEqual([[], []])
    expect(served(readers)).toMatchObject({ others: [], share: expect.toSatisfy((share) => share > 0) })
    expect(Math.max(...samples.map(({ connections }) => connections))).toBeLessThanOrEqual(27)
    if (!isWhole) return
    const [early, late] = [settled.slice(0, third), settled.slice(-third)]
    expect(median(late, 'memory')).toBeLessThan(median(early, 'memory') * 1.25 + 20)
    expect(median(late, 'handles')).toBeLessThan(median(early, 'handles') + 20)
  },
  durationMs + 180_000,
)
