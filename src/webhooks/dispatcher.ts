import { type Database, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type Watch, watch } from '../events/watch.ts'
import { wakingOf } from './jobs.ts'
import { wanted } from './wanted.ts'

/** What one statement gives out at most: it has three seconds, however many webhooks want each event. */
const [maxEvents, maxDeliveries] = [500, 5000]

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
  while (await dispatch(database)) {
    // There is more.
  }
  return idleMs
}

/**
 * Moves the cursor over the next events and makes their deliveries and jobs, all in one statement: an event is given out once,
 * whatever dies when. Instances wait for each other at the cursor; a webhook that is deleted meanwhile is passed over. Returns whether there is more.
 *
 * Its commit does not wait for the disk. What a crash of the database takes back, it takes back as a whole, and what was
 * sent by then is sent again under the same id.
 */
async function dispatch(database: Database): Promise<boolean> {
  const [moved] = await database.rows<{ hasMore: boolean }>(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now),
      batch AS (
        SELECT greatest(least(${maxEvents}, ${maxDeliveries} / greatest(count(*), 1)), 1) AS size
        FROM webhook WHERE state <> 'disabled'),
      next AS MATERIALIZED (
        SELECT log_reader.last_seq AS after, least(log_reader.last_seq + batch.size, event_counter.last_seq) AS until,
          event_counter.last_seq AS newest, set_config('synchronous_commit', 'off', true)
        FROM log_reader, event_counter, batch WHERE name = 'webhooks' AND log_reader.last_seq < event_counter.last_seq
        FOR UPDATE OF log_reader),
      told AS (
        INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
        SELECT webhook.id, event.id, event.seq, event.type, event.subject, now, now
        FROM next, clock, event JOIN webhook ON event.seq > webhook.after_seq AND webhook.state <> 'disabled'
          AND ${wanted}
        WHERE event.seq > next.after AND event.seq <= next.until
        FOR KEY SHARE OF webhook
        ON CONFLICT (webhook_id, event_id) DO NOTHING
        RETURNING webhook_id),
      woken AS MATERIALIZED (
        SELECT ${wakingOf(Prisma.sql`webhook_id`)} FROM (SELECT DISTINCT webhook_id FROM told ORDER BY webhook_id) AS each)
    UPDATE log_reader SET last_seq = next.until FROM next, (SELECT count(*) FROM woken) AS done
    WHERE name = 'webhooks' RETURNING next.until < next.newest AS "hasMore"`)
  return moved?.hasMore ?? false
}
