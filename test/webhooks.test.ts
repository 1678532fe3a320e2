import { Webhook as Verifier } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { lockWebhook } from '../src/webhooks/store.ts'
import { anArticle, anAuthor, anEdit, aPublishedArticle } from './support/factories.ts'
import { aReceiver, type Receiver } from './support/receiver.ts'
import { aService, publicUrl } from './support/service.ts'
import { aDesk, theLog, unknownId, whatever } from './support/writing.ts'

const service = await aService({ allowedHosts: ['127.0.0.1'], isWorking: true })
const { database } = service
const { admin } = await aDesk(service)

const timeout = 10_000

/** A webhook that leads to a receiver, with its secret. */
async function aWebhook(receiver: Pick<Receiver, 'url'>, draft: object = {}) {
  const given = { name: 'Website', url: receiver.url, audience: 'editors', types: ['article.*'], ...draft }
  return (await admin.post('/v1/webhooks').send(given).expect(201)).body
}

const patch = (id: string, change: object) =>
  admin.patch(`/v1/webhooks/${id}`).set(whatever).send(change).expect(200)

async function deliveriesOf(id: string) {
  return (await admin.get(`/v1/webhooks/${id}/deliveries?limit=100`).expect(200)).body.data
}

describe('createWebhook', () => {
  test('answers 201 with the secret, which is shown nowhere else', async () => {
    const receiver = await aReceiver()

    const { body, headers } = await admin
      .post('/v1/webhooks')
      .send({ name: 'Website', url: receiver.url })
      .expect(201)

    expect(headers['location']).toBe(`/v1/webhooks/${body.id}`)
    expect(body).toMatchObject({ state: 'active', audience: 'public', types: [], createdBy: admin.actor })
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const { secret, ...shown } = body
    expect((await admin.get(headers['location'] ?? '').expect(200)).body).toEqual(shown)
    const [row] = await database.rows<{ row: string }>(
      Prisma.sql`SELECT webhook::text AS row FROM webhook WHERE id = ${body.id}::uuid`,
    )
    expect(row?.row).not.toContain(Buffer.from(secret).toString('hex'))
    expect(JSON.stringify(await theLog(service))).not.toContain(receiver.url)
  })

  test.each([
    ['no URL', { name: 'x' }, '/url'],
    ['a URL with a password', { name: 'x', url: 'https://a:b@example.com' }, '/url'],
    [
      'a type that does not exist',
      { name: 'x', url: 'https://93.184.215.14', types: ['story.*'] },
      '/types/0',
    ],
    ['a secret of the caller’s own', { name: 'x', url: 'https://93.184.215.14', secret: 'mine' }, '/secret'],
  ])('answers 400 to %s', async (_, draft, pointer) => {
    const { body } = await admin.post('/v1/webhooks').send(draft).expect(400)

    expect(body.errors).toMatchObject([{ pointer }])
  })

  test('makes nothing in a dry run', async () => {
    const { body } = await admin
      .post('/v1/webhooks')
      .set({ prefer: 'tx=rollback' })
      .send({ name: 'Dry', url: 'https://93.184.215.14' })
      .expect(200)

    expect(body).not.toHaveProperty('secret')
    await admin.get(`/v1/webhooks/${body.id}`).expect(404)
  })
})

describe('a delivery', () => {
  test('is the event, signed so that the verifier of Standard Webhooks takes it', async () => {
    const receiver = await aReceiver()
    const { secret } = await aWebhook(receiver)

    const article = await anArticle(service)

    await expect.poll(() => receiver.received).toHaveLength(1)
    const [{ text, headers, id } = { text: '', headers: {}, id: '' }] = receiver.received
    const event = new Verifier(secret).verify(text, headers as Record<string, string>)
    expect(event).toMatchObject({
      specversion: '1.0',
      id,
      source: publicUrl,
      type: 'article.created',
      subject: `articles/${article.id}`,
    })
    expect(headers).toMatchObject({ 'content-type': 'application/cloudevents+json' })
    expect(headers).not.toHaveProperty('cookie')
  })

  test('is noted with status, time and the beginning of the answer', async () => {
    const receiver = await aReceiver()
    receiver.react = () => ({ status: 200, body: `\0${'é'.repeat(5000)}` })
    const { id } = await aWebhook(receiver)

    await anArticle(service)

    await expect.poll(async () => (await deliveriesOf(id))[0]?.state).toBe('delivered')
    const [{ id: eventId }] = await deliveriesOf(id)
    const { body } = await admin.get(`/v1/webhooks/${id}/deliveries/${eventId}`).expect(200)
    expect(body).toMatchObject({ state: 'delivered', attemptCount: 1, nextAttemptAt: null })
    expect(body.attempts).toMatchObject([{ number: 1, status: 200, error: null }])
    expect(Buffer.byteLength(body.attempts[0].response)).toBeLessThan(1030)
  })

  test('tells the public audience what readers could see, and nothing of how', async () => {
    const [everybody, editors] = [await aReceiver(), await aReceiver()]
    const { id } = await aWebhook(everybody, { audience: 'public', types: [] })
    await aWebhook(editors)

    const draft = await anArticle(service)
    const article = await aPublishedArticle(service)
    await anEdit(service, article, { headline: 'Not yet public' })

    await expect.poll(() => editors.received).toHaveLength(4)
    await expect.poll(() => everybody.received.map(({ body }) => body.type)).toEqual(['article.published'])
    expect(await deliveriesOf(id)).toHaveLength(1)
    expect(everybody.received[0]?.body).not.toHaveProperty('actor')
    expect(everybody.received[0]?.text).not.toContain(draft.id)
  })

  test.each([
    ['types', async () => ({ types: ['author.created'] })],
    ['tags', async () => ({ types: [], filter: { tags: ['authors'] } })],
  ])('is made of what the webhook asks for by %s', async (_, filter) => {
    const receiver = await aReceiver()
    await aWebhook(receiver, await filter())

    await anArticle(service)
    const author = await anAuthor(service)

    await expect.poll(() => receiver.received).toHaveLength(1)
    expect(receiver.received[0]?.body.subject).toBe(`authors/${author.id}`)
  })

  test('is made of one subject where that is asked for', async () => {
    const [one, other] = [await anArticle(service), await anArticle(service)]
    const receiver = await aReceiver()
    await aWebhook(receiver, { filter: { subjects: [`articles/${one.id}`] } })

    await anEdit(service, other, { headline: 'Other' })
    await anEdit(service, one, { headline: 'One' })

    await expect.poll(() => receiver.received.map(({ body }) => body.data.id)).toEqual([one.id])
  })

  test('is not taken by a redirect, which is not followed', async () => {
    const [receiver, elsewhere] = [await aReceiver(), await aReceiver()]
    receiver.react = () => ({ status: 302, headers: { location: elsewhere.url } })
    const { id } = await aWebhook(receiver)

    await anArticle(service)

    await expect.poll(async () => (await deliveriesOf(id))[0]?.attemptCount).toBe(1)
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'pending' }])
    expect(elsewhere.received).toEqual([])
  })

  test('that fails holds back what comes after it about the same subject, and nothing else', async () => {
    const receiver = await aReceiver()
    const [stuck, free] = [await anArticle(service), await anArticle(service)]
    let isBroken = true
    receiver.react = ({ body }) => ({ status: isBroken && body.data.id === stuck.id ? 500 : 204 })
    const { id } = await aWebhook(receiver)

    await anEdit(service, stuck, { headline: 'First' })
    await expect.poll(() => receiver.received).toHaveLength(1)
    await anEdit(service, stuck, { headline: 'Second' })
    await anEdit(service, free, { headline: 'Free' })
    await expect.poll(() => receiver.received.map(({ body }) => body.data.id)).toEqual([stuck.id, free.id])
    isBroken = false
    const [, , first] = await deliveriesOf(id)
    await admin.post(`/v1/webhooks/${id}/deliveries/${first.id}/redeliver`).expect(200)

    await expect.poll(() => receiver.received).toHaveLength(4)
    const revisions = receiver.received.filter(({ body }) => body.data.id === stuck.id)
    expect(revisions.map(({ body }) => body.data.revision)).toEqual([2, 2, 3])
    expect(receiver.received[0]?.id).toBe(receiver.received[2]?.id)
  })
})

describe('a receiver that is slow or dead', () => {
  test('is sent an event once while it takes its time', async () => {
    const receiver = await aReceiver()
    receiver.react = () => new Promise((resolve) => setTimeout(resolve, 4000, { status: 204 }))
    const { id } = await aWebhook(receiver)

    await anArticle(service)

    await expect.poll(async () => (await deliveriesOf(id))[0]?.state, { timeout }).toBe('delivered')
    expect(receiver.received).toHaveLength(1)
  })

  test('keeps nobody else waiting', async () => {
    const [dead, quick] = [await aReceiver(), await aReceiver()]
    dead.react = () => undefined
    await aWebhook(dead)
    await aWebhook(quick)

    for (let count = 0; count < 5; count += 1) await anArticle(service)

    await expect.poll(() => quick.received, { timeout: 5000 }).toHaveLength(5)
    await dead.close()
  })

  test('is given everything when it is back', { timeout: 30_000 }, async () => {
    const receiver = await aReceiver()
    await receiver.close()
    const { id } = await aWebhook(receiver)
    const articles = [await anArticle(service), await anArticle(service), await anArticle(service)]
    await expect
      .poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.failingSince, { timeout })
      .not.toBeNull()

    const back = await aReceiver(receiver.port)
    const last = await anArticle(service)

    const expected = [...articles, last].map((article) => article.id).sort()
    await expect
      .poll(() => [...new Set(back.received.map(({ body }) => body.data.id))].sort(), { timeout: 20_000 })
      .toEqual(expected)
    expect((await admin.get(`/v1/webhooks/${id}`).expect(200)).body.failingSince).toBeNull()
  })

  test('that says it is gone for good is switched off with an event, and comes back when it is made active', async () => {
    const receiver = await aReceiver()
    receiver.react = () => ({ status: 410 })
    const { id } = await aWebhook(receiver)

    await anArticle(service)

    await expect.poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.state).toBe('disabled')
    const facts = (await theLog(service)).filter(({ subject }) => subject === `webhooks/${id}`)
    expect(facts.at(-1)).toMatchObject({ type: 'webhook.disabled', actor: 'system:webhooks' })
    await admin.post(`/v1/webhooks/${id}/test`).expect(409)
    receiver.react = () => ({ status: 204 })
    await patch(id, { state: 'active' })
    await expect.poll(async () => (await deliveriesOf(id))[0]?.state, { timeout }).toBe('delivered')
  })
})

describe('changeWebhook', () => {
  test('lets events wait while it is paused, and sends them afterwards', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver)
    await patch(id, { state: 'paused' })
    await anArticle(service)
    await expect.poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.pendingCount).toBe(1)
    expect(receiver.received).toEqual([])

    await patch(id, { state: 'active' })

    await expect.poll(() => receiver.received).toHaveLength(1)
  })

  test('answers 428 without If-Match and 412 to a stale one', async () => {
    const { id, etag } = await aWebhook({ url: 'https://93.184.215.14' }, { state: 'paused' })
    await patch(id, { name: 'Other' })

    await admin.patch(`/v1/webhooks/${id}`).send({ name: 'x' }).expect(428)
    await admin.patch(`/v1/webhooks/${id}`).set({ 'if-match': etag }).send({ name: 'x' }).expect(412)
  })
})

test('a webhook is given events while it is changed', async () => {
  const { id } = await aWebhook(await aReceiver())

  const given = await service.ownDatabase.transaction(async (db) => {
    await lockWebhook(db, id)
    await aPublishedArticle(service)
    await expect.poll(() => deliveriesOf(id)).not.toEqual([])
    return deliveriesOf(id)
  })

  expect(given[0].type).toBe('article.published')
})

describe('rotateWebhookSecret', () => {
  test('signs with both secrets for a while, and then with the new one', async () => {
    const receiver = await aReceiver()
    const { id, secret: old } = await aWebhook(receiver)
    const { body } = await admin
      .post(`/v1/webhooks/${id}/rotate`)
      .set(whatever)
      .send({ overlapHours: 1 })
      .expect(200)
    await anArticle(service)
    await expect.poll(() => receiver.received).toHaveLength(1)
    await service.clock.during(new Date(Date.now() + 7_200_000).toISOString(), async () => {
      await anArticle(service)
      await expect.poll(() => receiver.received).toHaveLength(2)
    })

    const [both, one] = receiver.received
    const verify = (
      secret: string,
      { text, headers }: { text: string; headers: object } = { text: '', headers: {} },
    ) => new Verifier(secret).verify(text, headers as Record<string, string>)
    expect(verify(old, both)).toEqual(verify(body.secret, both))
    expect(verify(body.secret, one)).toBeDefined()
    expect(() => verify(old, one)).toThrow()
  })
})

describe('replayEvents', () => {
  test('sends what was before the webhook, in the order of the log', async () => {
    const article = await anArticle(service)
    for (const headline of ['Second', 'Third']) await anEdit(service, article, { headline })
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver, { filter: { subjects: [`articles/${article.id}`] } })

    const { body } = await admin.post(`/v1/webhooks/${id}/replay`).send({ after: '0' }).expect(200)
    await expect.poll(() => receiver.received).toHaveLength(3)
    await admin.post(`/v1/webhooks/${id}/replay`).send({ after: '0' }).expect(200)
    await expect.poll(() => receiver.received).toHaveLength(6)

    expect(body.count).toBe(3)
    expect(receiver.received.map((received) => received.body.data.revision)).toEqual([1, 2, 3, 1, 2, 3])
    expect(receiver.received.slice(3).map((received) => received.id)).toEqual(
      receiver.received.slice(0, 3).map((received) => received.id),
    )
  })
})

describe('replaying the whole log', () => {
  test('sends every event once, and those of each subject in order', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver, { types: [] })

    const { body } = await admin.post(`/v1/webhooks/${id}/replay`).send({ after: '0' }).expect(200)
    await expect
      .poll(async () => (await admin.get(`/v1/webhooks/${id}`)).body.pendingCount, { timeout })
      .toBe(0)

    // What it was sent as it happened comes before.
    const replayed = receiver.received.slice(-body.count)
    const bySubject = new Map<string, string[]>()
    for (const { body: event } of replayed) {
      bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event.sequence])
    }
    for (const sequences of bySubject.values()) expect(sequences).toEqual([...sequences].sort())
    expect(new Set(replayed.map((received) => received.id)).size).toBe(body.count)
  })
})

describe('testWebhook', () => {
  test('sends something of which nobody else hears', async () => {
    const receiver = await aReceiver()
    const { id, secret } = await aWebhook(receiver)
    const before = await theLog(service)

    const { body } = await admin.post(`/v1/webhooks/${id}/test`).expect(200)

    await expect.poll(() => receiver.received).toHaveLength(1)
    expect(receiver.received[0]).toMatchObject({ id: body.id, body: { type: 'webhook.test' } })
    const [{ text, headers } = { text: '', headers: {} }] = receiver.received
    expect(new Verifier(secret).verify(text, headers as Record<string, string>)).toBeDefined()
    expect(await theLog(service)).toEqual(before)
  })
})

describe('deleteWebhook', () => {
  test('ends it, with what it was sent', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver)

    await admin.delete(`/v1/webhooks/${id}`).set(whatever).expect(204)

    await anArticle(service)
    await admin.get(`/v1/webhooks/${id}`).expect(404)
    await admin.get(`/v1/webhooks/${id}/deliveries`).expect(404)
    expect(receiver.received).toEqual([])
  })
})

test('answers 404 for what does not exist', async () => {
  const { id } = await aWebhook({ url: 'https://93.184.215.14' }, { state: 'paused' })

  await admin.get(`/v1/webhooks/${unknownId}/deliveries`).expect(404)
  await admin.get(`/v1/webhooks/${id}/deliveries/${unknownId}`).expect(404)
  await admin.post(`/v1/webhooks/${unknownId}/replay`).send({ after: '0' }).expect(404)
})

// The last, for it leaves a gap in the log.
describe('a stretch of the log that is too long to be sent again at once', () => {
  test('is refused, whether it is said to be or the log is, and one of a hundred thousand is not', async () => {
    const { id } = await aWebhook(await aReceiver(), { types: ['topic.*'] })
    // Where a part of it that is written down at once may end or begin.
    const places = [100_001, 120_000, 120_001, 139_999, 140_000, 200_000]
    const send = (stretch: object) => admin.post(`/v1/webhooks/${id}/replay`).send(stretch)
    await service.database.transaction(async (db) => {
      await db.execute(Prisma.sql`UPDATE event_counter SET last_seq = last_seq + 200000`)
      await db.execute(Prisma.sql`
        INSERT INTO event (seq, id, type, subject, actor, at, data)
        SELECT seq, gen_random_uuid(), 'topic.updated', 'topics/' || seq, 'system:test', moment(), '{"tags": []}'
        FROM unnest(${places}::int[]) AS seq`)
    })

    const refused = await Promise.all([send({ after: '0' }), send({ after: '0', until: '100001' })])
    const taken = await send({ after: '100000', until: '200000' })

    for (const { status, body } of refused) {
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([{ pointer: '/until', code: 'too-large' }])
    }
    expect(taken.status).toBe(200)
    expect(taken.body.count).toBe(places.length)
    const deliveries: { sequence: string }[] = await deliveriesOf(id)
    expect(new Set(deliveries.map(({ sequence }) => Number(sequence)))).toEqual(new Set(places))
  })
})
