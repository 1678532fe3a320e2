import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { spanHolds, visibleAt } from '../publications/visible.ts'
import { currentMoment } from '../query/moments.ts'
import { findLivePublication, listArticlesById } from './read.ts'
import type { ArticleListed } from './schema.ts'

/** The words that say most about an article: as many are searched for in the others. */
const maxWords = 12

/** An article is sought by words that stand in at most so many others, so that no index has to give half of all there are. */
const maxArticlesOfWord = 500

/** The newest articles of each topic, and the newest with one of the words, that are compared: the cost of a request is bound by them. */
const maxCandidates = 200

/**
 * Live articles in the language of a live one that share its topics or its words, the closest first: a shared topic counts for
 * its part of the topics, and words together for at most as much as all topics. Throws what `absenceOf` finds where there is none.
 */
export async function listRelatedArticles(
  services: Services,
  key: string,
  limit: number,
): Promise<ArticleListed[]> {
  const publicationId = await findLivePublication(services.database, key)
  const ids = await rankRelated(services.database, publicationId, limit)
  return listArticlesById(services, ids)
}

async function rankRelated(reader: Reader, publicationId: string, limit: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(Prisma.sql`
    WITH source AS MATERIALIZED (
      SELECT article_id, search, split_part(lower(language), '-', 1) AS language FROM publication WHERE id = ${publicationId}::uuid),
    words AS MATERIALIZED (SELECT ${heaviestWords} AS query FROM source),
    subject AS MATERIALIZED (
      SELECT topic.id, coalesce(topic.merged_into_id, topic.id) AS topic_id FROM topic
      WHERE coalesce(topic.merged_into_id, topic.id) IN (
        SELECT coalesce(topic.merged_into_id, topic.id) FROM published_topic JOIN topic ON topic.id = published_topic.topic_id
        WHERE published_topic.publication_id = ${publicationId}::uuid)),
    candidate AS (
      SELECT about.publication_id AS id FROM subject CROSS JOIN LATERAL (
        SELECT shown.publication_id FROM published_topic AS shown
        WHERE shown.topic_id = subject.id AND ${spanHolds(currentMoment)}
        ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT ${maxCandidates}) AS about
      UNION
      (SELECT shown.id FROM publication AS shown
        WHERE shown.search @@ (SELECT query FROM words) AND ${spanHolds(currentMoment)}
        ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT ${maxCandidates}))
    SELECT shown.article_id AS id
    FROM candidate JOIN publication AS shown USING (id) CROSS JOIN source CROSS JOIN words
    WHERE ${visibleAt(currentMoment)} AND shown.article_id <> source.article_id
      AND split_part(lower(shown.language), '-', 1) = source.language
    ORDER BY ${closeness} DESC, shown.article_id DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Words that stand in too many articles to tell one from another, by the planner’s statistics. */
const commonWords = Prisma.sql`SELECT common.lexeme FROM pg_stats
  JOIN pg_class ON pg_class.oid = 'publication'::regclass
  CROSS JOIN unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (lexeme, share)
  WHERE schemaname = current_schema() AND tablename = 'publication' AND attname = 'search'
    AND common.lexeme IS NOT NULL AND common.share * pg_class.reltuples > ${maxArticlesOfWord}`

/** An article's lexemes by the weights of the places where they stand, as a query for any of them; null where it has no words. */
const heaviestWords = Prisma.sql`(SELECT
  string_agg('''' || replace(replace(heavy.lexeme, '\\', '\\\\'), '''', '''''') || '''', ' | ')::tsquery
  FROM (SELECT word.lexeme FROM unnest(source.search) AS word, unnest(word.weights) AS weight
    WHERE word.lexeme NOT IN (${commonWords}) GROUP BY word.lexeme
    ORDER BY sum(CASE weight WHEN 'A' THEN 1 WHEN 'B' THEN 0.4 WHEN 'C' THEN 0.2 ELSE 0.1 END) DESC, word.lexeme
    LIMIT ${maxWords}) AS heavy)`

/** Both parts lie between 0 and 1; 32 makes a rank do so (manual, 12.3.3). */
const closeness = Prisma.sql`(
  coalesce((SELECT count(DISTINCT subject.topic_id)::float / (SELECT count(DISTINCT topic_id) FROM subject)
    FROM published_topic JOIN subject ON subject.id = published_topic.topic_id
    WHERE published_topic.publication_id = shown.id HAVING count(*) > 0), 0)
  + coalesce(ts_rank(shown.search, words.query, 32), 0))`
