import type { Database, Db } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type Watch, watch } from '../events/watch.ts'
import { wakeWebhook } from './jobs.ts'
import { wanted } from './wanted.ts'

/** Events that are given out in one transaction. */
const maxBatch = 500

const idleMs = 10_000

/** Reads the log and gives every event to the webhooks that want it. */
export function openDispatcher(
  database: Database,
  listener: Listener,
  onFault: (error: unknown) => void,
): Watch {
  return watch(listener, { work: () => dispatchAll(database), onFault })
}

async function dispatchAll(database: Database): Promise<number> {
  while (await database.transaction(dispatch)) {
    // There is more.
  }
  return idleMs
}

/**
 * Moves the cursor over the next events and puts their deliveries and jobs into the same transaction: an event is given out
 * once, whatever dies when. Instances wait for each other at the cursor. Returns whether there may be more.
 */
async function dispatch(db: Db): Promise<boolean> {
  const [cursor] = await db.$queryRaw<{ from: bigint; to: bigint; end: bigint }[]>`
    SELECT log_reader.last_seq AS "from", least(log_reader.last_seq + ${maxBatch}, event_counter.last_seq) AS "to",
      event_counter.last_seq AS "end"
    FROM log_reader, event_counter WHERE name = 'webhooks' FOR UPDATE OF log_reader`
  if (!cursor || cursor.to <= cursor.from) return false
  const told = await db.$queryRaw<{ webhookId: string }[]>`
    WITH clock AS MATERIALIZED (SELECT moment() AS now)
    INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
    SELECT webhook.id, event.id, event.seq, event.type, event.subject, now, now
    FROM event JOIN webhook ON event.seq > webhook.after_seq AND webhook.state <> 'disabled'
      AND ${wanted}, clock
    WHERE event.seq > ${cursor.from} AND event.seq <= ${cursor.to}
    ON CONFLICT (webhook_id, event_id) DO NOTHING
    RETURNING webhook_id AS "webhookId"`
  await db.$executeRaw`UPDATE log_reader SET last_seq = ${cursor.to} WHERE name = 'webhooks'`
  for (const webhookId of [...new Set(told.map((delivery) => delivery.webhookId))].sort()) {
    await wakeWebhook(db, webhookId)
  }
  return cursor.to < cursor.end
}
