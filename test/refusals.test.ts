import { type AddressInfo, connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import { problemCodes, problems } from '../src/http/problems.ts'
import { maxSlugLength } from '../src/lib/slug.ts'
import { aNewVersion, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { sendBytes } from './support/socket.ts'
import { aDesk, whatever } from './support/writing.ts'

const service = await aService()
const { app, client } = service

const article = await aPublishedArticle(service, { headline: 'Rain' })
const { writer, admin } = await aDesk(service)

/** All that is asked of an operation's parameters, it refuses before it looks at what there is. */
function readOperations() {
  return [...app.operations.values()].filter(({ method }) => method === 'GET')
}

async function expectAlive(): Promise<void> {
  await client.get('/health/live').expect(200)
  await client.get('/v1/articles/rain').expect(200)
}

/** The faults that a body for a new article is refused with. */
async function faultsOf(body: string | object): Promise<Record<string, string>[]> {
  const answer = await writer.post('/v1/articles').type('json').send(body)
  expect(answer.status).toBe(400)
  return answer.body.errors
}

describe('a problem', () => {
  test('says what happened, where, and under which name it is in the logs', async () => {
    const { body, headers } = await client.get('/v1/articles/nothing?format=html').expect(404)

    expect(headers['content-type']).toBe('application/problem+json')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers).not.toHaveProperty('etag')
    expect(body).toEqual({
      type: 'https://copydesk.test/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no such article.',
      instance: '/v1/articles/nothing',
      code: 'not-found',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test.each(problemCodes)('has a page at its type that explains it: %s', async (code) => {
    const { text } = await client.get(`/problems/${code}`).set('accept', 'text/html').expect(200)

    expect(text).toContain(`<h1>${problems[code].title}</h1>`)
  })

  test('without a page is 400 and told of', async () => {
    const { body } = await client.get('/problems/not-fund').set('accept', 'text/html').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'code', code: 'not-allowed', suggestion: 'not-found' }])
  })
})

describe('a parameter', () => {
  test.each([
    ['/v1/articles?limit=0', 'limit', 'too-small'],
    ['/v1/articles?limit=101', 'limit', 'too-large'],
    ['/v1/articles?limit=-1', 'limit', 'wrong-type'],
    ['/v1/articles?limit=1e2', 'limit', 'wrong-type'],
    ['/v1/articles?limit=0x10', 'limit', 'wrong-type'],
    ['/v1/articles?limit=%201', 'limit', 'wrong-type'],
    ['/v1/articles?limit=1.5', 'limit', 'wrong-type'],
    ['/v1/articles?limit=', 'limit', 'wrong-type'],
    ['/v1/articles?limit', 'limit', 'wrong-type'],
    ['/v1/articles?limit=99999999999999999999', 'limit', 'wrong-type'],
    ['/v1/articles?limit=1&limit=1', 'limit', 'repeated'],
    ['/v1/articles?cursor=', 'cursor', 'not-allowed'],
    ['/v1/articles?cursor=garbage', 'cursor', 'not-allowed'],
    [`/v1/articles?cursor=${'a'.repeat(limits.cursor + 1)}`, 'cursor', 'too-large'],
    ['/v1/articles?cursor=a&cursor=b', 'cursor', 'repeated'],
    ['/v1/articles?sort=revision', 'sort', 'not-allowed'],
    ['/v1/articles?sort=createdAt', 'sort', 'not-allowed'],
    ['/v1/articles?sort=', 'sort', 'not-allowed'],
    ['/v1/articles?sort=headline,headline,headline,headline,headline,headline', 'sort', 'too-large'],
    ['/v1/articles?include=everything', 'include', 'not-allowed'],
    ['/v1/articles?fields=password', 'fields', 'not-allowed'],
    ['/v1/articles?fields=sections.password', 'fields', 'not-allowed'],
    ['/v1/articles?fields=__proto__', 'fields', 'not-allowed'],
    ['/v1/articles?format=xml', 'format', 'not-allowed'],
    ['/v1/articles?format=html&format=text', 'format', 'repeated'],
    ['/v1/articles?language=e', 'language', 'wrong-format'],
    ['/v1/articles?language=en_US', 'language', 'wrong-format'],
    ['/v1/articles?publishedAfter=yesterday', 'publishedAfter', 'wrong-format'],
    ['/v1/articles?publishedAfter=2026-02-30T00:00:00Z', 'publishedAfter', 'wrong-format'],
    ['/v1/articles?publishedAfter=2026-03-01', 'publishedAfter', 'wrong-format'],
    ['/v1/articles?publishedAfter=2026-03-01T00:00:00', 'publishedAfter', 'wrong-format'],
    ['/v1/articles?publishedAfter=0000-01-01T00:00:00Z', 'publishedAfter', 'not-allowed'],
    ['/v1/articles?updatedAfter=0001-01-01T00:00:00%2B01:00', 'updatedAfter', 'not-allowed'],
    ['/v1/articles/rain?asOf=0000-12-31T23:59:59Z', 'asOf', 'not-allowed'],
    ['/v1/articles?publishedBefore=infinity', 'publishedBefore', 'wrong-format'],
    ['/v1/articles?author=Not%20A%20Slug', 'author', 'wrong-format'],
    ['/v1/articles?author=', 'author', 'wrong-format'],
    ['/v1/articles?author=%00', 'author', 'wrong-format'],
    ['/v1/articles?topic=a,,b', 'topic', 'wrong-format'],
    [
      `/v1/articles?topic=${Array(limits.anyOf + 1)
        .fill('a')
        .join(',')}`,
      'topic',
      'too-large',
    ],
    ['/v1/articles?limt=1', 'limt', 'unknown-parameter'],
    ['/v1/articles?__proto__=1', '__proto__', 'unknown-parameter'],
    ['/v1/articles?=1', '', 'unknown-parameter'],
    ['/v1/articles?filter[a]=1', 'filter[a]', 'unknown-parameter'],
    ['/v1/articles/rain?limit=1', 'limit', 'unknown-parameter'],
    ['/v1/articles/rain/takeaways?format=html', 'format', 'unknown-parameter'],
    ['/v1/articles/rain/sections?kind=lede', 'kind', 'unknown-parameter'],
    ['/v1/sections?kind=headline', 'kind', 'not-allowed'],
    ['/v1/sections/one', 'section', 'wrong-format'],
    ['/v1/sections/019b1f00-0000-7000-8000-00000000000g', 'section', 'wrong-format'],
    ['/v1/takeaways?kind=lede', 'kind', 'unknown-parameter'],
    ['/v1/authors?sort=email', 'sort', 'not-allowed'],
    ['/v1/authors?fields=email', 'fields', 'not-allowed'],
    ['/v1/articles/%00', 'article', 'not-allowed'],
    ['/v1/authors/a%00b', 'author', 'not-allowed'],
    ['/v1/topics/%00', 'topic', 'not-allowed'],
  ])('is refused and named in %s', async (url, parameter, code) => {
    const { body } = await client.get(url).expect(400)

    expect(body.code).toBe('invalid-request')
    expect(body.errors).toContainEqual(expect.objectContaining({ parameter, code }))
    expect(body.errors.every((fault: { message: string }) => /^[A-Z].*\.$/.test(fault.message))).toBe(true)
  })

  test.each([
    ['/v1/articles?limt=1', 'limit'],
    ['/v1/articles?sort=headlne', 'headline'],
    ['/v1/articles?sort=-publishdAt', '-publishedAt'],
    ['/v1/articles?include=section', 'sections'],
    ['/v1/articles?fields=headlines', 'headline'],
    ['/v1/articles?format=HTML', 'html'],
    ['/v1/sections?kind=closng', 'closing'],
  ])('that is nearly right is corrected in %s', async (url, suggestion) => {
    const { body } = await client.get(url).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ suggestion })])
  })

  test('is told of along with all others that are wrong', async () => {
    const { body } = await client.get('/v1/articles?limit=0&sort=size&format=pdf&x=1&y=2').expect(400)

    expect(body.detail).toBe('The request has 5 faults; see errors.')
    expect(body.errors.map((fault: { parameter: string }) => fault.parameter).sort()).toEqual([
      ...['format', 'limit', 'sort', 'x', 'y'],
    ])
  })

  test.each(readOperations())('that is unknown is refused by $operationId', async ({ example }) => {
    const url = `${example.url}${example.url.includes('?') ? '&' : '?'}unheardOf=1`

    const { body } = await admin.get(url).set('accept', '*/*').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'unheardOf', code: 'unknown-parameter' }])
  })

  test('that is refused is not repeated in the answer', async () => {
    const secret = 'hush-%3Cb%3E-hush'
    for (const name of ['limit', 'cursor', 'sort', 'include', 'fields', 'format', 'language', 'author']) {
      const { text } = await client.get(`/v1/articles?${name}=${secret}`).expect(400)
      expect(text).not.toContain('hush')
    }
  })
})

describe('a query', () => {
  test.each(['%', '%zz', '%f', '%ff', '%C3%28', '%ED%A0%80', '%F4%90%80%80'])(
    'with the bad escape %s is refused, in a name and in a value',
    async (badEscape) => {
      const { body } = await client.get(`/v1/articles?q=rain${badEscape}`).expect(400)

      expect(body.code).toBe('invalid-url')
      await client.get(`/v1/articles?${badEscape}=rain`).expect(400)
    },
  )

  test('may have any character that there is', async () => {
    await client.get(`/v1/articles?q=${encodeURIComponent('Łódź 100% 🌧 & more')}`).expect(200)
  })
})

describe('a path', () => {
  test.each(['/v1', '/v1/', '/v2/articles', '/v1/article', '/favicon.ico', '/.env'])(
    'that is nothing answers 404: %s',
    async (path) => {
      const { body } = await client.get(path).expect(404)

      expect(body).toMatchObject({ code: 'not-found', instance: path })
    },
  )

  test.each(['%', '%zz', '%f', '%ff', '%C3%28', '%ED%A0%80', '%F4%90%80%80'])(
    'with the bad escape %s is refused',
    async (badEscape) => {
      const { body } = await client.get(`/v1/articles/${badEscape}`).expect(400)

      expect(body.code).toBe('invalid-url')
      await client.get(`/nothing/${badEscape}`).expect(400)
    },
  )

  test('with a part that is longer than any key is refused', async () => {
    const longest = 'a'.repeat(maxSlugLength)

    await client.get(`/v1/articles/${longest}`).expect(404)
    const { body } = await client.get(`/v1/articles/${longest}a`).expect(414)

    expect(body.code).toBe('url-too-long')
  })

  test.each([
    '/v1/articles/..%2f..%2fetc%2fpasswd',
    '/v1/articles/rain%2fsections',
    '/v1//articles',
    '/v1/articles/RAIN',
    '/V1/articles',
    '/v1/articles/rain;x=1',
    `/v1/articles/${encodeURIComponent("' OR 1=1 --")}`,
  ])('is taken for what it says, and no more: %s', async (path) => {
    await client.get(path).expect(404)
  })
})

describe('a request for an absolute URL', () => {
  test('is never answered with links to where it says that we are', async () => {
    const path = '/v1/articles?limit=1'
    const answer = await sendBytes(
      app,
      `GET http://evil.test${path} HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`,
    )

    expect(answer.status).toBe(200)
    expect(JSON.stringify([answer.headers, answer.body])).not.toContain('evil.test')
    client.check({ ...answer, url: path })
  })

  test('is never redirected to where it says that we are', async () => {
    await aNewVersion(service, await aPublishedArticle(service, { slug: 'rain-was' }), { slug: 'rain-is' })

    const answer = await sendBytes(
      app,
      'GET http://evil.test/v1/articles/rain-was HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n',
    )

    expect(answer.status).toBe(308)
    expect(answer.headers['location']).toMatch(/^(https:\/\/copydesk\.test)?\/v1\/articles\/rain-is$/)
  })
})

describe('a method', () => {
  test.each([
    ['put', '/v1/articles'],
    ['delete', '/v1/sections'],
    ['post', '/health/live'],
    ['patch', '/openapi.json'],
  ] as const)('that a path does not have answers 405 with Allow: %s %s', async (method, path) => {
    const { body, headers } = await client[method](path).expect(405)

    expect(body.code).toBe('method-not-allowed')
    expect(headers['allow']).toMatch(/^GET, HEAD, .*OPTIONS$|^GET, HEAD, OPTIONS$/)
    expect(headers['allow']).not.toContain(method.toUpperCase())
  })

  test.each(['PROPFIND', 'TRACE', 'QUERY', 'LOCK', 'M-SEARCH'])(
    'that HTTP has and we do not is 405: %s',
    async (method) => {
      const answer = await sendBytes(
        app,
        `${method} /v1/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      )

      expect(answer.status).toBe(405)
      expect(answer.headers['allow']).toContain('GET')
      client.check(answer)
    },
  )

  test('that nobody knows is no HTTP', async () => {
    const answer = await sendBytes(app, 'FROBNICATE /v1/articles HTTP/1.1\r\nHost: a\r\n\r\n')

    expect(answer.status).toBe(400)
    client.check(answer)
    await expectAlive()
  })

  test('OPTIONS tells which a path has', async () => {
    const { headers, text } = await client.options('/v1/articles/rain').expect(204)

    expect(headers['allow']?.split(', ')).toEqual(expect.arrayContaining(['GET', 'HEAD', 'OPTIONS']))
    expect(text).toBe('')
    await client.options('/v1/nothing').expect(404)
  })

  test('OPTIONS tells which patches a path takes, where it takes any', async () => {
    const article = await client.options('/v1/articles/rain').expect(204)
    const list = await client.options('/v1/articles').expect(204)

    expect(article.headers['accept-patch']).toContain('application/merge-patch+json')
    expect(list.headers).not.toHaveProperty('accept-patch')
  })
})

describe('Accept', () => {
  test.each(['application/xml', 'text/html', 'application/json;q=0', 'garbage'])(
    'without anything that a list has answers 406: %s',
    async (accept) => {
      const { body } = await client.get('/v1/articles').set('accept', accept).expect(406)

      expect(body.detail).toContain('application/json')
    },
  )

  test.each(['*/*', 'application/*', 'text/html, */*;q=0.1', 'application/json; charset=utf-8', ''])(
    'with something that fits answers it: %j',
    async (accept) => {
      const { headers } = await client.get('/v1/articles').set('accept', accept).expect(200)

      expect(headers['content-type']).toBe('application/json; charset=utf-8')
    },
  )
})

describe('a body', () => {
  const post = (type: string | null, body: string) => {
    const request = writer.post('/v1/articles')
    return type === null ? request.send(body).unset('content-type') : request.type(type).send(body)
  }

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/vnd.api+json',
    'text/json',
    'application/jsonx',
    'garbage',
  ])('of another media type is refused: %s', async (type) => {
    const { body } = await post(type, '{"headline":"Rain"}').expect(415)

    expect(body.code).toBe('unsupported-media-type')
  })

  test('that is compressed is refused', async () => {
    const { body } = await post('application/json', '{}').set('content-encoding', 'gzip').expect(415)

    expect(body.detail).toContain('Content-Encoding')
  })

  test.each([
    '{',
    '{"headline":}',
    "{'headline':'Rain'}",
    '{"a":1,}',
    '// {}',
    'NaN',
    '\u0000',
    '{}{}',
    '[',
    '"\n"',
  ])('that is no JSON is refused: %j', async (text) => {
    const { body } = await post('application/json', text).expect(400)

    expect(body.code).toBe('invalid-json')
  })

  test.each(['application/json', 'application/merge-patch+json', 'application/json-patch+json'])(
    'that is no UTF-8 is refused, as %s too',
    async (type) => {
      const bytes = Buffer.from('{"headline":"München"}', 'latin1')

      const { body } = await admin
        .patch(`/v1/articles/${article.id}`)
        .set({ ...whatever, 'content-type': type })
        // Supertest would write bytes as a list of numbers.
        .serialize(() => bytes as unknown as string)
        .send(bytes)
        .expect(400)

      expect(body).toMatchObject({ code: 'invalid-json', detail: expect.stringContaining('UTF-8') })
    },
  )

  test.each(['iso-8859-1', '"ISO-8859-1"', 'utf-16', 'utf-8; charset=latin1', ''])(
    'in another charset is refused: %s',
    async (charset) => {
      const { body } = await post(`application/json; charset=${charset}`, '{"headline":"Rain"}').expect(415)

      expect(body.detail).toContain('UTF-8')
    },
  )

  test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8'])(
    'in UTF-8, called %s, is read as that',
    async (charset) => {
      const { body } = await post(`application/json; charset=${charset}`, '{"headline":"München"}')
        .set('prefer', 'tx=rollback')
        .expect(200)

      expect(body.headline).toBe('München')
    },
  )

  test.each([
    '{"__proto__":{"isAdmin":true}}',
    '{"headline":"x","constructor":{"prototype":{"isAdmin":true}}}',
  ])('that would reach into every object is refused: %s', async (text) => {
    await post('application/json', text).expect(400)

    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  test('that nests too deeply is refused before it is parsed', async () => {
    const { body } = await post('application/json', '['.repeat(200_000)).expect(400)

    expect(body.detail).toContain(`${limits.jsonDepth} levels`)
    await expectAlive()
  })

  test('with a string that never ends keeps nobody else waiting', async () => {
    const endless = `"${'\\"'.repeat(100_000)}`

    const [{ body }] = await Promise.all([
      post('application/json', endless).expect(400),
      client.get('/health/live').expect(200),
    ])

    expect(body.code).toBe('invalid-json')
  })

  test('with brackets in its words does not count as deep', async () => {
    const body = JSON.stringify({ headline: '[{'.repeat(50), slug: 'brackets' })

    await post('application/json', body).expect(201)
  })

  test('that is too large is refused, and the limit named', async () => {
    const { body } = await post('application/json', `"${'a'.repeat(limits.bodyBytes)}"`).expect(413)

    expect(body).toMatchObject({ code: 'body-too-large', detail: expect.stringContaining('1048576') })
    await expectAlive()
  })

  test('that is missing is told of', async () => {
    const { body } = await writer.post('/v1/articles').expect(400)

    expect(body.errors).toHaveLength(1)
  })

  test.each([null, [], 'words', 7, true])('that is no object is refused: %j', async (value) => {
    expect(await faultsOf(JSON.stringify(value))).toEqual([
      { pointer: '', code: 'wrong-type', message: 'Must be an object.' },
    ])
  })

  test.each([
    [{}, '/headline', 'required'],
    [{ headline: 7 }, '/headline', 'wrong-type'],
    [{ headline: '' }, '/headline', 'too-small'],
    [{ headline: 'a'.repeat(limits.headline + 1) }, '/headline', 'too-large'],
    [{ headline: 'a\0b' }, '/headline', 'not-allowed'],
    [{ headline: 'a\ud800b' }, '/headline', 'not-allowed'],
    [{ headline: 'a', hedline: 'b' }, '/hedline', 'unknown-field'],
    [{ headline: 'a', slug: 'Not A Slug' }, '/slug', 'wrong-format'],
    [{ headline: 'a', slug: 'search' }, '/slug', 'not-allowed'],
    [{ headline: 'a', slug: '019b1f00-0000-7000-8000-000000000001' }, '/slug', 'not-allowed'],
    [{ headline: 'a', id: 'one' }, '/id', 'wrong-format'],
    [{ headline: '東京' }, '/slug', 'required'],
    [{ headline: 'a', language: 'english' }, '/language', 'wrong-format'],
    [{ headline: 'a', canonicalUrl: 'javascript:alert(1)' }, '/canonicalUrl', 'wrong-format'],
    [{ headline: 'a', canonicalUrl: 'https://me:secret@a.test/' }, '/canonicalUrl', 'not-allowed'],
    [{ headline: 'a', sections: {} }, '/sections', 'wrong-type'],
    [{ headline: 'a', sections: [{}] }, '/sections/0/body', 'required'],
    [{ headline: 'a', sections: [{ body: 'b', kind: 'head' }] }, '/sections/0/kind', 'not-allowed'],
    [{ headline: 'a', sections: [{ body: 'b', 'x/y~z': 1 }] }, '/sections/0/x~1y~0z', 'unknown-field'],
    [{ headline: 'a', takeaways: [{ text: 'b\0' }] }, '/takeaways/0/text', 'not-allowed'],
    [
      { headline: 'a', takeaways: Array(limits.takeaways + 1).fill({ text: 'b' }) },
      '/takeaways',
      'too-large',
    ],
    [{ headline: 'a', byline: [{ authorId: 'ana' }] }, '/byline/0/authorId', 'wrong-format'],
    [
      { headline: 'a', byline: [{ authorId: '019b1f00-0000-7000-8000-0000000fffff' }] },
      '/byline/0/authorId',
      'unknown-reference',
    ],
    [
      { headline: 'a', topicIds: ['019b1f00-0000-7000-8000-0000000fffff'] },
      '/topicIds/0',
      'unknown-reference',
    ],
  ])('with a fault is refused, and the fault pointed to: %j', async (body, pointer, code) => {
    const faults = await faultsOf(body)

    expect(faults).toEqual([expect.objectContaining({ pointer, code })])
  })

  test('with several faults is told of them all', async () => {
    const faults = await faultsOf({ headline: '', sumary: '', sections: [{ heading: 7 }], language: 1 })

    expect(faults.map(({ pointer }) => pointer).sort()).toEqual([
      ...['/headline', '/language', '/sections/0/body', '/sections/0/heading', '/sumary'],
    ])
    expect(faults).toContainEqual(expect.objectContaining({ pointer: '/sumary', suggestion: 'summary' }))
  })

  test('with very many faults is told of the first, and that there are more', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`field${index}`, 1]))

    const { body } = await writer.post('/v1/articles').send(unknown).expect(400)

    expect(body.errors).toHaveLength(limits.faults)
    expect(body.detail).toContain(`more than ${limits.faults} faults`)
  })

  test('that is refused is not repeated in the answer', async () => {
    const faults = await faultsOf({ headline: 7, slug: 'hush hush', language: 'hush hush', id: 'hush' })

    expect(JSON.stringify(faults)).not.toContain('hush')
  })
})

describe('what is no request', () => {
  test.each([
    ['bytes', Buffer.from([0, 1, 2, 255, 254, 13, 10, 13, 10])],
    ['a TLS handshake', Buffer.from([22, 3, 1, 0, 5, 1, 0, 0, 1, 3])],
    ['words', 'hello?\r\n\r\n'],
    ['a version that is none', 'GET /v1/articles HTTP/9.9\r\nHost: a\r\n\r\n'],
    ['a header without a colon', 'GET /v1/articles HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n'],
    ['a NUL in a header', 'GET /v1/articles HTTP/1.1\r\nHost: a\r\nAccept: a\0b\r\n\r\n'],
    ['a space in the path', 'GET /v1/a b HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['no host', 'GET /v1/articles HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', 'GET /v1/articles HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
    [
      'two lengths',
      'POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    [
      'a length and chunks',
      'POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a length that is none', 'POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
  ])('is refused as a problem, and the connection closed: %s', async (_, bytes) => {
    const answer = await sendBytes(app, bytes)

    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    client.check({ ...answer, method: 'NONE' })
    await expectAlive()
  })

  test('with headers that are too large is refused with 431', async () => {
    const answer = await sendBytes(
      app,
      `GET /v1/articles HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`,
    )

    expect(answer.status).toBe(431)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'headers-too-large', status: 431 })
    await expectAlive()
  })

  test('with a URL that is too large is refused', async () => {
    const answer = await sendBytes(app, `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nHost: a\r\n\r\n`)

    expect([414, 431]).toContain(answer.status)
    await expectAlive()
  })

  test('that breaks off harms nobody', async () => {
    const cut =
      'POST /v1/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 99\r\n\r\n{"head'
    const { port } = app.server.address() as AddressInfo
    for (let each = 0; each < 20; each += 1) connect(port, '127.0.0.1').end(cut)

    await expectAlive()
  })
})

test('the article is as it was', async () => {
  const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)

  expect(body.headline).toBe('Rain')
})
