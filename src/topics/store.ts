import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma, type Reader, readMoment } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import type { EventType } from '../events/types.ts'
import { invalidRequest, Moved, needsSlug, notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { isId, newId } from '../lib/ids.ts'
import { slugify } from '../lib/slug.ts'
import { sortableOf } from '../query/field.ts'
import { select } from '../query/fields.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import { topicFields } from './fields.ts'
import type { Topic, TopicDraft, TopicQuery, TopicRecord } from './schema.ts'

export async function listTopics(reader: Reader, query: TopicQuery): Promise<PageOf<Partial<Topic>>> {
  const { limit, cursor, offset, count, fields, sort = ['name'], ...filter } = query
  const tieBreaker = { column: Prisma.sql`topic.id`, type: 'uuid' } as const
  const order = orderOf(sortableOf(topicFields), sort, tieBreaker)
  const request = { limit, cursor, offset, count, order, boundTo: ['topics', sort, filter] }
  const { rows, page } = await readPage<{ topic: Topic }>(reader, request, {
    columns: Prisma.sql`topic.document AS topic`,
    from: Prisma.sql`topic`,
    where: () => [
      Prisma.sql`topic.merged_into_id IS NULL`,
      ...filtersOf(filter).map((one) => conditionOfFilter(topicFields, one)),
    ],
    planning: 'planned for its values',
  })
  return { data: rows.map(({ topic }) => (fields ? select(topic, fields) : topic)), page }
}

/** Throws `not-found`, or `Moved` where another topic took this one's place. */
export async function getTopic(reader: Reader, key: string): Promise<Topic> {
  const [row] = await reader.rows<{ topic: Topic; target: string | null }>(Prisma.sql`
    SELECT topic.document AS topic, target.slug AS target
    FROM topic LEFT JOIN topic AS target ON target.id = topic.merged_into_id
    WHERE ${isId(key) ? Prisma.sql`topic.id = ${key}::uuid` : Prisma.sql`topic.slug = ${key}`}`)
  if (!row) throw notFound('topic')
  if (row.target) throw new Moved(key, row.target)
  return row.topic
}

/** Throws `not-found`. */
export async function getTopicRecord(db: Db, key: string): Promise<TopicRecord> {
  return present(await findRow(db, key))
}

export async function createTopic(change: Change, draft: TopicDraft): Promise<TopicRecord> {
  const { id = newId(), slug = slugify(draft.name), ...words } = draft
  if (slug === null) throw needsSlug('name')
  const at = await readMoment(change.db)
  const row = await change.db.topic.create({ data: { ...words, id, slug, createdAt: at, updatedAt: at } })
  record(change, 'topic.created', row)
  return present(row)
}

/** Locks a topic, and saves what the edit makes of it. An edit that changes nothing saves nothing. */
export async function changeTopic(
  change: Change,
  key: string,
  edit: (topic: TopicRecord) => TopicDraft,
): Promise<TopicRecord> {
  const { db } = change
  const before = await lockRow(db, key)
  const { id: _, slug = before.slug, ...words } = edit(present(before))
  const edited = { ...words, slug }
  if (isDeepStrictEqual({ ...before, ...edited }, before)) return present(before)
  const updatedAt = await readMoment(db)
  const data = { ...edited, updatedAt, revision: before.revision + 1 }
  const row = await db.topic.update({ where: { id: before.id }, data })
  record(change, 'topic.updated', row)
  return present(row)
}

/** Deletes a topic that nothing names. Throws `still-referenced` where something does. */
export async function deleteTopic(
  change: Change,
  key: string,
  check: (topic: TopicRecord) => void,
): Promise<void> {
  const row = await lockRow(change.db, key)
  check(present(row))
  await change.db.topic.delete({ where: { id: row.id } })
  record(change, 'topic.deleted', row)
}

/**
 * Lets another topic take this one's place: its row stays, its URL answers 308, and old publications show the other. The
 * caller has taken it out of all working copies.
 */
export async function mergeTopic(
  change: Change,
  key: string,
  targetId: string,
  check: (topic: TopicRecord) => void,
): Promise<{ id: string; targetId: string }> {
  const { db } = change
  const row = await lockRow(db, key)
  check(present(row))
  const target = await db.topic.findUnique({ where: { id: targetId } })
  if (!target || target.mergedIntoId || target.id === row.id) {
    throw invalidRequest({
      parameter: 'reassignTo',
      code: 'unknown-reference',
      message: 'There is no other topic of this id.',
    })
  }
  const mergedInto = { mergedIntoId: target.id, updatedAt: await readMoment(db) }
  await db.topic.updateMany({ where: { mergedIntoId: row.id }, data: mergedInto })
  await db.topic.update({ where: { id: row.id }, data: { ...mergedInto, revision: row.revision + 1 } })
  record(change, 'topic.merged', row, { into: target.id })
  return { id: row.id, targetId: target.id }
}

/** The draft that would make this topic: what a patch is applied to. */
export function draftOfTopic({ slug, name, description }: TopicRecord) {
  return { slug, name, description }
}

type Row = Prisma.TopicGetPayload<object>

async function findRow(db: Db, key: string): Promise<Row> {
  const row = await db.topic.findUnique({ where: isId(key) ? { id: key } : { slug: key } })
  if (!row || row.mergedIntoId !== null) throw notFound('topic')
  return row
}

async function lockRow(db: Db, key: string): Promise<Row> {
  const { id } = await findRow(db, key)
  await db.rows(Prisma.sql`SELECT FROM topic WHERE id = ${id}::uuid FOR UPDATE`)
  return findRow(db, id)
}

function present({ mergedIntoId, createdAt, updatedAt, ...row }: Row): TopicRecord {
  return {
    ...row,
    etag: `"${row.revision}"`,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

function record(
  change: Change,
  type: EventType,
  { id, revision, updatedAt: at }: Row,
  more: object = {},
): void {
  const data = { id, revision, ...more }
  change.events.push({ type, subject: `topics/${id}`, at, data })
}
