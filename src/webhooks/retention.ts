import { type Database, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { forgetHourly } from '../events/forgetting.ts'
import type { Watch } from '../events/watch.ts'

/** Days for which what was delivered is kept with its attempts; what was not delivered stays. */
const keptDays = 30

/** Removes the log of old deliveries. The events stay: they can be replayed at any time. */
export function forgetDeliveries(
  database: Database,
  listener: Listener,
  onFault: (error: unknown) => void,
): Watch {
  const removal = (limit: Prisma.Sql) => Prisma.sql`
    DELETE FROM webhook_delivery WHERE (webhook_id, event_id) IN (
      SELECT webhook_id, event_id FROM webhook_delivery WHERE state = 'delivered'
        AND finished_at < (SELECT moment()) - make_interval(days => ${keptDays}::int) ${limit})`
  return forgetHourly(database, listener, removal, onFault)
}
