import { beforeEach, describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { openAnnouncer } from '../src/publications/announcer.ts'
import { atEnd } from './support/ending.ts'
import { aCorrection, anArticle, anAuthor, aPublishedArticle, unschedule } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, type Fact, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { client, clock, database, listener } = service
const { editor } = await aDesk(service)

const noon = '2040-06-01T12:00:00.000Z'
const one = '2040-06-01T13:00:00.000Z'
const two = '2040-06-01T14:00:00.000Z'

beforeEach(() => clock.set(noon))

/** An instance of the service wakes up: whatever passed while it slept is told, and whatever passes from then on. */
function anInstance() {
  const announcer = openAnnouncer(database, listener, (error) => {
    throw error
  })
  atEnd(() => announcer.close())
  return announcer
}

/** All instances that sleep hear of something, whatever it is. */
const wakeAll = () => anAuthor(service)

const types = (facts: Fact[]) => facts.map(({ type }) => type)
const scheduled = (facts: Fact[]) => facts.filter(({ actor }) => actor === 'system:schedule')

async function pendingCount(): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    Prisma.sql`SELECT count(*)::int AS count FROM boundary`,
  )
  return row?.count ?? 0
}

describe('a scheduled publication', () => {
  test('is told as published when it goes live, and as unpublished when it ends', async () => {
    const article = await aPublishedArticle(service, { at: one, until: two })
    const announcer = anInstance()
    expect(types(await theLog(service, article))).toEqual(['article.created', 'article.scheduled'])

    await clock.set(one)
    await wakeAll()
    await expect.poll(async () => scheduled(await theLog(service, article))).toHaveLength(1)
    await clock.set(two)
    await wakeAll()
    await expect.poll(async () => scheduled(await theLog(service, article))).toHaveLength(2)

    expect(scheduled(await theLog(service, article))).toMatchObject([
      { type: 'article.published', at: one, data: { id: article.id, revision: 1, from: one, until: two } },
      { type: 'article.unpublished', at: two, data: { id: article.id, revision: 1 } },
    ])
    await announcer.close()
  })

  test('is told by the timer of an instance that hears nothing', async () => {
    await clock.release()
    const at = new Date(Date.now() + 500).toISOString()
    const article = await aPublishedArticle(service, { at })
    const announcer = anInstance()

    await expect
      .poll(async () => scheduled(await theLog(service, article)), { timeout: 5000 })
      .toHaveLength(1)

    const [fact] = scheduled(await theLog(service, article))
    expect(fact).toMatchObject({ type: 'article.published', at })
    await client.get(`/v1/articles/${article.id}`).expect(200)
    await announcer.close()
  })

  test('is told once, however many instances notice', async () => {
    const articles = await Promise.all([1, 2, 3, 4, 5].map(() => aPublishedArticle(service, { at: one })))
    await clock.set(two)

    const announcers = [anInstance(), anInstance(), anInstance(), anInstance()]
    await expect.poll(pendingCount).toBe(0)
    await Promise.all(announcers.map((announcer) => announcer.close()))

    for (const article of articles) {
      expect(types(scheduled(await theLog(service, article)))).toEqual(['article.published'])
    }
  })

  test('is told after a downtime, in order and with the time at which it happened', async () => {
    const article = await aPublishedArticle(service, { at: one, until: two })
    await clock.set('2040-06-02T00:00:00.000Z')

    const announcer = anInstance()
    await expect.poll(async () => scheduled(await theLog(service, article))).toHaveLength(2)
    await announcer.close()

    expect(scheduled(await theLog(service, article))).toMatchObject([
      { type: 'article.published', at: one },
      { type: 'article.unpublished', at: two },
    ])
  })

  test('is told by an edit that comes before any instance noticed, and before the edit', async () => {
    const article = await aPublishedArticle(service, { at: one })
    await clock.set(two)

    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published' })
      .expect(200)

    const facts = (await theLog(service, article)).slice(2)
    expect(facts).toMatchObject([
      { type: 'article.published', at: one, actor: 'system:schedule', data: { from: one } },
      { type: 'article.published', at: two, actor: editor.actor, data: { previousRevision: 1 } },
    ])
    const announcer = anInstance()
    await wakeAll()
    await expect.poll(pendingCount).toBe(0)
    await announcer.close()
    expect((await theLog(service, article)).slice(2)).toEqual(facts)
  })

  test('is told of no more when it is cancelled before its time', async () => {
    const article = await aPublishedArticle(service, { at: one, until: two })
    await unschedule(service, article)
    await clock.set(two)

    const announcer = anInstance()
    await expect.poll(pendingCount).toBe(0)
    await announcer.close()

    expect(scheduled(await theLog(service, article))).toEqual([])
  })

  test('is told with its corrections when it goes live, and not before', async () => {
    const article = await aPublishedArticle(service)
    await aCorrection(service, article, { note: 'It was a Tuesday.' })
    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published', at: one })
      .expect(200)
    expect(types(await theLog(service, article))).not.toContain('article.corrected')
    await clock.set(one)

    const announcer = anInstance()
    await expect.poll(async () => scheduled(await theLog(service, article))).toHaveLength(2)
    await announcer.close()

    expect(types(scheduled(await theLog(service, article)))).toEqual([
      'article.published',
      'article.corrected',
    ])
  })
})

describe('a version that follows another at once', () => {
  test('is published, and nothing is unpublished', async () => {
    const article = await aPublishedArticle(service)
    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'published', at: one })
      .expect(200)
    await clock.set(two)

    const announcer = anInstance()
    await expect.poll(pendingCount).toBe(0)
    await announcer.close()

    expect(scheduled(await theLog(service, article))).toMatchObject([
      { type: 'article.published', data: { previousRevision: 1, revision: 2 } },
    ])
  })
})

describe('what readers could not see', () => {
  test('is never told as unpublished', async () => {
    const article = await aPublishedArticle(service, { at: one })

    await editor
      .post(`/v1/articles/${article.id}/transitions`)
      .set(whatever)
      .send({ to: 'unpublished' })
      .expect(200)

    expect(types(await theLog(service, article)).at(-1)).toBe('article.unscheduled')
  })

  test('goes to the trash without a word, and what they could see with one', async () => {
    const [draft, article] = [await anArticle(service), await aPublishedArticle(service)]

    await editor.delete(`/v1/articles/${draft.id}`).set(whatever).expect(200)
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)

    expect(types(await theLog(service, draft))).toEqual(['article.created', 'article.trashed'])
    expect(types(await theLog(service, article)).slice(2)).toEqual(['article.trashed', 'article.unpublished'])
  })
})
