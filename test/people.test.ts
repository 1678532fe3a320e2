import { describe, expect, test } from 'vitest'
import { anArticle, anAuthor, aPublishedArticle, aTopic, type Made } from './support/factories.ts'
import { aService } from './support/service.ts'
import {
  aColleague,
  aDesk,
  allRows,
  matching,
  ownId,
  theDraft,
  theLog,
  unknownId,
  whatever,
} from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const { editor, reader, writer } = await aDesk(service)

/** What articles name, and how an article comes to name one. */
const kinds = [
  {
    kind: 'authors',
    noun: 'author',
    make: (given: object = {}) => anAuthor(service, given),
    naming: (...made: Made[]) => ({ by: made }),
    namedIn: ({ byline }: Naming) => byline.map(({ author }) => author.slug),
    text: 'bio',
  },
  {
    kind: 'topics',
    noun: 'topic',
    make: (given: object = {}) => aTopic(service, given),
    naming: (...made: Made[]) => ({ about: made }),
    namedIn: ({ topics }: Naming) => topics.map(({ slug }) => slug),
    text: 'description',
  },
] as const

interface Naming {
  byline: { author: { slug: string } }[]
  topics: { slug: string }[]
}

describe.each(kinds)('$kind', ({ kind, noun, make, naming, namedIn, text }) => {
  const url = `/v1/${kind}`

  test('are public as soon as they are created', async () => {
    const draft = { name: `A public ${noun}`, [text]: 'Words.' }

    const { body, headers } = await editor.post(url).send(draft).expect(201)

    expect(body).toMatchObject({ ...draft, slug: `a-public-${noun}`, revision: 1, etag: '"1"' })
    expect(headers['location']).toBe(`${url}/${body.id}`)
    const shown = await client.get(`${url}/a-public-${noun}`).expect(200)
    expect(shown.body).toMatchObject({ id: body.id, ...draft })
  })

  test('keep an id of the caller’s own, once', async () => {
    const id = ownId()
    await editor
      .post(url)
      .send({ id, name: `Own ${noun}` })
      .expect(201)

    const { body } = await editor
      .post(url)
      .send({ id, name: `Other ${noun}` })
      .expect(409)

    expect(body.code).toBe('id-taken')
  })

  test('refuse a slug that is taken', async () => {
    const one = await make()

    const created = await editor.post(url).send({ name: 'Again', slug: one.slug }).expect(409)
    const changed = await editor
      .patch(`${url}/${(await make()).id}`)
      .set(whatever)
      .send({ slug: one.slug })
      .expect(409)

    expect([created.body.code, changed.body.code]).toEqual(['slug-taken', 'slug-taken'])
  })

  test('ask for a slug where the name gives none', async () => {
    const { body } = await editor.post(url).send({ name: 'Дождь' }).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/slug', code: 'required' })])
  })

  test('refuse what they do not know, all faults at once', async () => {
    const { body } = await editor.post(url).send({ slug: 'No Slug', nme: 'x' }).expect(400)

    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.sort()).toEqual(['/name', '/nme', '/slug'])
  })

  test('are replaced whole by PUT, but keep their slug', async () => {
    const one = await make({ [text]: 'Words.' })

    const { body } = await editor
      .put(`${url}/${one.id}`)
      .set('if-match', '"1"')
      .send({ name: 'New name' })
      .expect(200)

    expect(body).toMatchObject({
      id: one.id,
      slug: one.slug,
      name: 'New name',
      [text]: null,
      revision: 2,
      etag: '"2"',
    })
  })

  test('are changed by either kind of patch', async () => {
    const one = await make({ name: 'Before', [text]: 'Words.' })
    const patch = (type: string) =>
      editor.patch(`${url}/${one.id}`).set({ ...whatever, 'content-type': `application/${type}` })

    await patch('merge-patch+json')
      .send(JSON.stringify({ name: 'After' }))
      .expect(200)
    const { body } = await patch('json-patch+json')
      .send([{ op: 'replace', path: `/${text}`, value: null }])
      .expect(200)

    expect(body).toMatchObject({ name: 'After', [text]: null, slug: one.slug, revision: 3 })
  })

  test('show a corrected name on old articles at once', async () => {
    const one = await make({ name: 'Mispelt' })
    const article = await aPublishedArticle(service, naming(one))

    await editor.patch(`${url}/${one.id}`).set(whatever).send({ name: 'Misspelt' }).expect(200)

    const { text: shown } = await client.get(`/v1/articles/${article.id}`).expect(200)
    expect(shown).toContain('Misspelt')
    expect(shown).not.toContain('Mispelt')
  })

  test('save nothing when nothing is changed', async () => {
    const one = await make({ name: 'Same' })
    const before = await allRows(service)

    const { body } = await editor.patch(`${url}/${one.id}`).set(whatever).send({ name: 'Same' }).expect(200)

    expect(body.revision).toBe(1)
    expect(await allRows(service)).toEqual(before)
  })

  test('need a condition, and one that fits', async () => {
    const one = await make()
    const change = () => editor.patch(`${url}/${one.id}`).send({ name: 'Changed' })

    await change().expect(428)
    await change().set('if-match', '"1"').expect(200)
    const { body } = await change().set('if-match', '"1"').expect(412)

    expect(body.etag).toBe('"2"')
  })

  test('answer 404 where there is none', async () => {
    await editor.patch(`${url}/${unknownId}`).set(whatever).send({ name: 'Nobody' }).expect(404)
    await editor.put(`${url}/nobody-here`).set(whatever).send({ name: 'Nobody' }).expect(404)
    await editor.delete(`${url}/nobody-here`).set(whatever).expect(404)
  })

  test('belong to editors', async () => {
    const one = await make()

    await writer.post(url).send({ name: 'By a writer' }).expect(403)
    await writer.patch(`${url}/${one.id}`).set(whatever).send({ name: 'By a writer' }).expect(403)
    await writer.delete(`${url}/${one.id}`).set(whatever).expect(403)
  })

  test('are deleted when nothing names them', async () => {
    const one = await make()

    await editor.delete(`${url}/${one.id}`).set('if-match', '"1"').expect(204)

    await client.get(`${url}/${one.id}`).expect(404)
    const fact = (await theLog(service)).at(-1)
    expect(fact).toMatchObject({ type: `${noun}.deleted`, subject: `${kind}/${one.id}`, actor: editor.actor })
  })

  test('stay while an article names them, a draft or a past publication', async () => {
    const [onDraft, onPast] = [await make(), await make()]
    await anArticle(service, naming(onDraft))
    const article = await aPublishedArticle(service, { ...naming(onPast), at: '2026-01-01T00:00:00.000Z' })
    await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ byline: [], topicIds: [], publish: true })
      .expect(200)

    for (const one of [onDraft, onPast]) {
      const { body } = await editor.delete(`${url}/${one.id}`).set(whatever).expect(409)
      expect(body.code).toBe('still-referenced')
    }
  })

  describe('that another takes the place of', () => {
    test('answer 308 to the other, by id and by slug', async () => {
      const [from, to] = [await make(), await make()]

      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

      for (const key of [from.id, from.slug]) {
        const { headers } = await client.get(`${url}/${key}`).redirects(0).expect(308)
        expect(headers['location']).toBe(`${url}/${to.slug}`)
      }
      const { body } = await client.get(`${url}?limit=100`).expect(200)
      expect(body.data.map(({ id }: Made) => id)).not.toContain(from.id)
    })

    test('leave a new revision of every working copy that named them, in the trash too', async () => {
      const [from, to] = [await make(), await make()]
      const article = await anArticle(service, naming(from))
      const trashed = await anArticle(service, naming(from))
      await editor.delete(`/v1/articles/${trashed.id}`).set(whatever).expect(200)

      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

      const draft = await theDraft(editor, article)
      expect(draft.revision).toBe(2)
      expect(namedIn(draft)).toEqual([to.slug])
      expect(namedIn(await theDraft(editor, trashed))).toEqual([to.slug])
      expect((await theLog(service, article)).at(-1)).toMatchObject({
        type: 'article.updated',
        actor: editor.actor,
      })
    })

    test('are shown as the other on what is public already', async () => {
      const [from, to] = [await make(), await make()]
      const article = await aPublishedArticle(service, naming(from))

      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

      const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)
      expect(namedIn(body)).toEqual([to.slug])
      const { body: list } = await client.get(`/v1/articles?${noun}=${to.slug}`).expect(200)
      expect(list.data.map(({ id }: Made) => id)).toEqual([article.id])
    })

    test('stand once where both were named', async () => {
      const [from, to] = [await make(), await make()]
      const article = await aPublishedArticle(service, naming(from, to))

      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

      expect(namedIn(await theDraft(editor, article))).toEqual([to.slug])
      expect(namedIn((await client.get(`/v1/articles/${article.id}`)).body)).toEqual([to.slug])
    })

    test('lead on to the last of a chain', async () => {
      const [first, second, last] = [await make(), await make(), await make()]
      const article = await aPublishedArticle(service, naming(first))

      await editor.delete(`${url}/${first.id}?reassignTo=${second.id}`).set(whatever).expect(204)
      await editor.delete(`${url}/${second.id}?reassignTo=${last.id}`).set(whatever).expect(204)

      const { headers } = await client.get(`${url}/${first.slug}`).redirects(0).expect(308)
      expect(headers['location']).toBe(`${url}/${last.slug}`)
      expect(namedIn((await client.get(`/v1/articles/${article.id}`)).body)).toEqual([last.slug])
    })

    test('take no other place than that of somebody who is there', async () => {
      const [one, gone, to] = [await make(), await make(), await make()]
      await editor.delete(`${url}/${gone.id}?reassignTo=${to.id}`).set(whatever).expect(204)
      const before = await allRows(service)

      for (const target of [one.id, unknownId, gone.id]) {
        const { body } = await editor
          .delete(`${url}/${one.id}?reassignTo=${target}`)
          .set(whatever)
          .expect(400)
        expect(body.errors).toEqual([expect.objectContaining({ parameter: 'reassignTo' })])
      }

      expect(await allRows(service)).toEqual(before)
    })

    test('are gone from all that is written: nothing names or changes them any more', async () => {
      const [from, to] = [await make(), await make()]
      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

      await editor.patch(`${url}/${from.id}`).set(whatever).send({ name: 'Back' }).expect(404)
      const draft = kind === 'authors' ? { byline: [{ authorId: from.id }] } : { topicIds: [from.id] }
      await editor
        .post('/v1/articles')
        .send({ headline: `Names a merged ${noun}`, ...draft })
        .expect(400)
    })

    test('are the other one in a restored revision', async () => {
      const [from, to] = [await make(), await make()]
      const article = await anArticle(service, naming(from))
      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

      const { body } = await editor
        .post(`/v1/articles/${article.id}/revisions/1/restore`)
        .set(whatever)
        .expect(200)

      expect(namedIn(body)).toEqual([to.slug])
    })

    test('stay as they are when the condition does not fit', async () => {
      const [from, to] = [await make(), await make()]
      const before = await allRows(service)

      await editor.delete(`${url}/${from.id}?reassignTo=${to.id}`).set('if-match', '"7"').expect(412)

      expect(await allRows(service)).toEqual(before)
    })
  })
})

describe('an author', () => {
  test('keeps the e-mail address from the public', async () => {
    const { body } = await editor
      .post('/v1/authors')
      .send({ name: 'Secret Sender', email: 'secret@news.test' })
      .expect(201)

    expect(body.email).toBe('secret@news.test')
    const { text } = await client.get(`/v1/authors/${body.id}`).expect(200)
    expect(text).not.toContain('secret@')
    const draft = await reader.get(`/v1/authors/${body.id}?version=draft`).expect(200)
    expect(draft.body).toEqual(body)
  })

  test('refuses links that are no web addresses', async () => {
    const links = [
      { label: 'Bad', url: 'javascript:alert(1)' },
      { label: 'Password', url: 'https://a:b@news.test' },
    ]

    const { body } = await editor.post('/v1/authors').send({ name: 'Linked', links }).expect(400)

    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(['/links/0/url', '/links/1/url'])
  })

  test('carries the articles of their key over to the author who takes their place', async () => {
    const [from, to] = [await anAuthor(service), await anAuthor(service)]
    const theirs = await aColleague(service, 'writer', from)
    const article = await anArticle(service, { by: [from] })

    await editor.delete(`/v1/authors/${from.id}?reassignTo=${to.id}`).set(whatever).expect(204)

    await theirs.patch(`/v1/articles/${article.id}`).set(whatever).send({ summary: 'Mine.' }).expect(200)
  })

  test('says when they were changed last', async () => {
    const { id } = await anAuthor(service)
    await clock.advance({ hours: 1 })

    const draft = await editor.get(`/v1/authors/${id}?version=draft`).expect(200)
    const { body } = await editor
      .patch(`/v1/authors/${id}`)
      .set(matching(draft.body))
      .send({ name: 'Later' })
      .expect(200)

    expect(body.updatedAt).toBe(await clock.read())
    await clock.release()
  })
})
