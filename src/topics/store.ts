import { type Db, Prisma, type Reader } from '../database/client.ts'
import { Moved, needsSlug, notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { isId, newId } from '../lib/ids.ts'
import { slugify } from '../lib/slug.ts'
import { select } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import { type Topic, type TopicDraft, type TopicQuery, topicSorts } from './schema.ts'

/** The public columns of a row called `topic`, as JSON: what articles embed too. */
export const topicJson = Prisma.sql`json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name,
  'description', topic.description, 'updatedAt', iso_moment(topic.updated_at))`

export async function listTopics(reader: Reader, query: TopicQuery): Promise<PageOf<Partial<Topic>>> {
  const tieBreaker = { column: Prisma.sql`topic.id`, type: 'uuid' } as const
  const order = orderOf(topicSorts, query.sort, tieBreaker)
  const request = { limit: query.limit, cursor: query.cursor, order, boundTo: ['topics', query.sort] }
  const { rows, page } = await readPage<{ topic: Topic }>(reader, request, {
    columns: Prisma.sql`${topicJson} AS topic`,
    from: Prisma.sql`topic`,
    where: () => [Prisma.sql`topic.merged_into_id IS NULL`],
  })
  const { fields } = query
  return { data: rows.map(({ topic }) => (fields ? select(topic, fields) : topic)), page }
}

/** Throws `not-found`, or `Moved` where another topic took this one's place. */
export async function getTopic(reader: Reader, key: string): Promise<Topic> {
  const [row] = await reader.rows<{ topic: Topic; target: string | null }>(Prisma.sql`
    SELECT ${topicJson} AS topic, target.slug AS target
    FROM topic LEFT JOIN topic AS target ON target.id = topic.merged_into_id
    WHERE ${isId(key) ? Prisma.sql`topic.id = ${key}::uuid` : Prisma.sql`topic.slug = ${key}`}`)
  if (!row) throw notFound('topic')
  if (row.target) throw new Moved(key, row.target)
  return row.topic
}

export async function createTopic(db: Db, draft: TopicDraft, at: Date): Promise<{ id: string }> {
  const { id = newId(), slug = slugify(draft.name), ...words } = draft
  if (slug === null) throw needsSlug('name')
  await db.topic.create({ data: { ...words, id, slug, createdAt: at, updatedAt: at } })
  return { id }
}
