import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import type { ChangeEvent } from '../src/events/schema.ts'
import { limits } from '../src/http/limits.ts'
import { anArticle, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aStream } from './support/stream.ts'
import { aColleague, aDesk, type Colleague, matching, theLog, whatever } from './support/writing.ts'

const service = await aService({ heartbeatMs: 100 })
const desk = await aDesk(service)

const by = ({ secret }: Colleague) => ({ authorization: `Bearer ${secret}` })
const told = ({ type, subject }: ChangeEvent) => `${type} ${subject}`

describe('a stream of changes', () => {
  test('tells what happens from now on', async () => {
    await anArticle(service)
    const stream = await aStream(service, '', by(desk.reader))

    const article = await aPublishedArticle(service)

    const events = await stream.until(2)
    expect(events.map(told)).toEqual([
      `article.created articles/${article.id}`,
      `article.published articles/${article.id}`,
    ])
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      'x-accel-buffering': 'no',
    })
    stream.close()
  })

  test('goes on after the last event that its reader had', async () => {
    const first = await aStream(service, '', by(desk.reader))
    await anArticle(service)
    await first.until(1)
    first.close()
    const missed = await anArticle(service)

    const second = await aStream(service, '', { ...by(desk.reader), 'last-event-id': first.lastEventId() })

    expect((await second.until(1)).map(told)).toEqual([`article.created articles/${missed.id}`])
    second.close()
  })

  test('can be followed from the very beginning', async () => {
    const log = await theLog(service)

    const stream = await aStream(service, '?after=0', by(desk.reader))

    expect((await stream.until(log.length)).map(({ type }) => type)).toEqual(log.map(({ type }) => type))
    stream.close()
  })

  test('names its place at once and in every sign of life, so that nothing is lost before the first event', async () => {
    const stream = await aStream(service, '?types=topic.created', by(desk.reader))
    await expect.poll(() => stream.lastEventId()).not.toBe('')
    const before = stream.lastEventId()

    await anArticle(service)

    await expect.poll(() => stream.lastEventId()).not.toBe(before)
    expect(stream.comments.length).toBeGreaterThan(0)
    expect(stream.events).toEqual([])
    stream.close()
  })

  test('tells who has no key what readers could see, and nothing else', async () => {
    const stream = await aStream(service)

    await anArticle(service)
    const published = await aPublishedArticle(service)

    expect((await stream.until(1)).map(told)).toEqual([`article.published articles/${published.id}`])
    expect(stream.events[0]).not.toHaveProperty('actor')
    stream.close()
  })

  test('ends when its key is revoked', async () => {
    const gone = await aColleague(service, 'reader')
    const stream = await aStream(service, '?types=topic.created', by(gone))

    const { body } = await desk.admin.get(`/v1/keys/${gone.actor.slice(4)}`).expect(200)
    await desk.admin.delete(`/v1/keys/${body.id}`).set(matching(body)).expect(204)

    await stream.ended
    const again = await aStream(service, '', { ...by(gone), 'last-event-id': stream.lastEventId() })
    expect(again.status).toBe(401)
  })

  test('goes on for a key that was only renamed, once it is opened again', async () => {
    const renamed = await aColleague(service, 'reader')
    const stream = await aStream(service, '', by(renamed))
    await desk.admin
      .patch(`/v1/keys/${renamed.actor.slice(4)}`)
      .set(whatever)
      .send({ name: 'N' })
      .expect(200)
    await stream.ended

    const again = await aStream(service, '', { ...by(renamed), 'last-event-id': stream.lastEventId() })
    const article = await anArticle(service)

    expect((await again.until(1)).map(told)).toContain(`article.created articles/${article.id}`)
    again.close()
  })

  test('waits for a reader who is slow, and misses nothing', { timeout: 60_000 }, async () => {
    const slow = await aStream(service, '', by(desk.reader))
    const quick = await aStream(service, '', by(desk.reader))
    slow.response.pause()
    const operations = Array.from({ length: 100 }, () => ({
      method: 'POST',
      path: '/v1/articles',
      body: { headline: 'One of very many', summary: 'x'.repeat(1000) },
    }))
    for (let round = 1; round <= 10; round += 1) {
      const unlike = operations.map((operation, index) => ({
        ...operation,
        body: { ...operation.body, slug: `one-of-very-many-${round}-${index}` },
      }))
      await desk.editor.post('/v1/batch').send({ operations: unlike }).expect(200)
    }
    const all = await quick.until(1000)

    slow.response.resume()

    expect((await slow.until(1000)).map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    slow.close()
    quick.close()
  })

  test('is one of so many that a key may have at a time, and leaves its place to the next', async () => {
    const reader = await aColleague(service, 'reader')
    const open = () => aStream(service, '', by(reader))
    const streams = await Promise.all(Array.from({ length: limits.followersOfOneKey }, open))

    const refused = await open()

    expect(streams.map(({ status }) => status)).toEqual(Array(limits.followersOfOneKey).fill(200))
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('5')
    streams.pop()?.close()
    await expect
      .poll(async () => {
        const next = await open()
        next.close()
        return next.status
      })
      .toBe(200)
    for (const stream of streams) stream.close()
  })

  test('takes no place when it ends before it begins', async () => {
    const reader = await aColleague(service, 'reader')
    const { port } = service.app.server.address() as AddressInfo
    // Nobody is let in while the end of the log cannot be read.
    await service.database.transaction(async (db) => {
      await db.execute(Prisma.sql`LOCK TABLE event_counter IN ACCESS EXCLUSIVE MODE`)
      const headers = { accept: 'text/event-stream', ...by(reader) }
      const sent = Array.from({ length: limits.followersOfOneKey }, () => {
        const one = request({ port, host: '127.0.0.1', path: '/v1/changes', agent: false, headers })
        return one.on('error', () => {}).end()
      })
      await setTimeout(500)
      for (const one of sent) one.destroy()
      await setTimeout(100)
    })

    await setTimeout(500)
    const open = () => aStream(service, '', by(reader))
    const streams = await Promise.all(Array.from({ length: limits.followersOfOneKey }, open))
    expect(streams.map(({ status }) => status)).toEqual(Array(limits.followersOfOneKey).fill(200))
    for (const stream of streams) stream.close()
  })

  test('is refused with a cursor that is none, and answers HEAD without one', async () => {
    const { client } = service

    const { body } = await client
      .get('/v1/changes')
      .set({ accept: 'text/event-stream', 'last-event-id': 'x' })
      .expect(400)
    await client.head('/v1/changes').set({ accept: 'text/event-stream' }).expect(200)

    expect(body.errors).toMatchObject([{ parameter: 'last-event-id' }])
  })

  test('ends when the service closes, and a long poll is answered', async () => {
    const closing = await aService()
    const reader = await aColleague(closing, 'reader')
    const stream = await aStream(closing, '', by(reader))
    const polling = reader.get('/v1/changes?after=latest&wait=30').then((answer) => answer)
    await expect.poll(async () => (await reader.get('/health/ready')).status).toBe(200)

    await closing.app.close()

    await stream.ended
    expect((await polling).body.data).toEqual([])
  })
})
