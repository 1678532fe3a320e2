import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import { anArticle, type GivenArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import {
  aDesk,
  allRows,
  atOnce,
  matching,
  ownId,
  tally,
  theDraft,
  theLog,
  unknownId,
  whatever,
} from './support/writing.ts'

const service = await aService()
const { client } = service
const { editor } = await aDesk(service)

interface Child {
  id: string
  position: number
  revision: number
  etag: string
}

/** The two kinds of children, and how a test tells one of a kind from another. */
const kinds = [
  {
    kind: 'sections',
    noun: 'section',
    field: 'body',
    draft: (word: string) => ({ heading: null, kind: 'body', body: word }),
  },
  {
    kind: 'takeaways',
    noun: 'takeaway',
    field: 'text',
    draft: (word: string) => ({ text: word, evidence: [] }),
  },
] as const

describe.each(kinds)('the $kind of an article', ({ kind, noun, field, draft }) => {
  /** An article with a child for each word. */
  const articleOf = async (...words: string[]) => {
    const article = await anArticle(service, { [kind]: words.map((word) => draft(word)) } as GivenArticle)
    return { ...article, children: await childrenOf(article) }
  }

  const childrenOf = async ({ id }: { id: string }): Promise<Child[]> =>
    (await editor.get(`/v1/articles/${id}/${kind}?version=draft`).expect(200)).body.data

  const wordsOf = async (article: { id: string }) =>
    (await childrenOf(article)).map((child) => child[field as keyof Child])

  describe(`add: POST /v1/articles/{article}/${kind}`, () => {
    test.each([
      ['start', 'xabc'],
      ['end', 'abcx'],
      [0, 'xabc'],
      [2, 'abxc'],
      [99, 'abcx'],
      [undefined, 'abcx'],
    ])('puts it at %j', async (position, expected) => {
      const article = await articleOf('a', 'b', 'c')

      const { body } = await editor
        .post(`/v1/articles/${article.id}/${kind}`)
        .send({ ...draft('x'), position })
        .expect(201)

      expect((await wordsOf(article)).join('')).toBe(expected)
      expect(body).toMatchObject({ position: expected.indexOf('x'), revision: 2 })
    })

    test.each([
      ['before', 'axbc'],
      ['after', 'abxc'],
    ])('puts it %s another one', async (side, expected) => {
      const article = await articleOf('a', 'b', 'c')

      await editor
        .post(`/v1/articles/${article.id}/${kind}`)
        .send({ ...draft('x'), position: { [side]: article.children[1]?.id } })
        .expect(201)

      expect((await wordsOf(article)).join('')).toBe(expected)
    })

    test('says where it is, and its version, which is its own', async () => {
      const article = await articleOf('a')

      const { body, headers } = await editor
        .post(`/v1/articles/${article.id}/${kind}`)
        .send(draft('x'))
        .expect(201)

      expect(headers['location']).toBe(`/v1/${kind}/${body.id}`)
      expect(headers['etag']).toBe(body.etag)
      const { body: read } = await editor.get(`/v1/${kind}/${body.id}?version=draft`).expect(200)
      expect(read).toEqual(body)
    })

    test('refuses a neighbour that the article does not have', async () => {
      const [article, other] = [await articleOf('a'), await articleOf('b')]

      const { body } = await editor
        .post(`/v1/articles/${article.id}/${kind}`)
        .send({ ...draft('x'), position: { after: other.children[0]?.id } })
        .expect(400)

      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/position' })])
    })

    test.each([-1, 1.5, 'middle', {}, { before: 'x' }, { before: unknownId, after: unknownId }, null])(
      'refuses %j as a position',
      async (position) => {
        const article = await articleOf('a')

        const { body } = await editor
          .post(`/v1/articles/${article.id}/${kind}`)
          .send({ ...draft('x'), position })
          .expect(400)

        expect(body.errors[0].pointer).toMatch(/^\/position/)
      },
    )

    test('refuses one more than an article may have, and says how many those are', async () => {
      const article = await articleOf(...Array.from({ length: limits[kind] - 1 }, () => 'a'))
      const add = () => editor.post(`/v1/articles/${article.id}/${kind}`).send(draft('x'))

      await add().expect(201)
      const { body } = await add().expect(400)

      const message = expect.stringContaining(`${limits[kind]}`)
      expect(body.errors).toEqual([expect.objectContaining({ code: 'too-large', message })])
      expect(await childrenOf(article)).toHaveLength(limits[kind])
    })

    test('refuses one more to whoever adds at the same time', async () => {
      const article = await articleOf(...Array.from({ length: limits[kind] - 1 }, () => 'a'))

      const answers = await atOnce(5, () =>
        editor.post(`/v1/articles/${article.id}/${kind}`).send(draft('x')),
      )

      expect(tally(answers)).toEqual({ 201: 1, 400: 4 })
    })

    test('keeps an id of the caller’s own, once', async () => {
      const [article, id] = [await articleOf('a'), ownId()]
      const add = () => editor.post(`/v1/articles/${article.id}/${kind}`).send({ ...draft('x'), id })

      const { body } = await add().expect(201)
      await add().expect(400)

      expect(body.id).toBe(id)
    })

    test('refuses the id of another article’s', async () => {
      const [article, other] = [await articleOf('a'), await articleOf('b')]
      const before = await allRows(service)

      const { body } = await editor
        .post(`/v1/articles/${article.id}/${kind}`)
        .send({ ...draft('x'), id: other.children[0]?.id })
        .expect(409)

      expect(body.code).toBe('id-taken')
      expect(await allRows(service)).toEqual(before)
    })

    test('counts one revision of the article, and records it with a pointer', async () => {
      const article = await articleOf('a')

      const { body } = await editor.post(`/v1/articles/${article.id}/${kind}`).send(draft('x')).expect(201)

      expect((await theDraft(editor, article)).revision).toBe(2)
      const fact = (await theLog(service, article)).at(-1)
      expect(fact).toMatchObject({ type: 'article.updated', data: { changed: [`/${kind}/${body.id}`] } })
    })

    test('answers 404 for an article that is not there', async () => {
      await editor.post(`/v1/articles/${unknownId}/${kind}`).send(draft('x')).expect(404)
    })
  })

  describe(`replace all: PUT /v1/articles/{article}/${kind}`, () => {
    test('keeps by id, adds, drops and reorders in one request', async () => {
      const article = await articleOf('a', 'b', 'c')
      const [a, b, c] = article.children

      const { body, headers } = await editor
        .put(`/v1/articles/${article.id}/${kind}`)
        .set(whatever)
        .send([{ ...draft('c'), id: c?.id }, draft('x'), { ...draft('A'), id: a?.id }])
        .expect(200)

      expect(body.data).toMatchObject([
        { id: c?.id, position: 0, revision: 1 },
        { position: 1, revision: 2 },
        { id: a?.id, position: 2, revision: 2 },
      ])
      expect(headers['etag']).toBe('"2"')
      await editor.get(`/v1/${kind}/${b?.id}?version=draft`).expect(404)
    })

    test('goes by the version of the article', async () => {
      const article = await articleOf('a')
      const put = (ifMatch: string) =>
        editor
          .put(`/v1/articles/${article.id}/${kind}`)
          .set('if-match', ifMatch)
          .send([draft('x')])

      await put('"1"').expect(200)
      const { body } = await put('"1"').expect(412)

      expect(body.etag).toBe('"2"')
    })

    test('refuses ids of another article’s, and one id twice', async () => {
      const [article, other] = [await articleOf('a'), await articleOf('b')]
      const put = (...ids: (string | undefined)[]) =>
        editor
          .put(`/v1/articles/${article.id}/${kind}`)
          .set(whatever)
          .send(ids.map((id) => ({ ...draft('x'), id })))
      const before = await allRows(service)

      await put(other.children[0]?.id).expect(409)
      await put(article.children[0]?.id, article.children[0]?.id).expect(409)

      expect(await allRows(service)).toEqual(before)
    })

    test('points to faults by their place in the list', async () => {
      const article = await articleOf('a')

      const { body } = await editor
        .put(`/v1/articles/${article.id}/${kind}`)
        .set(whatever)
        .send([draft('x'), { ...draft('y'), [field]: 7 }])
        .expect(400)

      expect(body.errors[0].pointer).toBe(`/1/${field}`)
    })

    test('empties the list', async () => {
      const article = await articleOf('a', 'b')

      await editor.put(`/v1/articles/${article.id}/${kind}`).set(whatever).send([]).expect(200)

      expect(await childrenOf(article)).toEqual([])
    })
  })

  describe(`change: PATCH and PUT /v1/${kind}/{${noun}}`, () => {
    test('lets two editors change two of them at the same time', async () => {
      const article = await articleOf('a', 'b')
      const [a, b] = article.children as [Child, Child]

      const change = (child: Child, word: string) =>
        editor
          .patch(`/v1/${kind}/${child.id}`)
          .set(matching(child))
          .send({ [field]: word })
      await change(a, 'A').expect(200)
      await change(b, 'B').expect(200)

      expect(await wordsOf(article)).toEqual(['A', 'B'])
    })

    test('refuses the second of two editors on one of them', async () => {
      const article = await articleOf('a')
      const [a] = article.children as [Child]
      const change = (word: string) =>
        editor
          .patch(`/v1/${kind}/${a.id}`)
          .set(matching(a))
          .send({ [field]: word })

      const { body: changed } = await change('A').expect(200)
      const { body, headers } = await change('Å').expect(412)

      expect(body.etag).toBe(changed.etag)
      expect(headers['etag']).toBe(changed.etag)
      expect(await wordsOf(article)).toEqual(['A'])
    })

    test('never takes the version of one that was removed for the one that has its id now', async () => {
      const article = await articleOf('a')
      const [a] = article.children as [Child]
      await editor.delete(`/v1/${kind}/${a.id}`).set(matching(a)).expect(204)
      await editor
        .post(`/v1/articles/${article.id}/${kind}`)
        .send({ ...draft('other words'), id: a.id })
        .expect(201)

      await editor
        .patch(`/v1/${kind}/${a.id}`)
        .set(matching(a))
        .send({ [field]: 'lost update' })
        .expect(412)
    })

    test.each([
      ['start', 'cab'],
      ['end', 'abc'],
      [1, 'acb'],
    ])('moves it to %j, words and all', async (position, expected) => {
      const article = await articleOf('a', 'b', 'c')
      const c = article.children[2] as Child

      const { body } = await editor
        .patch(`/v1/${kind}/${c.id}`)
        .set(matching(c))
        .send({ position })
        .expect(200)

      expect((await wordsOf(article)).join('')).toBe(expected)
      expect(body).toMatchObject({ id: c.id, revision: 1, position: expected.indexOf('c') })
    })

    test('moves it beside another one and changes its words at once', async () => {
      const article = await articleOf('a', 'b', 'c')
      const [a, , c] = article.children as [Child, Child, Child]

      const { body } = await editor
        .patch(`/v1/${kind}/${c.id}`)
        .set(matching(c))
        .send({ position: { before: a.id }, [field]: 'C' })
        .expect(200)

      expect((await wordsOf(article)).join('')).toBe('Cab')
      expect(body).toMatchObject({ position: 0, revision: 2 })
    })

    test('refuses to move it beside itself or another article’s', async () => {
      const [article, other] = [await articleOf('a', 'b'), await articleOf('c')]
      const [a] = article.children as [Child]
      const move = (after: string | undefined) =>
        editor.patch(`/v1/${kind}/${a.id}`).set(whatever).send({ position: { after } })

      await move(a.id).expect(400)
      await move(other.children[0]?.id).expect(400)

      expect((await wordsOf(article)).join('')).toBe('ab')
    })

    test('replaces it whole by PUT', async () => {
      const article = await articleOf('a', 'b')
      const [a] = article.children as [Child]

      const { body } = await editor
        .put(`/v1/${kind}/${a.id}`)
        .set(matching(a))
        .send({ [field]: 'A', position: 'end' })
        .expect(200)

      expect((await wordsOf(article)).join('')).toBe('bA')
      expect(body).toMatchObject({ id: a.id, revision: 2, position: 1 })
    })

    test('takes a JSON Patch', async () => {
      const article = await articleOf('a')
      const [a] = article.children as [Child]

      await editor
        .patch(`/v1/${kind}/${a.id}`)
        .set({ ...matching(a), 'content-type': 'application/json-patch+json' })
        .send([{ op: 'replace', path: `/${field}`, value: 'A' }])
        .expect(200)

      expect(await wordsOf(article)).toEqual(['A'])
    })

    test('saves nothing when nothing is changed', async () => {
      const article = await articleOf('a', 'b')
      const before = await allRows(service)

      await editor
        .patch(`/v1/${kind}/${article.children[0]?.id}`)
        .set(whatever)
        .send({ [field]: 'a', position: 'start' })
        .expect(200)

      expect(await allRows(service)).toEqual(before)
    })

    test('needs a condition', async () => {
      const article = await articleOf('a')
      const url = `/v1/${kind}/${article.children[0]?.id}`

      await editor
        .patch(url)
        .send({ [field]: 'A' })
        .expect(428)
      await editor.put(url).send(draft('A')).expect(428)
      await editor.delete(url).expect(428)
    })
  })

  describe(`remove: DELETE /v1/${kind}/{${noun}}`, () => {
    test('closes the gap', async () => {
      const article = await articleOf('a', 'b', 'c')
      const b = article.children[1] as Child

      await editor.delete(`/v1/${kind}/${b.id}`).set(matching(b)).expect(204)

      const left = await childrenOf(article)
      expect(left.map(({ position }) => position)).toEqual([0, 1])
      expect((await wordsOf(article)).join('')).toBe('ac')
    })

    test('leaves it in the revision before', async () => {
      const article = await articleOf('a')

      await editor.delete(`/v1/${kind}/${article.children[0]?.id}`).set(whatever).expect(204)

      const { body } = await editor.get(`/v1/articles/${article.id}/revisions/1`).expect(200)
      expect(body.content[kind]).toHaveLength(1)
    })

    test('answers 404 the second time', async () => {
      const article = await articleOf('a')
      const url = `/v1/${kind}/${article.children[0]?.id}`
      await editor.delete(url).set(whatever).expect(204)

      await editor.delete(url).set(whatever).expect(404)
      await client.get(url).expect(404)
    })
  })

  test('stay a gap-free permutation whatever is done to them', async () => {
    const step = fc.record({
      does: fc.constantFrom('add', 'move', 'remove'),
      which: fc.nat(),
      at: fc.nat(6),
    })
    const article = await articleOf('a', 'b', 'c')
    let expected = article.children.map(({ id }) => id)

    const run = async (steps: Step[]) => {
      for (const one of steps) {
        const id = expected[one.which % Math.max(1, expected.length)]
        if (one.does === 'add') {
          const request = editor.post(`/v1/articles/${article.id}/${kind}`)
          const { body } = await request.send({ ...draft('x'), position: one.at }).expect(201)
          expected.splice(Math.min(one.at, expected.length), 0, body.id)
        } else if (id !== undefined) {
          expected = expected.filter((other) => other !== id)
          const url = `/v1/${kind}/${id}`
          if (one.does === 'remove') await editor.delete(url).set(whatever).expect(204)
          else {
            await editor.patch(url).set(whatever).send({ position: one.at }).expect(200)
            expected.splice(Math.min(one.at, expected.length), 0, id)
          }
        }
      }
      const children = await childrenOf(article)
      expect(children.map(({ id }) => id)).toEqual(expected)
      expect(children.map(({ position }) => position)).toEqual(expected.map((_, index) => index))
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 6 }), run), { numRuns: 8, seed: 7 })
  })
})

interface Step {
  does: string
  which: number
  at: number
}

describe('a section that is public', () => {
  test('stays with its article when its id is given to another one', async () => {
    const { body: first } = await editor
      .post('/v1/articles')
      .send({ headline: 'First owner', sections: [{ body: 'First.' }], publish: true })
      .expect(201)
    const [{ id }] = first.sections
    await editor.delete(`/v1/sections/${id}`).set(whatever).expect(204)

    await editor
      .post('/v1/articles')
      .send({ headline: 'Second owner', sections: [{ id, body: 'Second.' }], publish: true })
      .expect(409)

    const { body } = await client.get(`/v1/sections/${id}`).expect(200)
    expect(body.body).toBe('First.')
  })
})
