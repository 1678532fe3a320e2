import { describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { forgetAnswers } from '../src/events/idempotency.ts'
import { anArticle, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, atOnce, tally, theDraft, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { clock, database } = service
const { editor, writer, admin } = await aDesk(service)

let keyCount = 0
function aKeyOfOnesOwn(): { 'idempotency-key': string } {
  keyCount += 1
  return { 'idempotency-key': `key ${keyCount}` }
}

describe('a request with an Idempotency-Key', () => {
  test('is done once and answered twice', async () => {
    const key = aKeyOfOnesOwn()
    const create = () => writer.post('/v1/articles').set(key).send({ headline: 'Once' }).expect(201)

    const [first, second] = [await create(), await create()]

    expect(second.text).toBe(first.text)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(first.headers['idempotency-replayed']).toBeUndefined()
    for (const name of ['etag', 'location', 'content-type', 'cache-control']) {
      expect(second.headers[name]).toBe(first.headers[name])
    }
    expect(await theLog(service, first.body)).toHaveLength(1)
  })

  test('is answered as before although its If-Match is stale by now', async () => {
    const [key, article] = [aKeyOfOnesOwn(), await anArticle(service)]
    const change = () =>
      editor
        .patch(`/v1/articles/${article.id}`)
        .set({ ...key, 'if-match': '"1"' })
        .send({ headline: 'Changed' })
        .expect(200)

    const [first, second] = [await change(), await change()]

    expect(second.body).toEqual(first.body)
    expect((await theDraft(editor, article)).revision).toBe(2)
  })

  test.each([
    ['a PUT', (id: string) => editor.put(`/v1/articles/${id}`).send({ headline: 'Put' })],
    ['a DELETE', (id: string) => editor.delete(`/v1/articles/${id}`)],
    ['a transition', (id: string) => editor.post(`/v1/articles/${id}/transitions`).send({ to: 'in_review' })],
    [
      'a batch',
      (id: string) =>
        editor.post('/v1/batch').send({
          operations: [
            { method: 'PATCH', path: `/v1/articles/${id}`, ifMatch: '"1"', body: { headline: 'Batch' } },
          ],
        }),
    ],
  ])('may be %s', async (_, request) => {
    const [key, { id }] = [aKeyOfOnesOwn(), await anArticle(service)]
    const send = () => request(id).set({ ...key, 'if-match': '"1"' })

    const [first, second] = [await send(), await send()]

    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.text).toBe(first.text)
    expect(second.headers['idempotency-replayed']).toBe('true')
  })

  test('is answered without a body again, where it was before', async () => {
    const { body } = await editor.post('/v1/topics').send({ name: 'Short-lived' }).expect(201)
    const key = aKeyOfOnesOwn()
    const remove = () => editor.delete(`/v1/topics/${body.id}`).set({ ...key, ...whatever })

    await remove().expect(204)
    const { text } = await remove().expect(204)

    expect(text).toBe('')
  })

  test.each([
    ['body', () => writer.post('/v1/articles').send({ headline: 'Other' })],
    ['URL', () => writer.post('/v1/articles?').send({ headline: 'Reused' })],
    ['method', () => writer.put('/v1/articles/external/a/b').send({ headline: 'Reused' })],
    [
      'preference',
      () => writer.post('/v1/articles').set('prefer', 'return=minimal').send({ headline: 'Reused' }),
    ],
  ])('is refused with 422 where the key had another %s', async (what, other) => {
    const key = aKeyOfOnesOwn()
    const original = { headline: 'Reused', slug: `reused-${what.toLowerCase()}` }
    await writer.post('/v1/articles').set(key).send(original).expect(201)
    const before = await allRows(service)

    const { body } = await other().set(key).expect(422)

    expect(body.code).toBe('idempotency-key-reused')
    expect(await allRows(service)).toEqual(before)
  })

  test('is told to wait while the same one is running', async () => {
    const key = aKeyOfOnesOwn()

    const answers = await atOnce(8, () => writer.post('/v1/articles').set(key).send({ headline: 'At once' }))

    const created = answers.filter(({ status }) => status === 201)
    const running = answers.filter(({ status }) => status === 409)
    expect(tally(answers)).toEqual({
      201: created.length,
      ...(running.length > 0 && { 409: running.length }),
    })
    expect(new Set(created.map(({ text }) => text)).size).toBe(1)
    for (const { body, headers } of running) {
      expect(body.code).toBe('request-in-progress')
      expect(headers['retry-after']).toBe('1')
    }
  })

  test.each([
    ['is not valid', 400, { headline: '' }],
    ['conflicts', 409, { headline: 'Unique' }],
    ['may not be done', 403, { headline: 'By a writer', publish: true }],
  ])('leaves nothing of what %s: the key is free for another try', async (_, status, refused) => {
    const key = aKeyOfOnesOwn()
    await aPublishedArticle(service, { slug: status === 409 ? 'unique' : `unique-${status}` })
    const before = await allRows(service)
    await writer.post('/v1/articles').set(key).send(refused).expect(status)
    expect(await allRows(service)).toEqual(before)

    const { headers } = await writer
      .post('/v1/articles')
      .set(key)
      .send({ headline: `Better ${status}` })
      .expect(201)

    expect(headers['idempotency-replayed']).toBeUndefined()
  })

  test('is remembered for 24 hours, and then free', async () => {
    const key = aKeyOfOnesOwn()
    await clock.set('2026-05-01T12:00:00.000Z')
    const create = () => writer.post('/v1/articles').set(key).send({ headline: 'A day', slug: undefined })
    await create().expect(201)

    await clock.advance({ hours: 23, minutes: 59 })
    const within = await create().expect(201)
    await clock.advance({ minutes: 2 })
    const beyond = await create().expect(409)

    expect(within.headers['idempotency-replayed']).toBe('true')
    expect(beyond.body.code).toBe('slug-taken')
    await clock.release()
  })

  test('is forgotten with its answer after 24 hours', async () => {
    await clock.set('2026-05-03T12:00:00.000Z')
    const make = (headline: string) =>
      writer.post('/v1/articles').set(aKeyOfOnesOwn()).send({ headline }).expect(201)
    await make('Old')
    await clock.advance({ hours: 23 })
    await make('New')
    await clock.advance({ hours: 2 })

    await forgetAnswers(database, service.listener, (error) => expect(error).toBeUndefined()).close()

    const kept = await database.rows<{ at: string }>(Prisma.sql`
      SELECT iso_moment(at) AS at FROM idempotency_record ORDER BY at`)
    expect(kept[0]?.at).toMatch('2026-05-04T11:00:00')
    await clock.release()
  })

  test('is the caller’s alone', async () => {
    const key = aKeyOfOnesOwn()
    const create = (by: typeof writer) =>
      by
        .post('/v1/topics')
        .set(key)
        .send({ name: `Topic of ${by.actor}` })
    const theirs = await create(editor).expect(201)

    const mine = await create(admin).expect(201)

    expect(mine.headers['idempotency-replayed']).toBeUndefined()
    expect(mine.body.id).not.toBe(theirs.body.id)
  })

  test('is refused where the answer holds a secret', async () => {
    const { body } = await admin
      .post('/v1/keys')
      .set(aKeyOfOnesOwn())
      .send({ name: 'Secret', role: 'reader' })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'idempotency-key' })])
  })

  test.each(['', 'x'.repeat(256)])('is refused for a key that is empty or too long', async (key) => {
    const { body } = await writer
      .post('/v1/articles')
      .set('idempotency-key', key)
      .send({ headline: 'Never' })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'idempotency-key' })])
  })

  test('may have 255 characters', async () => {
    const key = 'k'.repeat(255)

    await writer.post('/v1/articles').set('idempotency-key', key).send({ headline: 'Long key' }).expect(201)
  })

  test('is no cover for who may not do it any more', async () => {
    const key = aKeyOfOnesOwn()
    await writer.post('/v1/articles').set(key).send({ headline: 'While I could' }).expect(201)
    const { body: me } = await writer.get('/v1/me').expect(200)

    await admin.delete(`/v1/keys/${me.key.id}`).set(whatever).expect(204)

    await writer.post('/v1/articles').set(key).send({ headline: 'While I could' }).expect(401)
  })
})
