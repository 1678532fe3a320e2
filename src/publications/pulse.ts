import { Prisma, type Reader } from '../database/client.ts'
import type { Span } from '../http/storedResponse.ts'
import { nextBoundary } from './visible.ts'

/** How everything public stands: since when it is as it is, and until when while nobody changes anything. */
export interface Pulse {
  /** The last change of the timeline, of authors and of topics. */
  changedAt: string
  span: Span
}

/**
 * Read before what it is said of: at worst it is too old, so that a reader asks once more, or an answer is kept for shorter,
 * than it had to be.
 */
export async function readPulse(reader: Reader): Promise<Pulse> {
  const [row] = await reader.rows<Span & { changedAt: string }>(Prisma.sql`
    SELECT clock.now AS "readAt", ${nextBoundary(Prisma.sql`clock.now`)} AS "nextBoundary",
      greatest(timestamptz 'epoch',
        (SELECT max(visible_from) FROM publication WHERE visible_from <= clock.now),
        (SELECT max(visible_until) FROM publication WHERE visible_until <= clock.now),
        (SELECT max(updated_at) FROM author), (SELECT max(updated_at) FROM topic)) AS "changedAt"
    FROM (SELECT moment() AS now OFFSET 0) AS clock`)
  if (!row) throw new Error('A statement without FROM gave no row')
  const { changedAt, ...span } = row
  return { changedAt, span }
}
