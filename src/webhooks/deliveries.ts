import { Prisma, type Reader } from '../database/client.ts'
import { type Change, momentOf } from '../events/record.ts'
import { limits } from '../http/limits.ts'
import { invalidRequest, notFound, ProblemError } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { readPage } from '../query/page.ts'
import type { Delivery, DeliveryQuery, DeliveryWithAttempts, Replay } from './deliverySchema.ts'
import { wakeWebhook } from './jobs.ts'
import { testType } from './message.ts'
import { getWebhook, lockWebhook } from './store.ts'
import { wanted } from './wanted.ts'

const deliveryJson = Prisma.sql`json_build_object('id', delivery.event_id, 'sequence', lpad(delivery.seq::text, 16, '0'),
  'type', delivery.type, 'subject', delivery.subject, 'state', delivery.state, 'attemptCount', delivery.attempt_count,
  'nextAttemptAt', CASE WHEN delivery.state = 'pending' THEN iso_moment(delivery.next_attempt_at) END,
  'createdAt', iso_moment(delivery.created_at), 'finishedAt', iso_moment(delivery.finished_at))`

/** The newest first. Throws `not-found` for an unknown webhook. */
export async function listDeliveries(
  reader: Reader,
  webhookId: string,
  { state, ...query }: DeliveryQuery,
): Promise<PageOf<Delivery>> {
  await getWebhook(reader, webhookId)
  const order = [
    { column: Prisma.sql`delivery.created_at`, type: 'timestamptz', isDescending: true },
    { column: Prisma.sql`delivery.event_id`, type: 'uuid', isDescending: true },
  ] as const
  const request = { ...query, order, boundTo: ['deliveries', webhookId, state] }
  const { rows, page } = await readPage<{ delivery: Delivery }>(reader, request, {
    columns: Prisma.sql`${deliveryJson} AS delivery`,
    from: Prisma.sql`webhook_delivery AS delivery`,
    where: () => [
      Prisma.sql`delivery.webhook_id = ${webhookId}::uuid`,
      ...(state ? [Prisma.sql`delivery.state = ${state}`] : []),
    ],
  })
  return { data: rows.map(({ delivery }) => delivery), page }
}

/** Attempts that are shown of a delivery; it has eleven in a day, and more when it is sent again. */
const maxAttempts = 50

/** Throws `not-found`. */
export async function getDelivery(
  reader: Reader,
  webhookId: string,
  eventId: string,
): Promise<DeliveryWithAttempts> {
  const [row] = await reader.rows<{
    delivery: Delivery
    attempts: DeliveryWithAttempts['attempts']
  }>(Prisma.sql`
    SELECT ${deliveryJson} AS delivery, coalesce((SELECT json_agg(json_build_object('number', number,
        'at', iso_moment(at), 'durationMs', duration_ms, 'status', status, 'error', error, 'response', response)
        ORDER BY number DESC)
      FROM (SELECT * FROM webhook_attempt AS attempt WHERE attempt.webhook_id = delivery.webhook_id
        AND attempt.event_id = delivery.event_id ORDER BY number DESC LIMIT ${maxAttempts}) AS attempt), '[]') AS attempts
    FROM webhook_delivery AS delivery
    WHERE delivery.webhook_id = ${webhookId}::uuid AND delivery.event_id = ${eventId}::uuid`)
  if (!row) throw notFound('delivery')
  return { ...row.delivery, attempts: row.attempts }
}

/** Puts a delivery on its way again, whatever came of it. Throws `not-found`. */
export async function redeliver(
  change: Change,
  webhookId: string,
  eventId: string,
): Promise<DeliveryWithAttempts> {
  const { db } = change
  requireAlive(await lockWebhook(db, webhookId))
  const again = { state: 'pending', failureCount: 0, finishedAt: null, nextAttemptAt: await momentOf(change) }
  const { count } = await db.webhookDelivery.updateMany({ where: { webhookId, eventId }, data: again })
  if (count === 0) throw notFound('delivery')
  await db.webhook.update({ where: { id: webhookId }, data: { restUntil: null } })
  await wakeWebhook(db, webhookId)
  return getDelivery(db, webhookId, eventId)
}

/**
 * Sends a stretch of the log again, from before the webhook was made too. Returns how many events that are. Throws
 * `invalid-request` for a stretch that is too long.
 */
export async function replay(
  change: Change,
  webhookId: string,
  { after, until }: Replay,
): Promise<{ count: number }> {
  const { db } = change
  requireAlive(await lockWebhook(db, webhookId))
  const [log] = await db.rows<{ end: number }>(
    Prisma.sql`SELECT last_seq::float8 AS "end" FROM event_counter`,
  )
  const end = Math.min(Number(until ?? Number.MAX_SAFE_INTEGER), log?.end ?? 0)
  if (end - Number(after) > limits.replayedEvents) {
    const message = `Must be at most ${limits.replayedEvents} places after \`after\`: send a long log again in stretches.`
    throw invalidRequest({ pointer: '/until', code: 'too-large', message })
  }
  let count = 0
  for (let from = Number(after); from < end; from += maxWritten) {
    count += await addDeliveries(change, webhookId, from, Math.min(from + maxWritten, end))
  }
  await wakeWebhook(db, webhookId)
  return { count }
}

/** Places of the log that one statement sends again: what a whole replay may have could take longer than a statement may. */
const maxWritten = 20_000

async function addDeliveries(
  change: Change,
  webhookId: string,
  after: number,
  until: number,
): Promise<number> {
  const at = await momentOf(change)
  return change.db.execute(Prisma.sql`
    INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
    SELECT webhook.id, event.id, event.seq, event.type, event.subject, ${at}, ${at}
    FROM webhook JOIN event ON ${wanted}
    WHERE webhook.id = ${webhookId}::uuid AND event.seq > ${after} AND event.seq <= ${until}
    ORDER BY event.seq
    ON CONFLICT (webhook_id, event_id) DO UPDATE
    SET state = 'pending', failure_count = 0, finished_at = NULL, next_attempt_at = excluded.next_attempt_at`)
}

/** Sends something of which nobody else hears. */
export async function sendTest(
  change: Change,
  webhookId: string,
  eventId: string = newId(),
): Promise<DeliveryWithAttempts> {
  const { db } = change
  requireAlive(await lockWebhook(db, webhookId))
  const at = await momentOf(change)
  const about = { type: testType, subject: `webhooks/${webhookId}` }
  const data = { ...about, webhookId, eventId, nextAttemptAt: at, createdAt: at }
  await db.webhookDelivery.create({ data })
  await wakeWebhook(db, webhookId)
  return getDelivery(db, webhookId, eventId)
}

function requireAlive({ state }: { state: string }): void {
  if (state === 'active') return
  throw new ProblemError('conflict', `The webhook is ${state}: make it active first.`)
}
