import { describe, expect, test } from 'vitest'
import type { ChangeEvent, ChangePage } from '../src/events/schema.ts'
import type { Client } from './support/client.ts'
import { anArticle, anAuthor, anEdit, aPublishedArticle, withdraw } from './support/factories.ts'
import { aService, publicUrl } from './support/service.ts'
import { aColleague, aDesk, atOnce, theLog } from './support/writing.ts'

const service = await aService()
const { client } = service
const desk = await aDesk(service)

async function poll(by: Client, query: string): Promise<ChangePage> {
  return (await by.get(`/v1/changes?${query}`).expect(200)).body
}

/** Where the log ends. */
async function theEnd(by: Client = desk.reader): Promise<string> {
  return (await poll(by, 'after=latest')).cursor
}

/** Everything after a place, walked by the cursors of the answers. */
async function walk(by: Client, after: string, query = 'limit=3'): Promise<ChangeEvent[]> {
  const page = await poll(by, `after=${after}&${query}`)
  return page.hasMore ? [...page.data, ...(await walk(by, page.cursor, query))] : page.data
}

const told = ({ type, subject }: { type: string; subject: string }) => `${type} ${subject}`

describe('listChanges', () => {
  test('tells a key of every change as a CloudEvent, oldest first', async () => {
    const after = await theEnd()
    const article = await aPublishedArticle(service)

    const { data } = await poll(desk.reader, `after=${after}`)

    expect(data.map(told)).toEqual([
      `article.created articles/${article.id}`,
      `article.published articles/${article.id}`,
    ])
    expect(data[1]).toMatchObject({
      specversion: '1.0',
      source: publicUrl,
      datacontenttype: 'application/json',
      actor: 'system:test',
      data: { id: article.id, revision: 1, tags: [`article:${article.id}`, 'articles'] },
    })
  })

  test('begins at the beginning, and leads through the whole log without a gap', async () => {
    await atOnce(10, () => desk.writer.post('/v1/articles').send({ headline: 'One of many' }))

    const events = await walk(desk.reader, '0')

    const log = await theLog(service)
    expect(events.map(told)).toEqual(log.map(told))
    expect(events.map(({ sequence }) => Number(sequence))).toEqual(log.map((_, index) => index + 1))
  })

  test('tells who has no key only what readers could see happen, and nothing of how', async () => {
    const after = await theEnd(client)
    const draft = await anArticle(service)
    const article = await aPublishedArticle(service, { until: '2100-01-01T00:00:00.000Z' })
    await anEdit(service, article, { headline: 'Changed' })
    await withdraw(service, article, { reason: 'Wrong' })

    const events = await walk(client, after)

    expect(events.map(told)).toEqual([
      `article.published articles/${article.id}`,
      `article.withdrawn articles/${article.id}`,
    ])
    expect(events.map((event) => event.actor)).toEqual([undefined, undefined])
    expect(JSON.stringify(events)).not.toContain(draft.id)
    expect(events.map(({ data }) => Object.keys(data))).toEqual([
      ['id', 'tags', 'revision'],
      ['id', 'tags'],
    ])
  })

  test('shows who has no key no cursor that tells how much is worked on', async () => {
    await aPublishedArticle(service)
    const before = await poll(client, 'after=latest')

    await anArticle(service)

    expect(await poll(client, 'after=latest')).toEqual(before)
    expect(await poll(client, `after=${before.cursor}&wait=1`)).toEqual(before)
    await client.get(`/v1/changes?after=${await theEnd()}`).expect(400)
  })

  test.each([
    ['a type', 'types=article.published', ['article.published']],
    ['all types of a resource', 'types=author.*', ['author.created']],
    ['several types', 'types=author.*,article.created', ['article.created', 'author.created']],
  ])('filters by %s', async (_, query, expected) => {
    const after = await theEnd()
    await aPublishedArticle(service)
    await anAuthor(service)

    const { data } = await poll(desk.reader, `after=${after}&${query}`)

    expect(data.map(({ type }) => type)).toEqual(expected)
  })

  test('filters by subject, and moves on past everything else', async () => {
    const [one, other] = [await anArticle(service), await anArticle(service)]

    const { data, cursor } = await poll(desk.reader, `subject=articles/${one.id}`)
    const next = await poll(desk.reader, `after=${cursor}&subject=articles/${other.id}`)

    expect(data.map(told)).toEqual([`article.created articles/${one.id}`])
    expect(cursor).toBe(await theEnd())
    expect(next.data).toEqual([])
  })

  test('is kept by nobody', async () => {
    const open = await client.get('/v1/changes?limit=1').expect(200)
    const keyed = await desk.reader.get('/v1/changes?limit=1').expect(200)

    expect(open.headers['cache-control']).toBe('no-store')
    expect(keyed.headers['cache-control']).toBe('private, no-store')
  })

  test.each([
    ['a type that does not exist', 'types=article.publisht', 'types'],
    ['a subject that is none', 'subject=articles', 'subject'],
    ['a cursor that is none', 'after=abc', 'after'],
    ['a cursor beyond the end', 'after=0000000999999999', 'after'],
    ['a wait that is too long', 'wait=31', 'wait'],
    ['an unknown parameter', 'since=3', 'since'],
  ])('answers 400 to %s', async (_, query, parameter) => {
    const { body } = await client.get(`/v1/changes?${query}`).expect(400)

    expect(body.errors).toMatchObject([{ parameter }])
  })

  test('suggests the type that was probably meant', async () => {
    const { body } = await client.get('/v1/changes?types=article.publisht').expect(400)

    expect(body.errors[0].suggestion).toBe('article.published')
  })
})

describe('listChanges with wait', () => {
  test('answers as soon as something happens', async () => {
    const waiting = poll(desk.reader, `after=${await theEnd()}&wait=30`)

    const article = await anArticle(service)

    expect((await waiting).data.map(told)).toEqual([`article.created articles/${article.id}`])
  })

  test('goes on waiting while what happens does not fit', async () => {
    const waiting = poll(client, `after=${await theEnd(client)}&wait=30`)

    await anArticle(service)
    const published = await aPublishedArticle(service)

    expect((await waiting).data.map(told)).toEqual([`article.published articles/${published.id}`])
  })

  test('answers an empty page with a cursor when nothing comes', async () => {
    const after = await theEnd()

    const page = await poll(desk.reader, `after=${after}&wait=1`)

    expect(page).toEqual({ data: [], cursor: after, hasMore: false })
  })

  test('answers at once where something is there already', async () => {
    const after = await theEnd()
    await anArticle(service)

    const { data } = await poll(desk.reader, `after=${after}&wait=30`)

    expect(data).toHaveLength(1)
  })

  test('lets one key wait so often at a time, and no oftener', async () => {
    const crowd = await aColleague(service, 'reader')
    const url = `/v1/changes?after=${await theEnd()}&wait=30`
    const waiting = atOnce(25, () => crowd.get(url))

    // Whoever was let in waits for this; the others were refused by then, or are let in when there is nothing to wait for.
    await expect.poll(async () => (await crowd.get(url.replace('30', '1'))).status).toBe(429)
    await desk.admin.post('/v1/topics').send({ name: 'The awaited' }).expect(201)

    const answers = await waiting
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(refused.map(({ headers }) => headers['retry-after'])).toEqual(Array(5).fill('5'))
  })
})
