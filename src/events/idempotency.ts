import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type Database, type Db, Prisma, readMoment } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { limits } from '../http/limits.ts'
import { invalidRequest, ProblemError } from '../http/problems.ts'
import { forgetHourly } from './forgetting.ts'
import type { Watch } from './watch.ts'

/** An answer as it is sent and kept. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** A caller's name for one request, and what the request says, to tell a retry from another request. */
export interface IdempotencyKey {
  key: string
  digest: Uint8Array<ArrayBuffer>
}

/** How long an answer is kept (hours). */
const keptHours = 24

/** Null when none is given. Throws `invalid-request` for one that is too long, and where the answer holds a secret. */
export function readIdempotencyKey(request: FastifyRequest): IdempotencyKey | null {
  const given = request.headers['idempotency-key']
  if (given === undefined) return null
  const key = String(given)
  if (request.routeOptions.config.isSecret) {
    throw keyFault('This operation answers a secret, which is kept nowhere, so it cannot be repeated.')
  }
  if (key === '' || key.length > limits.idempotencyKey) {
    throw keyFault(`Must have 1 to ${limits.idempotencyKey} characters.`)
  }
  const said = JSON.stringify([
    request.method,
    request.url,
    request.headers['prefer'] ?? null,
    request.body ?? null,
  ])
  return { key, digest: new Uint8Array(createHash('sha256').update(said).digest()) }
}

/**
 * Makes this transaction the only one that works on the key. It does not wait: waiting on the other's uncommitted row would
 * end in a lock timeout.
 */
export async function lockKey(db: Db, caller: string, { key }: IdempotencyKey): Promise<void> {
  const [row] = await db.rows<{ isLocked: boolean }>(Prisma.sql`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${caller} ${key}`}, 0)) AS "isLocked"`)
  if (row?.isLocked) return
  throw new ProblemError(
    'request-in-progress',
    'The same request is still running.',
    {},
    { 'retry-after': '1' },
  )
}

/** The answer that was given before; null at the first time. Throws when the key was used for another request. */
export async function findAnswer(
  db: Db,
  caller: string,
  { key, digest }: IdempotencyKey,
): Promise<KeptAnswer | null> {
  const record = await db.idempotencyRecord.findUnique({ where: { caller_key: { caller, key } } })
  if (!record) return null
  if (record.at.getTime() < (await readMoment(db)).getTime() - keptHours * 3_600_000) {
    await db.idempotencyRecord.delete({ where: { caller_key: { caller, key } } })
    return null
  }
  if (!Buffer.from(record.requestDigest).equals(digest)) {
    throw new ProblemError('idempotency-key-reused', 'The key belongs to another request.')
  }
  const headers = { ...(record.headers as Record<string, string>), 'idempotency-replayed': 'true' }
  return { status: record.status, headers, body: Buffer.from(record.body).toString() }
}

/** Keeps the answer in the transaction of the change that it answers. */
export async function keepAnswer(
  db: Db,
  caller: string,
  { key, digest }: IdempotencyKey,
  { status, headers, body }: KeptAnswer,
): Promise<void> {
  await db.execute(Prisma.sql`
    INSERT INTO idempotency_record (caller, key, request_digest, status, headers, body, at)
    VALUES (${caller}, ${key}, ${digest}, ${status}, ${JSON.stringify(headers)}::jsonb, ${Buffer.from(body)}, moment())`)
}

/** Removes answers that are kept no longer. */
export function forgetAnswers(
  database: Database,
  listener: Listener,
  onFault: (error: unknown) => void,
): Watch {
  const removal = (limit: Prisma.Sql) => Prisma.sql`
    DELETE FROM idempotency_record WHERE (caller, key) IN (
      SELECT caller, key FROM idempotency_record
        WHERE at < (SELECT moment()) - make_interval(hours => ${keptHours}::int) ${limit})`
  return forgetHourly(database, listener, removal, onFault)
}

function keyFault(message: string) {
  return invalidRequest({ parameter: 'idempotency-key', code: 'not-allowed', message })
}
