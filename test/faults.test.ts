import { setMaxListeners } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ChangeEvent, ChangePage } from '../src/events/schema.ts'
import { newId } from '../src/lib/ids.ts'
import { aServiceProcess } from './support/process.ts'
import { aReceiver } from './support/receiver.ts'
import { aDatabase } from './support/service.ts'

/*
 * Readers of the log while the service is killed: `npm run test:faults` is the whole of it, the suite has a small one.
 */
const isWhole = process.env['FAULTS'] === 'whole'
const writerCount = 8
const changeCount = isWhole ? 1000 : 12
const killCount = isWhole ? 5 : 2

const adminKey = 'cd_Faults00_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'
const authorization = { authorization: `Bearer ${adminKey}` }

const { url: databaseUrl, drop } = await aDatabase()
const directory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
const service = await aServiceProcess({
  DATABASE_URL: databaseUrl,
  DATA_DIR: directory,
  BOOTSTRAP_ADMIN_KEY: adminKey,
  WEBHOOK_ALLOW_HOSTS: '127.0.0.1',
  SEED: 'none',
})
const ending = new AbortController()
setMaxListeners(0, ending.signal)
afterAll(async () => {
  ending.abort()
  await service.stop()
  await drop()
  await rm(directory, { recursive: true })
})

/** A request that is sent again, under the same key, until it is answered: that is when a change is acknowledged. */
async function insist(method: string, path: string, body: object): Promise<{ id: string; etag: string }> {
  const headers = {
    ...authorization,
    'content-type': 'application/json',
    'if-match': '*',
    'idempotency-key': newId(),
  }
  for (;;) {
    const answer = await fetch(`${service.url}${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    }).catch(() => null)
    if (answer?.ok) return (await answer.json()) as { id: string; etag: string }
    if (answer && ![409, 503].includes(answer.status))
      throw new Error(`${answer.status}: ${await answer.text()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

let acknowledged = 0

/** Makes changes of one article, one after the other. Returns its id. */
async function write(writer: number): Promise<string> {
  const { id } = await insist('POST', '/v1/articles', {
    headline: `Story ${writer}`,
    slug: `story-${writer}`,
  })
  acknowledged += 1
  for (let number = 2; number <= changeCount; number += 1) {
    await insist('PATCH', `/v1/articles/${id}`, { headline: `Story ${writer}, version ${number}` })
    acknowledged += 1
  }
  return id
}

/** Follows by long poll, and keeps nothing but its cursor. */
async function poll(events: ChangeEvent[]): Promise<void> {
  let after = '0'
  while (!ending.signal.aborted) {
    const url = `${service.url}/v1/changes?types=article.*&wait=5&after=${after}`
    const page = await fetch(url, { headers: authorization, signal: ending.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<ChangePage>) : null))
      .catch(() => null)
    if (page) {
      events.push(...page.data)
      after = page.cursor
    } else await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Follows by stream, and comes back with the last id that it saw. */
async function stream(events: ChangeEvent[]): Promise<void> {
  let lastId = '0'
  while (!ending.signal.aborted) {
    const headers = { ...authorization, accept: 'text/event-stream', 'last-event-id': lastId }
    try {
      const answer = await fetch(`${service.url}/v1/changes?types=article.*`, {
        headers,
        signal: ending.signal,
      })
      let text = ''
      for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk
        const frames = text.split('\n\n')
        text = frames.pop() ?? ''
        for (const frame of frames) {
          const data = /^data: (.*)$/m.exec(frame)?.[1]
          if (data !== undefined) events.push(JSON.parse(data))
          lastId = /^id: (.*)$/m.exec(frame)?.[1] ?? lastId
        }
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/** The revisions of an article in the order in which they first arrived, however often each did. */
function revisionsOf(events: readonly ChangeEvent[], id: string): unknown[] {
  const first = new Map(
    events.filter(({ subject }) => subject === `articles/${id}`).map((event) => [event.id, event]),
  )
  return [...first.values()].map(({ data }) => data.revision)
}

const theTest = `every acknowledged change arrives at every reader in order, though the service is killed ${killCount} times`

test(theTest, { timeout: isWhole ? 1_200_000 : 120_000 }, async () => {
  const readers: Record<string, ChangeEvent[]> = { poll: [], stream: [], webhook: [] }
  const receiver = await aReceiver()
  receiver.react = ({ body }) => {
    readers['webhook']?.push(body)
    return { status: 204 }
  }
  await fetch(`${service.url}/v1/webhooks`, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Faults', url: receiver.url, types: ['article.*'], audience: 'editors' }),
  }).then(({ status }) => expect(status).toBe(201))
  void poll(readers['poll'] ?? [])
  void stream(readers['stream'] ?? [])

  const writing = Promise.all(Array.from({ length: writerCount }, (_, writer) => write(writer)))
  for (let kill = 1; kill <= killCount; kill += 1) {
    const due = (writerCount * changeCount * kill) / (killCount + 1)
    await expect.poll(() => acknowledged, { timeout: 600_000 }).toBeGreaterThan(due)
    await service.killAndRestart()
  }
  const articles = await writing

  const expected = Array.from({ length: changeCount }, (_, index) => index + 1)
  const total = writerCount * changeCount
  for (const [name, events] of Object.entries(readers)) {
    const arrived = () => new Set(events.map(({ id }) => id)).size
    await expect.poll(arrived, { timeout: 120_000, message: name }).toBe(total)
    for (const id of articles) expect(revisionsOf(events, id), name).toEqual(expected)
  }
})
