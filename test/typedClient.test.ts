import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient, eachOf, Problem, readAndChange } from 'copydesk/client'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { writeRequests, writeTypes } from '../openapi/generator/types.ts'
import { projectPath } from '../src/lib/root.ts'
import { addressOf } from './support/client.ts'
import { atEnd } from './support/ending.ts'
import { aKey, aPublishedArticle } from './support/factories.ts'
import { aLineTo } from './support/line.ts'
import { aService } from './support/service.ts'

const service = await aService()
const url = addressOf(service.app)
const desk = createClient({ url, key: await aKey(service, 'admin') })
const reader = createClient({ url })

describe('the types', () => {
  test('are those of the document; run `npm run openapi`', { timeout: 120_000 }, async () => {
    const read = (file: string) => readFileSync(projectPath('openapi', file), 'utf8')
    const document = JSON.parse(read('openapi.json'))

    expect(read('client/types.ts')).toBe(await writeTypes(document))
    expect(read('client/requests.ts')).toBe(writeRequests(document))
  })

  test('tell readers’ articles from working copies and from what was selected', async () => {
    const article = await aPublishedArticle(service, { slug: 'typed' })
    const published = await reader.getArticle({ article: article.slug })
    const draft = await desk.getArticle({ article: article.id, version: 'draft' })
    const selected = await reader.getArticle({ article: article.slug, fields: ['headline'] })
    const drafted = await desk.listArticles({ version: 'draft', fields: ['stage'] })
    const list = await reader.listArticles({ sort: ['-publishedAt'] })

    expectTypeOf(published.publishedAt).toBeString()
    expectTypeOf(published).not.toHaveProperty('etag')
    expectTypeOf(draft.etag).toBeString()
    expectTypeOf(draft.stage).toEqualTypeOf<'draft' | 'in_review' | 'approved'>()
    expectTypeOf(selected.headline).toEqualTypeOf<string | undefined>()
    expectTypeOf(selected).not.toHaveProperty('etag')
    expectTypeOf(drafted.data[0]?.etag).toEqualTypeOf<string | undefined>()
    expectTypeOf(drafted.data[0]?.stage).toEqualTypeOf<typeof draft.stage | undefined>()
    expectTypeOf(list.data[0]?.headline).toEqualTypeOf<string | undefined>()
    expectTypeOf(await reader.getArticleFeed({ format: 'rss' }))
      .extract<string>()
      .toBeString()
  })

  test('refuse what the service would refuse', () => {
    const refused = [
      // @ts-expect-error: there is no such parameter
      () => reader.listArticles({ topci: ['ukraine'] }),
      // @ts-expect-error: an article has to be named
      () => reader.getArticle({}),
      // @ts-expect-error: there is no such field
      () => desk.createArticle({ body: { headline: 'Rain', sectoins: [] } }),
      // @ts-expect-error: there is no such state
      () => desk.makeTransition({ article: 'rain', body: { to: 'printed' } }),
    ]

    expect(refused).toHaveLength(4)
  })
})

describe('a method', () => {
  test('puts each parameter where it belongs: path, query, headers and body', async () => {
    const filter = { headline: { eq: 'Rain & shine, 100% of it' } }
    const made = await desk.createArticle({
      body: { slug: 'rain', headline: filter.headline.eq, publish: true },
      'Idempotency-Key': 'once upon a time',
    })
    const found = await reader.listArticles({ filter, include: ['sections', 'takeaways'], limit: 1 })
    const again = await desk.send('createArticle', {
      body: { slug: 'rain', headline: filter.headline.eq, publish: true },
      'Idempotency-Key': 'once upon a time',
    })

    expect(found.data.map(({ id, sections }) => ({ id, sections }))).toEqual([{ id: made.id, sections: [] }])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  test('throws what the service refuses, with all that has to be mended', async () => {
    const refusal = desk.createArticle({ body: { headline: '', language: 'klingon!' } })

    await expect(refusal).rejects.toBeInstanceOf(Problem)
    await expect(refusal).rejects.toMatchObject({ status: 400, code: 'invalid-request' })
    await expect(refusal).rejects.toThrow(/\/headline: .*\/language: /)
  })

  test('gives nothing where there is nothing', async () => {
    const topic = await desk.createTopic({ body: { name: 'Weather' } })

    expect(await desk.deleteTopic({ topic: topic.id, 'If-Match': topic.etag })).toBeUndefined()
  })
})

describe('a read', () => {
  test('asks for what it has by its ETag, and no caller sees what another did to it', async () => {
    const statuses: number[] = []
    const counted: typeof fetch = async (...request) => {
      const response = await fetch(...request)
      statuses.push(response.status)
      return response
    }
    const site = createClient({ url, fetch: counted })
    const { slug, id } = await aPublishedArticle(service, { headline: 'Before' })

    const first = await site.getArticle({ article: slug })
    first.headline = 'Scribbled over'
    const second = await site.getArticle({ article: slug })
    await desk.changeArticle({ article: id, 'If-Match': '*', body: { headline: 'After', publish: true } })
    const third = await site.getArticle({ article: slug })

    expect(statuses).toEqual([200, 304, 200])
    expect([second.headline, third.headline]).toEqual(['Before', 'After'])
  })

  test('keeps no more answers than it was told to', async () => {
    const statuses: number[] = []
    const counted: typeof fetch = async (...request) => {
      const response = await fetch(...request)
      statuses.push(response.status)
      return response
    }
    const site = createClient({ url, fetch: counted, maxAnswers: 1 })
    const { slug } = await aPublishedArticle(service)

    await site.getArticle({ article: slug })
    await site.listTopics()
    await site.getArticle({ article: slug })

    expect(statuses).toEqual([200, 200, 200])
  })
})

describe('a request whose answer is lost', () => {
  test('is sent again, and a POST makes one article all the same', async () => {
    const line = await aLineTo(service.app)
    const remote = createClient({ url: line.url, key: await aKey(service, 'writer') })
    line.loseAnswers(2)

    const made = await remote.createArticle({ body: { headline: 'Sent three times' } })

    const { data } = await desk.listArticles({
      version: 'draft',
      filter: { headline: { eq: 'Sent three times' } },
    })
    expect(data.map(({ id }) => id)).toEqual([made.id])
    expect(line.requestCount).toBe(3)
  })

  test('is not sent again where that could do it twice', async () => {
    const line = await aLineTo(service.app)
    const remote = createClient({ url: line.url, key: await aKey(service, 'admin') })
    line.loseAnswers(1)

    await expect(remote.createKey({ body: { name: 'Lost', role: 'reader' } })).rejects.toThrow('fetch failed')
    expect(line.requestCount).toBe(1)
  })

  test('is given up in the end, and at once when it is aborted', async () => {
    const line = await aLineTo(service.app)
    const remote = createClient({ url: line.url, maxTries: 2 })
    line.loseAnswers(10)

    await expect(remote.listTopics()).rejects.toThrow('fetch failed')
    expect(line.requestCount).toBe(2)
    await expect(remote.listTopics({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    )
  })
})

describe('a service that is busy', () => {
  /** What a service in trouble answers, then what it answers always. */
  async function aBusyService(retryAfter: string): Promise<{ url: string; asked: () => number }> {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      if (asked > 1) return void response.setHeader('content-type', 'application/json').end('{"status":"ok"}')
      response.writeHead(503, { 'retry-after': retryAfter, 'content-type': 'application/problem+json' })
      response.end(
        '{"status":503,"code":"unavailable","title":"The service is not available","detail":"Later."}',
      )
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    atEnd(() => void server.close())
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
  }

  test('is asked again when it said so', async () => {
    const busy = await aBusyService('0')

    expect(await createClient({ url: busy.url }).getReadiness()).toEqual({ status: 'ok' })
    expect(busy.asked()).toBe(2)
  })

  test('is left alone when it wants to be left alone for longer than anybody waits', async () => {
    const busy = await aBusyService('3600')

    await expect(createClient({ url: busy.url }).getReadiness()).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect(busy.asked()).toBe(1)
  })
})

describe('readAndChange', () => {
  test('lets two editors who race both have their say', async () => {
    const { id } = await desk.createArticle({ body: { headline: 'Bridge' } })
    const add = (word: string) =>
      readAndChange(
        () => desk.getArticle({ article: id, version: 'draft' }),
        ({ headline, etag }) =>
          desk.changeArticle({ article: id, 'If-Match': etag, body: { headline: `${headline} ${word}` } }),
      )

    await Promise.all([add('opens'), add('Monday'), add('early')])

    const { headline } = await desk.getArticle({ article: id, version: 'draft' })
    expect(headline.split(' ').sort()).toEqual(['Bridge', 'Monday', 'early', 'opens'])
  })

  test('throws whatever else is refused', async () => {
    const change = readAndChange(
      () => desk.getMe(),
      () => desk.getArticle({ article: 'nowhere' }),
    )

    await expect(change).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('eachOf', () => {
  test('goes through all pages of a list', async () => {
    for (const name of ['Ana', 'Ben', 'Cai', 'Dee', 'Eli']) await desk.createAuthor({ body: { name } })

    const names: string[] = []
    for await (const { name } of eachOf((cursor) => reader.listAuthors({ cursor, limit: 2, sort: ['name'] })))
      names.push(name)

    expect(names).toEqual(['Ana', 'Ben', 'Cai', 'Dee', 'Eli'])
  })
})
