import { type Database, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type Watch, watch } from './watch.ts'

/** Rows that one statement removes, so that nobody waits for it. */
const maxRemoved = 1000

const hourMs = 3_600_000

/**
 * Removes what has been kept for long enough, every hour, by whichever instance comes first. `removal` is a DELETE that looks for
 * its rows by a query with the limit that it is given.
 */
export function forgetHourly(
  database: Database,
  listener: Listener,
  removal: (limit: Prisma.Sql) => Prisma.Sql,
  onFault: (error: unknown) => void,
): Watch {
  const forget = async () => {
    const statement = Prisma.sql`WITH removed AS (${removal(Prisma.sql`LIMIT ${maxRemoved}`)} RETURNING 1)
      SELECT count(*)::int AS count FROM removed`
    for (;;) {
      const [removed] = await database.rows<{ count: number }>(statement)
      if ((removed?.count ?? 0) < maxRemoved) return hourMs
    }
  }
  return watch(listener, { work: forget, isCalledBy: () => false, onFault })
}
