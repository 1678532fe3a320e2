import { describe, expect, test } from 'vitest'
import { anArticle, anEdit, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, atOnce, ownId, theDraft, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { client } = service
const { editor, writer, admin } = await aDesk(service)

interface Operation {
  method: string
  path: string
  ifMatch?: string
  ifNoneMatch?: string
  contentType?: string
  body?: unknown
}

function batch(operations: Operation[], by = editor) {
  return by.post('/v1/batch').send({ operations })
}

function newTopic(name: string): Operation {
  return { method: 'POST', path: '/v1/topics', body: { name } }
}

describe('runBatch', () => {
  test('does all operations in their order, and answers each as it would alone', async () => {
    const [article, author] = [ownId(), ownId()]

    const { body } = await batch([
      { method: 'POST', path: '/v1/authors', body: { id: author, name: 'Batch Author' } },
      { method: 'PUT', path: `/v1/articles/${article}`, ifNoneMatch: '*', body: { headline: 'In a batch' } },
      {
        method: 'PATCH',
        path: `/v1/articles/${article}`,
        ifMatch: '"1"',
        contentType: 'application/json-patch+json',
        body: [{ op: 'add', path: '/byline/-', value: { authorId: author } }],
      },
      { method: 'POST', path: `/v1/articles/${article}/sections`, body: { body: 'A' } },
      {
        method: 'POST',
        path: `/v1/articles/${article}/transitions`,
        ifMatch: '*',
        body: { to: 'published' },
      },
    ]).expect(200)

    expect(body.data.map(({ status }: { status: number }) => status)).toEqual([201, 201, 200, 201, 200])
    expect(body.data[1]).toMatchObject({ etag: '"1"', location: `/v1/articles/${article}` })
    expect(body.data[4].body.state).toEqual(['published'])
    const shown = await client.get('/v1/articles/in-a-batch').expect(200)
    expect(shown.body).toMatchObject({ byline: [{ author: { id: author } }], sections: [{ body: 'A' }] })
  })

  test('answers null where an operation has no body', async () => {
    const { body: topic } = await editor.post('/v1/topics').send({ name: 'Passing' }).expect(201)

    const { body } = await batch([
      { method: 'DELETE', path: `/v1/topics/${topic.id}`, ifMatch: topic.etag },
    ]).expect(200)

    expect(body.data).toEqual([{ status: 204, etag: null, location: null, body: null }])
  })

  test('does none when one is refused, and says which', async () => {
    const article = await anArticle(service)
    const before = await allRows(service)

    const { body, headers } = await batch([
      newTopic('Before'),
      { method: 'PATCH', path: `/v1/articles/${article.id}`, ifMatch: '"7"', body: { summary: 'S' } },
      newTopic('After'),
    ]).expect(412)

    expect(body).toMatchObject({
      code: 'precondition-failed',
      operation: 1,
      etag: '"1"',
      instance: '/v1/batch',
    })
    expect(headers['content-type']).toMatch('application/problem+json')
    expect(await allRows(service)).toEqual(before)
  })

  test('says of a stale change whether it touches what others changed', async () => {
    const article = await anArticle(service)
    await anEdit(service, article, { headline: 'Theirs' })
    const stale = { method: 'PATCH', path: `/v1/articles/${article.id}`, ifMatch: '"1"' }

    const { body } = await batch([{ ...stale, body: { summary: 'Mine' } }]).expect(412)

    expect(body).toMatchObject({
      ...{ operation: 0, etag: '"2"', overlaps: false },
      ...{ changedByOthers: ['/headline'], changedByYou: ['/summary'] },
    })
  })

  test.each([
    [400, { method: 'POST', path: '/v1/topics', body: {} }],
    [404, { method: 'PATCH', path: '/v1/topics/nothing', ifMatch: '*', body: {} }],
    [404, { method: 'POST', path: '/v1/nothing', body: {} }],
    [405, { method: 'DELETE', path: '/v1/topics' }],
    [409, newTopic('Taken')],
    [428, { method: 'DELETE', path: '/v1/topics/taken' }],
  ])('names the operation that is refused with %d', async (status, refused) => {
    await batch([newTopic('Taken')])

    const { body } = await batch([newTopic(`First of ${status}`), refused]).expect(status)

    expect(body.operation).toBe(1)
  })

  test('points to the fault inside of the operation', async () => {
    const { body } = await batch([newTopic('Fine'), { ...newTopic(''), body: { nme: 'x' } }]).expect(400)

    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/operations/1/body/name' }),
      expect.objectContaining({ pointer: '/operations/1/body/nme', suggestion: 'name' }),
    ])
  })

  test('swaps the slugs of two public articles', async () => {
    const at = '2026-01-01T00:00:00.000Z'
    const one = await aPublishedArticle(service, { slug: 'swap-one', at })
    const other = await aPublishedArticle(service, { slug: 'swap-other', at })
    const take = ({ id }: { id: string }, slug: string) => ({
      method: 'PATCH',
      path: `/v1/articles/${id}`,
      ifMatch: '*',
      body: { slug, publish: true },
    })

    await batch([take(one, 'swap-other'), take(other, 'swap-one')]).expect(200)

    expect((await client.get('/v1/articles/swap-one').expect(200)).body.id).toBe(other.id)
    expect((await client.get('/v1/articles/swap-other').expect(200)).body.id).toBe(one.id)
  })

  test('is refused as a whole for what only all of it breaks', async () => {
    const [one, other] = [await anArticle(service), await anArticle(service)]
    const before = await allRows(service)
    const rename = ({ id }: { id: string }) => ({
      method: 'PATCH',
      path: `/v1/articles/${id}`,
      ifMatch: '*',
      body: { slug: 'both-want-it' },
    })

    const { body } = await batch([rename(one), rename(other)]).expect(409)

    expect(body.code).toBe('slug-taken')
    expect(await allRows(service)).toEqual(before)
  })

  test('gives each operation the rights of the caller, and no more', async () => {
    const foreign = await anArticle(service)
    const before = await allRows(service)

    const { body } = await batch(
      [
        { method: 'POST', path: '/v1/articles', body: { headline: 'Mine in a batch' } },
        { method: 'PATCH', path: `/v1/articles/${foreign.id}`, ifMatch: '*', body: { summary: 'S' } },
      ],
      writer,
    ).expect(403)

    expect(body.operation).toBe(1)
    expect(await allRows(service)).toEqual(before)
  })

  test('takes 100 operations, and not one more', async () => {
    const operations = Array.from({ length: 101 }, (_, index) => newTopic(`Hundred ${index}`))

    const { body } = await batch(operations).expect(400)
    await batch(operations.slice(1)).expect(200)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/operations', code: 'too-large' })])
  })

  test.each([
    '/v1/batch',
    '/v1/batch?x=1',
    '/v1/%62atch',
    '/v1/./batch',
    '/v1/x/../batch',
    '/v1/\tbatch',
    '/v1/batch\0',
    '/v1/batch#x',
    '//host/v1/batch',
    'http://host/v1/batch',
    '/health/live',
  ])('refuses a batch in a batch, and what is no path of the API: %j', async (path) => {
    const before = await allRows(service)

    const nested = { operations: [newTopic('Nested')] }
    const { body } = await batch([{ method: 'POST', path, body: nested }]).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/operations/0/path' })])
    expect(await allRows(service)).toEqual(before)
  })

  test.each([
    '/v1/keys',
    '/v1/%6beys',
    '/v1/x/../keys',
    '/v1/./keys',
    '/v1/\tkeys',
    '/v1/keys\0',
    '/v1/keys#',
  ])('makes no keys, whose secrets it would show and keep: %j', async (path) => {
    const before = await allRows(service)

    await batch([{ method: 'POST', path, body: { name: 'Smuggled', role: 'admin' } }], admin)
      .set('idempotency-key', ownId())
      .expect(400)

    expect(await allRows(service)).toEqual(before)
  })

  test('reads nothing', async () => {
    const { body } = await batch([{ method: 'GET', path: '/v1/keys' }], admin).expect(400)

    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toContain('/operations/0/method')
  })

  test('records its facts one after another, without gaps', async () => {
    const last = (await theLog(service)).length

    await batch(['One fact', 'Two facts', 'Three facts'].map(newTopic)).expect(200)

    const facts = (await theLog(service)).slice(last)
    expect(facts.map(({ seq }) => seq)).toEqual([last + 1, last + 2, last + 3])
    expect(facts.every(({ actor }) => actor === editor.actor)).toBe(true)
  })

  test('is done by many at once', async () => {
    const answers = await atOnce(20, (index) => batch([newTopic(`Crowd ${index}`)]))

    expect(answers.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([])
  })

  test('is done, one after the other, by two that change the same articles in another order', async () => {
    const [one, other] = [await anArticle(service), await anArticle(service)]
    const change = ({ id }: { id: string }, summary: string) => ({
      method: 'PATCH',
      path: `/v1/articles/${id}`,
      ifMatch: '*',
      body: { summary },
    })

    const answers = await atOnce(4, (index) => {
      const operations = [change(one, `${index}`), change(other, `${index}`)]
      return batch(index % 2 === 0 ? operations : operations.reverse())
    })

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await theDraft(editor, one)).summary).toBe((await theDraft(editor, other)).summary)
  })

  test('counts one revision for each operation on an article', async () => {
    const article = await anArticle(service)
    const add = { method: 'POST', path: `/v1/articles/${article.id}/sections`, body: { body: 'A' } }

    await batch([add, add, add]).expect(200)

    expect((await theDraft(editor, article)).revision).toBe(4)
    const { body } = await editor.get(`/v1/articles/${article.id}/revisions`).set(whatever).expect(200)
    expect(body.data).toHaveLength(4)
  })
})
