import { Prisma } from '../../src/database/client.ts'
import type { TestService } from './service.ts'

/**
 * So many public articles as rows alone, for plans: the planner looks at how many there are and how they are spread, not at
 * what they say. A fifth of them were published twice. Authors `author-1` to `author-40` and topics `topic-1` to `topic-20`
 * have ever fewer of them; one article in five hundred is Welsh.
 */
export async function manyArticles({ database }: TestService, count: number): Promise<void> {
  const run = (statement: Prisma.Sql) => database.rows(statement)
  await run(Prisma.sql`CREATE FUNCTION stable_id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS $$ SELECT overlay(overlay(md5(name) placing '7' from 13) placing '8' from 17)::uuid $$`)
  await run(people('author', 40))
  await run(people('topic', 20))
  await run(Prisma.sql`INSERT INTO article (id, slug, headline, language, revision, created_by, created_at, updated_at)
    SELECT stable_id('article' || n), 'article-' || n, 'Headline ' || md5(n::text), 'en', 2, 'system:test', moment(), moment()
    FROM generate_series(1, ${count}::int) AS n`)
  await run(Prisma.sql`INSERT INTO revision (article_id, number, content, created_by, created_at)
    SELECT id, number, '{}', 'system:test', moment() FROM article, generate_series(1, 2) AS number`)
  // In parts, each of which is done long before a statement is cut off, on a busy machine too.
  for (let first = 1; first <= count; first += 500)
    await run(Prisma.sql`INSERT INTO publication (id, article_id, revision_number, slug, language, headline, word_count, document,
      sections_markdown, sections_html, sections_text, takeaways, search, visible_from, visible_until, published_at,
      first_published_at, created_by, created_at)
    SELECT stable_id('publication' || n || '-' || version), stable_id('article' || n), version, 'article-' || n,
      CASE WHEN n % 500 = 0 THEN 'cy' WHEN n % 4 = 0 THEN 'de' ELSE 'en' END, 'Headline ' || md5(n::text),
      ('x' || substr(md5(n || 'words'), 1, 3))::bit(12)::int,
      json_build_object('language', 'en', 'headline', 'Headline ' || md5(n::text), 'summary', NULL, 'dateline', NULL,
        'canonicalUrl', NULL, 'wordCount', 1, 'readingMinutes', 1, 'seo', json_build_object('title', NULL, 'description', NULL)),
      sections, '[]', '[]', '[]', to_tsvector(''), start + (version - 1) * interval '1 day',
      CASE WHEN version = 1 AND n % 5 = 0 THEN start + interval '1 day' END, start, start, 'system:test', start
    FROM generate_series(${first}::int, ${Math.min(first + 499, count)}::int) AS n, generate_series(1, 2) AS version,
      LATERAL (SELECT json_agg(json_build_object('id', stable_id('section' || n || place), 'kind', 'body', 'heading', NULL,
        'anchor', 'body', 'body', (SELECT string_agg(md5(n || '-' || place || '-' || word), ' ')
          FROM generate_series(1, 15) AS word))) AS sections FROM generate_series(0, 2) AS place) AS written,
      LATERAL (SELECT timestamptz(3) '2016-01-01' + n % (${count}::int / 2) * (interval '3600 days' / (${count}::int / 2)) AS start) AS first
    WHERE version = 1 OR n % 5 = 0`)
  await run(named('byline', 40))
  await run(named('topic', 20))
  await run(Prisma.sql`INSERT INTO published_section (publication_id, position, section_id, article_id, kind, language,
      visible_from, visible_until, published_at)
    SELECT id, position, stable_id('section' || substr(slug, 9) || position), article_id, 'body', language, visible_from,
      visible_until, published_at FROM publication, generate_series(0, 2) AS position`)
  await run(Prisma.sql`ANALYZE`)
}

function people(noun: 'author' | 'topic', count: number): Prisma.Sql {
  const rows = Prisma.sql`SELECT stable_id(${noun} || n), ${noun}::text || '-' || n, ${noun}::text || ' ' || n, moment(), moment()
    FROM generate_series(1, ${count}::int) AS n`
  return noun === 'author'
    ? Prisma.sql`INSERT INTO author (id, slug, name, created_at, updated_at) ${rows}`
    : Prisma.sql`INSERT INTO topic (id, slug, name, created_at, updated_at) ${rows}`
}

/** The first of them is on about an eighth of all, the last on one in fifty of that. */
function named(noun: 'byline' | 'topic', count: number): Prisma.Sql {
  const rank = Prisma.sql`1 + floor(${count}::int * power(('x' || substr(md5(article_id || ${noun}), 1, 7))::bit(28)::int / 268435456.0, 2))::int`
  const span = Prisma.sql`article_id, visible_from, visible_until, published_at FROM publication`
  return noun === 'byline'
    ? Prisma.sql`INSERT INTO published_byline (publication_id, position, author_id, role, article_id, visible_from, visible_until, published_at)
        SELECT id, 0, stable_id('author' || ${rank}), 'author', ${span}`
    : Prisma.sql`INSERT INTO published_topic (publication_id, position, topic_id, article_id, visible_from, visible_until, published_at)
        SELECT id, 0, stable_id('topic' || ${rank}), ${span}`
}
