import { type Database, Prisma } from '../database/client.ts'
import { type Change, makeChange, momentOf } from '../events/record.ts'
import { failuresUntilRest, givenUpAfterMs, restDelay, retryDelay } from './schedule.ts'
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

/** What came of which delivery. */
export interface Noted {
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
  successes: readonly Noted[],
): Promise<void> {
  const column = <Value>(read: (success: Noted) => Value) => successes.map(read)
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

/** What is left of a receiver after failures. */
export interface Standing {
  failureCount: number
  isDisabled: boolean
}

/** The deliveries did not arrive: they are tried again later, or parked; a receiver that fails for days is given up. */
export function recordFailures(
  database: Database,
  webhookId: string,
  failures: readonly Noted[],
): Promise<Standing> {
  return makeChange(database, 'system:webhooks', async (change) => {
    const { db } = change
    const [webhook] = await db.rows<WebhookRow>(Prisma.sql`
      SELECT failure_count AS "failureCount", failing_since AS "failingSince", rest_until AS "restUntil", state
      FROM webhook WHERE id = ${webhookId}::uuid FOR NO KEY UPDATE`)
    if (!webhook) return { failureCount: 0, isDisabled: true }
    await noteAttempts(change, webhookId, failures)

    const now = await momentOf(change)
    const failingSince = webhook.failingSince ? new Date(webhook.failingSince) : now
    const { failureCount, restUntil } = restAfter(webhook, failures.length, now)
    await db.webhook.update({ where: { id: webhookId }, data: { failureCount, failingSince, restUntil } })
    if (webhook.state === 'disabled') return { failureCount, isDisabled: true }
    // Standard Webhooks: 410 says that nobody is there any more, nor will be.
    const isGone = failures.some(({ outcome }) => outcome.status === 410)
    const isGivenUp = isGone || now.getTime() - failingSince.getTime() >= givenUpAfterMs
    if (isGivenUp) await disable(change, webhookId)
    return { failureCount, isDisabled: isGivenUp }
  })
}

/**
 * How long it is left alone now. Several deliveries are under way at a time: those that fail after the rest has begun were
 * sent before it, and say nothing new; counted, one burst would make it the longest.
 */
function restAfter(webhook: WebhookRow, failedNow: number, now: Date) {
  const restUntil = webhook.restUntil === null ? null : new Date(webhook.restUntil)
  if (restUntil !== null && restUntil > now) return { failureCount: webhook.failureCount, restUntil }
  const untilRest = Math.max(1, failuresUntilRest - webhook.failureCount)
  const failureCount = webhook.failureCount + Math.min(failedNow, untilRest)
  const restMs = restDelay(failureCount)
  return { failureCount, restUntil: restMs > 0 ? later(now, restMs) : null }
}

/** A delivery, this attempt counted. */
interface TriedRow {
  eventId: string
  attemptCount: number
  failureCount: number
}

/**
 * Deliveries are found by all of their key: by their webhook alone Postgres would look at whatever waits for it, while it has no
 * statistics that say how much that is.
 */
async function noteAttempts(change: Change, webhookId: string, failures: readonly Noted[]): Promise<void> {
  const { db } = change
  const now = await momentOf(change)
  const outcomes = new Map(failures.map(({ eventId, outcome }) => [eventId, outcome]))
  const tried = await db.rows<TriedRow>(Prisma.sql`
    WITH told AS MATERIALIZED (SELECT ${webhookId}::uuid AS webhook_id, event_id
      FROM unnest(${[...outcomes.keys()]}::uuid[]) AS told (event_id))
    SELECT event_id AS "eventId", attempt_count + 1 AS "attemptCount", failure_count + 1 AS "failureCount"
    FROM told JOIN webhook_delivery AS delivery USING (webhook_id, event_id) ORDER BY seq FOR NO KEY UPDATE OF delivery`)
  const attempts = tried.map(({ eventId, attemptCount, failureCount }) => {
    const { error, response, ...rest } = outcomes.get(eventId) as Outcome
    const delayMs = retryDelay(failureCount)
    const nextAttemptAt = delayMs === null ? null : later(now, delayMs)
    const told = { ...rest, error: storable(error), response: storable(response) }
    return { ...told, eventId, attemptCount, failureCount, nextAttemptAt }
  })
  await db.execute(Prisma.sql`
    WITH told AS MATERIALIZED (SELECT ${webhookId}::uuid AS webhook_id, told.*
        FROM jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) AS told ("eventId" uuid, "attemptCount" int,
          "failureCount" int, "nextAttemptAt" timestamptz, "durationMs" int, status int, error text, response text)),
      noted AS (INSERT INTO webhook_attempt (webhook_id, event_id, number, at, duration_ms, status, error, response)
        SELECT webhook_id, "eventId", "attemptCount", ${now}, "durationMs", status, error, response FROM told)
    UPDATE webhook_delivery AS delivery SET attempt_count = "attemptCount", failure_count = "failureCount",
      state = CASE WHEN "nextAttemptAt" IS NULL THEN 'parked' ELSE state END,
      finished_at = CASE WHEN "nextAttemptAt" IS NULL THEN ${now} ELSE finished_at END,
      next_attempt_at = coalesce("nextAttemptAt", next_attempt_at)
    FROM told WHERE (delivery.webhook_id, delivery.event_id) = (told.webhook_id, "eventId")`)
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
