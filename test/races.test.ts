import { afterAll, describe, expect, test } from 'vitest'
import { anArticle, anAuthor } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, atOnce, ownId, tally, theDraft, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { client } = service
const { editor } = await aDesk(service)

async function revisionsOf({ id }: { id: string }): Promise<number[]> {
  const { body } = await editor.get(`/v1/articles/${id}/revisions?limit=100`).expect(200)
  return body.data.map(({ number }: { number: number }) => number).reverse()
}

/** 1, 2, 3 … */
function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

afterAll(async () => {
  const seqs = (await theLog(service)).map(({ seq }) => seq)
  expect(seqs).toEqual(upTo(seqs.length))
})

describe('50 writers on one version', () => {
  test('have one winner, and 49 who are told that they lost', async () => {
    const article = await anArticle(service)

    const answers = await atOnce(50, (index) =>
      editor
        .patch(`/v1/articles/${article.id}`)
        .set('if-match', '"1"')
        .send({ summary: `By ${index}` }),
    )

    expect(tally(answers)).toEqual({ 200: 1, 412: 49 })
    const winner = answers.find(({ status }) => status === 200)?.body
    expect(await theDraft(editor, article)).toEqual(winner)
    expect(await revisionsOf(article)).toEqual([1, 2])
  })

  test('have one winner on a section as well', async () => {
    const article = await anArticle(service, { sections: [{ body: 'A' }] })
    const section = (await theDraft(editor, article)).sections[0]

    const answers = await atOnce(50, (index) =>
      editor
        .patch(`/v1/sections/${section?.id}`)
        .set('if-match', section?.etag ?? '')
        .send({ body: `By ${index}` }),
    )

    expect(tally(answers)).toEqual({ 200: 1, 412: 49 })
  })

  test('move an article once', async () => {
    const article = await anArticle(service)

    const answers = await atOnce(20, () =>
      editor.post(`/v1/articles/${article.id}/transitions`).set('if-match', '"1"').send({ to: 'in_review' }),
    )

    expect(tally(answers)).toEqual({ 200: 1, 412: 19 })
    expect(await theLog(service, article)).toHaveLength(2)
  })
})

describe('50 saves of whatever is there', () => {
  test('are all kept, each as its own revision', async () => {
    const article = await anArticle(service)

    const answers = await atOnce(50, (index) =>
      editor
        .patch(`/v1/articles/${article.id}`)
        .set(whatever)
        .send({ summary: `By ${index}` }),
    )

    expect(tally(answers)).toEqual({ 200: 50 })
    const answered = answers.map(({ body }) => body.revision).sort((a, b) => a - b)
    expect(answered).toEqual(upTo(51).slice(1))
    expect(await revisionsOf(article)).toEqual(upTo(51))
    const logged = (await theLog(service, article)).map(({ data }) => data['revision'])
    expect(logged).toEqual(upTo(51))
  })
})

describe('those who create at the same time', () => {
  test('get one slug once', async () => {
    const answers = await atOnce(50, () => editor.post('/v1/articles').send({ headline: 'Everybody’s' }))

    expect(tally(answers)).toEqual({ 201: 1, 409: 49 })
    const codes = answers.filter(({ status }) => status === 409).map(({ body }) => body.code)
    expect(new Set(codes)).toEqual(new Set(['slug-taken']))
  })

  test('create one article with one Idempotency-Key', async () => {
    const create = () =>
      editor.post('/v1/articles').set('idempotency-key', 'the same').send({ headline: 'The same key' })

    const answers = [...(await atOnce(19, create)), await create()]

    const done = answers.filter(({ status }) => status === 201)
    const waiting = answers.filter(
      ({ status, body }) => status === 409 && body.code === 'request-in-progress',
    )
    expect(done.length + waiting.length).toBe(20)
    expect(new Set(done.map(({ text }) => text)).size).toBe(1)
    expect(await theLog(service, done[0]?.body)).toHaveLength(1)
  })

  test('create one article by PUT with one id', async () => {
    const id = ownId()

    const answers = await atOnce(20, () =>
      editor.put(`/v1/articles/${id}`).set('if-none-match', '*').send({ headline: 'Put at once' }),
    )

    const { 201: created, 409: taken = 0, 412: existed = 0, ...others } = tally(answers)
    expect([created, taken + existed, others]).toEqual([1, 19, {}])
  })

  test('create one article by one external id', async () => {
    const answers = await atOnce(20, () =>
      editor.put('/v1/articles/external/wire/1').send({ headline: 'Wired at once' }),
    )

    expect(tally(answers)).toEqual({ 200: 19, 201: 1 })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })
})

describe('those who arrange sections at the same time', () => {
  test('leave a gap-free permutation, with everything that was added', async () => {
    const article = await anArticle(service, {
      sections: Array.from({ length: 10 }, (_, index) => ({ body: `${index}` })),
    })
    const { sections } = await theDraft(editor, article)
    const positions = ['start', 'end', 3, { after: sections[5]?.id }, { before: sections[2]?.id }]

    const answers = await atOnce(40, (index) => {
      const position = positions[index % positions.length]
      return index % 2 === 0
        ? editor.post(`/v1/articles/${article.id}/sections`).send({ body: 'new', position })
        : editor
            .patch(`/v1/sections/${sections[(index * 3) % 10]?.id}`)
            .set(whatever)
            .send({ position: index % 3 })
    })

    expect(tally(answers)).toEqual({ 200: 20, 201: 20 })
    const after = (await theDraft(editor, article)).sections
    expect(after.map(({ position }) => position)).toEqual(after.map((_, index) => index))
    const ids = after.map(({ id }) => id)
    expect(new Set(ids).size).toBe(30)
    expect(ids).toEqual(expect.arrayContaining(sections.map(({ id }) => id)))
  })
})

describe('publishing, taking down and trashing at the same time', () => {
  test('leave an article, a timeline and a log that agree', async () => {
    const article = await anArticle(service)
    const url = `/v1/articles/${article.id}`
    const move = (to: string) => editor.post(`${url}/transitions`).set(whatever).send({ to })
    const requests = [
      ...Array.from({ length: 10 }, () => () => move('published')),
      ...Array.from({ length: 10 }, () => () => move('unpublished')),
      () => editor.delete(url).set(whatever),
      ...Array.from({ length: 4 }, () => () => move('published')),
    ]

    const answers = await Promise.all(requests.map((request) => request()))

    const accepted = answers.filter(({ status }) => status === 200).length
    expect(tally(answers)).toEqual({ 200: accepted, 409: answers.length - accepted })
    const facts = await theLog(service, article)
    expect([...new Set(facts.map(({ data }) => data['revision']))]).toEqual(upTo(accepted + 1))
    const last = facts.filter(({ data }) => data['revision'] === accepted + 1).map(({ type }) => type)
    // Readers see only that it is gone, if it was there.
    expect([['article.trashed'], ['article.trashed', 'article.unpublished']]).toContainEqual(last)

    const { body: timeline } = await editor.get(`${url}/timeline`).expect(200)
    const published = facts.filter(({ type }) => type === 'article.published')
    expect(timeline.data.map(({ revision }: { revision: number }) => revision).reverse()).toEqual(
      published.map(({ data }) => data['revision']),
    )
    for (const [index, { visibleUntil }] of timeline.data.entries()) {
      const next = timeline.data[index - 1]
      if (next) expect(visibleUntil <= next.visibleFrom).toBe(true)
      else expect(visibleUntil).not.toBeNull()
    }
    expect(await theDraft(editor, article)).toMatchObject({
      live: null,
      scheduled: [],
      revision: accepted + 1,
    })
    await client.get(url).expect(404)
  })

  test('restoring and trashing leaves the one or the other', async () => {
    const article = await anArticle(service)
    const url = `/v1/articles/${article.id}`

    const answers = await atOnce(20, (index) =>
      index % 2 === 0 ? editor.delete(url).set(whatever) : editor.post(`${url}/restore`),
    )

    const accepted = answers.filter(({ status }) => status === 200).length
    expect(tally(answers)).toEqual({ 200: accepted, 409: 20 - accepted })
    const types = (await theLog(service, article)).map(({ type }) => type).slice(1)
    expect(types).toEqual(
      Array.from({ length: accepted }, (_, index) =>
        index % 2 === 0 ? 'article.trashed' : 'article.restored',
      ),
    )
    expect((await theDraft(editor, article)).trashedAt === null).toBe(accepted % 2 === 0)
  })
})

describe('an author who is merged while others name them', () => {
  test('is on no working copy afterwards', async () => {
    const [from, to] = [await anAuthor(service), await anAuthor(service)]
    const articles = await Promise.all(Array.from({ length: 6 }, () => anArticle(service)))

    const [merger, ...answers] = await Promise.all([
      editor.delete(`/v1/authors/${from.id}?reassignTo=${to.id}`).set(whatever),
      ...articles.map(({ id }) =>
        editor
          .patch(`/v1/articles/${id}`)
          .set(whatever)
          .send({ byline: [{ authorId: from.id }] }),
      ),
    ])

    expect(merger.status).toBe(204)
    for (const { status } of answers) expect([200, 400]).toContain(status)
    const drafts = await Promise.all(articles.map((article) => theDraft(editor, article)))
    const named = drafts.flatMap(({ byline }) => byline.map(({ authorId }) => authorId))
    expect(named).not.toContain(from.id)
  })

  test('takes the place of the other, or the other theirs, but not both', async () => {
    const [one, other] = [await anAuthor(service), await anAuthor(service)]

    const answers = await Promise.all([
      editor.delete(`/v1/authors/${one.id}?reassignTo=${other.id}`).set(whatever),
      editor.delete(`/v1/authors/${other.id}?reassignTo=${one.id}`).set(whatever),
    ])

    expect(tally(answers)).toEqual({ 204: 1, 400: 1 })
  })
})
