import type pg from 'pg'
import { v7 as newId } from 'uuid'
import { actor, inTransaction, recordEvent } from './transaction.ts'

/*
 * A transaction of the yardstick that writes: the rows that the service leaves, its revision, event and counter included, each
 * table in one prepared statement.
 */

/** What the benchmark asks for: a draft in which nothing is left out. */
export interface Draft {
  slug: string
  headline: string
  summary: string | null
  language: string
  dateline: string | null
  canonicalUrl: string | null
  seo: object
  byline: { authorId: string; role: string }[]
  topicIds: string[]
  sections: { kind: string; heading: string | null; body: string }[]
  takeaways: { text: string }[]
}

export async function createArticle(pool: pg.Pool, draft: Draft): Promise<object> {
  const id = newId()
  const sections = draft.sections.map((section) => ({ id: newId(), ...section, revision: 1 }))
  const takeaways = draft.takeaways.map(({ text }) => ({ id: newId(), text, ...newTakeaway }))
  const content = { ...draft, sections, takeaways }
  return inTransaction(pool, async (client) => {
    const createdAt = await insertArticle(client, id, draft)
    await insertByline(client, id, draft)
    await insertTopics(client, id, draft)
    await insertSections(client, id, sections)
    await insertTakeaways(client, id, takeaways)
    await insertRevision(client, id, content)
    await recordEvent(client, 'article.created', id, { revision: 1, previousRevision: null, changed: [] })
    return { id, ...content, stage: 'draft', revision: 1, createdAt }
  })
}

const newTakeaway = { evidence: [], evidenceState: 'none', revision: 1 }

async function insertArticle(client: pg.ClientBase, id: string, draft: Draft): Promise<Date> {
  const { slug, headline, summary, language, dateline, canonicalUrl, seo } = draft
  const { rows } = await client.query<{ createdAt: Date }>({
    name: 'insertArticle',
    text: `INSERT INTO article (id, slug, headline, summary, language, dateline, canonical_url, seo, revision,
        created_by, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, now(), now()) RETURNING created_at AS "createdAt"`,
    values: [id, slug, headline, summary, language, dateline, canonicalUrl, seo, actor],
  })
  return rows[0]?.createdAt ?? new Date()
}

async function insertByline(client: pg.ClientBase, id: string, { byline }: Draft): Promise<void> {
  await client.query({
    name: 'insertByline',
    text: `INSERT INTO byline (article_id, author_id, role, position)
      SELECT $1, author_id, role, place - 1
      FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS line (author_id, role, place)`,
    values: [id, byline.map(({ authorId }) => authorId), byline.map(({ role }) => role)],
  })
}

async function insertTopics(client: pg.ClientBase, id: string, { topicIds }: Draft): Promise<void> {
  await client.query({
    name: 'insertTopics',
    text: `INSERT INTO article_topic (article_id, topic_id, position)
      SELECT $1, topic_id, place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS line (topic_id, place)`,
    values: [id, topicIds],
  })
}

type Identified<Child> = Child & { id: string }

async function insertSections(
  client: pg.ClientBase,
  id: string,
  sections: Identified<Draft['sections'][number]>[],
): Promise<void> {
  await client.query({
    name: 'insertSections',
    text: `INSERT INTO section (id, article_id, kind, heading, body, position)
      SELECT id, $1, kind, heading, body, place - 1
      FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
        WITH ORDINALITY AS line (id, kind, heading, body, place)`,
    values: [
      id,
      sections.map((section) => section.id),
      sections.map(({ kind }) => kind),
      sections.map(({ heading }) => heading),
      sections.map(({ body }) => body),
    ],
  })
}

async function insertTakeaways(
  client: pg.ClientBase,
  id: string,
  takeaways: Identified<Draft['takeaways'][number]>[],
): Promise<void> {
  await client.query({
    name: 'insertTakeaways',
    text: `INSERT INTO takeaway (id, article_id, text, position)
      SELECT id, $1, text, place - 1 FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS line (id, text, place)`,
    values: [id, takeaways.map((takeaway) => takeaway.id), takeaways.map(({ text }) => text)],
  })
}

async function insertRevision(client: pg.ClientBase, id: string, content: object): Promise<void> {
  await client.query({
    name: 'insertRevision',
    text: `INSERT INTO revision (article_id, number, content, created_by, created_at)
      VALUES ($1, 1, $2, $3, now())`,
    values: [id, content, actor],
  })
}
