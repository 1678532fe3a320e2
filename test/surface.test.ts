import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aNewVersion, anAuthor, aPublishedArticle } from './support/factories.ts'
import { aService, publicUrl } from './support/service.ts'
import { sendBytes } from './support/socket.ts'
import { aColleague } from './support/writing.ts'

const site = 'https://news.example'
const other = 'https://other.example'

const service = await aService({ corsOrigins: [site], trustedProxies: ['127.0.0.1'] })
const { client } = service
let authorUrl: string

beforeAll(async () => {
  const { id } = await anAuthor(service, { name: 'Ana Silva' })
  authorUrl = `/v1/authors/${id}`
  await aNewVersion(service, await aPublishedArticle(service, { slug: 'rain-was' }), { slug: 'rain-is' })
})

describe('every answer', () => {
  test.each([
    ['that is made', () => authorUrl, 200],
    ['that is kept', () => authorUrl, 200],
    ['that is a feed', () => '/feeds/articles.rss', 200],
    ['that is a problem', () => '/v1/articles/nothing', 404],
    ['to an unknown path', () => '/nothing', 404],
    ['to a path that does not decode', () => '/v1/articles/%ff', 400],
    ['that leads elsewhere', () => '/v1/articles/rain-was', 308],
    ['that needs a key', () => '/v1/keys', 401],
    ['that is the document', () => '/openapi.json', 200],
  ])('%s lets no browser guess, frame or load anything', async (_, url, status) => {
    const { headers } = await client.get(url()).expect(status)

    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('that is no more than a 304 says the same', async () => {
    const { headers } = await client.get(authorUrl).expect(200)

    const unchanged = await client
      .get(authorUrl)
      .set('if-none-match', headers['etag'] ?? '')
      .expect(304)

    expect(unchanged.headers['x-content-type-options']).toBe('nosniff')
  })

  test('to what is no HTTP is not guessed at either', async () => {
    const { headers } = await sendBytes(service.app, 'hello?\r\n\r\n')

    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a page', () => {
  test('of a problem has its own style and nothing else', async () => {
    const { headers, text } = await client.get('/problems/not-found').expect(200)

    const [, style = ''] = /<style>(.*)<\/style>/s.exec(text) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test.each([
    ['an article', '/v1/articles/rain-is', "default-src 'none'"],
    ['the documentation', '/docs/', "default-src 'none'; script-src 'self'; style-src 'self'"],
    ['a guide', '/docs/guides/editor', "default-src 'none'"],
  ])('of %s has a policy that allows no foreign script', async (_, url, policy) => {
    const { headers } = await client.get(url).set('accept', 'text/html').expect(200)

    expect(headers['content-security-policy']).toContain(policy)
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*(unsafe|https?:|\*)/)
    expect(headers['content-security-policy']).toContain('frame-ancestors')
  })
})

describe('a page of another site', () => {
  test('reads what a listed site may, made or kept, and caches tell sites apart', async () => {
    const url = `${authorUrl}?fields=name`
    for (const _ of ['made', 'kept']) {
      const allowed = await client.get(url).set('origin', site).expect(200)
      const refused = await client.get(url).set('origin', other).expect(200)
      const none = await client.get(url).expect(200)

      expect(allowed.headers['access-control-allow-origin']).toBe(site)
      expect(allowed.headers['access-control-expose-headers']).toContain('ETag')
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
      expect(none.headers).not.toHaveProperty('access-control-allow-origin')
      for (const { headers } of [allowed, refused, none]) expect(headers['vary']).toMatch(/\borigin\b/)
    }
  })

  test('is told of a refusal too', async () => {
    const { headers } = await client.get('/v1/keys').set('origin', site).expect(401)

    expect(headers['access-control-allow-origin']).toBe(site)
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
  })

  test('may ask first, and gets what the URL has', async () => {
    const ask = (origin: string, url: string) =>
      client.options(url).set('origin', origin).set('access-control-request-method', 'PATCH')

    const { headers } = await ask(site, authorUrl).expect(204)
    const foreign = await ask(other, authorUrl).expect(204)

    expect(headers['access-control-allow-methods']).toContain('PATCH')
    expect(headers['access-control-allow-headers']).toMatch(/Authorization.*If-Match.*Idempotency-Key/)
    expect(headers['allow']).toContain('PATCH')
    expect(foreign.headers).not.toHaveProperty('access-control-allow-methods')
    await ask(site, '/nothing').expect(404)
  })

  test('reads everything where all may, and caches need not tell sites apart', async () => {
    const open = await aService({ corsOrigins: ['*'] })
    const { id } = await anAuthor(open, {})
    for (const _ of ['made', 'kept']) {
      const { headers } = await open.client.get(`/v1/authors/${id}`).set('origin', other).expect(200)

      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['vary']).not.toMatch(/origin/)
    }
  })

  test('reads nothing where nobody may, which is how it is without configuration', async () => {
    const closed = await aService()

    const { headers } = await closed.client.get('/v1/articles').set('origin', site).expect(200)

    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a Host of the caller’s choice', () => {
  const hostile = {
    host: 'evil.test',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'ftp',
    forwarded: 'host=evil.test;proto=ftp',
    'x-original-url': '/v1/keys',
    'x-http-method-override': 'DELETE',
  }

  test.each([
    '/v1/articles?limit=1',
    '/v1/articles/rain-is',
    '/v1/articles/rain-was',
    '/v1/articles/rain-is/timemap',
    '/v1/articles/nothing',
    '/feeds/articles.atom',
    '/sitemap.xml',
    '/openapi.json',
    '/v1/changes',
  ])('changes nothing of %s, though the proxy that sends it is trusted', async (url) => {
    const steady = ({ status, headers, text }: { status: number; headers: object; text: string }) => ({
      status,
      headers: { ...headers, date: '' },
      text: text.replace(/"requestId":"[^"]*"/, ''),
    })
    const honest = steady(await client.get(url))

    const first = steady(await client.get(url).set(hostile))
    const then = steady(await client.get(url))

    expect(first).toEqual(honest)
    expect(then).toEqual(honest)
    expect(JSON.stringify(first)).not.toContain('evil')
  })

  test('is not where a new resource is', async () => {
    const { post } = await aColleague(service, 'editor')

    const { headers, text } = await post('/v1/topics').set(hostile).send({ name: 'Harbour' }).expect(201)

    expect(headers['location']).toMatch(/^(\/|https:\/\/copydesk\.test\/)v1\/topics\//)
    expect(publicUrl).toBe('https://copydesk.test')
    expect(text).not.toContain('evil')
  })
})
