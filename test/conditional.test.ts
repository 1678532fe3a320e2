import { describe, expect, test } from 'vitest'
import { aNewVersion, anAuthor, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const { client, database } = service

const author = await anAuthor(service, { name: 'Ana Silva' })
const article = await aPublishedArticle(service, {
  by: [author],
  sections: [{ body: 'It *rained*.' }],
  at: '2026-03-01T08:00:00.500Z',
})
const url = `/v1/articles/${article.slug}`

async function etagOf(path: string, accept = 'application/json'): Promise<string> {
  const { headers } = await client.get(path).set('accept', accept).expect(200)
  return headers['etag'] as string
}

describe('the ETag', () => {
  test.each([url, `${url}/sections`, '/v1/articles', '/v1/authors/ana-silva', '/v1/topics'])(
    'of %s is strong, and stays while nothing changes',
    async (path) => {
      expect(await etagOf(path)).toMatch(/^"[^"]+"$/)
      expect(await etagOf(path)).toBe(await etagOf(path))
    },
  )

  test('differs from one representation to the next', async () => {
    const tags = [
      await etagOf(url),
      await etagOf(`${url}?format=html`),
      await etagOf(`${url}?format=text`),
      await etagOf(`${url}?fields=headline`),
      await etagOf(url, 'text/plain'),
    ]

    expect(new Set(tags).size).toBe(tags.length)
  })

  test('changes with the article', async () => {
    const changing = await aPublishedArticle(service)
    const before = await etagOf(`/v1/articles/${changing.id}`)

    await aNewVersion(service, changing, { headline: 'Another headline' })

    expect(await etagOf(`/v1/articles/${changing.id}`)).not.toBe(before)
  })

  test('changes with an author’s name', async () => {
    const renamed = await anAuthor(service)
    const { id } = await aPublishedArticle(service, { by: [renamed] })
    const before = await etagOf(`/v1/articles/${id}`)

    await database.transaction((db) =>
      db.author.update({ where: { id: renamed.id }, data: { name: 'Another name' } }),
    )

    expect(await etagOf(`/v1/articles/${id}`)).not.toBe(before)
  })
})

describe('If-None-Match', () => {
  test.each([
    ['the tag', (etag: string) => etag],
    ['the tag, made weak on its way', (etag: string) => `W/${etag}`],
    ['a list with the tag in it', (etag: string) => `"one", ${etag} , W/"two"`],
    ['a list without spaces', (etag: string) => `"one",${etag}`],
    ['a list with a comma inside of a tag', (etag: string) => `"one,two", ${etag}`],
    ['a star', () => '*'],
    ['a star with spaces around it', () => ' * '],
  ])('with %s answers 304 without a body', async (_, headerFor) => {
    const header = headerFor(await etagOf(url))

    const answer = await client.get(url).set('if-none-match', header).expect(304)

    expect(answer.text).toBe('')
    expect(answer.headers).not.toHaveProperty('content-type')
    expect(answer.headers).not.toHaveProperty('content-length')
  })

  test.each([
    ['another tag', () => '"another"'],
    ['the tag without quotes', (etag: string) => etag.replaceAll('"', '')],
    ['the tag in a longer one', (etag: string) => etag.replace(/"$/, 'x"')],
    ['nothing', () => ''],
  ])('with %s answers the whole', async (_, headerFor) => {
    const header = headerFor(await etagOf(url))

    await client.get(url).set('if-none-match', header).expect(200)
  })

  test('keeps the headers that a cache goes by, and leaves out those that go with the body', async () => {
    const whole = await client.get(url).expect(200)

    const { headers } = await client.get(url).set('if-none-match', '*').expect(304)

    for (const name of ['etag', 'vary', 'cache-control', 'cache-tag', 'surrogate-key', 'cache-groups']) {
      expect(headers[name]).toEqual(whole.headers[name])
    }
    for (const name of ['last-modified', 'link']) {
      expect(whole.headers).toHaveProperty(name)
      expect(headers).not.toHaveProperty(name)
    }
  })

  test('is for the representation that was asked for', async () => {
    const plain = await etagOf(url, 'text/plain')

    await client.get(url).set('accept', 'text/plain').set('if-none-match', plain).expect(304)
    await client.get(url).set('if-none-match', plain).expect(200)
  })

  test('works for lists too', async () => {
    const etag = await etagOf('/v1/articles?limit=1')

    await client.get('/v1/articles?limit=1').set('if-none-match', etag).expect(304)
  })

  test('does not turn a refusal into 304', async () => {
    await client.get('/v1/articles/nothing-at-all').set('if-none-match', '*').expect(404)
    await client.get('/v1/articles?limit=none').set('if-none-match', '*').expect(400)
  })
})

describe('Last-Modified', () => {
  test('is the time of the newest of what the answer shows', async () => {
    const now = await client.get(url).expect(200)
    await database.transaction((db) =>
      db.author.update({ where: { id: author.id }, data: { updatedAt: '2027-01-02T03:04:05.678Z' } }),
    )
    const later = await client.get(url).expect(200)

    expect(now.headers['last-modified']).toMatch(/GMT$/)
    expect(later.headers['last-modified']).toBe('Sat, 02 Jan 2027 03:04:05 GMT')
  })
})

describe('If-Modified-Since', () => {
  test.each([
    ['at the second of the change', 'Sun, 01 Mar 2026 08:00:00 GMT', 304],
    ['later', 'Mon, 02 Mar 2026 08:00:00 GMT', 304],
    ['a second before', 'Sun, 01 Mar 2026 07:59:59 GMT', 200],
    ['at no time at all', 'yesterday', 200],
  ])('%s', async (_, since, status) => {
    const { slug } = await aPublishedArticle(service, { at: '2026-03-01T08:00:00.500Z' })

    await client.get(`/v1/articles/${slug}`).set('if-modified-since', since).expect(status)
  })

  test('counts only where there is no If-None-Match', async () => {
    const { slug } = await aPublishedArticle(service, { at: '2026-03-01T08:00:00.500Z' })
    const etag = await etagOf(`/v1/articles/${slug}`)
    const send = (ifNoneMatch: string, since: string) =>
      client.get(`/v1/articles/${slug}`).set('if-none-match', ifNoneMatch).set('if-modified-since', since)

    await send('"another"', 'Mon, 02 Mar 2026 08:00:00 GMT').expect(200)
    await send(etag, 'Sun, 01 Mar 2020 08:00:00 GMT').expect(304)
  })
})

describe('HEAD', () => {
  test.each([
    [url, 'application/json'],
    [url, 'text/plain'],
    [`${url}?format=html`, 'application/json'],
    ['/v1/articles?limit=1', 'application/json'],
    ['/v1/articles/nothing-at-all', 'application/json'],
    ['/health/live', 'application/json'],
    ['/problems/not-found', 'text/html'],
  ])('of %s as %s has the headers of its GET, and no body', async (path, accept) => {
    const get = await client.get(path).set('accept', accept)

    const head = await client.head(path).set('accept', accept).expect(get.status)

    const comparable = ({ headers }: { headers: Record<string, string> }) => ({ ...headers, date: '' })
    expect(comparable(head)).toEqual(comparable(get))
    expect(head.text ?? '').toBe('')
  })

  test('is conditional too', async () => {
    const etag = await etagOf(url)

    await client.head(url).set('if-none-match', etag).expect(304)
  })

  test('has no type where it is unchanged, whoever asks', async () => {
    const etag = await etagOf(url)
    const colleague = await aColleague(service, 'editor')

    for (const caller of [client, colleague]) {
      const { headers } = await caller.head(url).set('if-none-match', etag).expect(304)

      expect(headers['content-type']).toBeUndefined()
      expect(headers['last-modified']).toBeUndefined()
    }
  })
})

describe('Vary', () => {
  test('names Accept where there are several representations, whatever the answer', async () => {
    for (const path of [url, '/v1/articles/nothing-at-all']) {
      const { headers } = await client.get(path)
      expect(headers['vary']).toMatch(/\baccept\b/i)
    }
    const { headers } = await client.get(url).set('accept', 'image/png').expect(406)
    expect(headers['vary']).toMatch(/\baccept\b/i)
  })
})
