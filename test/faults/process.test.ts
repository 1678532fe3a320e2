import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aConnection, insistOn } from '../support/bytes.ts'
import { pause, report, scale } from '../support/faults.ts'
import { adminKey, authorization, served, startReaders, startWriters } from '../support/load.ts'
import { aServiceProcess, type ServiceProcess } from '../support/process.ts'
import { aDatabase } from '../support/service.ts'

/*
 * A service process that is asked to end, that has errors which nobody catches, and that is killed.
 */
const { url: databaseUrl, drop } = await aDatabase()
let directory: string
let service: ServiceProcess
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
const ended: ServiceProcess[] = []

function start(given: Record<string, string> = {}): Promise<ServiceProcess> {
  return aServiceProcess({
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    BOOTSTRAP_ADMIN_KEY: adminKey,
    SEED: 'none',
    NODE_ARGS: '--import ./test/support/strays.ts',
    ...given,
  })
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
  service = await start()
}, 120_000)

afterAll(async () => {
  agent.destroy()
  if (!ended.includes(service)) await service.stop()
  await drop()
  await rm(directory, { recursive: true })
})

/** A request over a connection that is kept; its answer, read to the end. */
function ask(path: string, headers: Record<string, string> = {}) {
  return insistOn(
    () => askOnce(path, headers),
    ({ body }) => body,
  )
}

async function askOnce(path: string, headers: Record<string, string>) {
  const sent = get(`${service.url}${path}`, { agent, headers: { ...authorization, ...headers } })
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString() }
}

/** Lets nobody read or write topics until it is released. */
async function holdTopics(): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE topic')
  return { release: () => client.end() }
}

describe('an error that nobody catches', { timeout: 180_000 }, () => {
  test('ends what it leaves without an answer, and nothing else', async () => {
    const readers = startReaders(`${service.url}/v1/articles`, 5)
    const pid = service.pid()

    const strikes = Promise.all(['exception', 'rejection'].map((kind) => ask(`/strays/${kind}`)))
    const stream = ask('/strays/stream').catch((error: Error) => error)
    await expect.poll(() => service.output()).toContain('A stray exception')
    const other = await ask('/v1/topics?sort=name')
    const struck = await strikes

    expect(other.status).toBe(200)
    for (const { status, body } of struck) {
      expect(status).toBe(500)
      expect(JSON.parse(body)).toMatchObject({ code: 'internal' })
      expect(body).not.toContain('A stray')
    }
    expect(await stream).toBeInstanceOf(Error)
    await readers.stop()
    expect(served(readers)).toMatchObject({ others: [], share: expect.toSatisfy((share) => share > 0) })
    expect(service.pid()).toBe(pid)
    const logged = service
      .output()
      .split('\n')
      .filter((line) => line.includes('A stray '))
    const requestIds = logged.map((line) => JSON.parse(line).requestId)
    for (const { body } of struck) expect(requestIds).toContain(JSON.parse(body).requestId)
    report('Stray errors end what they leave unanswered', { lost: 0, ended: 3 })
  })

  test('goes by without notice by whoever was answered already', async () => {
    expect(await ask('/strays/answered')).toMatchObject({ status: 200, body: 'All of it' })
    expect((await ask('/v1/topics?limit=4')).status).toBe(200)
  })
})

describe('kill -9', () => {
  const [writerCount, killCount] = [scale(50, 10), scale(20, 2)]

  test(
    'at any moment loses nothing that was acknowledged, and leaves nothing half done',
    async () => {
      const writers = startWriters(service, writerCount)
      for (let kill = 1; kill <= killCount; kill += 1) {
        const before = writers.acknowledged()
        await expect
          .poll(() => writers.acknowledged(), { timeout: 120_000 })
          .toBeGreaterThan(before + writerCount)
        await service.killAndRestart()
      }
      await writers.stop()

      const { lost, doubled } = await writers.compare(databaseUrl)
      const facts = { kills: killCount, writers: writerCount, acknowledged: writers.acknowledged() }
      report('kill -9 of the service', { ...facts, lost, doubled })
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
      expect(writers.bad).toEqual([])
    },
    scale(900_000, 180_000),
  )
})

describe('SIGTERM', { timeout: 180_000 }, () => {
  test('lets what is under way be answered, ends streams, and ends with 0', async () => {
    service = await restarted({ DRAIN_SECONDS: '2' })
    const idle = await ask('/v1/articles')
    const held = await holdTopics()
    const stream = get(`${service.url}/v1/changes`, {
      headers: { ...authorization, accept: 'text/event-stream' },
    })
    const [events] = (await once(stream, 'response')) as [IncomingMessage]
    const streamEnded = once(events.resume(), 'end')
    const reading = ask('/v1/topics?limit=5')
    const writing = post('/v1/topics', { name: 'Rain' })
    await pause(500)

    const begun = performance.now()
    service.send('SIGTERM')
    await expect.poll(async () => (await ask('/health/ready')).status, { timeout: 5000 }).toBe(503)
    const live = await ask('/health/live')
    const served = await ask('/v1/authors')
    await held.release()
    const answers = await Promise.all([reading, writing])
    await streamEnded
    const end = await service.ended()
    const tookMs = Math.round(performance.now() - begun)
    ended.push(service)

    expect(idle.headers['connection']).not.toBe('close')
    expect([live.status, served.status], served.body).toEqual([200, 200])
    expect([live.headers['connection'], served.headers['connection']]).toEqual(['close', 'close'])
    expect(answers.map(({ status }) => status)).toEqual([200, 201])
    expect(end).toBe(0)
    report('SIGTERM', {
      'under way': 2,
      'streams ended': 1,
      'ended after ms': tookMs,
      with: String(end),
      cut: 0,
    })
  })

  test('cuts nobody off who writes or reads meanwhile', async () => {
    service = await restarted({ DRAIN_SECONDS: '1' })
    const asked = {
      writers: startWriters(service, 10),
      readers: startReaders(`${service.url}/v1/articles`, 10),
    }
    await expect.poll(() => asked.writers.acknowledged(), { timeout: 60_000 }).toBeGreaterThan(20)

    service.send('SIGTERM')
    const end = await service.ended()
    ended.push(service)
    service = await restarted({}, new URL(service.url).port)
    await Promise.all([asked.writers.stop(), asked.readers.stop()])

    const { lost, doubled } = await asked.writers.compare(databaseUrl)
    report('SIGTERM under load', {
      acknowledged: asked.writers.acknowledged(),
      lost,
      doubled,
      with: String(end),
    })
    expect(end).toBe(0)
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
    expect([asked.writers.bad, asked.readers.bad]).toEqual([[], []])
  })

  test('is not held up by who has said nothing, or only half of it', async () => {
    service = await restarted()
    const sockets = await Promise.all(Array.from({ length: 3 }, () => aConnection(service.url)))
    sockets[1]?.write('GET /v1/articles HTTP/1.1\r\nX-Half: ')
    sockets[2]?.write('POST /v1/articles/search HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{')
    await ask('/health/live')

    service.send('SIGTERM')
    const end = await service.ended()
    ended.push(service)

    for (const socket of sockets) socket.destroy()
    expect(end, service.output()).toBe(0)
  })

  test('sent twice ends it at once', async () => {
    service = await restarted({ DRAIN_SECONDS: '5' })

    service.send('SIGTERM')
    await pause(300)
    service.send('SIGTERM')
    const end = await service.ended()
    ended.push(service)

    expect(end).toBe(1)
  })
})

/** Another process after the one that ended, or that is asked to end now. */
async function restarted(given: Record<string, string> = {}, port?: string): Promise<ServiceProcess> {
  if (!ended.includes(service)) await service.stop()
  ended.push(service)
  return start({ ...given, ...(port && { PORT: port }) })
}

async function post(path: string, body: object): Promise<{ status: number | undefined }> {
  const sent = request(`${service.url}${path}`, {
    method: 'POST',
    agent,
    headers: { ...authorization, 'content-type': 'application/json' },
  })
  sent.end(JSON.stringify(body))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  return { status: answer.statusCode }
}
