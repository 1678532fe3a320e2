import { Prisma } from '../database/client.ts'
import { limits } from '../http/limits.ts'
import type { SourceAt } from '../query/page.ts'
import { type Asked, foundAmong, foundBy, queriesOf } from './asked.ts'

/** After so many days, what news is worth more than the archive has halved. */
const halfLifeDays = 30

/** ts_rank divides by 1 + log(length) of the text, so that long articles do not win by length (Postgres manual, 12.3.3). */
const byLength = 1

/**
 * Rank as a whole number, so that cursors hold it exactly; negative, so that the best comes first. ts_rank and recency are
 * at most 1: the product has nine decimals and fits 32 bits.
 */
const scale = -1_000_000_000

/** So many matches, or fewer, are no trouble wherever they are. */
const few = 500

/** Publications, newest first, among which words are sought that more have; what is beyond them comes last. */
const stretches = { first: 4000, second: 16_000 }

/** Words that fewer of the first stretch have are so rare that all of the rest is not much. */
const fewInFirst = 200

/**
 * Publications that have the words and fulfil the conditions, called `shown`, each with its `ranked.distance`. Most words are
 * in few articles: of those all are weighed, and what many articles have is only then sought among the newest.
 */
export function rankedBy(asked: Asked): SourceAt[] {
  return [fewFoundBy, newestFoundBy].map(
    (found) => (pictured, conditions) => ranked(pictured, found(asked, conditions)),
  )
}

/**
 * A headline counts ten times, summary and takeaways four times, headings twice as much as a body (ts_rank's own weights).
 * What was just published counts twice as much as what is old. The age is that at the moment of the list, `at` of the row
 * `pictured`, so that ranks hold still while pages are walked.
 */
function ranked(pictured: Prisma.Sql, found: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${pictured}
    CROSS JOIN LATERAL (
      SELECT matched.id, (${scale}::int * ts_rank(matched.search, matched.query, ${byLength}::int)::float8
        * (0.5 + 0.5 * power(0.5, least(matched.age_days / ${halfLifeDays}::int, 100))))::int AS distance
      FROM (
        SELECT id, search, query, extract(epoch FROM pictured.at - published_at)::float8 / 86400 AS age_days
        FROM (${found}) AS found) AS matched) AS ranked
    JOIN publication AS shown ON shown.id = ranked.id`
}

/** All that have the words, where they are few; nothing where they are more. Two steps, as in `someFoundBy`. */
function fewFoundBy(asked: Asked, conditions: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH found AS MATERIALIZED (SELECT * FROM ${foundBy(asked)}),
      few AS MATERIALIZED (SELECT * FROM found LIMIT ${few + 1})
    SELECT shown.* FROM (SELECT * FROM few WHERE (SELECT count(*) <= ${few} FROM few) OFFSET 0) AS shown
    WHERE ${conditions}`
}

/**
 * The newest that have the words, as many as are ranked: to weigh a word that is in half of all articles in each of them
 * would read as many vectors from out of line. They are found without visiting most of the table: stretch by stretch, by both
 * indexes at once, until there are enough.
 */
function newestFoundBy(asked: Asked, conditions: Prisma.Sql): Prisma.Sql {
  const newestOf = (source: Prisma.Sql) => Prisma.sql`
    SELECT shown.id, shown.search, shown.query, shown.published_at, shown.article_id
    FROM ${source} WHERE ${conditions}
    ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT ${limits.rankedHits}`
  const among = (condition: Prisma.Sql) => foundAmong(Prisma.sql`asked`, condition)
  const published = Prisma.sql`shown.published_at`
  const [firstEnd, secondEnd] = [Prisma.sql`(TABLE first_end)`, Prisma.sql`(TABLE second_end)`]
  const inFirst = Prisma.sql`(SELECT count(*) FROM found_first)`
  const inBoth = Prisma.sql`${inFirst} + (SELECT count(*) FROM found_second)`
  return Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT * FROM ${queriesOf(asked)}),
      first_end AS MATERIALIZED (${endOf(stretches.first)}),
      second_end AS MATERIALIZED (${endOf(stretches.second)}),
      found_first AS MATERIALIZED (${newestOf(
        among(
          stretch(
            Prisma.sql`${published} >= coalesce(${firstEnd}, '-infinity') AND ${published} <= 'infinity'`,
          ),
        ),
      )}),
      found_second AS MATERIALIZED (${newestOf(
        among(
          Prisma.sql`${stretch(Prisma.sql`${published} >= coalesce(${secondEnd}, '-infinity') AND ${published} < ${firstEnd}`)}
            AND ${inFirst} >= ${fewInFirst} AND ${inFirst} < ${limits.rankedHits}`,
        ),
      )}),
      found_third AS MATERIALIZED (${newestOf(
        among(
          Prisma.sql`${published} < CASE WHEN ${inFirst} < ${fewInFirst} THEN ${firstEnd} ELSE ${secondEnd} END
            AND ${inBoth} < ${limits.rankedHits}`,
        ),
      )})
    SELECT * FROM (TABLE found_first UNION ALL TABLE found_second UNION ALL TABLE found_third) AS newest
    ORDER BY published_at DESC, article_id DESC LIMIT ${limits.rankedHits}`
}

/**
 * A range said so that Postgres reads it from the index of the time, and combines that with the one of words. It takes both
 * bounds for a small part; what never is beside them (no time of ours is infinite) keeps it from walking along the range,
 * and looking for the words in each row, of which it does not know how dear it is.
 */
function stretch(range: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((${range}) OR shown.published_at = '-infinity')`
}

/** When the last publication of a stretch was published; null where there are not so many. */
function endOf(count: number): Prisma.Sql {
  return Prisma.sql`SELECT publication.published_at FROM publication
    ORDER BY publication.published_at DESC, publication.article_id DESC OFFSET ${count} LIMIT 1`
}

/** The order `relevance`: the best first. */
export const relevance = { column: Prisma.sql`ranked.distance`, type: 'int' } as const
