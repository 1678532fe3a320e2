import { expect, test, vi } from 'vitest'
import { openDatabase, Prisma } from '../src/database/client.ts'
import { addingJob, openJobs, type Tasks } from '../src/database/jobs.ts'
import { atEnd } from './support/ending.ts'
import { aDatabase } from './support/service.ts'

/** More of them than can be done in a test's time where each waits until a worker looks by itself. */
const rounds = 50

async function jobsOf(tasks: Tasks, concurrency: number) {
  const { url, drop } = await aDatabase()
  atEnd(drop)
  const database = openDatabase(url, { maxConnections: 1 })
  atEnd(() => database.close())
  const faults: unknown[] = []
  const jobs = await openJobs(url, tasks, { concurrency, onFault: (error) => faults.push(error) })
  atEnd(async () => {
    await jobs.close()
    expect(faults).toEqual([])
  })
  const job = addingJob({ task: 'work', payload: Prisma.sql`'{}'`, key: Prisma.sql`key` })
  return {
    /** In one transaction. */
    addJobs: (...keys: string[]) =>
      database.rows(Prisma.sql`SELECT ${job} FROM unnest(${keys}::text[]) AS key`),
  }
}

test('a job that is asked for again while it is done is done again as soon as it is over', async () => {
  const work = vi.fn(async () => {
    if (work.mock.calls.length < rounds) await addJobs('one')
  })
  const { addJobs } = await jobsOf({ work }, 1)

  await addJobs('one')

  await expect.poll(() => work.mock.calls.length).toBe(rounds)
})

test('jobs of several keys that are asked for together are done at the same time', async () => {
  const keys = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
  let begun = 0
  let done = 0
  const work = async () => {
    begun += 1
    await vi.waitUntil(() => begun % keys.length === 0, { timeout: 20_000, interval: 5 })
    done += 1
  }
  const { addJobs } = await jobsOf({ work }, keys.length)

  for (let round = 1; round <= rounds; round += 1) {
    await addJobs(...keys)
    await vi.waitUntil(() => done === round * keys.length, { timeout: 20_000, interval: 5 })
  }
})
