import { type Database, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type Watch, watch } from '../events/watch.ts'

/** Days for which what was delivered is kept with its attempts; what was not delivered stays. */
const keptDays = 30

/** Rows that are removed in one statement, so that nobody waits for it. */
const maxRemoved = 1000

const hourMs = 3_600_000

/** Removes the log of old deliveries. The events stay: they can be replayed at any time. */
export function openRetention(
  database: Database,
  listener: Listener,
  onFault: (error: unknown) => void,
): Watch {
  return watch(listener, { work: () => forgetDelivered(database), isCalledBy: () => false, onFault })
}

async function forgetDelivered(database: Database): Promise<number> {
  for (;;) {
    const removed = await database.rows(Prisma.sql`
      DELETE FROM webhook_delivery WHERE (webhook_id, event_id) IN (
        SELECT webhook_id, event_id FROM webhook_delivery WHERE state = 'delivered'
          AND finished_at < (SELECT moment()) - make_interval(days => ${keptDays}::int) LIMIT ${maxRemoved})
      RETURNING event_id`)
    if (removed.length < maxRemoved) return hourMs
  }
}
