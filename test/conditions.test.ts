import { describe, expect, test } from 'vitest'
import { anArticle, aPublishedArticle } from './support/factories.ts'
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
})

describe('If-Match', () => {
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

  test('is not understood as anything but *', async () => {
    await editor
      .put(`/v1/articles/${ownId()}`)
      .set('if-none-match', '"1"')
      .send({ headline: 'Odd' })
      .expect(428)
  })
})
