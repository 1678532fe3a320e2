import { Prisma, type Reader } from '../database/client.ts'

/** What waits to be told to the world. */
export interface Backlog {
  /** Each reader of the log that lives in the service, and how many events it is behind. */
  readers: { name: string; count: number }[]
  pendingCount: number
  /** Since when the longest of them has been due; 0 where none is. */
  overdueSeconds: number
}

export async function readBacklog(reader: Reader): Promise<Backlog> {
  const [row] = await reader.rows<Backlog>(Prisma.sql`
    SELECT (SELECT coalesce(json_agg(json_build_object('name', name, 'count', event_counter.last_seq - log_reader.last_seq)), '[]')
        FROM log_reader, event_counter) AS readers,
      count(*)::int AS "pendingCount",
      coalesce(greatest(extract(epoch FROM (SELECT moment()) - min(next_attempt_at)), 0), 0)::float8 AS "overdueSeconds"
    FROM webhook_delivery WHERE state = 'pending'`)
  if (!row) throw new Error('Counting gave no row')
  return row
}
