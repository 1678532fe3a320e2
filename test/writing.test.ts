import { describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import { anArticle, anAuthor, aPublishedArticle, aTopic } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, matching, ownId, theDraft, theLog, unknownId, whatever } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const { writer, editor, admin } = await aDesk(service)

const jsonPatch = 'application/json-patch+json'

describe('createArticle', () => {
  test('takes sections, takeaways, byline and topics in one request', async () => {
    const [author, topic] = [await anAuthor(service, { name: 'Ana Silva' }), await aTopic(service)]

    const { body } = await writer
      .post('/v1/articles')
      .send({
        headline: 'Rain at last',
        byline: [{ authorId: author.id }],
        topicIds: [topic.id],
        sections: [
          { kind: 'lede', body: 'It rained.' },
          { heading: 'Where', body: 'Here.' },
        ],
        takeaways: [{ text: 'It rained.' }],
      })
      .expect(201)

    expect(await theDraft(editor, body)).toEqual(body)
    expect(body).toMatchObject({
      slug: 'rain-at-last',
      byline: [{ authorId: author.id, role: 'author', author: { name: 'Ana Silva' } }],
      topics: [{ id: topic.id }],
      sections: [
        { kind: 'lede', body: 'It rained.' },
        { heading: 'Where', position: 1 },
      ],
      takeaways: [{ text: 'It rained.', evidenceState: 'none' }],
      stage: 'draft',
      state: ['draft'],
      revision: 1,
      createdBy: writer.actor,
    })
  })

  test('says where the article is, and its version', async () => {
    const { body, headers } = await writer.post('/v1/articles').send({ headline: 'Where am I' }).expect(201)

    expect(headers['location']).toBe(`/v1/articles/${body.id}`)
    expect(headers['etag']).toBe('"1"')
    expect(body.etag).toBe('"1"')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  test('keeps it from the public', async () => {
    const { body } = await writer.post('/v1/articles').send({ headline: 'Not yet' }).expect(201)

    await client.get(`/v1/articles/${body.id}`).expect(404)
    await client.get('/v1/articles/not-yet').expect(404)
  })

  test('asks for a slug where the headline gives none', async () => {
    const { body } = await writer.post('/v1/articles').send({ headline: 'Дождь' }).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/slug', code: 'required' })])
  })

  test('refuses a slug that another article has', async () => {
    await anArticle(service, { slug: 'the-one' })

    const { body } = await writer.post('/v1/articles').send({ headline: 'The one' }).expect(409)

    expect(body.code).toBe('slug-taken')
  })

  test.each(['search', 'external', unknownId, 'Rain', 'rain--snow', 'rain_snow', '-rain', ''])(
    'refuses %j as a slug',
    async (slug) => {
      const { body } = await writer.post('/v1/articles').send({ headline: 'Rain', slug }).expect(400)

      expect(body.errors[0].pointer).toBe('/slug')
    },
  )

  test('keeps an id of the caller’s own', async () => {
    const id = ownId()

    const { body } = await writer.post('/v1/articles').send({ id, headline: 'My own id' }).expect(201)

    expect(body.id).toBe(id)
  })

  test('refuses an id that is taken', async () => {
    const { id } = await anArticle(service)

    const { body } = await writer.post('/v1/articles').send({ id, headline: 'Again' }).expect(409)

    expect(body.code).toBe('id-taken')
  })

  test('refuses a field that it does not know, and says which was meant', async () => {
    const { body } = await writer
      .post('/v1/articles')
      .send({ headline: 'Typo', sumary: 'Short.', sections: [{ body: 'Here.', colour: 'red' }] })
      .expect(400)

    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/sections/0/colour', code: 'unknown-field' }),
      expect.objectContaining({ pointer: '/sumary', code: 'unknown-field', suggestion: 'summary' }),
    ])
  })

  test('names all faults at once', async () => {
    const { body } = await writer
      .post('/v1/articles')
      .send({ slug: 'No Slug', language: 7, sections: [{ kind: 'leed' }], takeaways: [{ text: '' }] })
      .expect(400)

    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/headline',
      '/language',
      '/sections/0/body',
      '/sections/0/kind',
      '/slug',
      '/takeaways/0/text',
    ])
  })

  test('points to authors and topics that do not exist', async () => {
    const author = await anAuthor(service)
    const byline = [{ authorId: author.id }, { authorId: unknownId }]

    const byUnknown = await writer.post('/v1/articles').send({ headline: 'By whom', byline }).expect(400)
    const aboutUnknown = await writer
      .post('/v1/articles')
      .send({ headline: 'About what', topicIds: [unknownId] })
      .expect(400)

    expect(byUnknown.body.errors).toEqual([expect.objectContaining({ pointer: '/byline/1/authorId' })])
    expect(aboutUnknown.body.errors).toEqual([expect.objectContaining({ pointer: '/topicIds/0' })])
  })

  test('keeps nothing of what it refuses', async () => {
    const before = await allRows(service)

    await writer
      .post('/v1/articles')
      .send({ headline: 'Half', sections: [{ body: 'Here.' }], topicIds: [unknownId] })
      .expect(400)

    expect(await allRows(service)).toEqual(before)
  })

  test('refuses one author twice on a byline', async () => {
    const { id: authorId } = await anAuthor(service)
    const byline = [{ authorId }, { authorId, role: 'editor' }]

    const { body } = await writer.post('/v1/articles').send({ headline: 'Twice', byline }).expect(409)

    expect(body.code).toBe('id-taken')
  })

  test('refuses a second section for the takeaways', async () => {
    const sections = [
      { kind: 'takeaways', body: '' },
      { kind: 'takeaways', body: '' },
    ]

    const { body } = await writer.post('/v1/articles').send({ headline: 'Bullets', sections }).expect(409)

    expect(body.code).toBe('conflict')
  })

  test('refuses an article that is too large as a whole', async () => {
    const sections = Array.from({ length: 6 }, () => ({ body: 'x'.repeat(limits.sectionBody) }))

    const { body } = await writer.post('/v1/articles').send({ headline: 'Large', sections }).expect(413)

    expect(body.code).toBe('article-too-large')
  })

  test('publishes in the same request when asked to', async () => {
    const draft = { headline: 'Breaking', sections: [{ body: 'Now.' }], publish: true }

    const { body } = await editor.post('/v1/articles').send(draft).expect(201)

    expect(body.state).toEqual(['published'])
    const shown = await client.get('/v1/articles/breaking').expect(200)
    expect(shown.body).toMatchObject({ id: body.id, revision: 1 })
    const types = (await theLog(service, body)).map(({ type }) => type)
    expect(types).toEqual(['article.created', 'article.published'])
  })

  test('schedules in the same request when asked to', async () => {
    const publish = { at: '2099-01-01T06:00:00Z', until: '2099-01-02T06:00:00Z', note: 'New year' }

    const { body } = await editor.post('/v1/articles').send({ headline: 'In time', publish }).expect(201)

    expect(body).toMatchObject({
      state: ['scheduled'],
      live: null,
      scheduled: [
        { visibleFrom: '2099-01-01T06:00:00.000Z', visibleUntil: '2099-01-02T06:00:00.000Z', revision: 1 },
      ],
    })
    await client.get('/v1/articles/in-time').expect(404)
  })

  test('creates nothing for a writer who asks to publish', async () => {
    const before = await allRows(service)

    await writer.post('/v1/articles').send({ headline: 'Too soon', publish: true }).expect(403)

    expect(await allRows(service)).toEqual(before)
  })

  test('records who created it, and when', async () => {
    const { body } = await writer.post('/v1/articles').send({ headline: 'On record' }).expect(201)

    expect(await theLog(service, body)).toEqual([
      expect.objectContaining({
        type: 'article.created',
        actor: writer.actor,
        at: body.createdAt,
        data: expect.objectContaining({ id: body.id, revision: 1, previousRevision: null }),
      }),
    ])
  })
})

describe('replaceArticle', () => {
  test('sets back what is not given, and keeps the slug', async () => {
    const article = await anArticle(service, {
      slug: 'kept',
      summary: 'Short.',
      sections: [{ body: 'One.' }],
    })

    const { body } = await editor
      .put(`/v1/articles/${article.id}`)
      .set({ 'if-match': '"1"' })
      .send({ headline: 'All new' })
      .expect(200)

    expect(body).toMatchObject({
      slug: 'kept',
      headline: 'All new',
      summary: null,
      sections: [],
      revision: 2,
      etag: '"2"',
    })
    expect(await theDraft(editor, article)).toEqual(body)
  })

  test('keeps sections by their ids, adds those without and drops the rest', async () => {
    const article = await anArticle(service, { sections: [{ body: 'A' }, { body: 'B' }, { body: 'C' }] })
    const [a, , c] = (await theDraft(editor, article)).sections

    const sections = [{ id: c?.id, body: 'C' }, { body: 'New' }, { id: a?.id, body: 'A, edited' }]
    const { body } = await editor
      .put(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Sections', sections })
      .expect(200)

    expect(body.sections).toMatchObject([
      { id: c?.id, body: 'C', revision: 1, position: 0 },
      { body: 'New', revision: 2, position: 1 },
      { id: a?.id, body: 'A, edited', revision: 2, position: 2 },
    ])
  })

  test('creates an article with an id of the caller’s own', async () => {
    const id = ownId()

    const { body, headers } = await writer
      .put(`/v1/articles/${id}`)
      .set('if-none-match', '*')
      .send({ headline: 'By my id' })
      .expect(201)

    expect(body).toMatchObject({ id, slug: 'by-my-id', revision: 1 })
    expect(headers['location']).toBe(`/v1/articles/${id}`)
  })

  test('refuses to create what is there', async () => {
    const { id } = await anArticle(service)

    const { body } = await writer
      .put(`/v1/articles/${id}`)
      .set('if-none-match', '*')
      .send({ headline: 'Again' })
      .expect(412)

    expect(body.code).toBe('precondition-failed')
  })

  test('answers 404 for an article that is not there', async () => {
    await editor.put(`/v1/articles/${unknownId}`).set(whatever).send({ headline: 'Nobody' }).expect(404)
    await editor.put('/v1/articles/no-such-slug').set(whatever).send({ headline: 'Nobody' }).expect(404)
  })

  test.each(['id', 'slug'] as const)(
    'refuses another id than that of the article named by %s',
    async (key) => {
      const article = await anArticle(service)

      const { body } = await editor
        .put(`/v1/articles/${article[key]}`)
        .set(whatever)
        .send({ id: unknownId, headline: 'Another' })
        .expect(400)

      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/id' })])
    },
  )

  test('publishes what it saved as one revision when asked to', async () => {
    const article = await aPublishedArticle(service, { headline: 'Old words' })

    const { body } = await editor
      .put(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'New words', publish: true })
      .expect(200)

    expect(body).toMatchObject({ revision: 2, state: ['published'], live: { revision: 2 } })
    const shown = await client.get(`/v1/articles/${article.id}`).expect(200)
    expect(shown.body).toMatchObject({ headline: 'New words', slug: article.slug, revision: 2 })
  })
})

describe('changeArticle', () => {
  test.each(['application/merge-patch+json', 'application/json', 'application/json; charset=utf-8'])(
    'merges what a patch as %s says, and leaves the rest',
    async (type) => {
      const article = await anArticle(service, { summary: 'Short.' })

      const { body } = await editor
        .patch(`/v1/articles/${article.id}`)
        .set({ ...whatever, 'content-type': type })
        .send(JSON.stringify({ headline: 'Changed' }))
        .expect(200)

      expect(body).toMatchObject({
        headline: 'Changed',
        summary: 'Short.',
        slug: article.slug,
        revision: 2,
      })
    },
  )

  test('leaves the rest of an object that a merge patch reaches into', async () => {
    const article = await anArticle(service, { seo: { title: 'T', description: 'D' } })

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ seo: { title: 'New' } })
      .expect(200)

    expect(body.seo).toEqual({ title: 'New', description: 'D' })
  })

  test('sets a field back by null', async () => {
    const article = await anArticle(service, { summary: 'Short.', language: 'pt', dateline: 'Lisbon' })

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ summary: null, language: null, seo: null, takeaways: null })
      .expect(200)

    expect(body).toMatchObject({
      summary: null,
      language: 'en',
      dateline: 'Lisbon',
      seo: { title: null },
      takeaways: [],
    })
  })

  test('refuses to set back a field that has to be there', async () => {
    const article = await anArticle(service)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: null })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/headline', code: 'wrong-type' })])
  })

  test('replaces a list whole, and keeps members by their ids', async () => {
    const article = await anArticle(service, { sections: [{ body: 'A' }, { body: 'B' }] })
    const [, b] = (await theDraft(editor, article)).sections

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ sections: [{ id: b?.id, body: 'B' }] })
      .expect(200)

    expect(body.sections).toEqual([{ ...b, position: 0, etag: '"1-0"' }])
  })

  test('applies a JSON Patch', async () => {
    const article = await anArticle(service, { headline: 'Before', sections: [{ body: 'A' }, { body: 'B' }] })

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ ...whatever, 'content-type': jsonPatch })
      .send([
        { op: 'test', path: '/headline', value: 'Before' },
        { op: 'replace', path: '/headline', value: 'After' },
        { op: 'add', path: '/sections/-', value: { body: 'C' } },
        { op: 'move', from: '/sections/0', path: '/sections/1' },
      ])
      .expect(200)

    expect(body).toMatchObject({ headline: 'After', sections: [{ body: 'B' }, { body: 'A' }, { body: 'C' }] })
  })

  test('changes nothing when a test of a JSON Patch fails', async () => {
    const article = await anArticle(service, { headline: 'Earlier' })
    const before = await allRows(service)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ ...whatever, 'content-type': jsonPatch })
      .send([
        { op: 'replace', path: '/summary', value: 'Changed' },
        { op: 'test', path: '/headline', value: 'Other' },
      ])
      .expect(409)

    expect(body.code).toBe('conflict')
    expect(await allRows(service)).toEqual(before)
  })

  test('points to the operation of a JSON Patch that leads nowhere', async () => {
    const article = await anArticle(service)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ ...whatever, 'content-type': jsonPatch })
      .send([
        { op: 'replace', path: '/summary', value: 'Fine' },
        { op: 'remove', path: '/sections/0' },
      ])
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/1/path' })])
  })

  test('refuses to change the id, by either kind of patch', async () => {
    const article = await anArticle(service)
    const request = () => editor.patch(`/v1/articles/${article.id}`).set(whatever)

    await request().send({ id: unknownId }).expect(400)
    const { body } = await request()
      .set('content-type', jsonPatch)
      .send([{ op: 'add', path: '/id', value: unknownId }])
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/id' })])
  })

  test('saves nothing when nothing is changed', async () => {
    const article = await anArticle(service, { headline: 'Same', sections: [{ body: 'A' }] })
    const before = await allRows(service)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Same' })
      .expect(200)

    expect(body.revision).toBe(1)
    expect(await allRows(service)).toEqual(before)
  })

  test('leaves what is public as it is', async () => {
    const article = await aPublishedArticle(service, { headline: 'Public words' })

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Draft words', slug: 'draft-words' })
      .expect(200)

    expect(body.state).toEqual(['published', 'modified'])
    const shown = await client.get(`/v1/articles/${article.slug}`).expect(200)
    expect(shown.body.headline).toBe('Public words')
    await client.get('/v1/articles/draft-words').expect(404)
  })

  test('answers 308 for the old slug once the new one is public', async () => {
    const article = await aPublishedArticle(service, { slug: 'old-slug', at: '2026-01-01T00:00:00.000Z' })

    await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ slug: 'new-slug', publish: true })
      .expect(200)

    const { headers } = await client.get('/v1/articles/old-slug').redirects(0).expect(308)
    expect(headers['location']).toBe('/v1/articles/new-slug')
  })

  test('refuses another media type', async () => {
    const article = await anArticle(service)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set({ ...whatever, 'content-type': 'text/plain' })
      .send('headline')
      .expect(415)

    expect(body.code).toBe('unsupported-media-type')
  })

  test('finds the article by its working slug', async () => {
    const article = await anArticle(service, { slug: 'by-slug' })

    const { body } = await editor
      .patch('/v1/articles/by-slug')
      .set(whatever)
      .send({ summary: 'Found.' })
      .expect(200)

    expect(body).toMatchObject({ id: article.id, summary: 'Found.' })
  })
})

describe('trashArticle', () => {
  test('takes the article down and frees its slug', async () => {
    const article = await aPublishedArticle(service, { slug: 'freed', at: '2026-01-01T00:00:00.000Z' })

    const { body } = await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    expect(body).toMatchObject({ state: ['unpublished', 'trashed'], live: null, revision: 2 })
    await client.get(`/v1/articles/${article.id}`).expect(404)
    await editor.get('/v1/articles/freed?version=draft').expect(404)
    await editor.post('/v1/articles').send({ headline: 'Freed' }).expect(201)
  })

  test('drops what is scheduled', async () => {
    const article = await aPublishedArticle(service, { at: '2098-01-01T00:00:00.000Z' })

    const { body } = await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    expect(body.scheduled).toEqual([])
  })

  test('shows the article in the trash, trashed last first', async () => {
    const [first, second] = [await anArticle(service), await anArticle(service)]
    await editor.delete(`/v1/articles/${first.id}`).set(whatever).expect(200)
    await clock.advance({ seconds: 1 })
    await editor.delete(`/v1/articles/${second.id}`).set(whatever).expect(200)
    await clock.release()

    const { body } = await editor.get('/v1/trash?limit=2').expect(200)

    expect(body.data).toMatchObject([
      { id: second.id, slug: second.slug, revision: 2, etag: '"2"' },
      { id: first.id },
    ])
  })

  test('takes no further change until it is restored', async () => {
    const article = await anArticle(service)
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Undead' })
      .expect(409)

    expect(body.code).toBe('conflict')
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(409)
  })

  test('lets a writer trash a draft of their own, but nothing that is public', async () => {
    const { body: draft } = await writer.post('/v1/articles').send({ headline: 'Mine, a draft' }).expect(201)
    const { body: live } = await writer.post('/v1/articles').send({ headline: 'Mine, live' }).expect(201)
    await editor
      .post(`/v1/articles/${live.id}/transitions`)
      .set(whatever)
      .send({ to: 'published' })
      .expect(200)

    await writer.delete(`/v1/articles/${draft.id}`).set(whatever).expect(200)
    await writer.delete(`/v1/articles/${live.id}`).set(whatever).expect(403)
  })
})

describe('restoreArticle', () => {
  test('brings the article back as a working copy that is not public', async () => {
    const article = await aPublishedArticle(service, { at: '2026-01-01T00:00:00.000Z' })
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    const { body } = await editor.post(`/v1/articles/${article.id}/restore`).expect(200)

    expect(body).toMatchObject({ trashedAt: null, state: ['unpublished'], slug: article.slug, revision: 3 })
    await client.get(`/v1/articles/${article.id}`).expect(404)
  })

  test('refuses when another article has the slug by now', async () => {
    const article = await anArticle(service, { slug: 'contested' })
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)
    await anArticle(service, { slug: 'contested' })

    const { body } = await editor.post(`/v1/articles/${article.id}/restore`).expect(409)

    expect(body.code).toBe('slug-taken')
  })

  test('refuses what is not in the trash', async () => {
    const article = await anArticle(service)

    await editor.post(`/v1/articles/${article.id}/restore`).expect(409)
  })
})

describe('purgeArticle', () => {
  test('removes a trashed article with all its revisions and publications, but for the log', async () => {
    const article = await aPublishedArticle(service, {
      at: '2026-01-01T00:00:00.000Z',
      sections: [{ body: 'Gone.' }],
      takeaways: [{ text: 'Gone.' }],
    })
    const { body: trashed } = await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    await admin.delete(`/v1/trash/${article.id}`).set(matching(trashed)).expect(204)

    await editor.get(`/v1/articles/${article.id}?version=draft`).expect(404)
    const { event, ...rest } = await allRows(service)
    expect(JSON.stringify(rest)).not.toContain(article.id)
    expect(event).toContain(article.id)
  })

  test('records when it was purged', async () => {
    const article = await anArticle(service)
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)
    await clock.advance({ hours: 1 })

    await admin.delete(`/v1/trash/${article.id}`).set(whatever).expect(204)

    const fact = (await theLog(service, article)).at(-1)
    expect(fact).toMatchObject({ type: 'article.purged', at: await clock.read() })
    await clock.release()
  })

  test('refuses what is not in the trash', async () => {
    const article = await anArticle(service)

    await admin.delete(`/v1/trash/${article.id}`).set(whatever).expect(409)
  })
})

describe('putExternalArticle', () => {
  const url = '/v1/articles/external/wire'

  test('creates the article at the first time, and says whose it is', async () => {
    const { body } = await writer.put(`${url}/1`).send({ headline: 'From the wire' }).expect(201)

    expect(body).toMatchObject({ slug: 'from-the-wire', external: { source: 'wire', id: '1' }, revision: 1 })
  })

  test('replaces it at the next, and keeps sections at their place', async () => {
    const first = { headline: 'Wire', sections: [{ body: 'A' }, { body: 'B' }] }
    const { body: before } = await writer.put(`${url}/2`).send(first).expect(201)

    const next = { headline: 'Wire, again', sections: [{ body: 'A' }, { body: 'B, edited' }, { body: 'C' }] }
    const { body } = await writer.put(`${url}/2`).send(next).expect(200)

    expect(body).toMatchObject({ id: before.id, slug: 'wire', headline: 'Wire, again', revision: 2 })
    expect(body.sections).toMatchObject([
      { id: before.sections[0].id, revision: 1 },
      { id: before.sections[1].id, revision: 2, body: 'B, edited' },
      { revision: 2, body: 'C' },
    ])
  })

  test('changes nothing when the same content comes again', async () => {
    const draft = {
      headline: 'The same',
      sections: [{ body: 'A' }],
      takeaways: [{ text: 'T' }],
      publish: true,
    }
    await editor.put(`${url}/3`).send(draft).expect(201)
    const before = await allRows(service)

    const { body } = await editor.put(`${url}/3`).send(draft).expect(200)

    expect(body.revision).toBe(1)
    expect(await allRows(service)).toEqual(before)
  })

  test('publishes when asked to, though the content is the same', async () => {
    await editor.put(`${url}/4`).send({ headline: 'Held back' }).expect(201)

    const { body } = await editor.put(`${url}/4`).send({ headline: 'Held back', publish: true }).expect(200)

    expect(body.state).toEqual(['published'])
  })

  test('schedules once when the same comes again', async () => {
    const draft = { headline: 'On Monday', publish: { at: '2099-01-01T06:00:00Z' } }
    await editor.put(`${url}/monday`).send(draft).expect(201)
    const before = await allRows(service)

    await editor.put(`${url}/monday`).send(draft).expect(200)

    expect(await allRows(service)).toEqual(before)
  })

  test.each([
    ['unpublished', 404],
    ['withdrawn', 410],
  ])('does not bring back what an editor has %s, when the same comes again', async (to, status) => {
    const draft = { headline: `Wired and ${to}`, publish: true }
    const { body } = await editor.put(`${url}/${to}`).send(draft).expect(201)
    const note = 'The editor says so.'
    await editor.post(`/v1/articles/${body.id}/transitions`).set(whatever).send({ to, note }).expect(200)

    await editor
      .put(`${url}/${to}`)
      .send(draft)
      .ok(() => true)

    await client.get(`/v1/articles/${body.id}`).expect(status)
  })

  test('does not publish past the workflow', async () => {
    const { body } = await editor.put(`${url}/5`).send({ headline: 'In review' }).expect(201)
    await editor
      .post(`/v1/articles/${body.id}/transitions`)
      .set(whatever)
      .send({ to: 'in_review' })
      .expect(200)

    const refused = await editor.put(`${url}/5`).send({ headline: 'Reviewed', publish: true }).expect(409)

    expect(refused.body.code).toBe('transition-refused')
  })

  test('refuses another id than the article has', async () => {
    await writer.put(`${url}/6`).send({ headline: 'Whose id' }).expect(201)

    const { body } = await writer.put(`${url}/6`).send({ id: unknownId, headline: 'Whose id' }).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/id' })])
  })

  test('takes names with any characters', async () => {
    const { body } = await writer
      .put(`/v1/articles/external/${encodeURIComponent('a/b c')}/${encodeURIComponent('é?#%')}`)
      .send({ headline: 'Odd names' })
      .expect(201)

    expect(body.external).toEqual({ source: 'a/b c', id: 'é?#%' })
  })
})
