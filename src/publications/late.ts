import { Prisma } from '../database/client.ts'

/*
 * A writer reads the clock and commits a little later. A list whose first page was read in between would show the article
 * as it was, and on a later page, read as of the same moment, as it became: twice, or not at all. The event log tells which
 * changes those are, because its numbers are in the order of the commits.
 */

/** The changes that move the bounds of publications, by the events that record them; `event_moving_idx` has these. */
const isMoving = Prisma.sql`event.type IN ('article.published', 'article.unpublished', 'article.withdrawn', 'article.trashed')`

/** Those that may have been under way at a moment: a transaction takes 15 seconds at most (database/client.ts). */
function isNear(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`event.at > ${at} - interval '15 seconds' AND event.at <= ${at} AND ${isMoving}`
}

/** The number of the last such change that a statement can see: a cursor carries it. */
export function lastSeen(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(max(event.seq), 0)::text FROM event WHERE ${isNear(at)})`
}

/** The ids of the articles that were changed by this moment, but committed after the change `seen`. */
export function lateArticles(seen: string, at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT substr(event.subject, 10)::uuid FROM event
    WHERE event.seq > ${seen}::bigint AND ${isNear(at)})`
}

/** The last moment before the first of the changes that made the article of the row `shown` late. */
export function beforeLateChange(seen: string): Prisma.Sql {
  return Prisma.sql`(SELECT min(event.at) - interval '1 millisecond' FROM event
    WHERE event.subject = 'articles/' || shown.article_id AND event.seq > ${seen}::bigint AND ${isMoving})`
}
