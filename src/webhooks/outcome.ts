import { type Database, Prisma } from '../database/client.ts'
import { type Change, makeChange, momentOf } from '../events/record.ts'
import { givenUpAfterMs, restDelay, retryDelay } from './schedule.ts'
import { record } from './store.ts'

/** What came of sending a delivery once. */
export interface Outcome {
  status: number | null
  error: string | null
  response: string | null
  durationMs: number
}

/** The receiver took it if it said so; a redirect leads elsewhere and is not followed. */
export function isSuccess({ status }: Outcome): boolean {
  return status !== null && status >= 200 && status < 300
}

/** A delivery that arrived. */
export interface Success {
  eventId: string
  outcome: Outcome
}

/**
 * The deliveries arrived. The commit does not wait for the disk: what a crash of the database takes back is sent again, under
 * the same id.
 */
export async function recordSuccesses(
  database: Database,
  webhookId: string,
  successes: readonly Success[],
): Promise<void> {
  const column = <Value>(read: (success: Success) => Value) => successes.map(read)
  const told = Prisma.join([
    Prisma.sql`${column(({ eventId }) => eventId)}::uuid[]`,
    Prisma.sql`${column(({ outcome }) => outcome.durationMs)}::int[]`,
    Prisma.sql`${column(({ outcome }) => outcome.status)}::int[]`,
    Prisma.sql`${column(({ outcome }) => storable(outcome.response))}::text[]`,
  ])
  await database.rows(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now, set_config('synchronous_commit', 'off', true)),
      told AS MATERIALIZED (SELECT ${webhookId}::uuid AS webhook_id, told.*
        FROM unnest(${told}) AS told (event_id, duration_ms, status, response)),
      arrived AS MATERIALIZED (SELECT told.* FROM told JOIN webhook_delivery AS delivery USING (webhook_id, event_id)
        ORDER BY delivery.seq FOR UPDATE OF delivery),
      delivered AS (UPDATE webhook_delivery AS delivery SET state = 'delivered', attempt_count = attempt_count + 1, finished_at = now
        FROM clock, arrived WHERE (delivery.webhook_id, delivery.event_id) = (arrived.webhook_id, arrived.event_id)
        RETURNING arrived.*, attempt_count, now),
      noted AS (INSERT INTO webhook_attempt (webhook_id, event_id, number, at, duration_ms, status, error, response)
        SELECT webhook_id, event_id, attempt_count, now, duration_ms, status, NULL, response FROM delivered)
    UPDATE webhook SET failure_count = 0, failing_since = NULL, rest_until = NULL
    WHERE id = ${webhookId}::uuid AND failure_count > 0`)
}

/** A receiver that was down takes deliveries again: what waits for its next attempt is due at once. */
export async function hasten(database: Database, webhookId: string): Promise<void> {
  await database.rows(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now)
    UPDATE webhook_delivery SET next_attempt_at = now FROM clock
    WHERE webhook_id = ${webhookId}::uuid AND state = 'pending' AND next_attempt_at > now`)
}

interface WebhookRow {
  failureCount: number
  failingSince: string | null
  restUntil: string | null
  state: string
}

/** What is left of a receiver after a failure. */
export interface Standing {
  failureCount: number
  isDisabled: boolean
}

/** The delivery did not arrive: it is tried again later, or parked; a receiver that fails for days is given up. */
export function recordFailure(
  database: Database,
  webhookId: string,
  eventId: string,
  outcome: Outcome,
): Promise<Standing> {
  return makeChange(database, 'system:webhooks', async (change) => {
    const { db } = change
    const [webhook] = await db.rows<WebhookRow>(Prisma.sql`
      SELECT failure_count AS "failureCount", failing_since AS "failingSince", rest_until AS "restUntil", state
      FROM webhook WHERE id = ${webhookId}::uuid FOR NO KEY UPDATE`)
    if (!webhook) return { failureCount: 0, isDisabled: true }
    await noteAttempt(change, webhookId, eventId, outcome)

    const now = await momentOf(change)
    const failingSince = webhook.failingSince ? new Date(webhook.failingSince) : now
    const { failureCount, restUntil } = nextRest(webhook, now)
    await db.webhook.update({ where: { id: webhookId }, data: { failureCount, failingSince, restUntil } })
    if (webhook.state === 'disabled') return { failureCount, isDisabled: true }
    // Standard Webhooks: 410 says that nobody is there any more, nor will be.
    const isGivenUp = outcome.status === 410 || now.getTime() - failingSince.getTime() >= givenUpAfterMs
    if (isGivenUp) await disable(change, webhookId)
    return { failureCount, isDisabled: isGivenUp }
  })
}

/**
 * How long it is left alone now. Several deliveries are under way at a time: those that fail after the rest has begun were
 * sent before it, and say nothing new; counted, one burst would make it the longest.
 */
function nextRest(webhook: WebhookRow, now: Date) {
  if (webhook.restUntil !== null && new Date(webhook.restUntil) > now) return webhook
  const failureCount = webhook.failureCount + 1
  const restMs = restDelay(failureCount)
  return { failureCount, restUntil: restMs > 0 ? later(now, restMs) : null }
}

async function noteAttempt(
  change: Change,
  webhookId: string,
  eventId: string,
  outcome: Outcome,
): Promise<void> {
  const { db } = change
  const now = await momentOf(change)
  const where = { webhookId_eventId: { webhookId, eventId } }
  const delivery = await db.webhookDelivery.findUnique({ where })
  if (!delivery) return
  const attemptCount = delivery.attemptCount + 1
  const failureCount = delivery.failureCount + 1
  const delayMs = retryDelay(failureCount)
  const next =
    delayMs === null ? { state: 'parked', finishedAt: now } : { nextAttemptAt: later(now, delayMs) }
  await db.webhookDelivery.update({ where, data: { attemptCount, failureCount, ...next } })
  const { response, ...rest } = outcome
  const attempt = { ...rest, response: storable(response), webhookId, eventId, number: attemptCount, at: now }
  await db.webhookAttempt.create({ data: attempt })
}

async function disable(change: Change, webhookId: string): Promise<void> {
  const data = { state: 'disabled', revision: { increment: 1 } }
  await change.db.webhook.update({ where: { id: webhookId }, data })
  await record(change, 'webhook.disabled', webhookId)
}

function later(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs)
}

/** Postgres keeps no NUL in text (manual, 8.3), and an answer may hold anything. */
function storable(text: string | null): string | null {
  return text?.replaceAll('\0', '\uFFFD').toWellFormed() ?? null
}
