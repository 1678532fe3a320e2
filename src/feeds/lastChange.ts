import { Prisma, type Reader } from '../database/client.ts'

/**
 * Since when everything public is as it is, as `Last-Modified` says it: the last change of the timeline, of authors and of
 * topics. Read before what it is said of: at worst it is too old, and a reader asks once more than it had to.
 */
export async function readLastChange(reader: Reader): Promise<string> {
  const [row] = await reader.rows<{ changedAt: string }>(Prisma.sql`
    SELECT greatest(timestamptz 'epoch',
      (SELECT max(visible_from) FROM publication WHERE visible_from <= clock.now),
      (SELECT max(visible_until) FROM publication WHERE visible_until <= clock.now),
      (SELECT max(updated_at) FROM author), (SELECT max(updated_at) FROM topic)) AS "changedAt"
    FROM (SELECT moment() AS now OFFSET 0) AS clock`)
  if (!row) throw new Error('SELECT greatest(…) gave no row')
  return new Date(row.changedAt).toUTCString()
}
