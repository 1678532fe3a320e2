import { createKey } from '../../src/access/store.ts'
import type { ArticleWorkingCopy } from '../../src/articles/draftSchema.ts'
import { Prisma } from '../../src/database/client.ts'
import { makeChange } from '../../src/events/record.ts'
import { type Role, roles } from '../../src/http/contract.ts'
import type { Client } from './client.ts'
import type { Made } from './factories.ts'
import type { TestService } from './service.ts'

/** Somebody with a key: all their requests carry it. */
export interface Colleague extends Client {
  /** The name under which changes remember them. */
  actor: string
  secret: string
}

/** One colleague of each role. */
export async function aDesk(service: TestService): Promise<Record<Role, Colleague>> {
  const colleagues = await Promise.all(roles.map(async (role) => [role, await aColleague(service, role)]))
  return Object.fromEntries(colleagues)
}

/** Somebody of a role; with an author, what is on that author's byline is their own. */
export async function aColleague(service: TestService, role: Role, author?: Made): Promise<Colleague> {
  const draft = { name: `A ${role}`, role, authorId: author?.id ?? null, expiresAt: null }
  const { key, secret } = await makeChange(service.database, 'system:test', (change) =>
    createKey(change, draft),
  )
  const { check, ...requests } = service.client
  const withKey = Object.entries(requests).map(([method, request]) => [
    method,
    (url: string) => request(url).set('authorization', `Bearer ${secret}`),
  ])
  return { ...(Object.fromEntries(withKey) as Omit<Client, 'check'>), check, actor: `key:${key.id}`, secret }
}

/** The header that names the version to be changed. */
export function matching({ etag }: { etag: string }): { 'if-match': string } {
  return { 'if-match': etag }
}

/** The header that says "whatever is there". */
export const whatever = { 'if-match': '*' }

/** What editors have before them. */
export async function theDraft(colleague: Client, { id }: { id: string }): Promise<ArticleWorkingCopy> {
  return (await colleague.get(`/v1/articles/${id}?version=draft`).expect(200)).body
}

export interface Fact {
  seq: number
  type: string
  subject: string
  actor: string
  at: string
  data: Record<string, unknown>
}

/** The event log, oldest first; of one article, or all of it. */
export async function theLog({ database }: TestService, article?: { id: string }): Promise<Fact[]> {
  const facts = await database.rows<Fact>(
    Prisma.sql`SELECT seq::int, type, subject, actor, at, data FROM event ORDER BY seq`,
  )
  return facts.filter(({ subject }) => article === undefined || subject === `articles/${article.id}`)
}

/** Every row of every table, as text; when a key was last used is no part of what a request changes. */
export async function allRows({ database }: TestService): Promise<Record<string, string>> {
  const tables = await database.rows<{ name: string; rows: string }>(Prisma.sql`
    SELECT table_name AS name,
      query_to_xml(format('SELECT to_jsonb(t) - ''last_used_at'' AS r FROM %I AS t ORDER BY 1', table_name), true, true, '')::text AS rows
    FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`)
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
}

/** So many requests at the same time; their answers in the order in which they were sent. */
export function atOnce<Answer>(
  count: number,
  request: (index: number) => PromiseLike<Answer>,
): Promise<Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => request(index)))
}

/** How often each status was answered. */
export function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** An id of nothing. */
export const unknownId = '019b1f00-0000-7000-8000-0000000fffff'

/** Ids of the caller's own: another one each time. */
export function ownId(): string {
  ownCount += 1
  return `019b1f00-0000-7000-8000-${String(ownCount).padStart(12, '0')}`
}

let ownCount = 0
