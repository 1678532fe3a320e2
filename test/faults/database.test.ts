import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insistOn } from '../support/bytes.ts'
import { aPostgres, type FaultyPostgres, pause, quantile, report, scale } from '../support/faults.ts'
import {
  type Asked,
  adminKey,
  ask,
  authorization,
  served,
  startReaders,
  startWriters,
} from '../support/load.ts'
import { query } from '../support/postgres.ts'
import { aServiceProcess, type ServiceProcess } from '../support/process.ts'

/*
 * A service under load whose Postgres crashes, or freezes with its connections open.
 */
const writerCount = scale(50, 10)
const readerCount = scale(20, 4)
const roundCount = scale(5, 1)
/** Twenty for requests, one that listens, one that says who lives, five for jobs. */
const connectionCount = 27

/** Milliseconds; promised are 5 seconds for an answer, and 2 until the service is back. A busy machine may take longer. */
const [answerWithin, backWithin] = [scale(5000, 20_000), scale(4000, 30_000)]

let postgres: FaultyPostgres
let service: ServiceProcess
let directory: string
let articleUrl: string

beforeAll(async () => {
  postgres = await aPostgres()
  directory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
  service = await start()
  const create = async () => {
    const answer = await fetch(`${service.url}/v1/articles`, {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ headline: 'Rain', sections: [{ body: 'It rains.' }], publish: true }),
    })
    return answer.text()
  }
  const { slug } = JSON.parse(await insistOn(create, (text) => text)) as { slug: string }
  articleUrl = `${service.url}/v1/articles/${slug}`
}, 120_000)

function start(): Promise<ServiceProcess> {
  return aServiceProcess({
    DATABASE_URL: postgres.url,
    DATA_DIR: directory,
    BOOTSTRAP_ADMIN_KEY: adminKey,
    SEED: 'none',
  })
}

afterAll(async () => {
  await service.stop()
  await postgres.close()
  await rm(directory, { recursive: true })
})

/** The listener knows at once that Postgres is gone, and takes 4 seconds to find out that it is frozen. */
const troubles = {
  'is stopped at once': {
    durationMs: scale(15_000, 2000),
    begin: () => postgres.crash(),
    end: () => postgres.restart(),
  },
  freezes: {
    durationMs: scale(15_000, 6000),
    begin: () => postgres.freeze(),
    end: () => postgres.thaw(),
  },
}

test.each(Object.entries(troubles))(
  'while Postgres %s, everything is answered, and nothing that was acknowledged is lost',
  async (name, trouble) => {
    const writers = startWriters(service, writerCount)
    const probes: Record<'live' | 'ready' | 'unkept', Asked> = {
      live: asked(),
      ready: asked(),
      unkept: asked(),
    }
    const backAfter: number[] = []
    for (let round = 1; round <= roundCount; round += 1) {
      const before = writers.acknowledged()
      await expect.poll(() => writers.acknowledged(), { timeout: 60_000 }).toBeGreaterThan(before + 20)
      const readers = startReaders(articleUrl, readerCount)
      await expect
        .poll(() => readers.statuses, { timeout: 30_000 })
        .toMatchObject({ 200: expect.any(Number) })

      await trouble.begin()
      try {
        const until = performance.now() + trouble.durationMs
        while (performance.now() < until) {
          await ask(probes.live, `${service.url}/health/live`)
          await ask(probes.ready, `${service.url}/health/ready`)
          await ask(probes.unkept, `${articleUrl}?fields=headline&asOf=${new Date().toISOString()}`)
          await pause(100)
        }
        await readers.stop()
      } finally {
        await trouble.end()
      }
      backAfter.push(await backIn())
      expect(served(readers), 'kept answers').toMatchObject({
        others: [],
        share: expect.toSatisfy((share) => share > 0.7),
      })
      expect(quantile(readers.durations, 1), 'kept answers').toBeLessThan(answerWithin)
    }
    await writers.stop()

    const { lost, doubled } = await writers.compare(postgres.url)
    const everything = [writers, probes.live, probes.ready, probes.unkept]
    const slowest = quantile(
      everything.flatMap(({ durations }) => durations),
      1,
    )
    report(`Postgres ${name}`, {
      faults: roundCount,
      writers: writerCount,
      acknowledged: writers.acknowledged(),
      refused: writers.statuses[503] ?? 0,
      'slowest answer ms': slowest,
      'back after ms': Math.max(...backAfter),
      lost,
      doubled,
    })
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
    expect(everything.flatMap(({ bad }) => bad)).toEqual([])
    expect(Object.keys(probes.live.statuses)).toEqual(['200'])
    expect(Object.keys(probes.ready.statuses)).toEqual(['503'])
    expect(Object.keys(probes.unkept.statuses)).toEqual(['503'])
    expect(writers.statuses[0]).toBeUndefined()
    expect(slowest).toBeLessThan(answerWithin)
    expect(Math.max(...backAfter)).toBeLessThan(backWithin)
    await expect.poll(connections, { timeout: 30_000 }).toBeLessThanOrEqual(connectionCount)
  },
  scale(600_000, 180_000),
)

test.each(Object.entries(troubles))(
  'a service whose Postgres %s ends when it is asked to',
  async (_, trouble) => {
    await trouble.begin()
    service.send('SIGTERM')
    const end = await service.ended().finally(() => trouble.end())
    const output = service.output()

    service = await start()
    expect(end, output).toBe(0)
  },
  120_000,
)

function asked(): Asked {
  return { statuses: {}, durations: [], bad: [], failures: [] }
}

/** Milliseconds until the service is ready again. */
async function backIn(): Promise<number> {
  const begun = performance.now()
  for (;;) {
    if ((await fetch(`${service.url}/health/ready`)).ok) return Math.round(performance.now() - begun)
    await pause(20)
  }
}

/** How many the service has. */
async function connections(): Promise<number> {
  const [row] = await query<{ count: number }>(
    postgres.url,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  return row?.count ?? 0
}
