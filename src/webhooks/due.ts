import { type Database, Prisma } from '../database/client.ts'
import { failuresUntilRest } from './schedule.ts'

/** A webhook as its sender needs it. */
export interface Receiver {
  id: string
  url: string
  audience: 'public' | 'editors'
  state: 'active' | 'paused' | 'disabled'
  secret: Uint8Array
  /** Null where there is none, or its time is over. */
  previousSecret: Uint8Array | null
  failureCount: number
  /** Milliseconds for which it is to be left alone. */
  restMs: number
}

/** An event that is due; a test is not in the log. */
export interface DueDelivery {
  eventId: string
  subject: string
  /** A `LoggedEvent` in JSON, which nobody but who sends it has to read. */
  event: string | null
}

/**
 * Deliveries that are read at a time: few, because readers wait for them. Whether the webhook was paused or changed is looked at
 * before each batch.
 */
const maxBatch = 32

export async function findReceiver(database: Database, id: string): Promise<Receiver | null> {
  const [receiver] = await database.rows<Receiver>(Prisma.sql`
    SELECT id, url, audience, state, secret, failure_count AS "failureCount",
      CASE WHEN previous_secret_until > moment() THEN previous_secret END AS "previousSecret",
      greatest(0, coalesce(extract(epoch FROM rest_until - moment()) * 1000, 0))::float8 AS "restMs"
    FROM webhook WHERE id = ${id}::uuid`)
  return receiver ?? null
}

/**
 * What can be sent now, oldest first. A subject of which something waits for its next attempt is held back, so that its
 * events arrive in order; a receiver that is down is asked by a single delivery.
 */
export async function findDue(database: Database, receiver: Receiver): Promise<DueDelivery[]> {
  const limit = isDown(receiver) ? 1 : maxBatch
  return database.rows<DueDelivery>(Prisma.sql`
    SELECT delivery.event_id AS "eventId", delivery.subject,
      (SELECT json_build_object('seq', seq, 'id', id, 'type', type, 'subject', subject, 'actor', actor,
        'at', iso_moment(at), 'data', data)::text FROM event WHERE event.id = delivery.event_id) AS event
    FROM webhook_delivery AS delivery
    WHERE ${isDue(receiver.id)} ORDER BY delivery.seq LIMIT ${limit}`)
}

/** Of `delivery`: nothing about its subject waits for its next attempt, nor does it. */
function isDue(webhookId: string): Prisma.Sql {
  return Prisma.sql`delivery.webhook_id = ${webhookId}::uuid AND delivery.state = 'pending'
    AND delivery.subject NOT IN (SELECT waiting.subject FROM ${waitingFor(webhookId)})`
}

function waitingFor(webhookId: string): Prisma.Sql {
  return Prisma.sql`(SELECT subject, next_attempt_at FROM webhook_delivery
    WHERE webhook_id = ${webhookId}::uuid AND state = 'pending' AND next_attempt_at > (SELECT moment())) AS waiting`
}

export function isDown({ failureCount }: Receiver): boolean {
  return failureCount >= failuresUntilRest
}

/** Milliseconds until the next delivery may be tried, 0 where one is due by now; null where none waits. */
export async function findNextMs(database: Database, webhookId: string): Promise<number | null> {
  const [row] = await database.rows<{ inMs: number | null }>(Prisma.sql`
    SELECT CASE WHEN EXISTS (SELECT FROM webhook_delivery AS delivery WHERE ${isDue(webhookId)}) THEN 0
      ELSE (SELECT ceil(extract(epoch FROM min(next_attempt_at) - moment()) * 1000)::float8
        FROM ${waitingFor(webhookId)}) END AS "inMs"`)
  return row?.inMs ?? null
}
