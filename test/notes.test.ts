import { expect, test, vi } from 'vitest'
import { type Database, Prisma } from '../src/database/client.ts'
import { takeNotes } from '../src/webhooks/notes.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const { database } = service
const admin = await aColleague(service, 'admin')

const refused = { status: 500, error: null, response: 'no\0', durationMs: 1 }
const taken = { status: 204, error: null, response: '', durationMs: 1 }

/** A webhook for which so many deliveries wait. */
async function aWebhook(deliveryCount: number): Promise<{ id: string; eventIds: string[] }> {
  const draft = { name: 'Noted', url: 'https://receiver.test/', audience: 'editors' }
  const { id } = (await admin.post('/v1/webhooks').send(draft).expect(201)).body
  const rows = await database.rows<{ eventId: string }>(Prisma.sql`
    INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
    SELECT ${id}::uuid, gen_random_uuid(), n, 'article.updated', 'articles/' || n, moment(), moment()
    FROM generate_series(1, ${deliveryCount}::int) AS n RETURNING event_id AS "eventId"`)
  return { id, eventIds: rows.map(({ eventId }) => eventId) }
}

/** What is known of a delivery, with its attempts. */
async function deliveryOf(webhookId: string, eventId: string | undefined) {
  return (await admin.get(`/v1/webhooks/${webhookId}/deliveries/${eventId}`).expect(200)).body
}

test('deliveries that fail together are noted in one transaction, each with its attempt', async () => {
  const { id, eventIds } = await aWebhook(16)
  const notes = takeNotes(database, id)
  const transactions = vi.spyOn(database, 'transaction')

  const standings = await Promise.all(eventIds.map((eventId) => notes.failed({ eventId, outcome: refused })))

  expect(transactions).toHaveBeenCalledTimes(1)
  transactions.mockRestore()
  expect(standings).toEqual(eventIds.map(() => ({ failureCount: 3, isDisabled: false })))
  for (const eventId of eventIds) {
    const { attempts, ...delivery } = await deliveryOf(id, eventId)
    expect(delivery).toMatchObject({ state: 'pending', attemptCount: 1, finishedAt: null })
    expect(Date.parse(delivery.nextAttemptAt)).toBeGreaterThan(Date.parse(delivery.createdAt) + 3000)
    expect(attempts).toMatchObject([
      { number: 1, status: 500, error: null, response: 'no\uFFFD', durationMs: 1 },
    ])
  }
})

test('what fails while others are noted is noted after them, together', async () => {
  const { id, eventIds } = await aWebhook(3)
  const notes = takeNotes(database, id)
  const transactions = vi.spyOn(database, 'transaction')
  const fail = (eventId: string | undefined) => notes.failed({ eventId: String(eventId), outcome: refused })

  const first = fail(eventIds[0])
  await vi.waitFor(() => expect(transactions).toHaveBeenCalledTimes(1), { interval: 1 })
  const others = [fail(eventIds[1]), fail(eventIds[2])]

  expect(await first).toMatchObject({ failureCount: 1 })
  expect(await Promise.all(others)).toMatchObject([{ failureCount: 3 }, { failureCount: 3 }])
  expect(transactions).toHaveBeenCalledTimes(2)
  transactions.mockRestore()
})

test('what arrived is noted before what failed after it', async () => {
  const { id, eventIds } = await aWebhook(2)
  const [arrived, failed] = eventIds as [string, string]
  const notes = takeNotes(database, id)

  notes.arrived({ eventId: arrived, outcome: taken })
  const standing = await notes.failed({ eventId: failed, outcome: refused })

  expect(standing).toEqual({ failureCount: 1, isDisabled: false })
  expect(await deliveryOf(id, arrived)).toMatchObject({ state: 'delivered', attempts: [{ status: 204 }] })
})

test('what arrived before a failure does not wake a receiver that this puts to rest', async () => {
  const { id, eventIds } = await aWebhook(6)
  const [first, second, third, ...others] = eventIds as [string, string, string, ...string[]]
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const slow: Database = {
    ...database,
    async rows(statement, options) {
      await gate
      return database.rows(statement, options)
    },
  }
  const notes = takeNotes(slow, id)

  // The second waits until the first is written down. Meanwhile one more arrives, and then others fail.
  notes.arrived({ eventId: first, outcome: taken })
  const failing = [notes.failed({ eventId: second, outcome: refused })]
  await new Promise(setImmediate)
  notes.arrived({ eventId: third, outcome: taken })
  for (const eventId of others) failing.push(notes.failed({ eventId, outcome: refused }))
  open()
  await Promise.all(failing)
  await notes.written()

  const [webhook] = await database.rows<{ failureCount: number; isResting: boolean }>(Prisma.sql`
    SELECT failure_count AS "failureCount", rest_until > moment() AS "isResting" FROM webhook WHERE id = ${id}::uuid`)
  expect(webhook).toEqual({ failureCount: 3, isResting: true })
})

test('of deliveries that fail together only the one that was tried often enough is parked', async () => {
  const { id, eventIds } = await aWebhook(2)
  const [often, once] = eventIds as [string, string]
  await database.rows(Prisma.sql`
    UPDATE webhook_delivery SET attempt_count = 10, failure_count = 10 WHERE event_id = ${often}::uuid`)
  const notes = takeNotes(database, id)

  await Promise.all([often, once].map((eventId) => notes.failed({ eventId, outcome: refused })))

  const parked = await deliveryOf(id, often)
  expect(parked).toMatchObject({ state: 'parked', attemptCount: 11, attempts: [{ number: 11 }] })
  expect(parked.finishedAt).toBe(parked.attempts[0].at)
  expect(await deliveryOf(id, once)).toMatchObject({ state: 'pending', attemptCount: 1, finishedAt: null })
})

test('one answer that nobody is there any more switches the webhook off, whatever failed with it', async () => {
  const { id, eventIds } = await aWebhook(2)
  const [gone, other] = eventIds as [string, string]
  const notes = takeNotes(database, id)

  const standings = await Promise.all([
    notes.failed({ eventId: other, outcome: refused }),
    notes.failed({ eventId: gone, outcome: { ...refused, status: 410 } }),
  ])

  expect(standings.map(({ isDisabled }) => isDisabled)).toEqual([true, true])
  expect((await admin.get(`/v1/webhooks/${id}`).expect(200)).body.state).toBe('disabled')
})
