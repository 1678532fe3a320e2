import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import type { Request } from './connection.ts'
import { type Answer, authorized, type Newsroom } from './newsroom.ts'
import type { ServerName } from './servers.ts'

/** A contender before it is timed. */
export interface Candidate {
  name: string
  server: ServerName
  /** The status that its answers must have. */
  status: number
  nextRequest(): Request
}

/** Throws unless the service and the hand-written SQL do the same for the same requests. */
export type Check = (newsroom: Newsroom, candidates: readonly Candidate[]) => Promise<void>

/** Turns that are compared before any is timed. */
const comparedTurns = 5

/** What the yardstick says, the service says too. */
export const sameAnswer: Check = async (newsroom, candidates) => {
  const [service, yardstick] = pairOf(candidates)
  for (let turn = 0; turn < comparedTurns; turn += 1) {
    const [answer, expected] = [await askNext(newsroom, service), await askNext(newsroom, yardstick)]
    if (service.status === 304) strictEqual(answer.body + expected.body, '')
    else requireAll(JSON.parse(expected.body), JSON.parse(answer.body), '')
  }
}

/** Both find as many articles; where all of them are on the page, the same ones. Each ranks them by its own rule. */
export const sameHits: Check = async (newsroom, candidates) => {
  const [service, yardstick] = pairOf(candidates)
  for (let turn = 0; turn < comparedTurns; turn += 1) {
    const [found, expected] = [await idsFound(newsroom, service), await idsFound(newsroom, yardstick)]
    strictEqual(found.length, expected.length)
    if (expected.length < pageSize) deepStrictEqual(found, expected)
  }
}

const pageSize = 20

async function idsFound(newsroom: Newsroom, candidate: Candidate): Promise<string[]> {
  const { data } = JSON.parse((await askNext(newsroom, candidate)).body) as { data: { id: string }[] }
  return data.map(({ id }) => id).sort()
}

/** Both leave an article that the service reads as the same working copy, with the same revision and the same event. */
export const sameArticle: Check = async (newsroom, candidates) => {
  const [service, yardstick] = pairOf(candidates)
  const [one, other] = [
    await readBack(newsroom, (await askNext(newsroom, service)).body),
    await readBack(newsroom, (await askNext(newsroom, yardstick)).body),
  ]
  deepStrictEqual(one, other)
}

/** Both leave a section that says what was asked for, in a new revision that says so too, and an event. */
export const sameSection: Check = async (newsroom, candidates) => {
  for (const candidate of pairOf(candidates)) {
    const request = candidate.nextRequest()
    const { body } = request.body as { body: string }
    requireStatus(candidate, request, await newsroom.ask(candidate.server, request))
    const path = `${request.path}?version=draft`
    const answer = await newsroom.ask('service', { method: 'GET', path, headers: authorized })
    strictEqual(JSON.parse(answer.body).body, body)
    const [found] = await newsroom.look<{ hasRevision: boolean; hasEvent: boolean }>(newestOfSection, [
      request.path.split('/').at(-1),
      body,
    ])
    deepStrictEqual(found, { hasRevision: true, hasEvent: true })
  }
}

const newestOfSection = `
  SELECT jsonb_path_exists(content, '$.sections[*].body ? (@ == $body)', jsonb_build_object('body', $2::text)) AS "hasRevision",
    EXISTS (SELECT FROM event WHERE subject = 'articles/' || article.id AND (data ->> 'revision')::int = number) AS "hasEvent"
  FROM section JOIN article ON article.id = article_id
  JOIN revision ON revision.article_id = article.id AND number = article.revision WHERE section.id = $1`

function pairOf(candidates: readonly Candidate[]): [Candidate, Candidate] {
  const service = candidates.find(({ server }) => server === 'service' || server === 'uncached')
  const yardstick = candidates.find(({ server }) => server === 'statement')
  if (!service || !yardstick) throw new Error('A check compares the service with the hand-written SQL')
  return [service, yardstick]
}

async function askNext(newsroom: Newsroom, candidate: Candidate): Promise<Answer> {
  const request = candidate.nextRequest()
  const answer = await newsroom.ask(candidate.server, request)
  requireStatus(candidate, request, answer)
  return answer
}

function requireStatus({ name, status }: Candidate, { method, path }: Request, answer: Answer): void {
  if (answer.status === status) return
  throw new Error(`${name} answered ${answer.status} to ${method} ${path}: ${answer.body.slice(0, 500)}`)
}

/** Lists are compared whole; an object of the service may say more than the yardstick's. */
function requireAll(expected: unknown, given: unknown, pointer: string): void {
  if (typeof expected !== 'object' || expected === null) {
    strictEqual(given, expected, `The service says another thing than the yardstick at ${pointer}`)
    return
  }
  if (Array.isArray(expected)) strictEqual((given as unknown[]).length, expected.length, `At ${pointer}`)
  for (const [name, value] of Object.entries(expected)) {
    requireAll(value, (given as Record<string, unknown>)[name], `${pointer}/${name}`)
  }
}

/** All that was saved of a new article, but for what differs from one article to the next. */
async function readBack({ ask, look }: Newsroom, created: string): Promise<unknown> {
  const { id } = JSON.parse(created) as { id: string }
  const path = `/v1/articles/${id}?version=draft`
  const { body } = await ask('service', { method: 'GET', path, headers: authorized })
  const revisions = await look('SELECT number, content FROM revision WHERE article_id = $1', [id])
  const events = await look('SELECT type, data FROM event WHERE subject = $1', [`articles/${id}`])
  return withoutNames([JSON.parse(body), revisions, events])
}

const names: ReadonlySet<string> = new Set(['id', 'slug', 'tags', 'createdBy', 'createdAt', 'updatedAt'])

function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => !names.has(name))
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNames(inner)]))
}
