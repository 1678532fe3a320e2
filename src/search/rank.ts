import { Prisma } from '../database/client.ts'
import { limits } from '../http/limits.ts'
import { type Asked, foundBy } from './asked.ts'

/** After so many days, what news is worth more than the archive has halved. */
const halfLifeDays = 30

/** ts_rank divides by 1 + log(length) of the text, so that long articles do not win by length (Postgres manual, 12.3.3). */
const byLength = 1

/**
 * Rank as a whole number, so that cursors hold it exactly; negative, so that the best comes first. ts_rank and recency are
 * at most 1: the product has nine decimals and fits 32 bits.
 */
const scale = -1_000_000_000

/**
 * Publications that have the words and fulfil the conditions, called `shown`, each with its `ranked.distance`. A headline
 * counts ten times, summary and takeaways four times, headings twice as much as a body (ts_rank's own weights). What was
 * just published counts twice as much as what is old. The age is that at the moment of the list, `at` of the row `pictured`, so
 * that ranks hold still while pages are walked. The newest are enough for relevance: to weigh a word that is in half of all
 * articles in each of them would read as many vectors from out of line.
 */
export function rankedAt(pictured: Prisma.Sql, asked: Asked, conditions: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${pictured}
    CROSS JOIN LATERAL (
      SELECT matched.id, (${scale}::int * ts_rank(matched.search, matched.query, ${byLength}::int)::float8
        * (0.5 + 0.5 * power(0.5, least(matched.age_days / ${halfLifeDays}::int, 100))))::int AS distance
      FROM (
        SELECT shown.id, shown.search, shown.query,
          extract(epoch FROM pictured.at - shown.published_at)::float8 / 86400 AS age_days
        FROM ${foundBy(asked)} WHERE ${conditions}
        ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT ${limits.rankedHits}) AS matched) AS ranked
    JOIN publication AS shown ON shown.id = ranked.id`
}

/** The order `relevance`: the best first. */
export const relevance = { column: Prisma.sql`ranked.distance`, type: 'int' } as const
