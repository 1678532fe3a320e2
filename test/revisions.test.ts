import fc from 'fast-check'
import { applyPatch, type Operation } from 'rfc6902'
import { describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import { aNewVersion, anArticle, anAuthor, aPublishedArticle, type Made } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, ownId, theDraft, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const { editor, reader, writer } = await aDesk(service)

async function save(article: { id: string }, change: object) {
  return (await editor.patch(`/v1/articles/${article.id}`).set(whatever).send(change).expect(200)).body
}

describe('listRevisions', () => {
  test('lists every save, newest first, with who, when and why', async () => {
    await clock.set('2026-06-01T12:00:00.000Z')
    const { body: article } = await writer.post('/v1/articles').send({ headline: 'One' }).expect(201)
    await clock.advance({ minutes: 1 })
    await save(article, { headline: 'Two' })
    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'in_review', note: 'Please read.' })
      .expect(200)
    await clock.release()

    const { body } = await reader.get(`/v1/articles/${article.id}/revisions`).expect(200)

    expect(body.data).toEqual([
      { number: 3, note: 'Please read.', createdBy: editor.actor, createdAt: '2026-06-01T12:01:00.000Z' },
      { number: 2, note: null, createdBy: editor.actor, createdAt: '2026-06-01T12:01:00.000Z' },
      { number: 1, note: null, createdBy: writer.actor, createdAt: '2026-06-01T12:00:00.000Z' },
    ])
  })

  test('comes in pages', async () => {
    const article = await anArticle(service)
    for (const headline of ['a', 'b', 'c']) await save(article, { headline })
    const url = `/v1/articles/${article.id}/revisions?limit=3`

    const { body: first } = await reader.get(url).expect(200)
    const { body: second } = await reader.get(`${url}&cursor=${first.page.nextCursor}`).expect(200)

    const numbers = [...first.data, ...second.data].map(({ number }: { number: number }) => number)
    expect(numbers).toEqual([4, 3, 2, 1])
    expect(second.page.nextCursor).toBeNull()
  })

  test('is not for the public', async () => {
    const article = await aPublishedArticle(service)

    await client.get(`/v1/articles/${article.id}/revisions`).expect(401)
    await client.get(`/v1/articles/${article.id}/revisions/1`).expect(401)
  })
})

describe('getRevision', () => {
  test('has the whole content as it was', async () => {
    const author = await anAuthor(service)
    const article = await anArticle(service, {
      headline: 'As it was',
      by: [author],
      sections: [{ heading: 'H', body: 'Then.' }],
      takeaways: [{ text: 'T' }],
    })
    await save(article, { headline: 'As it is', byline: [], sections: [], takeaways: [] })

    const { body } = await reader.get(`/v1/articles/${article.id}/revisions/1`).expect(200)

    expect(body.content).toMatchObject({
      headline: 'As it was',
      slug: 'as-it-was',
      byline: [{ authorId: author.id, role: 'author' }],
      sections: [{ kind: 'body', heading: 'H', body: 'Then.' }],
      takeaways: [{ text: 'T', evidence: [] }],
    })
  })

  test.each(['3', '2147483647'])('answers 404 for number %s, which is none', async (number) => {
    const article = await anArticle(service)

    await reader.get(`/v1/articles/${article.id}/revisions/${number}`).expect(404)
  })

  test.each(['0', '-1', '1.5', 'first', '2147483648'])('refuses %s as a number', async (number) => {
    const article = await anArticle(service)

    const { body } = await reader.get(`/v1/articles/${article.id}/revisions/${number}`).expect(400)

    const parameters = body.errors.map(({ parameter }: { parameter: string }) => parameter)
    expect(new Set(parameters)).toEqual(new Set(['number']))
  })

  test('is of this article alone', async () => {
    const [one, other] = [await anArticle(service), await anArticle(service)]
    await save(other, { headline: 'Has a second revision' })

    await reader.get(`/v1/articles/${one.id}/revisions/2`).expect(404)
  })
})

describe('restoreRevision', () => {
  test('makes the old content the newest revision, with the ids that it had', async () => {
    const article = await anArticle(service, { headline: 'Old', sections: [{ body: 'A' }, { body: 'B' }] })
    const old = await theDraft(editor, article)
    await save(article, { headline: 'New', sections: [{ body: 'C' }] })

    const { body } = await editor
      .post(`/v1/articles/${article.id}/revisions/1/restore`)
      .set('if-match', '"2"')
      .expect(200)

    expect(body).toMatchObject({ headline: 'Old', revision: 3 })
    const ids = (draft: { sections: { id: string }[] }) => draft.sections.map(({ id }) => id)
    expect(ids(body)).toEqual(ids(old))
    const { body: revisions } = await reader.get(`/v1/articles/${article.id}/revisions`).expect(200)
    expect(revisions.data[0].note).toBe('Restored revision 1.')
  })

  test('publishes nothing', async () => {
    const article = await aPublishedArticle(service, { headline: 'First', at: '2026-01-01T00:00:00.000Z' })
    await aNewVersion(service, article, { headline: 'Second', at: '2026-02-01T00:00:00.000Z' })

    const { body } = await editor
      .post(`/v1/articles/${article.id}/revisions/1/restore`)
      .set(whatever)
      .expect(200)

    expect(body.state).toEqual(['published', 'modified'])
    expect((await client.get(`/v1/articles/${article.id}`).expect(200)).body.headline).toBe('Second')
  })

  test('saves nothing when it is what is there', async () => {
    const article = await anArticle(service)
    const before = await allRows(service)

    await editor.post(`/v1/articles/${article.id}/revisions/1/restore`).set(whatever).expect(200)

    expect(await allRows(service)).toEqual(before)
  })

  test('refuses when another article has the slug by now', async () => {
    const article = await anArticle(service, { slug: 'once-mine' })
    await save(article, { slug: 'now-mine' })
    await anArticle(service, { slug: 'once-mine' })

    const { body } = await editor
      .post(`/v1/articles/${article.id}/revisions/1/restore`)
      .set(whatever)
      .expect(409)

    expect(body.code).toBe('slug-taken')
  })

  test('answers 404 for a revision that is none', async () => {
    const article = await anArticle(service)

    await editor.post(`/v1/articles/${article.id}/revisions/9/restore`).set(whatever).expect(404)
  })
})

describe('diffRevisions', () => {
  const diff = (article: { id: string }, from = 1, to = 2) =>
    reader.get(`/v1/articles/${article.id}/diff?from=${from}&to=${to}`)

  test('says for each section whether it was added, removed, moved or edited', async () => {
    const [a, b, c, d] = [ownId(), ownId(), ownId(), ownId()]
    const article = await anArticle(service, {
      sections: [
        { id: a, body: 'A' },
        { id: b, body: 'The old words.' },
        { id: c, body: 'C' },
      ],
    })
    await save(article, {
      sections: [
        { id: d, heading: 'New', body: 'D' },
        { id: b, body: 'The new words.' },
        { id: a, body: 'A' },
      ],
    })

    const { body } = await diff(article).expect(200)

    expect(body.sections.map(({ id, changes }: { id: string; changes: string[] }) => [id, changes])).toEqual([
      [d, ['added']],
      [b, ['edited']],
      [a, ['moved']],
      [c, ['removed']],
    ])
    expect(body.sections[1].runs).toContainEqual({ op: 'removed', text: 'old' })
    expect(body.sections[1].runs).toContainEqual({ op: 'added', text: 'new' })
  })

  test('names the fields that differ', async () => {
    const article = await anArticle(service, { headline: 'Old', slug: 'fields', summary: 'Same.' })
    await save(article, { headline: 'New' })

    const { body } = await diff(article).expect(200)

    expect(body).toEqual({
      from: 1,
      to: 2,
      fields: [{ field: 'headline', from: 'Old', to: 'New' }],
      sections: [],
      takeaways: [],
    })
  })

  test('goes backwards as well', async () => {
    const article = await anArticle(service, { headline: 'Old', slug: 'backwards' })
    await save(article, { headline: 'New' })

    const { body } = await diff(article, 2, 1).expect(200)

    expect(body.fields).toEqual([{ field: 'headline', from: 'New', to: 'Old' }])
  })

  test('writes runs of words that together are both texts', async () => {
    const id = ownId()
    const words = fc.stringMatching(/^[a-c \n.,é*]{0,30}$/)
    const article = await anArticle(service, { sections: [{ id, body: '' }] })
    let number = 1

    const run = async (before: string, after: string) => {
      for (const body of [before, after])
        number = (await save(article, { sections: [{ id, body }] })).revision
      const { body: older } = await reader.get(`/v1/articles/${article.id}/revisions/${number - 1}`)
      const { body: newer } = await reader.get(`/v1/articles/${article.id}/revisions/${number}`)
      const { body } = await diff(article, Math.max(1, number - 1), number).expect(200)
      const runs: { op: string; text: string }[] = body.sections[0]?.runs ?? []
      const without = (op: string) =>
        runs
          .filter((one) => one.op !== op)
          .map(({ text }) => text)
          .join('')
      if (runs.length === 0) return
      expect(without('added')).toBe(older.content.sections[0].body)
      expect(without('removed')).toBe(newer.content.sections[0].body)
    }
    await fc.assert(fc.asyncProperty(words, words, run), { numRuns: 12, seed: 3 })
  })

  /** The patch from one revision to another, proven to make the one the other. */
  async function patchFrom(article: { id: string }, from = 1, to = 2): Promise<Operation[]> {
    const answer = await diff(article, from, to)
      .set('accept', 'application/json-patch+json')
      .timeout(1500)
      .expect(200)
    const operations: Operation[] = JSON.parse(answer.text)
    const [older, newer] = await Promise.all(
      [from, to].map(
        async (one) =>
          (await reader.get(`/v1/articles/${article.id}/revisions/${one}`).expect(200)).body.content,
      ),
    )
    expect(answer.type).toBe('application/json-patch+json')
    expect(applyPatch(older, operations)).not.toContain(expect.anything())
    expect(older).toEqual(newer)
    return operations
  }

  test('as a JSON Patch leads from the older revision to the newer', async () => {
    const ids = [ownId(), ownId(), ownId(), ownId(), ownId(), ownId()]
    const bodies = fc.constantFrom('a', 'b', 'a/b~c')
    const section = fc.record({ id: fc.constantFrom(...ids), body: bodies })
    const takeaway = fc.record({
      id: fc.constantFrom(...ids),
      text: bodies,
      evidence: fc.array(fc.record({ sectionId: fc.constantFrom(...ids), exact: bodies }), { maxLength: 2 }),
    })
    const draft = fc.record({
      headline: fc.constantFrom('One', 'Two'),
      summary: fc.constantFrom(null, 'S'),
      seo: fc.record({ title: fc.constantFrom(null, 'T') }),
      sections: fc.uniqueArray(section, { selector: ({ id }) => id, maxLength: 6 }),
      takeaways: fc.uniqueArray(takeaway, { selector: ({ id }) => id, maxLength: 6 }),
    })
    const article = await anArticle(service)
    let number = 1

    await fc.assert(
      fc.asyncProperty(draft, async (change) => {
        const previous = number
        number = (await save(article, change)).revision
        await patchFrom(article, previous, number)
        await patchFrom(article, number, previous)
      }),
      { numRuns: 20, seed: 5 },
    )
  })

  test('as a JSON Patch says what became of each section, not what its neighbours are now', async () => {
    const sections = ['a', 'b', 'c', 'd'].map((body) => ({ id: ownId(), body }))
    const [a, , c, d] = sections
    const article = await anArticle(service, { sections })
    await save(article, { sections: [{ ...c, body: 'C' }, a, { id: ownId(), body: 'new' }, d] })

    const operations = await patchFrom(article)

    expect(operations).toEqual([
      { op: 'remove', path: '/sections/1' },
      { op: 'move', from: '/sections/1', path: '/sections/0' },
      { op: 'replace', path: '/sections/0/body', value: 'C' },
      { op: 'add', path: '/sections/2', value: expect.objectContaining({ body: 'new' }) },
    ])
  })

  test('as a JSON Patch is as long as it has to be, and takes no longer than a caller waits', async () => {
    const ids = Array.from({ length: limits.sections }, ownId)
    const many = (word: string) =>
      ids.map((id, index) => ({ id, heading: `${word} ${index}`, body: `${word} ${index}.` }))
    const article = await anArticle(service, { sections: many('old') })
    await save(article, { sections: many('new') })
    await save(article, { sections: ids.map((_, index) => ({ body: `Another ${index}.` })) })
    await save(article, { sections: [] })

    expect(await patchFrom(article)).toHaveLength(2 * limits.sections)
    expect(await patchFrom(article, 2, 3)).toHaveLength(2 * limits.sections)
    expect(await patchFrom(article, 3, 4)).toHaveLength(limits.sections)
  })

  test('answers 404 for a revision that is none, and needs both numbers', async () => {
    const article = await anArticle(service)

    await diff(article, 1, 9).expect(404)
    const { body } = await reader.get(`/v1/articles/${article.id}/diff?from=1`).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'to' })])
  })
})

describe('getTimeline', () => {
  /** Published, published again with a note, and scheduled once more. */
  async function aHistory(): Promise<Made> {
    const slug = `history-${ownId().slice(-4)}`
    const article = await aPublishedArticle(service, {
      headline: 'One',
      slug,
      at: '2026-01-01T00:00:00.000Z',
    })
    await aNewVersion(service, article, { headline: 'Two', at: '2026-02-01T00:00:00.000Z' })
    await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Three', publish: { at: '2099-01-01T00:00:00Z', note: 'Wait for it' } })
      .expect(200)
    return article
  }

  test('shows the public what was and is public, and not when it will end', async () => {
    const { id, slug } = await aHistory()

    const { body, text } = await client.get(`/v1/articles/${slug}/timeline`).expect(200)

    expect(body.data).toEqual([
      {
        revision: 2,
        slug,
        headline: 'Two',
        visibleFrom: '2026-02-01T00:00:00.000Z',
        visibleUntil: null,
        note: null,
      },
      {
        revision: 1,
        slug,
        headline: 'One',
        visibleFrom: '2026-01-01T00:00:00.000Z',
        visibleUntil: '2026-02-01T00:00:00.000Z',
        note: null,
      },
    ])
    expect(text).not.toContain('2099')
    expect((await client.get(`/v1/articles/${id}/timeline`).expect(200)).text).toBe(text)
  })

  test('shows editors what is to come, too', async () => {
    const { id } = await aHistory()

    const { body } = await reader.get(`/v1/articles/${id}/timeline`).expect(200)

    expect(body.data).toHaveLength(3)
    expect(body.data[0]).toMatchObject({ headline: 'Three', note: 'Wait for it', visibleUntil: null })
    expect(body.data[1].visibleUntil).toBe('2099-01-01T00:00:00.000Z')
  })

  test('agrees with the log on what was published', async () => {
    const article = await aHistory()

    const published = (await theLog(service, article)).filter(({ type }) => /published|scheduled/.test(type))
    const { body } = await reader.get(`/v1/articles/${article.id}/timeline`).expect(200)

    const revisions = body.data.map(({ revision }: { revision: number }) => revision)
    expect(published.map(({ data }) => data['revision']).reverse()).toEqual(revisions)
  })

  test('is found by the slug that is public, by that of the working copy, and moves with the former', async () => {
    const article = await aHistory()
    const slugs = ['public', 'working'].map((word) => `${word}-${ownId().slice(-4)}`)
    const [now = '', next = ''] = slugs
    await save(article, { slug: now, publish: true })
    await save(article, { slug: next })
    const { text } = await reader.get(`/v1/articles/${article.id}/timeline`).expect(200)

    for (const slug of slugs) {
      expect((await reader.get(`/v1/articles/${slug}/timeline`).expect(200)).text).toBe(text)
    }
    await client.get(`/v1/articles/${next}/timeline`).expect(404)
    for (const caller of [client, reader]) {
      await caller
        .get(`/v1/articles/${article.slug}/timeline`)
        .redirects(0)
        .expect(308)
        .expect('location', `/v1/articles/${now}/timeline`)
    }
  })

  test('is 404 for the public while nothing is public', async () => {
    const { id } = await anArticle(service)

    await client.get(`/v1/articles/${id}/timeline`).expect(404)
    expect((await reader.get(`/v1/articles/${id}/timeline`).expect(200)).body.data).toEqual([])
  })
})
