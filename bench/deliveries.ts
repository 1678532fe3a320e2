import { setTimeout as sleep } from 'node:timers/promises'
import { closeAll, closers, stopOnSignal } from './closers.ts'
import { type Connection, openConnection, type Request } from './connection.ts'
import { makeDatabase, query } from './database.ts'
import { authorized } from './newsroom.ts'
import { type Server, startScript, startService } from './servers.ts'

/*
 * How soon a receiver is told, how fast 10,000 deliveries drain once it is back, and what readers feel of that:
 * `npm run bench:deliveries`. One process of the service, as production starts it.
 */

const changeCount = 300
const queuedCount = 10_000
/** Enough for so many events. */
const articleCount = 3500
const readerCount = 32
/** Before the drain and after it, together as long as it: what disturbs this machine now and then disturbs both. */
const aloneSeconds = 20
/** Of a timer, milliseconds: later than that is this program's own fault. */
const maxLatenessMs = 3

try {
  stopOnSignal()
  await run()
} finally {
  await closeAll()
}

async function run(): Promise<void> {
  const url = await makeDatabase(articleCount, closers, () => {})
  const receiver = await startScript(new URL('./receiver.ts', import.meta.url))
  closers.push(receiver.stop)
  const service = await startService(url, { WEBHOOK_ALLOW_HOSTS: '127.0.0.1' })
  closers.push(service.stop)
  const webhook = (await ask(service, 'POST', '/v1/webhooks', {
    ...{ name: 'Benchmark', url: `http://127.0.0.1:${receiver.port}/`, audience: 'editors' },
  })) as { id: string }

  await timeDeliveries(service, receiver)
  await timeDrain(service, receiver, webhook.id, await readersOf(url))
}

/** One change at a time, with pauses. The time counts from before the change is sent, so its commit is in it. */
async function timeDeliveries(service: Server, receiver: Server): Promise<void> {
  const { id } = (await ask(service, 'POST', '/v1/articles', { headline: 'Timed' })) as { id: string }
  await sleep(1000)
  const before = (await arrivalsAt(receiver)).length
  const sentAt: number[] = []
  for (let count = 0; count < changeCount; count += 1) {
    await sleep(20 + 30 * Math.random())
    sentAt.push(monotonicMs())
    await ask(service, 'PATCH', `/v1/articles/${id}`, { headline: `Timed ${count}` })
  }
  await untilArrived(receiver, before + changeCount)
  const arrivals = (await arrivalsAt(receiver)).slice(before)
  const waits = arrivals.map(({ at }, index) => at - (sentAt[index] ?? Number.NaN))
  say(`from sending a change to its receiver, its commit included: ${quantiles(waits)}`)
}

/** The receiver is down while deliveries pile up; readers come at half of the rate that keeps the service busy. */
async function timeDrain(
  service: Server,
  receiver: Server,
  webhookId: string,
  reads: Request[],
): Promise<void> {
  const arrivedBefore = (await arrivalsAt(receiver)).length
  await fetch(`http://127.0.0.1:${receiver.port}/status/503`, { method: 'PUT' })
  const replay = (await ask(service, 'POST', `/v1/webhooks/${webhookId}/replay`, {
    after: '0',
    until: String(queuedCount),
  })) as {
    count: number
  }
  const opening = Array.from({ length: readerCount }, () => openConnection(service.port))
  const connections = await Promise.all(opening)
  closers.push(async () => {
    for (const connection of connections) connection.close()
  })

  // Once each, so that all of them are answered from memory, and a while for V8.
  await readAt(connections, reads, reads.length, (turn) => turn < reads.length)
  await readAtPeak(connections, reads, 2)
  const peak = await readAtPeak(connections, reads, 5)
  const readAlone = () => {
    const until = performance.now() + aloneSeconds * 1000
    return readAt(connections, reads, peak / 2, () => performance.now() < until)
  }
  const before = await readAlone()

  await fetch(`http://127.0.0.1:${receiver.port}/status/204`, { method: 'PUT' })
  let isDrained = false
  const drained = untilArrived(receiver, arrivedBefore + replay.count).finally(() => {
    isDrained = true
  })
  const meanwhile = await readAt(connections, reads, peak / 2, () => !isDrained)
  await drained
  const arrivals = (await arrivalsAt(receiver)).slice(arrivedBefore)
  const seconds = ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / 1000
  const pauses = arrivals.slice(1).map(({ at }, index) => at - (arrivals[index]?.at ?? Number.NaN))
  say(
    `${replay.count} deliveries drained at ${Math.round(replay.count / seconds)} a second, without any for at most ${Math.round(Math.max(...pauses))} ms`,
  )
  const alone = [...before, ...(await readAlone())]
  say(`readers at ${Math.round(peak / 2)} requests/s, half of the peak: ${quantiles(alone.flat())}`)
  say(`readers meanwhile: ${quantiles(meanwhile.flat())}`)
  const times = (figure: (seconds: number[][]) => number) => (figure(meanwhile) / figure(alone)).toFixed(2)
  say(`their p99 is ${times((seconds) => quantile(seconds.flat(), 0.99))} times what it was`)
  say(
    `that of the middle second, ${middleP99(alone).toFixed(1)} ms, is ${times(middleP99)} times what it was`,
  )
}

/** What disturbs this machine for a moment makes the p99 of all: that of one second in two is not above this. */
function middleP99(seconds: readonly number[][]): number {
  return quantile(
    seconds.map((waits) => quantile(waits, 0.99)),
    0.5,
  )
}

async function readersOf(url: string): Promise<Request[]> {
  const articles = await query<{ slug: string }>(
    url,
    'SELECT slug FROM plain.article ORDER BY md5(slug) LIMIT 1000',
  )
  return articles.map(({ slug }) => ({ method: 'GET', path: `/v1/articles/${slug}` }))
}

/** Every connection asks again as soon as it is answered. Returns answers in a second. */
async function readAtPeak(
  connections: readonly Connection[],
  reads: Request[],
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000
  let count = 0
  const keepBusy = async (connection: Connection) => {
    while (performance.now() < until) {
      await connection.send(turnOf(reads, count))
      count += 1
    }
  }
  await Promise.all(connections.map(keepBusy))
  return count / seconds
}

/**
 * Requests come at their times, whether earlier ones are answered or not: those of each millisecond together, and what waits
 * for a connection is counted from when it was due. What this program itself was too late for is left out. Returns milliseconds,
 * for each second those of what was answered in it.
 */
async function readAt(
  connections: readonly Connection[],
  reads: Request[],
  perSecond: number,
  goesOn: (turn: number) => boolean,
): Promise<number[][]> {
  const seconds: number[][] = []
  const idle = [...connections]
  const due: number[] = []
  let turn = 0
  const serve = async (connection: Connection) => {
    for (let dueAt = due.shift(); dueAt !== undefined; dueAt = due.shift()) {
      const request = turnOf(reads, turn)
      turn += 1
      await connection.send(request)
      const now = performance.now()
      const second = Math.floor((now - startedAt) / 1000)
      seconds[second] ??= []
      seconds[second].push(now - dueAt)
    }
    idle.push(connection)
  }
  const serving = new Set<Promise<void>>()
  const startedAt = performance.now()
  let sentUntil = startedAt
  while (goesOn(turn)) {
    await sleep(1)
    const now = performance.now()
    sentUntil = Math.max(sentUntil, now - maxLatenessMs)
    for (const stepMs = 1000 / perSecond; sentUntil + stepMs <= now; sentUntil += stepMs) due.push(now)
    for (const connection of idle.splice(0, due.length)) {
      const served = serve(connection).finally(() => serving.delete(served))
      serving.add(served)
    }
  }
  await Promise.all(serving)
  return seconds.filter((waits) => waits.length > 0)
}

function turnOf(reads: readonly Request[], turn: number): Request {
  const request = reads[turn % reads.length]
  if (!request) throw new Error('The newsroom has no articles')
  return request
}

type Arrivals = { id: string; at: number }[]

async function arrivalsAt(receiver: Server): Promise<Arrivals> {
  const answer = await fetch(`http://127.0.0.1:${receiver.port}/`)
  return (await answer.json()) as Arrivals
}

async function untilArrived(receiver: Server, count: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${receiver.port}/count`)
    const arrived = (await answer.json()) as { count: number }
    if (arrived.count >= count) return
    await sleep(500)
  }
}

async function ask(service: Server, method: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${service.port}${path}`, {
    method,
    headers: { ...authorized, 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

function quantiles(waits: readonly number[]): string {
  const told = (share: number) => `${quantile(waits, share).toFixed(1)} ms`
  return `p50 ${told(0.5)}, p99 ${told(0.99)} (${waits.length})`
}

function quantile(waits: readonly number[], share: number): number {
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
