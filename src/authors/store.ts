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
import { authorFields } from './fields.ts'
import type { Author, AuthorDraft, AuthorQuery, AuthorRecord } from './schema.ts'

export async function listAuthors(reader: Reader, query: AuthorQuery): Promise<PageOf<Partial<Author>>> {
  const { limit, cursor, offset, count, fields, sort = ['name'], ...filter } = query
  const tieBreaker = { column: Prisma.sql`author.id`, type: 'uuid' } as const
  const order = orderOf(sortableOf(authorFields), sort, tieBreaker)
  const request = { limit, cursor, offset, count, order, boundTo: ['authors', sort, filter] }
  const { rows, page } = await readPage<{ author: Author }>(reader, request, {
    columns: Prisma.sql`author.document AS author`,
    from: Prisma.sql`author`,
    where: () => [
      Prisma.sql`author.merged_into_id IS NULL`,
      ...filtersOf(filter).map((one) => conditionOfFilter(authorFields, one)),
    ],
    planning: 'planned for its values',
  })
  return { data: rows.map(({ author }) => (fields ? select(author, fields) : author)), page }
}

/** Throws `not-found`, or `Moved` where another author took this one's place. */
export async function getAuthor(reader: Reader, key: string): Promise<Author> {
  const [row] = await reader.rows<{ author: Author; target: string | null }>(Prisma.sql`
    SELECT author.document AS author, target.slug AS target
    FROM author LEFT JOIN author AS target ON target.id = author.merged_into_id
    WHERE ${isId(key) ? Prisma.sql`author.id = ${key}::uuid` : Prisma.sql`author.slug = ${key}`}`)
  if (!row) throw notFound('author')
  if (row.target) throw new Moved(key, row.target)
  return row.author
}

/** Throws `not-found`. */
export async function getAuthorRecord(db: Db, key: string): Promise<AuthorRecord> {
  return present(await findRow(db, key))
}

export async function createAuthor(change: Change, draft: AuthorDraft): Promise<AuthorRecord> {
  const { id = newId(), slug = slugify(draft.name), ...words } = draft
  if (slug === null) throw needsSlug('name')
  const at = await readMoment(change.db)
  const row = await change.db.author.create({ data: { ...words, id, slug, createdAt: at, updatedAt: at } })
  record(change, 'author.created', row)
  return present(row)
}

/** Locks an author, and saves what the edit makes of it. An edit that changes nothing saves nothing. */
export async function changeAuthor(
  change: Change,
  key: string,
  edit: (author: AuthorRecord) => AuthorDraft,
): Promise<AuthorRecord> {
  const { db } = change
  const before = await lockRow(db, key)
  const { id: _, slug = before.slug, ...words } = edit(present(before))
  const edited = { ...words, slug }
  if (isDeepStrictEqual({ ...before, ...edited }, before)) return present(before)
  const updatedAt = await readMoment(db)
  const data = { ...edited, updatedAt, revision: before.revision + 1 }
  const row = await db.author.update({ where: { id: before.id }, data })
  record(change, 'author.updated', row)
  return present(row)
}

/** Deletes an author whom nothing names. Throws `still-referenced` where something does. */
export async function deleteAuthor(
  change: Change,
  key: string,
  check: (author: AuthorRecord) => void,
): Promise<void> {
  const row = await lockRow(change.db, key)
  check(present(row))
  await change.db.author.delete({ where: { id: row.id } })
  record(change, 'author.deleted', row)
}

/**
 * Lets another author take this one's place: its row stays, its URL answers 308, and old publications show the other. The
 * caller has taken it off all working copies.
 */
export async function mergeAuthor(
  change: Change,
  key: string,
  targetId: string,
  check: (author: AuthorRecord) => void,
): Promise<{ id: string; targetId: string }> {
  const { db } = change
  const row = await lockRow(db, key)
  check(present(row))
  const target = await db.author.findUnique({ where: { id: targetId } })
  if (!target || target.mergedIntoId || target.id === row.id) {
    throw invalidRequest({
      parameter: 'reassignTo',
      code: 'unknown-reference',
      message: 'There is no other author of this id.',
    })
  }
  const mergedInto = { mergedIntoId: target.id, updatedAt: await readMoment(db) }
  await db.author.updateMany({ where: { mergedIntoId: row.id }, data: mergedInto })
  await db.author.update({ where: { id: row.id }, data: { ...mergedInto, revision: row.revision + 1 } })
  record(change, 'author.merged', row, { into: target.id })
  return { id: row.id, targetId: target.id }
}

/** The draft that would make this author: what a patch is applied to. */
export function draftOfAuthor({
  slug,
  name,
  jobTitle,
  bio,
  location,
  organisation,
  website,
  links,
  email,
}: AuthorRecord) {
  return { slug, name, jobTitle, bio, location, organisation, website, links, email }
}

type Row = Prisma.AuthorGetPayload<object>

async function findRow(db: Db, key: string): Promise<Row> {
  const row = await db.author.findUnique({ where: isId(key) ? { id: key } : { slug: key } })
  if (!row || row.mergedIntoId !== null) throw notFound('author')
  return row
}

async function lockRow(db: Db, key: string): Promise<Row> {
  const { id } = await findRow(db, key)
  await db.rows(Prisma.sql`SELECT FROM author WHERE id = ${id}::uuid FOR UPDATE`)
  return findRow(db, id)
}

function present({ mergedIntoId, createdAt, updatedAt, ...row }: Row): AuthorRecord {
  return {
    ...row,
    links: row.links as AuthorRecord['links'],
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
  change.events.push({ type, subject: `authors/${id}`, at, data })
}
