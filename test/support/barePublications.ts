import { query } from './postgres.ts'

const document = `json_build_object('language', language, 'headline', 'Rain', 'summary', NULL, 'dateline', NULL,
  'canonicalUrl', NULL, 'wordCount', word_count, 'readingMinutes', 1, 'seo', json_build_object('title', NULL, 'description', NULL))`

/**
 * Very many publications as rows alone, without articles, revisions and their parts. `rows` is a SELECT of what tells them
 * apart: `article_id`, `slug`, `language`, `word_count`, `search`, `visible_from`, `visible_until` and `published_at`. What
 * guards such rows would take most of the time, and is out of work from then on.
 */
export async function barePublications(url: string, rows: string): Promise<void> {
  await query(
    url,
    `ALTER TABLE publication DISABLE TRIGGER USER, DROP CONSTRAINT publication_article_excl,
      DROP CONSTRAINT publication_slug_excl, DROP CONSTRAINT publication_article_id_fkey,
      DROP CONSTRAINT publication_article_id_revision_number_fkey`,
  )
  await query(
    url,
    `INSERT INTO publication (id, article_id, revision_number, slug, language, headline, word_count, document,
        sections_markdown, sections_html, sections_text, takeaways, search, visible_from, visible_until, published_at,
        first_published_at, created_by, created_at)
      SELECT gen_random_uuid(), article_id, 1, slug, language, 'Rain', word_count, ${document}, '[]', '[]', '[]', '[]', search,
        visible_from, visible_until, published_at, published_at, 'system:test', visible_from FROM (${rows}) AS row`,
  )
}
