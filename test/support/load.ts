import { newId } from '../../src/lib/ids.ts'
import { pause } from './faults.ts'
import { query } from './postgres.ts'
import type { ServiceProcess } from './process.ts'

export const adminKey = 'cd_Faults00_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'
export const authorization = { authorization: `Bearer ${adminKey}` }

/** What came back while something was asked for again and again. */
export interface Asked {
  /** How often each status was answered; 0 where the connection was lost or refused. */
  statuses: Record<number, number>
  /** What each answer took, milliseconds. */
  durations: number[]
  /** Answers that a caller cannot make anything of: a 503 that does not say when to come back, say. */
  bad: string[]
  /** Why there was no answer at all. */
  failures: string[]
}

export interface Writers extends Asked {
  /** Changes that were answered with success. */
  acknowledged(): number
  /** Lets everybody finish their change, which they repeat until it is acknowledged. */
  stop(): Promise<void>
  /** What the database has that was not acknowledged, or has not though it was. */
  compare(databaseUrl: string): Promise<{ lost: number; doubled: number }>
}

/** So many people who make one change after the other, each of an article of their own, and repeat it until it is acknowledged. */
export function startWriters({ url }: Pick<ServiceProcess, 'url'>, count: number): Writers {
  const asked: Asked = { statuses: {}, durations: [], bad: [], failures: [] }
  const revisions = new Map<string, number>()
  let isStopping = false

  const insist = async (method: string, path: string, body: object): Promise<{ revision: number }> => {
    const headers = { ...authorization, 'content-type': 'application/json', 'if-match': '*' }
    const key = newId()
    for (;;) {
      const answer = await ask(asked, `${url}${path}`, {
        method,
        headers: { ...headers, 'idempotency-key': key },
        body: JSON.stringify(body),
      })
      if (answer?.ok) return (await answer.json()) as { revision: number }
      if (answer && ![409, 503].includes(answer.status)) throw new Error(await answer.text())
      await pause(answer?.status === 503 ? 200 : 20)
    }
  }
  const write = async () => {
    const id = newId()
    const draft = { id, headline: `Story ${id}`, sections: [{ body: 'It rains.' }] }
    revisions.set(id, 0)
    revisions.set(id, (await insist('POST', '/v1/articles', draft)).revision)
    for (let number = 2; !isStopping; number += 1) {
      const { revision } = await insist('PATCH', `/v1/articles/${id}`, {
        headline: `Story, version ${number}`,
      })
      if (revision !== number) asked.bad.push(`version ${number} is revision ${revision}`)
      revisions.set(id, revision)
    }
  }
  const writing = Promise.all(Array.from({ length: count }, write))
  return {
    ...asked,
    acknowledged: () => [...revisions.values()].reduce((sum, revision) => sum + revision, 0),
    async stop() {
      isStopping = true
      await writing
    },
    async compare(databaseUrl) {
      const kept = await query<{ id: string; revisions: number; events: number }>(
        databaseUrl,
        `SELECT id, (SELECT count(*)::int FROM revision WHERE article_id = article.id) AS revisions,
           (SELECT count(*)::int FROM event WHERE subject = 'articles/' || article.id) AS events
         FROM article`,
      )
      const found = new Map(kept.map((one) => [one.id, one]))
      let [lost, doubled] = [0, 0]
      for (const [id, expected] of revisions) {
        for (const actual of [found.get(id)?.revisions ?? 0, found.get(id)?.events ?? 0]) {
          lost += Math.max(0, expected - actual)
          doubled += Math.max(0, actual - expected)
        }
      }
      return { lost, doubled }
    },
  }
}

export interface Readers extends Asked {
  stop(): Promise<void>
}

/** So many who ask for the same again and again. */
export function startReaders(url: string, count: number, pauseMs = 20): Readers {
  const asked: Asked = { statuses: {}, durations: [], bad: [], failures: [] }
  let isStopping = false
  const read = async () => {
    while (!isStopping) {
      await (await ask(asked, url))?.arrayBuffer()
      await pause(pauseMs)
    }
  }
  const reading = Promise.all(Array.from({ length: count }, read))
  return {
    ...asked,
    async stop() {
      isStopping = true
      await reading
    },
  }
}

/** Null where there was no answer. */
export async function ask(asked: Asked, url: string, request: RequestInit = {}): Promise<Response | null> {
  const sentAt = performance.now()
  const answer = await fetch(url, request).catch((error: Error & { cause?: { code?: string } }) => {
    const code = error.cause?.code ?? error.message
    asked.failures.push(code)
    return null
  })
  // This process had no time to connect within undici's ten seconds, so nothing was asked.
  if (asked.failures.at(-1) === 'UND_ERR_CONNECT_TIMEOUT' && !answer) return null
  const status = answer?.status ?? 0
  asked.statuses[status] = (asked.statuses[status] ?? 0) + 1
  if (!answer) return null
  asked.durations.push(performance.now() - sentAt)
  if (status === 503 && !answer.headers.has('retry-after')) asked.bad.push('503 without Retry-After')
  if (status >= 500 && status !== 503) asked.bad.push(`${status}: ${await answer.clone().text()}`)
  return answer
}

/**
 * The share of what was asked for that was answered with success. On a busy machine the service refuses some of it, with a
 * 503 that says so; in whole, where the machine has nothing else to do, it must not.
 */
export function served({ statuses, failures }: Asked): { others: string[]; share: number } {
  const all = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const others = Object.keys(statuses).filter((status) => !['200', '503'].includes(status))
  if (others.length > 0) others.push(...new Set(failures))
  return { others, share: (statuses[200] ?? 0) / Math.max(1, all) }
}
