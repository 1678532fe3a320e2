import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../src/http/app.ts'
import { limits } from '../src/http/limits.ts'
import { aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { sendBytes } from './support/socket.ts'

const patience = { headersMs: 300, requestMs: 600, silenceMs: 400 }

describe('a client that is slow or silent', () => {
  let service: Awaited<ReturnType<typeof aService>>
  beforeAll(async () => {
    service = await aService({ patience })
  })

  test.each([
    ['says nothing', ''],
    ['stops in the middle of a header', 'GET /v1/articles HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['never ends its headers', 'GET /v1/articles HTTP/1.1\r\nHost: a\r\n'],
    ['stops in the middle of a body', 'POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{'],
  ])('is cut off when it %s', async (_, bytes) => {
    const begun = performance.now()

    await sendBytes(service.app, bytes)

    expect(performance.now() - begun).toBeLessThan(5000)
  })

  test('is cut off though it sends a byte now and then, and told why', async () => {
    const socket = await connected(service)
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.write('GET /v1/articles HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    const dripping = setInterval(() => socket.write('a'), 50)

    await once(socket, 'close')

    clearInterval(dripping)
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 .*"code":"request-timeout"/s)
  })

  test('is cut off when it does not read what it asked for', async () => {
    const socket = (await connected(service)).pause()

    socket.write('GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200))

    await expect.poll(() => connectionCount(service)).toBe(1)
    await expect.poll(() => connectionCount(service), { timeout: 10_000 }).toBe(0)
    socket.destroy()
  })

  test('keeps nobody else waiting, even if there are hundreds', async () => {
    const slow = await Promise.all(Array.from({ length: 300 }, () => connected(service)))
    for (const [index, socket] of slow.entries()) {
      socket.on('error', () => {})
      socket.write(
        `POST /v1/articles HTTP/1.1\r\nHost: a\r\n${index % 2 ? 'Content-Length: 9\r\n\r\n{' : 'X: '}`,
      )
    }

    await service.client.get('/v1/articles').expect(200)

    await Promise.all(slow.map((socket) => socket.closed || once(socket, 'close')))
  })
})

describe('a request that is too large', () => {
  let service: Awaited<ReturnType<typeof aService>>
  beforeAll(async () => {
    service = await aService()
  })

  test('by its URL is refused with the limit, on every path', async () => {
    const url = `/v1/articles?filter=${'a'.repeat(limits.requestUrl)}`

    const { body } = await service.client.get(url).expect(414)

    expect(body).toMatchObject({ code: 'url-too-long', detail: expect.stringContaining('8000') })
  })

  test('by its headers is refused with the limit', async () => {
    const { status, body } = await sendBytes(
      service.app,
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(limits.headerBytes)}\r\n\r\n`,
    )

    expect(status).toBe(431)
    expect(JSON.parse(body).detail).toContain('16384')
  })

  test('opens no more connections than the limit', async () => {
    const { server } = service.app
    expect(server.maxConnections).toBe(limits.connections)
    server.maxConnections = 3
    const others = await Promise.all([1, 2, 3].map(() => connected(service)))

    const refused = await connected(service)
    await once(refused, 'close')

    server.maxConnections = limits.connections
    for (const socket of others) socket.destroy()
    await service.client.get('/health/live').expect(200)
  })
})

describe('overload', () => {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  afterAll(() => agent.destroy())

  test('is refused at once, while what was accepted is answered, and probes are, too', async () => {
    const service = await aService()
    await aPublishedArticle(service)
    const surplus = 50
    const refused: IncomingMessage[] = []
    const held = await holding(service.url, 'publication')

    const answers = Array.from({ length: limits.requestsUnderWay + surplus }, async () => {
      const answer = await ask(service, agent)
      if (answer.statusCode === 503) refused.push(answer)
      return answer.statusCode
    })
    await expect.poll(() => refused.length, { timeout: 10_000 }).toBe(surplus)
    await service.client.get('/health/live').expect(200)
    await service.client.get('/health/ready').expect(200)
    const whileBusy = await service.client.get('/v1/topics').expect(503)
    await held.release()

    expect(whileBusy.body).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('more to do'),
    })
    expect(whileBusy.headers['retry-after']).toBe('1')
    expect(counted(await Promise.all(answers))).toEqual({ 200: limits.requestsUnderWay, 503: surplus })
    await service.client.get('/v1/topics').expect(200)
  })
})

async function connected({ app }: { app: App }): Promise<Socket> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket.resume()
}

function connectionCount({ app }: { app: App }): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })
}

function ask({ app }: { app: App }, agent: Agent): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    get({ port, path: '/v1/articles', agent }, (answer) => resolve(answer.resume())).on('error', reject)
  })
}

/** Lets nobody read a table until it is released. */
async function holding(url: string, table: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`BEGIN; LOCK TABLE ${table}`)
  return { release: () => client.end() }
}

function counted(statuses: (number | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const status of statuses) counts[`${status}`] = (counts[`${status}`] ?? 0) + 1
  return counts
}
