import { describe, expect, test } from 'vitest'
import { anArticle, anAuthor, aPublishedArticle, aTopic } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, matching, ownId, theDraft, whatever } from './support/writing.ts'

const service = await aService()
const { editor, reader, admin } = await aDesk(service)

/** Changes an article as it is, whatever version was read. */
async function edit(article: { id: string }, change: object) {
  return (await editor.patch(`/v1/articles/${article.id}`).set(whatever).send(change).expect(200)).body
}

describe('a change without If-Match', () => {
  test.each([
    ['patch', '', { headline: 'New' }],
    ['put', '', { headline: 'New' }],
    ['delete', '', undefined],
    ['put', '/sections', []],
    ['put', '/takeaways', []],
    ['post', '/transitions', { to: 'in_review' }],
    ['post', '/revisions/1/restore', undefined],
  ] as const)('is refused with 428: %s /v1/articles/{article}%s', async (method, path, body) => {
    const article = await anArticle(service)
    const before = await allRows(service)

    const answer = await editor[method](`/v1/articles/${article.id}${path}`).send(body).expect(428)

    expect(answer.body.code).toBe('precondition-required')
    expect(await allRows(service)).toEqual(before)
  })

  test('is refused for a purge', async () => {
    const article = await anArticle(service)
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    await admin.delete(`/v1/trash/${article.id}`).expect(428)
  })

  test('is no 428 where there is nothing to change', async () => {
    await editor.patch('/v1/articles/no-such-article').send({ headline: 'New' }).expect(404)
  })
})

describe('a change with a stale If-Match', () => {
  test('changes nothing and is told the current ETag', async () => {
    const article = await anArticle(service)
    await edit(article, { headline: 'Theirs' })
    const before = await allRows(service)

    const { body, headers } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set('if-match', '"1"')
      .send({ headline: 'Mine' })
      .expect(412)

    expect(body).toMatchObject({ code: 'precondition-failed', etag: '"2"' })
    expect(headers['etag']).toBe('"2"')
    expect(await allRows(service)).toEqual(before)
  })

  test('is told that the two changes touch the same fields', async () => {
    const article = await anArticle(service)
    await edit(article, { headline: 'Theirs', summary: 'Theirs.' })

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set('if-match', '"1"')
      .send({ headline: 'Mine', dateline: 'Lisbon' })
      .expect(412)

    expect(body.changedByOthers.sort()).toEqual(['/headline', '/summary'])
    expect(body.changedByYou.sort()).toEqual(['/dateline', '/headline'])
    expect(body.overlaps).toBe(true)
  })

  test('is told that the two changes touch different fields', async () => {
    const article = await anArticle(service, { sections: [{ body: 'A' }, { body: 'B' }] })
    const { sections } = await theDraft(editor, article)
    await editor.patch(`/v1/sections/${sections[0]?.id}`).set(whatever).send({ body: 'Theirs' }).expect(200)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ 'if-match': '"1"', 'content-type': 'application/json-patch+json' })
      .send([{ op: 'replace', path: '/sections/1/body', value: 'Mine' }])
      .expect(412)

    expect(body.changedByOthers).toEqual([`/sections/${sections[0]?.id}`])
    expect(body.changedByYou).toEqual([`/sections/${sections[1]?.id}`])
    expect(body.overlaps).toBe(false)
  })

  test('is told what others did in several revisions since', async () => {
    const article = await anArticle(service)
    await edit(article, { headline: 'One' })
    await edit(article, { summary: 'Two.' })
    await edit(article, { headline: 'Three' })

    const { body } = await editor
      .put(`/v1/articles/${article.id}`)
      .set('if-match', '"2"')
      .send({ headline: 'One', dateline: 'Lisbon' })
      .expect(412)

    expect(body.changedByOthers.sort()).toEqual(['/headline', '/summary'])
    expect(body.changedByYou).toEqual(['/dateline'])
    expect(body.overlaps).toBe(false)
  })

  test.each(['"0"', '"99"'])('is told no more of the version %s, which never was', async (never) => {
    const article = await anArticle(service)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set('if-match', never)
      .send({ headline: 'Mine' })
      .expect(412)

    expect(body.etag).toBe('"1"')
    expect(body).not.toHaveProperty('changedByOthers')
  })

  test('is refused on every road into the article', async () => {
    const article = await anArticle(service, { sections: [{ body: 'A' }] })
    await edit(article, { headline: 'Theirs' })
    const url = `/v1/articles/${article.id}`
    const stale = { 'if-match': '"1"' }

    await editor.put(url).set(stale).send({ headline: 'Mine' }).expect(412)
    await editor.delete(url).set(stale).expect(412)
    await editor.put(`${url}/sections`).set(stale).send([]).expect(412)
    await editor.post(`${url}/transitions`).set(stale).send({ to: 'in_review' }).expect(412)
    await editor.post(`${url}/revisions/1/restore`).set(stale).expect(412)
  })

  test.each([
    ['whose test holds only now', { op: 'test', path: '/headline', value: 'Theirs' }],
    ['of what was not there yet', { op: 'replace', path: '/sections/0/body', value: 'Mine' }],
  ])('is told no more of a patch %s', async (_, operation) => {
    const article = await anArticle(service)
    await edit(article, { headline: 'Theirs', sections: [{ body: 'A' }] })

    const { body, headers } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ 'if-match': '"1"', 'content-type': 'application/json-patch+json' })
      .send([operation])
      .expect(412)

    expect(body).toMatchObject({ code: 'precondition-failed', etag: '"2"' })
    expect(body).not.toHaveProperty('changedByYou')
    expect(headers['etag']).toBe('"2"')
  })

  test('is refused where none is needed', async () => {
    const article = await aPublishedArticle(service)
    const trashed = await anArticle(service)
    await editor.delete(`/v1/articles/${trashed.id}`).set(whatever).expect(200)
    await editor.put('/v1/articles/external/wire/stale').send({ headline: 'Wired' }).expect(201)
    const before = await allRows(service)
    const stale = { 'if-match': '"999"' }
    const url = `/v1/articles/${article.id}`

    await editor.post(`${url}/sections`).set(stale).send({ body: 'Mine' }).expect(412)
    await editor.post(`${url}/takeaways`).set(stale).send({ text: 'Mine' }).expect(412)
    await editor.post(`${url}/corrections`).set(stale).send({ kind: 'correction', note: 'Mine' }).expect(412)
    await editor.post(`/v1/articles/${trashed.id}/restore`).set(stale).expect(412)
    await editor.put('/v1/articles/external/wire/stale').set(stale).send({ headline: 'Mine' }).expect(412)

    expect(await allRows(service)).toEqual(before)
  })
})

describe('If-Match', () => {
  test('is heeded where none is needed', async () => {
    const { id } = await anArticle(service)
    const external = '/v1/articles/external/wire/heeded'
    const draft = { headline: 'Heeded' }

    await editor.put(external).set(whatever).send(draft).expect(412)
    await editor.put(external).send(draft).expect(201)
    await editor.put(external).set('if-match', '"1"').send({ headline: 'Heeded again' }).expect(200)
    await editor.post(`/v1/articles/${id}/sections`).set('if-match', '"1"').send({ body: 'A' }).expect(201)
  })

  const change = (id: string, ifMatch: string) =>
    editor.patch(`/v1/articles/${id}`).set('if-match', ifMatch).send({ headline: 'New' })

  test('matches by the ETag of the draft', async () => {
    const article = await anArticle(service)
    const { headers, body } = await reader.get(`/v1/articles/${article.id}?version=draft`).expect(200)

    expect(headers['etag']).toBe(body.etag)
    await editor.patch(`/v1/articles/${article.id}`).set(matching(body)).send({ headline: 'New' }).expect(200)
  })

  test('matches whatever is there by *', async () => {
    const { id } = await anArticle(service)

    await change(id, '*').expect(200)
  })

  test.each(['"7", "1"', '"1","7"', '"a,b", "1"', 'W/"7", "1"'])(
    'matches by any of a list: %s',
    async (list) => {
      const { id } = await anArticle(service)

      await change(id, list).expect(200)
    },
  )

  test.each(['W/"1"', '"7", W/"1"', '1', '"1', '""', '"1 "', '"*"', 'one'])(
    'does not match weakly, or by what is no ETag of it: %s',
    async (ifMatch) => {
      const { id } = await anArticle(service)

      await change(id, ifMatch).expect(412)
    },
  )

  test('does not match by the ETag of what is public', async () => {
    const { id } = await aPublishedArticle(service)
    const { headers } = await reader.get(`/v1/articles/${id}`).expect(200)

    await change(id, headers['etag'] ?? '').expect(412)
  })

  test('is the same whatever the representation of the draft', async () => {
    const { id } = await anArticle(service)

    const urls = ['', '&format=html', '&include=sections'].map((query) => `?version=draft${query}`)
    const answers = await Promise.all(
      urls.map((query) => reader.get(`/v1/articles/${id}${query}`).expect(200)),
    )
    const parts = await Promise.all(
      ['sections', 'takeaways'].map((part) => reader.get(`/v1/articles/${id}/${part}?version=draft`)),
    )

    expect([...answers, ...parts].map(({ headers }) => headers['etag'])).toEqual(Array(5).fill('"1"'))
  })

  test('of an article grows with every change inside of it', async () => {
    const { id } = await anArticle(service)

    await editor.post(`/v1/articles/${id}/sections`).send({ body: 'A' }).expect(201)
    await editor.post(`/v1/articles/${id}/takeaways`).send({ text: 'T' }).expect(201)

    await change(id, '"1"').expect(412)
    await change(id, '"3"').expect(200)
  })
})

describe('If-None-Match: *', () => {
  test('creates once', async () => {
    const url = `/v1/articles/${ownId()}`
    const create = () => editor.put(url).set('if-none-match', '*').send({ headline: 'Once and no more' })

    await create().expect(201)
    await create().expect(412)
  })

  test('creates nothing where an If-Match asks for what is there', async () => {
    const url = `/v1/articles/${ownId()}`

    await editor
      .put(url)
      .set({ ...whatever, 'if-none-match': '*' })
      .send({ headline: 'Both' })
      .expect(412)
    await editor.get(`${url}?version=draft`).expect(404)
  })

  test('changes nothing that is there, whatever If-Match says', async () => {
    const [article, author, topic] = [
      await anArticle(service),
      await anAuthor(service),
      await aTopic(service),
    ]
    const external = '/v1/articles/external/wire/there'
    await editor.put(external).send({ headline: 'There already' }).expect(201)
    const before = await allRows(service)
    const both = { ...whatever, 'if-none-match': '*' }

    await editor.put(external).set('if-none-match', '*').send({ headline: 'New' }).expect(412)
    await editor.put(`/v1/authors/${author.id}`).set(both).send({ name: 'New' }).expect(412)
    await editor.put(`/v1/topics/${topic.id}`).set(both).send({ name: 'New' }).expect(412)
    await editor.patch(`/v1/articles/${article.id}`).set(both).send({ headline: 'New' }).expect(412)
    await editor.put(`/v1/articles/${article.id}/sections`).set(both).send([]).expect(412)

    expect(await allRows(service)).toEqual(before)
  })

  test('is not understood as anything but *', async () => {
    await editor
      .put(`/v1/articles/${ownId()}`)
      .set('if-none-match', '"1"')
      .send({ headline: 'Odd' })
      .expect(428)
  })
})
