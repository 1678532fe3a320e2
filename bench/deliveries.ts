import { setTimeout as sleep } from 'node:timers/promises'
import { closeAll, closers, stopOnSignal } from './closers.ts'
import { type Connection, openConnection, type Request } from './connection.ts'
import { makeDatabase, query } from './database.ts'
import { authorized } from './newsroom.ts'
import { quantile } from './quantile.ts'
import { type Server, startScript, startService } from './servers.ts'

/*
 * How soon a receiver is told, how fast 10,000 deliveries drain once it is back, and what readers feel of deliveries:
 * `npm run bench:deliveries`. One process of the service, as production starts it.
 */

const changeCount = 300
const queuedCount = 10_000
/** Enough for so many events. */
const articleCount = 3500
const readerCount = 32
/** Of a stretch with deliveries and one without: by turns, so that what disturbs this machine for a while disturbs both. */
const pairCount = 12
/** Milliseconds. What was under way when a stretch begins is over after the first ones. */
const [settlingMs, stretchMs] = [1000, 5000]
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
  const fill = () =>
    ask(service, 'POST', `/v1/webhooks/${webhook.id}/replay`, { after: '0', until: String(queuedCount) })
  await answerWith(receiver, 503)
  await fill()
  const readers = await openReaders(service, await readsOf(url))
  await timeDrain(receiver, readers)

  await fill()
  const send = (state: 'active' | 'paused') => ask(service, 'PATCH', `/v1/webhooks/${webhook.id}`, { state })
  await compareReaders(readers, send)
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

/** Who reads, and how many requests they send in a second. */
interface Readers {
  connections: readonly Connection[]
  reads: readonly Request[]
  perSecond: number
}

/** Readers that come at half of the rate that keeps the service busy. */
async function openReaders(service: Server, reads: readonly Request[]): Promise<Readers> {
  const opening = Array.from({ length: readerCount }, () => openConnection(service.port))
  const connections = await Promise.all(opening)
  closers.push(async () => {
    for (const connection of connections) connection.close()
  })
  // Once each, so that all of them are answered from memory, and a while for V8.
  const once = { connections, reads, perSecond: reads.length }
  await readAt(once, (turn) => turn < reads.length)
  await readAtPeak(connections, reads, 2)
  const peak = await readAtPeak(connections, reads, 5)
  return { connections, reads, perSecond: peak / 2 }
}

/** A receiver that was down comes back; V8 learns of deliveries what it can. */
async function timeDrain(receiver: Server, readers: Readers): Promise<void> {
  const arrivedBefore = (await arrivalsAt(receiver)).length
  await answerWith(receiver, 204)
  let isDrained = false
  const drained = untilArrived(receiver, arrivedBefore + queuedCount).finally(() => {
    isDrained = true
  })
  const waits = await readAt(readers, () => !isDrained)
  await drained
  const arrivals = (await arrivalsAt(receiver)).slice(arrivedBefore)
  const seconds = ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / 1000
  const pauses = arrivals.slice(1).map(({ at }, index) => at - (arrivals[index]?.at ?? Number.NaN))
  say(
    `${queuedCount} deliveries drained at ${Math.round(queuedCount / seconds)} a second, without any for at most ${Math.round(Math.max(...pauses))} ms`,
  )
  say(
    `readers meanwhile, ${Math.round(readers.perSecond)} requests/s, half of the peak: ${quantiles(waits.flat())}`,
  )
}

/** Stretches with deliveries and without, each in front as often. */
async function compareReaders(
  readers: Readers,
  send: (state: 'active' | 'paused') => Promise<unknown>,
): Promise<void> {
  const waits = { active: [] as number[][], paused: [] as number[][] }
  for (let pair = 0; pair < pairCount; pair += 1) {
    for (const state of pair % 2 ? (['active', 'paused'] as const) : (['paused', 'active'] as const)) {
      await send(state)
      await readAt(readers, lasting(settlingMs))
      waits[state].push(...(await readAt(readers, lasting(stretchMs))))
    }
  }
  const { active, paused } = waits
  say(`then by turns, without deliveries: ${quantiles(paused.flat())}`)
  say(`with deliveries: ${quantiles(active.flat())}`)
  const times = (figure: (seconds: number[][]) => number) => (figure(active) / figure(paused)).toFixed(2)
  say(`their p99 is ${times((seconds) => quantileOf(seconds.flat(), 0.99))} times what it is without`)
  say(
    `that of the middle second, ${middleP99(active).toFixed(1)} ms, is ${times(middleP99)} times what it is without`,
  )
}

function lasting(ms: number): () => boolean {
  const until = performance.now() + ms
  return () => performance.now() < until
}

/** What disturbs this machine for a moment makes the p99 of all: that of one second in two is not above this. */
function middleP99(seconds: readonly number[][]): number {
  return quantileOf(
    seconds.map((waits) => quantileOf(waits, 0.99)),
    0.5,
  )
}

async function readsOf(url: string): Promise<Request[]> {
  const articles = await query<{ slug: string }>(
    url,
    'SELECT slug FROM plain.article ORDER BY md5(slug) LIMIT 1000',
  )
  return articles.map(({ slug }) => ({ method: 'GET', path: `/v1/articles/${slug}` }))
}

/** Every connection asks again as soon as it is answered. Returns answers in a second. */
async function readAtPeak(
  connections: readonly Connection[],
  reads: readonly Request[],
  seconds: number,
): Promise<number> {
  const goesOn = lasting(seconds * 1000)
  let count = 0
  const keepBusy = async (connection: Connection) => {
    while (goesOn()) {
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
 * for each second those of what was due in it.
 */
async function readAt(
  { connections, reads, perSecond }: Readers,
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
      const second = Math.floor((dueAt - startedAt) / 1000)
      seconds[second] ??= []
      seconds[second].push(performance.now() - dueAt)
    }
    idle.push(connection)
  }
  const serving = new Set<Promise<void>>()
  const startedAt = performance.now()
  let sentUntil = startedAt
  for (;;) {
    await sleep(1)
    if (!goesOn(turn)) break
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

async function answerWith(receiver: Server, status: number): Promise<void> {
  await fetch(`http://127.0.0.1:${receiver.port}/status/${status}`, { method: 'PUT' })
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
  const told = (share: number) => `${quantileOf(waits, share).toFixed(1)} ms`
  return `p50 ${told(0.5)}, p99 ${told(0.99)} (${waits.length})`
}

function quantileOf(waits: readonly number[], share: number): number {
  return quantile(
    waits.toSorted((a, b) => a - b),
    share,
  )
}

function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
