import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badRequests } from '../support/badRequests.ts'
import { aConnection, exchange, insistOn, statusesIn } from '../support/bytes.ts'
import { isWhole, pause, quantile, report, scale } from '../support/faults.ts'
import { adminKey, authorization, served, startReaders } from '../support/load.ts'
import { aServiceProcess, type ServiceProcess } from '../support/process.ts'
import { aDatabase } from '../support/service.ts'

/*
 * What comes over the network: clients that are slow, many, hostile, or more than can be served.
 */
const seed = 2026
const secretWords = 'Nobody may know yet'

const { url: databaseUrl, drop } = await aDatabase()
let directory: string
let service: ServiceProcess
let articleUrl: string
let draftId: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
  service = await aServiceProcess({
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    BOOTSTRAP_ADMIN_KEY: adminKey,
    SEED: 'none',
    PUBLIC_URL: 'https://news.example',
  })
  const published = await post({ headline: 'Rain', sections: [{ body: 'It rains.' }], publish: true })
  articleUrl = `${service.url}/v1/articles/${published.slug}`
  draftId = (await post({ headline: secretWords, slug: 'secret' })).id
}, 120_000)

afterAll(async () => {
  await service.stop()
  await drop()
  await rm(directory, { recursive: true })
})

async function post(article: object): Promise<{ id: string; slug: string }> {
  const headers = { ...authorization, 'content-type': 'application/json' }
  const body = JSON.stringify(article)
  const ask = async () =>
    (await fetch(`${service.url}/v1/articles`, { method: 'POST', headers, body })).text()
  return JSON.parse(await insistOn(ask, (text) => text))
}

/** What the process has open; null where the platform does not tell. */
async function handleCount(): Promise<number | null> {
  return process.platform === 'linux' ? (await readdir(`/proc/${service.pid()}/fd`)).length : null
}

describe('many clients', () => {
  test('that are slow keep nobody else waiting', async () => {
    const slowCount = scale(500, 100)
    const slow = await Promise.all(Array.from({ length: slowCount }, () => aConnection(service.url)))
    const beginning = 'POST /v1/articles HTTP/1.1\r\nHost: a\r\n'
    for (const [index, socket] of slow.entries())
      socket.write(beginning + (index % 2 ? 'Content-Length: 999\r\n\r\n{' : 'X-Slow: '))
    const dripping = setInterval(() => {
      for (const socket of slow) socket.write('a')
    }, 500)

    const readers = startReaders(articleUrl, 10)
    await pause(scale(8000, 2000))
    await readers.stop()

    clearInterval(dripping)
    for (const socket of slow) socket.destroy()
    const p99 = quantile(readers.durations, 0.99)
    report('Slow clients keep nobody waiting', {
      slow: slowCount,
      reads: readers.durations.length,
      'p99 ms': p99,
      lost: 0,
    })
    expect(served(readers)).toMatchObject({ others: [], share: expect.toSatisfy((share) => share > 0) })
    if (isWhole) expect(p99).toBeLessThan(200)
  }, 60_000)

  test('stay connected, and are answered each time', async () => {
    const count = scale(2000, 300)
    const before = await handleCount()
    const path = new URL(articleUrl).pathname
    const sockets: Socket[] = []
    for (let each = 0; each < count; each += 1) sockets.push(await aConnection(service.url))
    let answers = 0
    for (const socket of sockets)
      socket.on('data', (chunk: Buffer) => {
        answers += chunk.toString().split('HTTP/1.1 200 OK').length - 1
      })

    for (let round = 1; round <= 2; round += 1) {
      for (const socket of sockets) socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`)
      await expect.poll(() => answers, { timeout: 60_000 }).toBe(count * round)
    }

    expect(sockets.filter((socket) => socket.closed)).toEqual([])
    for (const socket of sockets) socket.destroy()
    report('Many connections', { connections: count, answered: answers, lost: 0 })
    if (before !== null) await expect.poll(handleCount, { timeout: 30_000 }).toBeLessThan(before + 50)
  }, 180_000)

  test('that are more than can be served leave goodput near its peak', async () => {
    const [peakCount, durationMs] = [scale(100, 20), scale(10_000, 600)]
    const warm = await goodput(peakCount, durationMs / 2)
    const peak = await goodput(peakCount, durationMs)
    const over = await goodput(peakCount * 10, durationMs)

    const ratio = Math.round((over.perSecond / peak.perSecond) * 100)
    report('Overload', {
      'clients at peak': peakCount,
      'per second': Math.round(peak.perSecond),
      'clients then': peakCount * 10,
      'per second then': Math.round(over.perSecond),
      'share %': ratio,
      refused: over.refused,
      lost: warm.lost + peak.lost + over.lost,
    })
    expect([peak.lost, over.lost]).toEqual([0, 0])
    if (isWhole) expect(ratio).toBeGreaterThan(60)
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
  }, 120_000)
})

/** Answers in a second to so many clients, who ask for what is in no cache, and ask again at once. */
async function goodput(clients: number, durationMs: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const counts = { ok: 0, refused: 0, lost: 0 }
  const begun = performance.now()
  const until = begun + durationMs
  const client = async () => {
    while (performance.now() < until) {
      asked += 1
      const status = await statusOf(
        `${service.url}/v1/articles?limit=5&publishedAfter=2020-01-01T00:00:00.${asked % 1000}Z&offset=${asked % 900}`,
        agent,
      )
      if (status === 200) counts.ok += 1
      else if (status === 503) {
        counts.refused += 1
        await pause(20)
      } else counts.lost += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return { ...counts, perSecond: (counts.ok / (performance.now() - begun)) * 1000 }
}

let asked = 0

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    get(url, { agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    }).on('error', () => resolve(0))
  })
}

describe('hostile clients', { timeout: 60_000 }, () => {
  test(
    'get no 5xx, and an answer to everything',
    async () => {
      const requests = badRequests(scale(10_000, 600), seed)
      const counts: Record<string, number> = {}
      const bad: string[] = []
      const send = async () => {
        for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
          const received = await exchange(service.url, request, 15_000)
          // What comes before the last is a 100 (Continue).
          const status = statusesIn(received).at(-1) ?? 0
          const kind = `${Math.floor(status / 100)}xx`
          counts[kind] = (counts[kind] ?? 0) + 1
          const isLeak = received.includes(secretWords) && !request.includes(adminKey)
          if (status === 0 || status >= 500 || isLeak) bad.push(`${status} to ${request.slice(0, 300)}`)
        }
      }
      await Promise.all(Array.from({ length: 10 }, send))

      report('Bad requests', { seed, ...counts, lost: 0 })
      expect(bad).toEqual([])
      expect((await fetch(articleUrl)).status).toBe(200)
    },
    scale(900_000, 120_000),
  )

  test.each(Object.entries(tricks()))('leak and poison nothing by %s', async (_, { bytes, answers }) => {
    const honest = await steadyAnswers()

    const received = await exchange(service.url, bytes(draftId, new URL(articleUrl).pathname), 1500)

    const statuses = statusesIn(received)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    if (answers !== undefined) expect(statuses).toEqual(answers)
    for (const leak of [secretWords, 'evil.test', adminKey, '"prefix"']) expect(received).not.toContain(leak)
    expect(await steadyAnswers()).toEqual(honest)
  })
})

/** What everybody gets, as far as it is the same each time. */
async function steadyAnswers(): Promise<string[]> {
  const urls = [
    articleUrl,
    `${service.url}/v1/articles`,
    `${service.url}/feeds/articles.json`,
    `${service.url}/v1/articles/${draftId}`,
  ]
  return Promise.all(
    urls.map(async (url) => {
      const ask = async () => {
        const answer = await fetch(url)
        const body = (await answer.text()).replace(/"requestId":"[^"]*"/, '')
        return `${answer.status} ${answer.headers.get('etag')} ${answer.headers.get('link')} ${body}`
      }
      return insistOn(ask, (text) => text)
    }),
  )
}

interface Trick {
  bytes: (draft: string, path: string) => string
  /** The statuses of all that comes back, where only one thing is right. */
  answers?: number[]
}

function tricks(): Record<string, Trick> {
  const end = 'Connection: close\r\n\r\n'
  const asking = (url: string, ...headers: string[]) =>
    `GET ${url} HTTP/1.1\r\n${['Host: a', ...headers].join('\r\n')}\r\n${end}`
  const smuggled = (draft: string) => `GET /v1/articles/${draft}?version=draft HTTP/1.1\r\nHost: a\r\n\r\n`
  const posting = (headers: string[], body: string) =>
    `POST /v1/articles/search HTTP/1.1\r\n${['Host: a', 'Content-Type: application/json', ...headers].join('\r\n')}\r\n\r\n${body}`
  const hidden = (draft: string) => `0\r\n\r\n${smuggled(draft)}`
  return {
    'two Hosts': { bytes: (_, path) => asking(path, 'Host: evil.test'), answers: [400] },
    'no Host': { bytes: (_, path) => `GET ${path} HTTP/1.1\r\n${end}`, answers: [400] },
    'a Host with a path': { bytes: (_, path) => `GET ${path} HTTP/1.1\r\nHost: evil.test/v1/keys\r\n${end}` },
    'a foreign Host': {
      bytes: (_, path) => `GET ${path} HTTP/1.1\r\nHost: evil.test\r\n${end}`,
      answers: [200],
    },
    'a length and chunks': {
      bytes: (draft) => posting(['Content-Length: 6', 'Transfer-Encoding: chunked'], hidden(draft)),
      answers: [400],
    },
    'chunks and a length': {
      bytes: (draft) => posting(['Transfer-Encoding: chunked', 'Content-Length: 200'], hidden(draft)),
      answers: [400],
    },
    'two lengths': {
      bytes: (draft) => posting(['Content-Length: 0', 'Content-Length: 90'], smuggled(draft)),
      answers: [400],
    },
    'a blank before the colon': {
      bytes: (draft) => posting(['Transfer-Encoding : chunked', 'Content-Length: 6'], hidden(draft)),
      answers: [400],
    },
    'chunks that are not quite': {
      bytes: (draft) => posting(['Transfer-Encoding: xchunked'], hidden(draft)),
      answers: [400],
    },
    'chunks twice': {
      bytes: (draft) => posting(['Transfer-Encoding: chunked, identity'], hidden(draft)),
      answers: [400],
    },
    'a chunk of no length': {
      bytes: (draft) => posting(['Transfer-Encoding: chunked'], `-1\r\n${smuggled(draft)}`),
      answers: [400],
    },
    'a header that is folded': { bytes: (_, path) => asking(path, 'X: a\r\n b: c'), answers: [400] },
    'a header with a carriage return': {
      bytes: (_, path) => asking(path, 'X: a\rHost: evil.test'),
      answers: [400],
    },
    'line feeds alone': { bytes: (_, path) => `GET ${path} HTTP/1.1\nHost: evil.test\n\n` },
    'a body that a GET should not have': {
      bytes: (draft, path) =>
        `GET ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${smuggled(draft).length}\r\n${end}${smuggled(draft)}`,
      answers: [200],
    },
    'encoded slashes': {
      bytes: (draft) => asking(`/v1/articles%2F${draft}%3Fversion=draft`),
      answers: [404],
    },
    'encoded slashes that lead up': {
      bytes: () => asking('/v1/articles/..%2f..%2fv1%2fkeys'),
      answers: [404],
    },
    'slashes that lead up': { bytes: () => asking('/v1/articles/../keys'), answers: [404] },
    'two slashes': { bytes: () => asking('//v1/keys'), answers: [404] },
    'a parameter of the path': {
      bytes: (draft) => asking(`/v1/articles/${draft};version=draft`),
      answers: [404],
    },
    'a parameter that is given twice': {
      bytes: (draft) => asking(`/v1/articles/${draft}?version=published&version=draft`),
      answers: [400],
    },
    'a fragment': { bytes: (draft) => asking(`/v1/articles/${draft}#?version=draft`) },
    'a whole URL': { bytes: (_, path) => asking(`http://evil.test${path}`), answers: [200] },
    'a whole URL with a user': { bytes: () => asking('http://evil.test@127.0.0.1/v1/keys'), answers: [401] },
    'a whole URL of another scheme': { bytes: () => asking('file:///etc/passwd') },
    'a method in a header': {
      bytes: (_, path) =>
        asking(path, 'X-HTTP-Method-Override: DELETE', 'X-Method-Override: DELETE', 'X-HTTP-Method: DELETE'),
      answers: [200],
    },
    'a method in the query': { bytes: (_, path) => asking(`${path}?_method=DELETE`), answers: [400] },
    'headers of proxies': {
      bytes: (_, path) =>
        asking(
          path,
          ...['Host', 'Server', 'Prefix'].map((name) => `X-Forwarded-${name}: evil.test`),
          'X-Forwarded-Proto: ftp',
          'Forwarded: host=evil.test',
          'X-Original-URL: /v1/keys',
          'X-Rewrite-URL: /v1/keys',
          'X-Host: evil.test',
        ),
      answers: [200],
    },
    'a Connection that names other headers': {
      bytes: () => asking('/v1/keys', 'Connection: close, Authorization'),
      answers: [401],
    },
    'an upgrade': { bytes: (_, path) => asking(path, 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__') },
    'HTTP/2 at once': { bytes: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
    'HTTP/0.9': { bytes: (_, path) => `GET ${path}\r\n\r\n` },
    CONNECT: { bytes: () => `CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n${end}` },
    TRACE: { bytes: (_, path) => `TRACE ${path} HTTP/1.1\r\nHost: a\r\nX: evil.test\r\n${end}` },
    'a query that is part of what is cached': {
      bytes: (_, path) => asking(`${path}?utm_source=evil.test`),
      answers: [400],
    },
    'a media type that nobody has': {
      bytes: (_, path) => asking(path, 'Accept: text/evil.test'),
      answers: [406],
    },
  }
}
