import type { WorkingCopy } from '../articles/content.ts'
import { type Db, Prisma } from '../database/client.ts'
import type { Span } from '../publications/timeline.ts'
import type { Compiled } from './compile.ts'

/** Who publishes, and why. */
interface Origin {
  createdBy: string
  note: string | null
}

/**
 * Saves a publication, and the rows that public lists of sections, takeaways, authors and topics are read from, in one
 * statement. The rows are made of the revision's snapshot, which the database has already.
 */
export async function insertPublication(
  db: Db,
  copy: WorkingCopy,
  span: Span,
  { document, sections, takeaways, searchTexts }: Compiled,
  { createdBy, note }: Origin,
): Promise<void> {
  const { id, from, until, intendedUntil, publishedAt, firstPublishedAt } = span
  await db.execute(Prisma.sql`
    WITH shown AS (
      INSERT INTO publication (id, article_id, revision_number, slug, language, headline, word_count, document,
        sections_markdown, sections_html, sections_text, takeaways, search,
        visible_from, visible_until, intended_until, published_at, first_published_at, note, created_by, created_at)
      VALUES (${id}::uuid, ${copy.id}::uuid, ${copy.revision}, ${copy.content.slug}, ${document.language},
        ${document.headline}, ${document.wordCount}, ${json(document)}::json,
        ${json(sections.markdown)}::json, ${json(sections.html)}::json, ${json(sections.text)}::json,
        ${json(takeaways)}::json, ${searchVector(document.language, searchTexts)},
        ${from}, ${until}, ${intendedUntil}, ${publishedAt}, ${firstPublishedAt}, ${note}, ${createdBy}, ${copy.updatedAt})
      RETURNING id AS publication_id, article_id, visible_from, visible_until, published_at),
    snapshot AS MATERIALIZED (SELECT content FROM revision
      WHERE article_id = ${copy.id}::uuid AND number = ${copy.revision}),
    shown_section AS (
      INSERT INTO published_section (publication_id, article_id, visible_from, visible_until, published_at, language,
        section_id, kind, heading, position)
      SELECT shown.*, ${document.language}, id, kind, heading, place - 1
      FROM shown, snapshot, ROWS FROM (jsonb_to_recordset(content -> 'sections') AS (id uuid, kind text, heading text))
        WITH ORDINALITY AS line (id, kind, heading, place)),
    shown_takeaway AS (
      INSERT INTO published_takeaway (publication_id, article_id, visible_from, visible_until, published_at, language,
        takeaway_id, text, position)
      SELECT shown.*, ${document.language}, id, text, place - 1
      FROM shown, snapshot, ROWS FROM (jsonb_to_recordset(content -> 'takeaways') AS (id uuid, text text))
        WITH ORDINALITY AS line (id, text, place)),
    shown_byline AS (
      INSERT INTO published_byline (publication_id, article_id, visible_from, visible_until, published_at,
        author_id, role, position)
      SELECT shown.*, author_id, role, place - 1
      FROM shown, snapshot, ROWS FROM (jsonb_to_recordset(content -> 'byline') AS ("authorId" uuid, role text))
        WITH ORDINALITY AS line (author_id, role, place))
    INSERT INTO published_topic (publication_id, article_id, visible_from, visible_until, published_at,
      topic_id, position)
    SELECT shown.*, topic_id::uuid, place - 1
    FROM shown, snapshot, jsonb_array_elements_text(content -> 'topicIds') WITH ORDINALITY AS line (topic_id, place)`)
}

function searchVector(language: string, texts: Compiled['searchTexts']): Prisma.Sql {
  const weighted = (text: string, weight: 'A' | 'B' | 'C' | 'D') =>
    Prisma.sql`setweight(to_tsvector(text_search_config(${language}), ${text}), ${weight}::"char")`
  return Prisma.sql`${weighted(texts.headline, 'A')} || ${weighted(texts.points, 'B')}
    || ${weighted(texts.headings, 'C')} || ${weighted(texts.bodies, 'D')}`
}

function json(value: unknown): string {
  return JSON.stringify(value)
}
