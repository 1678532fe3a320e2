import { expect, test, vi } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { findDue, findNextMs, findReceiver } from '../src/webhooks/due.ts'
import { wakeWebhookLater } from '../src/webhooks/jobs.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const { database } = service
const admin = await aColleague(service, 'admin')

async function aWebhook(): Promise<string> {
  const draft = { name: 'Due', url: 'https://receiver.test/', audience: 'editors' }
  return (await admin.post('/v1/webhooks').send(draft).expect(201)).body.id
}

/** Something about a subject that may be tried after so many seconds. */
async function aDelivery(webhookId: string, subject: string, inSeconds: number): Promise<void> {
  await database.rows(Prisma.sql`
    INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
    SELECT ${webhookId}::uuid, gen_random_uuid(), 1, 'article.updated', ${subject},
      moment() + make_interval(secs => ${inSeconds}::int), moment()`)
}

async function dueSubjects(webhookId: string): Promise<string[]> {
  const receiver = await findReceiver(database, webhookId)
  return receiver ? (await findDue(database, receiver)).map(({ subject }) => subject) : []
}

test('nothing is looked for again while all that could be sent is held back', async () => {
  const id = await aWebhook()
  await aDelivery(id, 'articles/stuck', 3600)
  await aDelivery(id, 'articles/stuck', 0)

  expect(await dueSubjects(id)).toEqual([])
  const nextMs = await findNextMs(database, id)
  expect(nextMs).toBeGreaterThan(3_590_000)
  expect(nextMs).toBeLessThanOrEqual(3_600_000)
})

test('what became due since is looked for at once', async () => {
  const id = await aWebhook()
  await aDelivery(id, 'articles/stuck', 3600)
  await aDelivery(id, 'articles/free', 0)

  expect(await findNextMs(database, id)).toBe(0)
  expect(await dueSubjects(id)).toEqual(['articles/free'])
})

test('nothing is looked for where nothing waits', async () => {
  expect(await findNextMs(database, await aWebhook())).toBeNull()
})

test('is looked for when it is due by the clock of the database, whatever that of the process says', async () => {
  const id = await aWebhook()
  vi.spyOn(Date, 'now').mockReturnValue(0)

  await database.transaction((db) => wakeWebhookLater(db, id, 60_000))

  vi.restoreAllMocks()
  const [job] = await database.rows<{ inSeconds: number }>(Prisma.sql`
    SELECT extract(epoch FROM run_at - clock_timestamp())::float8 AS "inSeconds"
    FROM graphile_worker.jobs WHERE key = ${`webhook:${id}`}`)
  expect(job?.inSeconds).toBeGreaterThan(50)
  expect(job?.inSeconds).toBeLessThanOrEqual(60)
})
