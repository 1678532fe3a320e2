import { Prisma } from '../database/client.ts'
import { type PublicationFilter, splitKeys } from './schema.ts'

/*
 * SQL of what the public sees. Every table that these conditions are put to is called `shown` in its statement, and has
 * the columns of a span: publication itself, published_section and published_takeaway.
 */

/**
 * Live at a moment, and not withdrawn since: what was taken back is gone from the past too. A draft cannot be seen through
 * this, because it is in none of these tables.
 */
export function visibleAt(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${spanHolds(at)}
    AND NOT EXISTS (SELECT FROM withdrawal WHERE withdrawal.article_id = shown.article_id AND withdrawal.ended_at IS NULL)`
}

/** Only the first half of that: for candidates that are read along an index, and put to `visibleAt` once they are few. */
export function spanHolds(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`shown.visible_from <= ${at} AND (shown.visible_until IS NULL OR shown.visible_until > ${at})`
}

/**
 * The last boundary of the timeline: what was public then is what is public now. A list is a picture of that moment, so that
 * its cursors, and with them its ETag, stay the same while nothing changes.
 */
export const lastBoundary = Prisma.sql`(SELECT coalesce(greatest(
    (SELECT max(visible_from) FROM publication WHERE visible_from <= clock.now),
    (SELECT max(visible_until) FROM publication WHERE visible_until <= clock.now)), clock.now)
  FROM (SELECT moment() AS now OFFSET 0) AS clock)`

/** The conditions of the filters that were given. `publicationId` is the column that holds it in `shown`. */
export function matching(filter: PublicationFilter, publicationId: Prisma.Sql): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (filter.author) {
    const { ids, slugs } = splitKeys(filter.author)
    conditions.push(Prisma.sql`${publicationId} IN (
      SELECT published_byline.publication_id FROM published_byline
      JOIN author AS named ON named.id = published_byline.author_id
      JOIN author ON author.id = coalesce(named.merged_into_id, named.id)
      WHERE author.id = ANY(${ids}::uuid[]) OR author.slug = ANY(${slugs}::text[]))`)
  }
  if (filter.topic) {
    const { ids, slugs } = splitKeys(filter.topic)
    conditions.push(Prisma.sql`${publicationId} IN (
      SELECT published_topic.publication_id FROM published_topic
      JOIN topic AS named ON named.id = published_topic.topic_id
      JOIN topic ON topic.id = coalesce(named.merged_into_id, named.id)
      WHERE topic.id = ANY(${ids}::uuid[]) OR topic.slug = ANY(${slugs}::text[]))`)
  }
  if (filter.language) conditions.push(Prisma.sql`shown.language = ANY(${filter.language}::text[])`)
  if (filter.publishedAfter)
    conditions.push(Prisma.sql`shown.published_at >= ${filter.publishedAfter}::timestamptz`)
  if (filter.publishedBefore)
    conditions.push(Prisma.sql`shown.published_at < ${filter.publishedBefore}::timestamptz`)
  return conditions
}
