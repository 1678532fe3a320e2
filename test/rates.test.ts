import { describe, expect, test } from 'vitest'
import { anAuthor } from './support/factories.ts'
import { aService, type TestService } from './support/service.ts'
import { sendBytes } from './support/socket.ts'
import { aColleague, whatever } from './support/writing.ts'

const low = { perAddress: 3, perKey: 5, failedLogins: 2 }
const bearer = { type: 'bearer' } as const
const unknownKey = `cd_nobodyxx_${'x'.repeat(43)}`

/** The statuses of so many requests, one after the other. */
async function statuses(count: number, send: () => PromiseLike<{ status: number }>): Promise<number[]> {
  const seen = []
  for (let each = 0; each < count; each += 1) seen.push((await send()).status)
  return seen
}

describe('an address without a key', () => {
  test('is told what is left, and refused when nothing is', async () => {
    const { client } = await aService({ rates: low })

    const first = await client.get('/v1/me').expect(401)
    await statuses(2, () => client.get('/v1/nothing'))
    const { headers, body } = await client.get('/v1/articles').expect(429)

    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"address";q=3;w=60',
      ratelimit: '"address";r=2;t=60',
    })
    expect(headers['ratelimit']).toMatch(/^"address";r=0;t=\d+$/)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(body).toMatchObject({ code: 'too-many-requests', status: 429 })
  })

  test.each([
    ['paths that do not exist', 'get', '/wp-login.php', 404],
    ['methods that do not exist', 'delete', '/v1/articles', 405],
    ['pages', 'get', '/problems/not-found', 200],
  ] as const)('is counted for %s', async (_, method, url, status) => {
    const { client } = await aService({ rates: low })

    const seen = await statuses(4, () => client[method](url))

    expect(seen).toEqual([status, status, status, 429])
  })

  test('is counted for paths that do not exist even if it shows a key', async () => {
    const service = await aService({ rates: low })
    const { get } = await aColleague(service, 'reader')

    expect(await statuses(4, () => get('/v1/nothing'))).toEqual([404, 404, 404, 429])
  })

  test('gets what is kept in memory for nothing', async () => {
    const service = await aService({ rates: { ...low, perAddress: 10 } })
    const { id } = await anAuthor(service, {})
    const ask = () => service.client.get(`/v1/authors/${id}`)

    const made = await ask().expect(200)
    await expect.poll(async () => (await ask()).headers).not.toHaveProperty('ratelimit')

    expect(made.headers['ratelimit']).toBe('"address";r=9;t=60')
    expect(new Set(await statuses(20, ask))).toEqual(new Set([200]))
  })

  test('may ask whether the service is alive as often as it likes', async () => {
    const { client } = await aService({ rates: low })

    expect(new Set(await statuses(10, () => client.get('/health/live')))).toEqual(new Set([200]))
    expect(new Set(await statuses(10, () => client.get('/health/ready')))).toEqual(new Set([200]))
  })
})

describe('a key', () => {
  test('has a limit of its own, wherever it comes from', async () => {
    const service = await aService({ rates: low })
    const busy = await aColleague(service, 'reader')
    const other = await aColleague(service, 'reader')
    await statuses(4, () => service.client.get('/v1/nothing'))

    const seen = await statuses(6, () => busy.get('/v1/me'))

    expect(seen).toEqual([200, 200, 200, 200, 200, 429])
    const { headers } = await other.get('/v1/me').expect(200)
    expect(headers['ratelimit']).toBe('"key";r=4;t=60')
  })

  test('is counted for what it may not do', async () => {
    const service = await aService({ rates: low })
    const { get } = await aColleague(service, 'reader')

    expect(await statuses(6, () => get('/v1/keys'))).toEqual([403, 403, 403, 403, 403, 429])
  })

  test('has a batch counted as one', async () => {
    const service = await aService({ rates: low })
    const { post } = await aColleague(service, 'editor')
    const operations = Array.from({ length: 8 }, (_, index) => ({
      method: 'POST',
      path: '/v1/topics',
      body: { name: `Topic ${index}` },
    }))

    const { headers } = await post('/v1/batch').send({ operations }).expect(200)

    expect(headers['ratelimit']).toBe('"key";r=4;t=60')
  })

  test('that is changed by a request over the limit stays as it was', async () => {
    const service = await aService({ rates: { ...low, perKey: 1 } })
    const { id } = await anAuthor(service, { name: 'Ana' })
    const { get, patch } = await aColleague(service, 'editor')
    await get('/v1/me').expect(200)

    await patch(`/v1/authors/${id}`).set(whatever).send({ name: 'Eve' }).expect(429)

    expect((await service.client.get(`/v1/authors/${id}`).expect(200)).body.name).toBe('Ana')
  })
})

describe('keys that are not valid', () => {
  test.each([unknownKey, 'eyJhbGciOiJub25lIn0.e30.', 'two words'])(
    'are looked at a few times only, and then no key of that address is: %s',
    async (key) => {
      const service = await aService({ rates: low })
      const { secret } = await aColleague(service, 'reader')
      const attempt = () => service.client.get('/v1/me').set('authorization', `Bearer ${key}`)

      const seen = await statuses(3, attempt)

      expect(seen).toEqual([401, 401, 429])
      const { headers } = await service.client.get('/v1/me').auth(secret, bearer).expect(429)
      expect(headers['ratelimit']).toMatch(/^"failed-logins";r=0;t=\d+$/)
      await service.client.get('/v1/articles').expect(200)
    },
  )
})

describe('an address', () => {
  /** What is left to whoever the proxies say it is. */
  async function leftTo({ app }: TestService, forwardedFor: string): Promise<string | undefined> {
    const answer = await sendBytes(
      app,
      `GET /v1/nothing HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${forwardedFor}\r\nConnection: close\r\n\r\n`,
    )
    return answer.headers['ratelimit']?.split(';')[1]
  }

  test('is not what a caller says it is', async () => {
    const service = await aService({ rates: low })

    expect(await leftTo(service, '192.0.2.1')).toBe('r=2')
    expect(await leftTo(service, '192.0.2.2')).toBe('r=1')
  })

  test('is what a trusted proxy says it is, and not what was told to the proxy', async () => {
    const service = await aService({ rates: low, trustedProxies: ['127.0.0.0/8'] })

    expect(await leftTo(service, '192.0.2.1')).toBe('r=2')
    expect(await leftTo(service, '192.0.2.2')).toBe('r=2')
    expect(await leftTo(service, '198.51.100.7, 192.0.2.1')).toBe('r=1')
  })

  test('is one with all others of its IPv6 network', async () => {
    const service = await aService({ rates: low, trustedProxies: ['127.0.0.1'] })

    expect(await leftTo(service, '2001:db8::1')).toBe('r=2')
    expect(await leftTo(service, '2001:db8::ffff:1:2')).toBe('r=1')
    expect(await leftTo(service, '2001:db8:0:1::1')).toBe('r=2')
    expect(await leftTo(service, '::ffff:192.0.2.9')).toBe('r=2')
    expect(await leftTo(service, '192.0.2.9')).toBe('r=1')
  })
})

test('a Redis that is away keeps nobody out, and nobody waiting', async () => {
  const { openSharedCounts } = await import('../src/http/sharedCounts.ts')
  const faults: unknown[] = []
  const redis = openSharedCounts('redis://127.0.0.1:1', (error) => faults.push(error))
  const { client } = await aService({ rates: low, redis })

  const seen = await statuses(5, () => client.get('/v1/nothing'))

  const { headers } = await client.get('/v1/nothing').expect(404)
  redis.disconnect()
  expect(headers).not.toHaveProperty('ratelimit')
  expect(new Set(seen)).toEqual(new Set([404]))
  expect(faults).not.toHaveLength(0)
})
