import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma, type Reader, readMoment } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import type { EventType } from '../events/types.ts'
import type { Caller } from '../http/caller.ts'
import { invalidRequest, notFound, ProblemError } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { select } from '../query/fields.ts'
import { currentMoment } from '../query/moments.ts'
import { readPage } from '../query/page.ts'
import type { Key, KeyDraft, KeyQuery, KeyTerms } from './schema.ts'
import { digestOf, newKeySecret, prefixOf } from './secret.ts'

/**
 * Who a key lets in; null where it is unknown, expired or revoked. Nothing of it is kept in memory, so that a
 * revoked key is refused at once by every process. The same statement notes the use, to the minute; it does
 * not wait for a change of the key that is under way, nor for another request that notes the same. Where
 * another author took the place of the key's own, it is theirs.
 */
export async function findCaller(reader: Reader, secret: string): Promise<Caller | null> {
  const [caller] = await reader.rows<Caller>(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now),
      valid AS MATERIALIZED (SELECT api_key.* FROM api_key, clock
        WHERE sha256 = ${digestOf(secret)}
          AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now)),
      stale AS (SELECT api_key.id FROM api_key, clock WHERE api_key.id = (SELECT id FROM valid)
        AND (last_used_at IS NULL OR last_used_at <= now - interval '1 minute')
        FOR NO KEY UPDATE OF api_key SKIP LOCKED),
      used AS (UPDATE api_key SET last_used_at = now FROM clock WHERE api_key.id = (SELECT id FROM stale))
    SELECT 'key:' || valid.id AS actor, valid.name, role, coalesce(merged_into_id, author_id) AS "authorId"
    FROM valid LEFT JOIN author ON author.id = author_id`)
  return caller ?? null
}

/** The columns of a key that may be shown, as JSON. */
const keyJson = Prisma.sql`json_build_object('id', api_key.id, 'name', api_key.name, 'role', api_key.role,
  'authorId', api_key.author_id, 'prefix', api_key.prefix,
  'state', CASE WHEN api_key.revoked_at IS NOT NULL THEN 'revoked'
    WHEN api_key.expires_at <= ${currentMoment} THEN 'expired' ELSE 'active' END,
  'expiresAt', iso_moment(api_key.expires_at), 'revokedAt', iso_moment(api_key.revoked_at),
  'lastUsedAt', iso_moment(api_key.last_used_at), 'revision', api_key.revision,
  'etag', '"' || api_key.revision || '"', 'createdBy', api_key.created_by,
  'createdAt', iso_moment(api_key.created_at))`

/** The newest first. */
export async function listKeys(reader: Reader, query: KeyQuery): Promise<PageOf<Partial<Key>>> {
  const order = [
    { column: Prisma.sql`api_key.created_at`, type: 'timestamptz', isDescending: true },
    { column: Prisma.sql`api_key.id`, type: 'uuid', isDescending: true },
  ] as const
  const request = { limit: query.limit, cursor: query.cursor, order, boundTo: ['keys'] }
  const { rows, page } = await readPage<{ key: Key }>(reader, request, {
    columns: Prisma.sql`${keyJson} AS key`,
    from: Prisma.sql`api_key`,
    where: () => [],
  })
  const { fields } = query
  return { data: rows.map(({ key }) => (fields ? select(key, fields) : key)), page }
}

/** Throws `not-found`. */
export async function getKey(reader: Reader, id: string): Promise<Key> {
  const [row] = await reader.rows<{ key: Key }>(
    Prisma.sql`SELECT ${keyJson} AS key FROM api_key WHERE id = ${id}::uuid`,
  )
  if (!row) throw notFound('key')
  return row.key
}

/** Throws `invalid-request` for an author who does not exist, and for an end that is past. */
export async function createKey(
  change: Change,
  draft: KeyDraft,
  secret = newKeySecret(),
): Promise<{ key: Key; secret: string }> {
  const { db, actor: createdBy } = change
  const createdAt = await readMoment(db)
  await requireAuthor(db, draft.authorId)
  requireFuture(draft.expiresAt, createdAt)
  const { id = newId(), ...terms } = draft
  const parts = { prefix: prefixOf(secret) ?? '', sha256: digestOf(secret) }
  await db.apiKey.create({ data: { ...terms, ...parts, id, createdBy, createdAt } })
  const key = await getKey(db, id)
  record(change, 'key.created', key, createdAt)
  return { key, secret }
}

/**
 * Saves what the edit makes of a key. An edit that changes nothing saves nothing. Throws `conflict` for a
 * revoked key, and whatever `createKey` throws.
 */
export async function changeKey(
  change: Change,
  id: string,
  edit: (key: Key) => KeyTerms | Promise<KeyTerms>,
): Promise<Key> {
  const { db } = change
  const before = await lockKey(db, id)
  const terms = await edit(before)
  if (before.state === 'revoked') throw new ProblemError('conflict', 'A revoked key stays as it is.')
  if (isDeepStrictEqual(terms, termsOf(before))) return before
  const at = await readMoment(db)
  if (terms.authorId !== before.authorId) await requireAuthor(db, terms.authorId)
  if (terms.expiresAt !== before.expiresAt) requireFuture(terms.expiresAt, at)
  await db.apiKey.update({ where: { id }, data: { ...terms, revision: before.revision + 1 } })
  const key = await getKey(db, id)
  record(change, 'key.changed', key, at)
  return key
}

/** From now on the key lets nobody in. One that is revoked already stays as it is. */
export async function revokeKey(
  change: Change,
  id: string,
  check: (key: Key) => void | Promise<void>,
): Promise<void> {
  const { db } = change
  const before = await lockKey(db, id)
  await check(before)
  if (before.state === 'revoked') return
  const revokedAt = await readMoment(db)
  await db.apiKey.update({ where: { id }, data: { revokedAt, revision: before.revision + 1 } })
  record(change, 'key.revoked', await getKey(db, id), revokedAt)
}

/** What of a key a patch is applied to. */
export function termsOf({ name, role, authorId, expiresAt }: Key): KeyTerms {
  return { name, role, authorId, expiresAt }
}

/**
 * Refuses to take away the last key by which somebody can always come in: an admin's that is active and never
 * expires. Without one, nobody could make another over HTTP. Not asked where an OIDC issuer is configured,
 * because admins come by its tokens then. `after` is what is to become of the key; null: it is revoked.
 * Throws `conflict`.
 */
export async function keepWayIn(db: Db, before: Key, after: KeyTerms | null): Promise<void> {
  if (!isWayIn(before) || (after !== null && isWayIn({ ...before, ...after }))) return
  const ways = { role: 'admin', revokedAt: null, expiresAt: null, id: { not: before.id } }
  if ((await db.apiKey.count({ where: ways })) > 0) return
  const advice = 'Create another one first.'
  throw new ProblemError('conflict', `This is the last admin key that never expires. ${advice}`)
}

function isWayIn({ role, state, expiresAt }: Pick<Key, 'role' | 'state' | 'expiresAt'>): boolean {
  return role === 'admin' && state === 'active' && expiresAt === null
}

/** Any number that nothing else in this database locks: "keys" in ASCII. */
const keysLock = 0x6b657973

/** One change of keys at a time: each sees which others are left. */
export async function lockKeys(db: Db): Promise<void> {
  await db.execute(Prisma.sql`SELECT pg_advisory_xact_lock(${keysLock}::bigint)`)
}

async function lockKey(db: Db, id: string): Promise<Key> {
  await lockKeys(db)
  return getKey(db, id)
}

async function requireAuthor(db: Db, id: string | null): Promise<void> {
  if (id === null || (await db.author.count({ where: { id, mergedIntoId: null } })) > 0) return
  const message = 'There is no author of this id.'
  throw invalidRequest({ pointer: '/authorId', code: 'unknown-reference', message })
}

function requireFuture(expiresAt: string | null, at: Date): void {
  if (expiresAt === null || Date.parse(expiresAt) > at.getTime()) return
  throw invalidRequest({ pointer: '/expiresAt', code: 'not-allowed', message: 'Must be in the future.' })
}

function record(change: Change, type: EventType, key: Key, at: Date): void {
  const { id, name, role, authorId, prefix, expiresAt, revision } = key
  const data = { id, revision, name, role, authorId, prefix, expiresAt }
  change.events.push({ type, subject: `keys/${id}`, at, data })
}
