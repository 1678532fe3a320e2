import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { anAuthor, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, whatever } from './support/writing.ts'

const service = await aService()
const { client } = service
const desk = await aDesk(service)
const { id } = await anAuthor(service, { name: 'Ana Silva', bio: 'Reports on the sea. '.repeat(100) })
const url = `/v1/authors/${id}`

describe('an answer that is kept', () => {
  test('is the same for GET, for HEAD, without its defaults and in another order of parameters', async () => {
    const first = await client.get(`${url}?fields=name,slug`).expect(200)
    const again = await client.get(`${url}?fields=name,slug`).expect(200)
    const other = await client.get(`${url}?version=published&fields=name,slug`).expect(200)
    const head = await client.head(`${url}?fields=name,slug`).expect(200)

    for (const { headers } of [again, other, head]) {
      expect(headers).toEqual({ ...first.headers, date: headers['date'] })
    }
    expect(again.body).toEqual(first.body)
    expect(head.text).toBeUndefined()
  })

  test('is a 304 for whoever has it, also where it is made for this request', async () => {
    const { headers } = await client.get(url).expect(200)
    service.app.responses.clear()

    for (const path of [url, url]) {
      const again = await client.get(path).set('if-none-match', String(headers['etag'])).expect(304)

      expect(again.headers['etag']).toBe(headers['etag'])
      expect(again.headers['content-length']).toBeUndefined()
    }
  })

  test('names what it shows, for caches further out', async () => {
    const { headers } = await client.get(url).expect(200)

    expect(headers['cache-tag']).toBe(`author:${id}`)
    expect(headers['surrogate-key']).toBe(`author:${id}`)
    expect(headers['cache-groups']).toBe(`"author:${id}"`)
    expect(headers['cache-control']).toBe(
      'public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=3600',
    )
  })

  test('names groups as RFC 9875, 2 has it: a list (RFC 9651, 3.1) of strings (3.3.3) and nothing else', async () => {
    const text = String.raw`"(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"`
    const listOfStrings = new RegExp(`^${text}(?:[ \\t]*,[ \\t]*${text})*$`)

    const { slug } = await aPublishedArticle(service, { by: [{ id, slug: 'ana-silva' }] })

    for (const path of [
      '/v1/articles',
      `/v1/articles/${slug}`,
      '/v1/authors',
      '/feeds/articles.atom',
      '/sitemap.xml',
    ]) {
      const { headers } = await client.get(path).expect(200)

      expect(headers['cache-groups']).toMatch(listOfStrings)
      expect(headers['cache-groups']?.match(new RegExp(text, 'g'))?.map((one) => one.slice(1, -1))).toEqual(
        headers['cache-tag']?.split(','),
      )
    }
  })

  test('is new for whoever changed it, as soon as the change is answered', async () => {
    for (const name of ['Ana', 'Ana Silva', 'Ana S.']) {
      await desk.editor.patch(url).set(whatever).send({ name }).expect(200)

      expect((await client.get(url).expect(200)).body.name).toBe(name)
    }
  })

  test('comes with a key as it does without, when the key is good', async () => {
    const { text, headers } = await client.get(url).expect(200)

    const answer = await desk.reader.get(url).expect(200)

    expect(answer.text).toBe(text)
    expect(answer.headers['etag']).toBe(headers['etag'])
    await client.get(url).auth('cd_nobodyxx_nothing', { type: 'bearer' }).expect(401)
  })

  test('is never a draft', async () => {
    await client.get(url).expect(200)
    await desk.reader.get(`${url}?version=draft`).expect(200)

    await client.get(`${url}?version=draft`).expect(401)
  })
})

describe('Accept-Encoding', () => {
  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
  ] as const)('%s gets %s, with the same words and an ETag of its own', async (accept, coding, decode) => {
    const plain = await client.get(url).set('accept-encoding', 'identity').expect(200)

    for (const _ of ['made', 'kept']) {
      const { headers, rawPayload } = await service.app.inject({
        url,
        headers: { 'accept-encoding': accept },
      })

      expect(headers['content-encoding']).toBe(coding)
      expect(headers['vary']).toContain('accept-encoding')
      expect(headers['etag']).not.toBe(plain.headers['etag'])
      expect(decode(rawPayload).toString()).toBe(plain.text)
    }
  })

  test.each(['identity', 'deflate', ''])('%j gets it plain', async (accept) => {
    const { headers } = await client.get(url).set('accept-encoding', accept).expect(200)

    expect(headers).not.toHaveProperty('content-encoding')
  })

  test('leaves a short answer as it is', async () => {
    const { headers } = await client.get(`${url}?fields=name`).set('accept-encoding', 'br').expect(200)

    expect(headers).not.toHaveProperty('content-encoding')
  })

  test('finds what the caller has in the same coding', async () => {
    const { headers } = await client.get(url).set('accept-encoding', 'gzip').expect(200)
    const ifNoneMatch = { 'if-none-match': headers['etag'] as string }

    const answer = await client
      .get(url)
      .set({ ...ifNoneMatch, 'accept-encoding': 'gzip' })
      .expect(304)

    expect(answer.headers['etag']).toBe(headers['etag'])
    expect(answer.headers).not.toHaveProperty('content-encoding')
    await client
      .get(url)
      .set({ ...ifNoneMatch, 'accept-encoding': 'br' })
      .expect(200)
  })
})
