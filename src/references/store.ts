import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma, type Reader, readMoment } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import { invalidRequest, Moved, needsSlug, notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { isId, newId } from '../lib/ids.ts'
import { slugify } from '../lib/slug.ts'
import { type Fields, sortableOf } from '../query/field.ts'
import { select } from '../query/fields.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { type PageRequest, readPage } from '../query/page.ts'
import { filtersOf, type SimpleQuery } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'

/*
 * What articles refer to: authors and topics. They are public at once, without drafts, and another may take their place.
 */

/** What the kinds differ in. */
interface Kind {
  noun: 'author' | 'topic'
  plural: 'authors' | 'topics'
  table: Prisma.Sql
  fields: Fields
}

interface Draft {
  id?: string | undefined
  slug?: string | undefined
  name: string
}

type ListQuery = Omit<PageRequest, 'order' | 'boundTo'> &
  SimpleQuery & { fields?: string[] | undefined; sort?: string[] | undefined }

/** The columns that every kind has; the others are the fields of its draft. */
interface Row {
  id: string
  slug: string
  revision: number
  mergedIntoId: string | null
  createdAt: Date
  updatedAt: Date
}

/** What is used of Prisma's models, each of which is typed for one table. */
interface Model {
  create(statement: { data: object }): Promise<Row>
  findUnique(statement: { where: { id: string } | { slug: string } }): Promise<Row | null>
  update(statement: { where: { id: string }; data: object }): Promise<Row>
  updateMany(statement: { where: { mergedIntoId: string }; data: object }): Promise<unknown>
  delete(statement: { where: { id: string } }): Promise<unknown>
}

/**
 * The rows of a kind. `Shown` is what the public sees of one, which the table keeps as its `document`; `Recorded` what editors
 * have before them.
 */
export function storeOf<Shown extends object, Recorded extends object, Drafted extends Draft>(kind: Kind) {
  const { noun, plural, table, fields } = kind
  const modelOf = (db: Db) => db[noun] as unknown as Model

  const findRow = async (db: Db, key: string): Promise<Row> => {
    const row = await modelOf(db).findUnique({ where: isId(key) ? { id: key } : { slug: key } })
    if (!row || row.mergedIntoId !== null) throw notFound(noun)
    return row
  }

  const lockRow = async (db: Db, key: string): Promise<Row> => {
    const { id } = await findRow(db, key)
    await db.rows(Prisma.sql`SELECT FROM ${table} WHERE id = ${id}::uuid FOR UPDATE`)
    return findRow(db, id)
  }

  const present = ({ mergedIntoId, createdAt, updatedAt, ...row }: Row) => {
    const moments = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
    return { ...row, etag: `"${row.revision}"`, ...moments } as unknown as Recorded
  }

  const record = (
    change: Change,
    what: 'created' | 'updated' | 'deleted' | 'merged',
    { id, revision, updatedAt: at }: Row,
    more: object = {},
  ) => {
    const data = { id, revision, ...more }
    change.events.push({ type: `${noun}.${what}`, subject: `${plural}/${id}`, at, data })
  }

  return {
    async list(reader: Reader, query: ListQuery): Promise<PageOf<Partial<Shown>>> {
      const { limit, cursor, offset, count, fields: shown, sort = ['name'], ...filter } = query
      const tieBreaker = { column: Prisma.sql`${table}.id`, type: 'uuid' } as const
      const order = orderOf(sortableOf(fields), sort, tieBreaker)
      const request = { limit, cursor, offset, count, order, boundTo: [plural, sort, filter] }
      const { rows, page } = await readPage<{ document: Shown }>(reader, request, {
        columns: Prisma.sql`${table}.document`,
        from: table,
        where: () => [
          Prisma.sql`${table}.merged_into_id IS NULL`,
          ...filtersOf(filter).map((one) => conditionOfFilter(fields, one)),
        ],
        planning: 'planned for its values',
      })
      return { data: rows.map(({ document }) => (shown ? select(document, shown) : document)), page }
    },

    /** Throws `not-found`, or `Moved` where another took its place. */
    async get(reader: Reader, key: string): Promise<Shown> {
      const [row] = await reader.rows<{ document: Shown; target: string | null }>(Prisma.sql`
        SELECT ${table}.document, target.slug AS target
        FROM ${table} LEFT JOIN ${table} AS target ON target.id = ${table}.merged_into_id
        WHERE ${isId(key) ? Prisma.sql`${table}.id = ${key}::uuid` : Prisma.sql`${table}.slug = ${key}`}`)
      if (!row) throw notFound(noun)
      if (row.target) throw new Moved(key, row.target)
      return row.document
    },

    /** Throws `not-found`. */
    async getRecord(db: Db, key: string): Promise<Recorded> {
      return present(await findRow(db, key))
    },

    async create(change: Change, draft: Drafted): Promise<Recorded> {
      const { id = newId(), slug = slugify(draft.name), ...words } = draft
      if (slug === null) throw needsSlug('name')
      const at = await readMoment(change.db)
      const row = await modelOf(change.db).create({
        data: { ...words, id, slug, createdAt: at, updatedAt: at },
      })
      record(change, 'created', row)
      return present(row)
    },

    /** Locks a row, and saves what the edit makes of it. An edit that changes nothing saves nothing. */
    async change(change: Change, key: string, edit: (before: Recorded) => Drafted): Promise<Recorded> {
      const { db } = change
      const before = await lockRow(db, key)
      const { id: _, slug = before.slug, ...words } = edit(present(before))
      const edited = { ...words, slug }
      if (isDeepStrictEqual({ ...before, ...edited }, before)) return present(before)
      const updatedAt = await readMoment(db)
      const data = { ...edited, updatedAt, revision: before.revision + 1 }
      const row = await modelOf(db).update({ where: { id: before.id }, data })
      record(change, 'updated', row)
      return present(row)
    },

    /** Deletes what nothing refers to. Throws `still-referenced` where something does. */
    async delete(change: Change, key: string, check: (before: Recorded) => void): Promise<void> {
      const row = await lockRow(change.db, key)
      check(present(row))
      await modelOf(change.db).delete({ where: { id: row.id } })
      record(change, 'deleted', row)
    },

    /**
     * Lets another take the place of one: its row stays, its URL answers 308, and old publications show the other. The caller
     * puts the other into the working copies.
     */
    async merge(
      change: Change,
      key: string,
      targetId: string,
      check: (before: Recorded) => void,
    ): Promise<{ id: string; targetId: string }> {
      const { db } = change
      const row = await lockRow(db, key)
      check(present(row))
      const target = await modelOf(db).findUnique({ where: { id: targetId } })
      if (!target || target.mergedIntoId || target.id === row.id) {
        throw invalidRequest({
          parameter: 'reassignTo',
          code: 'unknown-reference',
          message: `There is no other ${noun} of this id.`,
        })
      }
      const mergedInto = { mergedIntoId: target.id, updatedAt: await readMoment(db) }
      await modelOf(db).updateMany({ where: { mergedIntoId: row.id }, data: mergedInto })
      await modelOf(db).update({ where: { id: row.id }, data: { ...mergedInto, revision: row.revision + 1 } })
      record(change, 'merged', row, { into: target.id })
      return { id: row.id, targetId: target.id }
    },
  }
}
