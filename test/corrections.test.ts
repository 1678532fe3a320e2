import { describe, expect, test } from 'vitest'
import { anArticle, aPublishedArticle, type Made } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, ownId, theDraft, theLog, unknownId, whatever } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const { editor, writer } = await aDesk(service)

const noon = '2026-06-01T12:00:00.000Z'
const later = '2026-06-01T15:00:00.000Z'
const muchLater = '2026-06-01T18:00:00.000Z'
await clock.set(noon)

/** Public since May, with one section. */
async function aStory(): Promise<Made & { sectionId: string }> {
  const sectionId = ownId()
  const sections = [{ id: sectionId, body: 'The vote is on *Monday*.' }]
  const article = await aPublishedArticle(service, { sections, at: '2026-05-01T00:00:00.000Z' })
  return { ...article, sectionId }
}

function correct({ id }: Made, correction: object) {
  return editor.post(`/v1/articles/${id}/corrections`).send({ kind: 'correction', ...correction })
}

async function publish({ id }: Made, when: object = {}): Promise<void> {
  const transition = { to: 'published', ...when }
  await editor.post(`/v1/articles/${id}/transitions`).set(whatever).send(transition).expect(200)
}

async function shown({ id }: Made) {
  return (await client.get(`/v1/articles/${id}`).expect(200)).body
}

describe('a correction', () => {
  test('waits for the next publication, and then shows what changed', async () => {
    const story = await aStory()
    await correct(story, { note: 'The vote is on Tuesday.', sectionId: story.sectionId }).expect(201)
    await editor.patch(`/v1/sections/${story.sectionId}`).set(whatever).send({ body: 'On **Tuesday**.' })
    expect((await shown(story)).corrections).toEqual([])

    await publish(story)

    const article = await shown(story)
    expect(article).toMatchObject({
      correctedAt: noon,
      updatedAt: noon,
      publishedAt: '2026-05-01T00:00:00.000Z',
    })
    expect(article.corrections).toEqual([
      {
        id: expect.any(String),
        kind: 'correction',
        note: 'The vote is on Tuesday.',
        sectionId: story.sectionId,
        before: 'The vote is on Monday.',
        after: 'On Tuesday.',
        at: noon,
      },
    ])
    expect((await client.get(`/v1/articles/${story.slug}/corrections`).expect(200)).body.data).toEqual(
      article.corrections,
    )
  })

  test('is seen by editors while it waits', async () => {
    const story = await aStory()

    const { body, headers } = await correct(story, { note: 'Wait.' }).expect(201)

    expect(headers['location']).toBe(`/v1/articles/${story.id}/corrections`)
    expect(body.corrections).toMatchObject([{ note: 'Wait.', createdAt: noon, publishedAt: null }])
    expect(body.revision).toBe(2)
  })

  test('stays in later publications, the newest first', async () => {
    const story = await aStory()
    await correct(story, { note: 'First.' }).expect(201)
    await publish(story)
    await clock.during(later, async () => {
      await correct(story, { note: 'Second.', kind: 'clarification' }).expect(201)
      await publish(story)

      const { corrections, correctedAt } = await shown(story)

      expect(corrections.map(({ note, at }: { note: string; at: string }) => [note, at])).toEqual([
        ['Second.', later],
        ['First.', noon],
      ])
      expect(correctedAt).toBe(later)
    })
  })

  test('is no reason for correctedAt to move when the article is published again', async () => {
    const story = await aStory()
    await correct(story, { note: 'Once.' }).expect(201)
    await publish(story)

    await clock.during(later, async () => {
      await publish(story)
      expect(await shown(story)).toMatchObject({ correctedAt: noon, updatedAt: later })
    })
  })

  test('is public at the moment for which its publication is scheduled', async () => {
    const story = await aStory()
    await correct(story, { note: 'Later.' }).expect(201)

    await publish(story, { at: later })

    expect(await shown(story)).toMatchObject({ corrections: [], correctedAt: null })
    await clock.during(later, async () => {
      expect(await shown(story)).toMatchObject({
        corrections: [{ note: 'Later.', at: later }],
        correctedAt: later,
      })
    })
  })

  test('waits again when its publication is cancelled', async () => {
    const story = await aStory()
    await correct(story, { note: 'Cancelled.' }).expect(201)
    await publish(story, { at: later })

    await editor
      .post(`/v1/articles/${story.id}/transitions`)
      .set(whatever)
      .send({ to: 'unscheduled' })
      .expect(200)

    expect((await theDraft(editor, story)).corrections).toMatchObject([{ publishedAt: null }])
    await publish(story)
    expect((await shown(story)).corrections).toMatchObject([{ note: 'Cancelled.', at: noon }])
  })

  test('comes with an earlier publication than the one that it was scheduled with', async () => {
    const story = await aStory()
    await correct(story, { note: 'Hurry.' }).expect(201)
    await publish(story, { at: muchLater })

    await publish(story)

    expect((await shown(story)).corrections).toMatchObject([{ note: 'Hurry.', at: noon }])
  })

  test('has no words before of a section that is new, and none after of one that is gone', async () => {
    const story = await aStory()
    const { body: added } = await editor
      .post(`/v1/articles/${story.id}/sections`)
      .send({ body: 'New.' })
      .expect(201)
    await correct(story, { note: 'Added.', sectionId: added.id }).expect(201)
    await correct(story, { note: 'Removed.', sectionId: story.sectionId }).expect(201)
    await editor.delete(`/v1/sections/${story.sectionId}`).set(whatever).expect(204)

    await publish(story)

    const { corrections } = await shown(story)
    expect(corrections).toContainEqual(
      expect.objectContaining({ note: 'Added.', before: null, after: 'New.' }),
    )
    expect(corrections).toContainEqual(
      expect.objectContaining({ note: 'Removed.', before: 'The vote is on Monday.', after: null }),
    )
  })

  test('is recorded when it goes public', async () => {
    const story = await aStory()
    await correct(story, { note: 'On record.' }).expect(201)

    await publish(story)

    const types = (await theLog(service, story)).map(({ type }) => type)
    expect(types.slice(-3)).toEqual(['article.updated', 'article.published', 'article.corrected'])
  })

  test('keeps the approval that the words have', async () => {
    const story = await aStory()
    for (const to of ['in_review', 'approved']) {
      await editor.post(`/v1/articles/${story.id}/transitions`).set(whatever).send({ to }).expect(200)
    }

    const { body } = await correct(story, { note: 'Approved.' }).expect(201)

    expect(body.stage).toBe('approved')
  })

  test('needs an article that was public', async () => {
    const draft = await anArticle(service)
    const scheduled = await aPublishedArticle(service, { at: later })

    await correct(draft, { note: 'Nothing to correct.' }).expect(409)
    await correct(scheduled, { note: 'Nothing to correct.' }).expect(409)
  })

  test('points to a section that the article does not have, and to every other fault', async () => {
    const story = await aStory()

    const unknown = await correct(story, { note: 'N', sectionId: unknownId }).expect(400)
    const wrong = await correct(story, { kind: 'erratum', note: '', sectionId: 'x', at: noon }).expect(400)

    expect(unknown.body.errors).toEqual([expect.objectContaining({ pointer: '/sectionId' })])
    const pointers = wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.sort()).toEqual(['/at', '/kind', '/note', '/sectionId'])
  })

  test('is an editor’s to make', async () => {
    const story = await aStory()

    await writer
      .post(`/v1/articles/${story.id}/corrections`)
      .send({ kind: 'update', note: 'By a writer.' })
      .expect(403)
  })

  test('is gone from public view with its article', async () => {
    const story = await aStory()
    await correct(story, { note: 'Gone.' }).expect(201)
    await publish(story)

    await clock.during(later, async () => {
      await editor
        .post(`/v1/articles/${story.id}/transitions`)
        .set(whatever)
        .send({ to: 'unpublished' })
        .expect(200)

      await client.get(`/v1/articles/${story.id}/corrections`).expect(404)
    })
  })
})
