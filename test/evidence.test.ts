import { describe, expect, test } from 'vitest'
import { anArticle, type Made } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, matching, ownId, theDraft, unknownId, whatever } from './support/writing.ts'

const service = await aService()
const { client } = service
const { editor, writer } = await aDesk(service)

const quoted = 'The bridge is to cost 40 million.'

/** An article whose takeaway quotes its first section, with the ids of its sections. */
async function aSupportedArticle(
  body = `It was said: ${quoted}`,
): Promise<Made & { sections: [string, string] }> {
  const sections: [string, string] = [ownId(), ownId()]
  const article = await anArticle(service, {
    sections: [
      { id: sections[0], body },
      { id: sections[1], body: 'Another.' },
    ],
    takeaways: [{ text: 'It costs 40 million.', evidence: [{ sectionId: sections[0], exact: quoted }] }],
  })
  return { ...article, sections }
}

async function stateOf(article: Made): Promise<string | undefined> {
  return (await theDraft(editor, article)).takeaways[0]?.evidenceState
}

async function rewrite(sectionId: string, body: string): Promise<void> {
  await editor.patch(`/v1/sections/${sectionId}`).set(whatever).send({ body }).expect(200)
}

describe('the evidence of a takeaway', () => {
  test('is none where nothing is quoted', async () => {
    expect(await stateOf(await anArticle(service, { takeaways: [{ text: 'T' }] }))).toBe('none')
  })

  test('is current where the words stand in the section that is named', async () => {
    expect(await stateOf(await aSupportedArticle())).toBe('current')
  })

  test.each([
    ['are marked up', 'It was said: The **bridge** is to [cost](https://news.test) 40 million.'],
    ['run over a line', 'It was said: The bridge is\nto cost 40 million.'],
    ['stand in a list', '- The bridge is to cost 40 million.\n- Or more.'],
  ])('is current where the words %s', async (_, body) => {
    expect(await stateOf(await aSupportedArticle(body))).toBe('current')
  })

  test('is moved when another section has the words', async () => {
    const article = await aSupportedArticle()

    await rewrite(article.sections[0], 'Nothing.')
    await rewrite(article.sections[1], quoted)

    expect(await stateOf(article)).toBe('moved')
  })

  test('is broken when the words are gone, and current again when they are back', async () => {
    const article = await aSupportedArticle()

    await rewrite(article.sections[0], 'The bridge is to cost 50 million.')
    expect(await stateOf(article)).toBe('broken')

    await rewrite(article.sections[0], quoted)
    expect(await stateOf(article)).toBe('current')
  })

  test('is broken when the section is removed', async () => {
    const article = await aSupportedArticle()

    await editor.delete(`/v1/sections/${article.sections[0]}`).set(whatever).expect(204)

    expect(await stateOf(article)).toBe('broken')
  })

  test('is broken when what stood before or after the words is another', async () => {
    const sectionId = ownId()
    const evidence = [{ sectionId, exact: '40 million', prefix: 'cost ', suffix: '.' }]
    const article = await anArticle(service, {
      sections: [{ id: sectionId, body: quoted }],
      takeaways: [{ text: 'T', evidence }],
    })
    expect(await stateOf(article)).toBe('current')

    await rewrite(sectionId, 'The bridge is to save 40 million.')

    expect(await stateOf(article)).toBe('broken')
  })

  test('is as good as the worst of several', async () => {
    const sectionId = ownId()
    const evidence = [
      { sectionId, exact: quoted },
      { sectionId, exact: 'Never said.' },
    ]

    const article = await anArticle(service, {
      sections: [{ id: sectionId, body: quoted }],
      takeaways: [{ text: 'T', evidence }],
    })

    expect(await stateOf(article)).toBe('broken')
  })

  test('is broken where the section that is named is another article’s', async () => {
    const other = await aSupportedArticle()
    const evidence = [{ sectionId: other.sections[0], exact: quoted }]

    const article = await anArticle(service, { takeaways: [{ text: 'T', evidence }] })

    expect(await stateOf(article)).toBe('broken')
  })

  test('needs words: blanks quote nothing', async () => {
    const evidence = [{ sectionId: unknownId, exact: '  ' }]

    const { body } = await editor
      .post('/v1/articles')
      .send({ headline: 'Blank', sections: [{ body: 'A' }], takeaways: [{ text: 'T', evidence }] })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/takeaways/0/evidence/0/exact' })])
  })

  test('gives the takeaway another ETag when it changes, though its words stay', async () => {
    const article = await aSupportedArticle()
    const before = (await theDraft(editor, article)).takeaways[0]

    await rewrite(article.sections[0], 'Nothing.')

    const after = (await theDraft(editor, article)).takeaways[0]
    expect(after?.revision).toBe(before?.revision)
    await editor
      .patch(`/v1/takeaways/${before?.id}`)
      .set(matching(before as { etag: string }))
      .send({ text: 'Stale' })
      .expect(412)
  })
})

describe('publishing with evidence that is broken', () => {
  async function anUnsupportedArticle(): Promise<Made> {
    const article = await aSupportedArticle()
    await rewrite(article.sections[0], 'Nothing.')
    return article
  }

  test('is refused with a pointer to each', async () => {
    const article = await anUnsupportedArticle()
    const before = await allRows(service)

    const { body } = await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published' })
      .expect(409)

    expect(body.code).toBe('takeaway-unsupported')
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/takeaways/0/evidence' })])
    expect(await allRows(service)).toEqual(before)
  })

  test('is refused in the body of a change, and for a later time', async () => {
    const article = await anUnsupportedArticle()
    const publish = (publish: unknown) =>
      editor.patch(`/v1/articles/${article.id}`).set(whatever).send({ summary: 'S', publish })

    expect((await publish(true).expect(409)).body.code).toBe('takeaway-unsupported')
    expect((await publish({ at: '2099-01-01T00:00:00Z' }).expect(409)).body.code).toBe('takeaway-unsupported')
  })

  test('is done when an editor overrides with a note, which the timeline keeps', async () => {
    const article = await anUnsupportedArticle()

    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published', override: true, note: 'The source is in print.' })
      .expect(200)

    await client.get(`/v1/articles/${article.id}`).expect(200)
    const { body } = await editor.get(`/v1/articles/${article.id}/timeline`).expect(200)
    expect(body.data[0].note).toBe('The source is in print.')
  })

  test('needs a note with the override', async () => {
    const article = await anUnsupportedArticle()

    const { body } = await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published', override: true })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/note' })])
  })

  test('cannot be overridden by a writer', async () => {
    const { body: mine } = await writer.post('/v1/articles').send({ headline: 'Mine' }).expect(201)

    await writer
      .post(`/v1/articles/${mine.id}/transitions`)
      .set(whatever)
      .send({ to: 'published', override: true, note: 'I say so.' })
      .expect(403)
  })

  test('is possible where the words have only moved', async () => {
    const article = await aSupportedArticle()
    await rewrite(article.sections[0], 'Nothing.')
    await rewrite(article.sections[1], quoted)

    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published' })
      .expect(200)
  })
})
