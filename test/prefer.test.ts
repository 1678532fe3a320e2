import { describe, expect, test } from 'vitest'
import { anArticle, anAuthor, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, ownId, theDraft, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { client } = service
const { editor, admin } = await aDesk(service)

const minimal = { prefer: 'return=minimal' }
const dryRun = { prefer: 'tx=rollback' }

describe('Prefer: return=minimal', () => {
  test('answers a creation with its headers alone', async () => {
    const { text, headers } = await editor
      .post('/v1/articles')
      .set(minimal)
      .send({ headline: 'In few words' })
      .expect(204)

    expect(text).toBe('')
    expect(headers['preference-applied']).toBe('return=minimal')
    expect(headers['etag']).toBe('"1"')
    const { body } = await editor.get(`${headers['location']}?version=draft`).expect(200)
    expect(body.slug).toBe('in-few-words')
  })

  test('answers a change with the new ETag alone', async () => {
    const article = await anArticle(service)

    const { text, headers } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ ...minimal, ...whatever })
      .send({ headline: 'Changed' })
      .expect(204)

    expect(text).toBe('')
    expect(headers['etag']).toBe('"2"')
  })

  test('shortens no refusal', async () => {
    const { body } = await editor.post('/v1/articles').set(minimal).send({}).expect(400)

    expect(body.errors).toHaveLength(1)
  })

  test.each(['respond-async', 'return=representation', 'return=tiny', 'wait=10'])(
    'ignores a preference that is not known or means nothing here: %s',
    async (prefer) => {
      const article = await anArticle(service)

      const { body, headers } = await editor
        .patch(`/v1/articles/${article.id}`)
        .set({ prefer, ...whatever })
        .send({ summary: 'Whole.' })
        .expect(200)

      expect(body.summary).toBe('Whole.')
      expect(headers['preference-applied']).toBeUndefined()
    },
  )
})

describe('Prefer: tx=rollback', () => {
  test('answers a creation as it would be, and keeps nothing', async () => {
    const before = await allRows(service)

    const { body, headers } = await editor
      .post('/v1/articles')
      .set(dryRun)
      .send({ headline: 'Only asking', sections: [{ body: 'A' }], publish: true })
      .expect(200)

    expect(body).toMatchObject({ slug: 'only-asking', revision: 1, state: ['published'] })
    expect(headers['preference-applied']).toBe('tx=rollback')
    expect(await allRows(service)).toEqual(before)
    await client.get('/v1/articles/only-asking').expect(404)
  })

  test('changes no row, whatever the request', async () => {
    const article = await aPublishedArticle(service, {
      by: [await anAuthor(service)],
      sections: [{ body: 'A' }],
      takeaways: [{ text: 'T' }],
      at: '2026-01-01T00:00:00.000Z',
    })
    const { sections, takeaways, byline } = await theDraft(editor, article)
    const other = await anAuthor(service)
    const trashed = await anArticle(service)
    await editor.delete(`/v1/articles/${trashed.id}`).set(whatever).expect(200)
    const [url, externalUrl] = [`/v1/articles/${article.id}`, '/v1/articles/external/a/b']
    await editor.put(externalUrl).send({ headline: 'There' }).expect(201)
    const before = await allRows(service)

    const requests = [
      editor.put(url).send({ headline: 'Put' }),
      editor.patch(url).send({ headline: 'Patch', publish: true }),
      editor.delete(url),
      editor.put(externalUrl).send({ headline: 'From elsewhere' }),
      editor.post(`${url}/sections`).send({ body: 'B' }),
      editor.put(`${url}/takeaways`).send([]),
      editor.patch(`/v1/sections/${sections[0]?.id}`).send({ body: 'B' }),
      editor.delete(`/v1/takeaways/${takeaways[0]?.id}`),
      editor.post(`${url}/transitions`).send({ to: 'withdrawn', note: 'Asking.' }),
      editor.post(`${url}/transitions`).send({ to: 'published', at: '2099-01-01T00:00:00Z' }),
      editor.post(`${url}/corrections`).send({ kind: 'update', note: 'Asking.' }),
      editor.post(`${url}/revisions/1/restore`),
      editor.post(`/v1/articles/${trashed.id}/restore`),
      admin.delete(`/v1/trash/${trashed.id}`),
      editor.post('/v1/authors').send({ name: 'Nobody' }),
      editor.delete(`/v1/authors/${byline[0]?.authorId}?reassignTo=${other.id}`),
      editor.post('/v1/topics').send({ name: 'Nothing' }),
      admin.post('/v1/keys').send({ name: 'No key', role: 'admin' }),
      editor
        .post('/v1/batch')
        .send({ operations: [{ method: 'POST', path: '/v1/topics', body: { name: 'Batch' } }] }),
    ]
    for (const request of requests) {
      const { status, headers, text } = await request.set({ ...dryRun, ...whatever })
      expect([200, 204], text).toContain(status)
      expect(headers['preference-applied']).toBe('tx=rollback')
    }

    expect(await allRows(service)).toEqual(before)
  })

  test.each([
    ['409: a slug that is taken', 409, () => editor.post('/v1/articles').send({ headline: 'Taken' })],
    ['409: an id that is taken', 409, () => editor.post('/v1/articles').send({ headline: 'X', id: takenId })],
    [
      '412: a stale version',
      412,
      () => editor.patch(`/v1/articles/${takenId}`).set('if-match', '"7"').send({ summary: 'X' }),
    ],
    ['428: no condition', 428, () => editor.patch(`/v1/articles/${takenId}`).send({ summary: 'X' })],
    [
      '409: a move that is not possible',
      409,
      () => editor.post(`/v1/articles/${takenId}/transitions`).set(whatever).send({ to: 'approved' }),
    ],
    ['400: what is not valid', 400, () => editor.post('/v1/articles').send({})],
    ['404: what is not there', 404, () => editor.patch('/v1/articles/nothing').set(whatever).send({})],
  ])('refuses what the real one would refuse with %s', async (_, status, request) => {
    await editor
      .put(`/v1/articles/${takenId}`)
      .set('if-none-match', '*')
      .send({ headline: 'Taken' })
      .ok(() => true)

    const real = await request().expect(status)
    const asked = await request().set(dryRun).expect(status)

    const { requestId: _one, ...expected } = real.body
    const { requestId: _other, ...body } = asked.body
    expect(body).toEqual(expected)
  })

  test('shows no secret of a key that is not made', async () => {
    const { body } = await admin
      .post('/v1/keys')
      .set(dryRun)
      .send({ name: 'No key', role: 'reader' })
      .expect(200)

    expect(body).not.toHaveProperty('secret')
  })

  test('uses up no Idempotency-Key, and no number of the log', async () => {
    const key = { 'idempotency-key': 'asked first' }
    const last = (await theLog(service)).length

    await editor
      .post('/v1/topics')
      .set({ ...dryRun, ...key })
      .send({ name: 'Asked' })
      .expect(200)
    const { headers } = await editor.post('/v1/topics').set(key).send({ name: 'Asked' }).expect(201)

    expect(headers['idempotency-replayed']).toBeUndefined()
    expect((await theLog(service)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: last + 1 }, (_, index) => index + 1),
    )
  })

  test('refuses a wish for a transaction that it does not know, rather than write', async () => {
    const before = await allRows(service)

    const { body } = await editor
      .post('/v1/topics')
      .set('prefer', 'tx=rolback')
      .send({ name: 'Misspelt' })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'prefer' })])
    expect(await allRows(service)).toEqual(before)
  })

  test.each(['TX=Rollback', 'tx="rollback"', 'respond-async, tx = rollback', 'tx=rollback; strict'])(
    'is understood as %s',
    async (prefer) => {
      const before = await allRows(service)

      await editor.post('/v1/topics').set('prefer', prefer).send({ name: 'However it is said' }).expect(200)

      expect(await allRows(service)).toEqual(before)
    },
  )
})

const takenId = ownId()
