import type pg from 'pg'
import { actor, inTransaction, recordEvent } from './transaction.ts'

/*
 * A transaction of the yardstick that writes: the rows that the service leaves, its revision, event and counter included, each
 * table in one prepared statement.
 */

export async function changeSection(pool: pg.Pool, id: string, body: string): Promise<object> {
  return inTransaction(pool, async (client) => {
    const changed = await client.query<{ id: string; revision: number }>({
      name: 'changeArticle',
      text: `UPDATE article SET revision = revision + 1, updated_at = now()
        WHERE id = (SELECT article_id FROM section WHERE section.id = $1) RETURNING id, revision`,
      values: [id],
    })
    const article = changed.rows[0]
    if (!article) throw new Error(`There is no section ${id}`)
    const { rows } = await client.query<object>({
      name: 'changeSection',
      text: `UPDATE section SET body = $2, revision = revision + 1 WHERE id = $1
        RETURNING id, kind, heading, body, position, revision`,
      values: [id, body],
    })
    await client.query({ name: 'snapshot', text: snapshot, values: [article.id, actor] })
    const { revision } = article
    const details = { revision, previousRevision: revision - 1, changed: [`/sections/${id}`] }
    await recordEvent(client, 'article.updated', article.id, details)
    return rows[0] ?? {}
  })
}

const snapshot = `
  INSERT INTO revision (article_id, number, content, created_by, created_at)
  SELECT id, revision, jsonb_build_object('slug', slug, 'headline', headline, 'summary', summary,
    'language', language, 'dateline', dateline, 'canonicalUrl', canonical_url, 'seo', seo,
    'byline', (SELECT coalesce(jsonb_agg(jsonb_build_object('authorId', author_id, 'role', role) ORDER BY position), '[]')
      FROM byline WHERE article_id = article.id),
    'topicIds', (SELECT coalesce(jsonb_agg(topic_id ORDER BY position), '[]')
      FROM article_topic WHERE article_id = article.id),
    'sections', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'heading', heading, 'body', body,
        'revision', revision) ORDER BY position), '[]')
      FROM section WHERE article_id = article.id),
    'takeaways', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'text', text, 'evidence', evidence,
        'evidenceState', evidence_state, 'revision', revision) ORDER BY position), '[]')
      FROM takeaway WHERE article_id = article.id)), $2, updated_at
  FROM article WHERE id = $1`
