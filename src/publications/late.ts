import { Prisma } from '../database/client.ts'

/*
 * A writer reads the clock and commits a little later. A list whose first page was read in between would show the article
 * as it was, and on a later page, read as of the same moment, as it became: twice, or not at all. The event log tells which
 * changes those are, because its numbers are in the order of the commits.
 */

/** The changes that move the bounds of publications, and the events that record them. */
const moving = Prisma.sql`event.type IN ('article.published', 'article.unpublished', 'article.withdrawn', 'article.trashed')`

/** The number of the last such change that a statement can see: a cursor carries it. */
export const lastMove = Prisma.sql`(SELECT coalesce(max(latest.seq), 0)::text FROM
  (VALUES ('article.published'), ('article.unpublished'), ('article.withdrawn'), ('article.trashed')) AS kind (type),
  LATERAL (SELECT max(event.seq) AS seq FROM event WHERE event.type = kind.type) AS latest)`

/** More than commit in the 15 seconds that a change may take, at six hundred a second; an old cursor looks no further. */
const maxEventsUnderWay = 10_000

/** The ids of the articles that were changed at this moment or before, but committed after the change `seen`. */
export function lateArticles(seen: string, at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT substr(event.subject, 10)::uuid FROM event
    WHERE event.seq > ${seen}::bigint AND event.seq <= ${seen}::bigint + ${maxEventsUnderWay}::int
      AND event.at <= ${at} AND ${moving})`
}

/** The last moment before the first of the changes that made the article of the row `shown` late. */
export function beforeLateChange(seen: string): Prisma.Sql {
  return Prisma.sql`(SELECT min(event.at) - interval '1 millisecond' FROM event
    WHERE event.subject = 'articles/' || shown.article_id AND event.seq > ${seen}::bigint AND ${moving})`
}
