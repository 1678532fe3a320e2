import { expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { wakeWebhook } from '../src/webhooks/jobs.ts'
import { forgetDeliveries } from '../src/webhooks/retention.ts'
import { anArticle } from './support/factories.ts'
import { aReceiver, type Receiver } from './support/receiver.ts'
import { aService } from './support/service.ts'
import { aColleague, theLog } from './support/writing.ts'

const service = await aService({ allowedHosts: ['127.0.0.1'], isWorking: true })
const { clock, database } = service
const admin = await aColleague(service, 'admin')

/** A receiver that refuses everything, and the webhook that leads to it. */
async function aRefusal(): Promise<{ receiver: Receiver; id: string }> {
  const receiver = await aReceiver()
  receiver.react = () => ({ status: 500, body: 'no' })
  const draft = { name: 'Refuses', url: receiver.url, audience: 'editors', types: ['article.*'] }
  const { body } = await admin.post('/v1/webhooks').send(draft).expect(201)
  return { receiver, id: body.id }
}

async function firstDelivery(id: string) {
  return (await admin.get(`/v1/webhooks/${id}/deliveries`).expect(200)).body.data[0]
}

/** What failures have made of a webhook. */
async function standingOf(id: string) {
  const [standing] = await database.rows<Record<string, number>>(Prisma.sql`
    SELECT failure_count AS "failureCount", extract(epoch FROM rest_until - moment())::float8 AS "restSeconds",
      (SELECT sum(attempt_count)::int FROM webhook_delivery WHERE webhook_id = webhook.id) AS "attemptCount"
    FROM webhook WHERE id = ${id}::uuid`)
  return standing
}

/** Lets time pass, and has what is due by then be done. */
async function after(id: string, minutes: number): Promise<void> {
  await clock.advance({ minutes })
  await database.transaction((db) => wakeWebhook(db, id))
}

test('a delivery that nobody takes is tried eleven times in a day, and parked until it is sent again', async () => {
  await clock.set('2050-01-01T00:00:00.000Z')
  const { receiver, id } = await aRefusal()
  await anArticle(service)
  const waits = [1, 1, 3, 13, 37, 73, 145, 290, 433, 721]

  for (const [index, minutes] of waits.entries()) {
    await expect.poll(async () => (await firstDelivery(id))?.attemptCount).toBe(index + 1)
    expect((await firstDelivery(id)).state).toBe('pending')
    await after(id, minutes)
  }

  await expect.poll(async () => (await firstDelivery(id)).state).toBe('parked')
  expect(await firstDelivery(id)).toMatchObject({ attemptCount: 11, nextAttemptAt: null })
  const [first] = receiver.received
  expect(new Set(receiver.received.map((received) => received.id))).toEqual(new Set([first?.id]))
  receiver.react = () => ({ status: 204 })
  const { body } = await admin.post(`/v1/webhooks/${id}/deliveries/${first?.id}/redeliver`).expect(200)
  expect(body.attempts.map(({ status }: { status: number }) => status)).toEqual(Array(11).fill(500))
  await expect.poll(async () => (await firstDelivery(id)).state).toBe('delivered')
  await admin.delete(`/v1/webhooks/${id}`).set({ 'if-match': '*' }).expect(204)
})

test('a webhook that fails for three days is switched off, and an event says so', async () => {
  await clock.set('2050-02-01T00:00:00.000Z')
  const { receiver, id } = await aRefusal()
  await anArticle(service)
  await expect.poll(async () => (await firstDelivery(id))?.attemptCount).toBe(1)

  await after(id, 71 * 60)
  await expect.poll(async () => (await firstDelivery(id)).attemptCount).toBe(2)
  expect((await admin.get(`/v1/webhooks/${id}`).expect(200)).body.state).toBe('active')
  await after(id, 2 * 60)

  await expect.poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.state).toBe('disabled')
  const fact = (await theLog(service)).findLast(({ subject }) => subject === `webhooks/${id}`)
  expect(fact).toMatchObject({ type: 'webhook.disabled', data: { name: 'Refuses', state: 'disabled' } })
  const count = receiver.received.length
  await anArticle(service)
  await after(id, 60)
  expect(receiver.received).toHaveLength(count)
})

test('deliveries that fail together count once, so that a receiver that is back is asked again in a second', async () => {
  await clock.set('2050-05-01T00:00:00.000Z')
  const { receiver, id } = await aRefusal()
  const pause = (state: string) =>
    admin.patch(`/v1/webhooks/${id}`).set({ 'if-match': '*' }).send({ state }).expect(200)
  await pause('paused')
  for (let count = 0; count < 12; count += 1) await anArticle(service)
  await expect.poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.pendingCount).toBe(12)
  // All are sent before the first one is answered.
  receiver.react = async () => {
    await expect.poll(() => receiver.received.length).toBe(12)
    return { status: 500 }
  }

  await pause('active')

  await expect.poll(async () => (await standingOf(id))?.['attemptCount']).toBe(12)
  expect((await standingOf(id))?.['failureCount']).toBe(3)
  expect((await standingOf(id))?.['restSeconds']).toBeLessThan(2)
  await admin.delete(`/v1/webhooks/${id}`).set({ 'if-match': '*' }).expect(204)
})

test('a webhook that is made active again is sent at once what waits for its next attempt', async () => {
  await clock.set('2050-06-01T00:00:00.000Z')
  const { receiver, id } = await aRefusal()
  await anArticle(service)
  for (const count of [1, 2, 3]) {
    await expect.poll(async () => (await firstDelivery(id))?.attemptCount).toBe(count)
    await after(id, 5)
  }
  await expect.poll(async () => (await firstDelivery(id)).attemptCount).toBe(4)
  receiver.react = () => ({ status: 204 })

  for (const state of ['paused', 'active']) {
    await admin.patch(`/v1/webhooks/${id}`).set({ 'if-match': '*' }).send({ state }).expect(200)
  }

  await expect.poll(async () => (await firstDelivery(id)).state).toBe('delivered')
})

test('what was delivered is kept for thirty days, and what was not for longer', async () => {
  await clock.set('2050-04-01T00:00:00.000Z')
  const { receiver, id } = await aRefusal()
  await anArticle(service)
  await expect.poll(async () => (await firstDelivery(id))?.attemptCount).toBe(1)
  receiver.react = () => ({ status: 204 })
  await anArticle(service)
  await expect.poll(async () => (await firstDelivery(id))?.state).toBe('delivered')
  const look = async () => {
    const retention = forgetDeliveries(database, service.listener, (error) => expect(error).toBeUndefined())
    await retention.close()
    return (await admin.get(`/v1/webhooks/${id}/deliveries`).expect(200)).body.data
  }

  await clock.advance({ hours: 29 * 24 })
  expect(await look()).toHaveLength(2)
  await clock.advance({ hours: 2 * 24 })

  expect(await look()).toMatchObject([{ state: 'pending' }])
})

test('what a receiver that is down has to catch up with is sent as soon as it takes one', async () => {
  await clock.set('2050-03-01T00:00:00.000Z')
  const { receiver, id } = await aRefusal()
  for (let count = 0; count < 5; count += 1) await anArticle(service)
  await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(3)
  // What is under way would be written down after time has passed, and wait anew.
  await expect
    .poll(async () => (await standingOf(id))?.['attemptCount'] === receiver.received.length)
    .toBe(true)
  await expect.poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.pendingCount).toBe(5)

  receiver.react = () => ({ status: 204 })
  await after(id, 1)

  await expect.poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.pendingCount).toBe(0)
})
