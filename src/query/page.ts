import { type Planning, Prisma, type Reader } from '../database/client.ts'
import { after, keysetColumn, type OrderTerm, orderBy } from '../database/keyset.ts'
import { invalidRequest } from '../http/problems.ts'
import type { Page } from '../http/schemas.ts'
import { type Counting, countRows } from './count.ts'
import { type Cursor, decodeCursor, encodeCursor, fingerprint } from './cursor.ts'

export interface PageRequest {
  limit: number
  cursor?: string | undefined
  offset?: number | undefined
  count?: Counting | undefined
  order: readonly OrderTerm[]
  /** Whatever else decides which rows the list has, and in which order: a cursor is bound to it. */
  boundTo: unknown
}

/** The parts of a list's statement, each written with the moment that the page is read at. */
export interface ListStatement {
  /** What is shown of each row, read for the rows of the page only: dear columns cost nothing for those passed over. */
  columns: Prisma.Sql
  from: Prisma.Sql
  /** The name of the one table of `from` that the columns are made of; all of them when absent. */
  row?: Prisma.Sql
  where(reading: Reading): Prisma.Sql[]
  /** The past moment that the caller asked for; now when absent. */
  asOf?: Prisma.Sql | undefined
  /** Prepared when absent: right for a list whose best plan is the same whatever is asked for. */
  planning?: Planning
  /** The moment that a first page is a picture of, for the cursors to the others; none where time makes no difference. */
  readAt?: Prisma.Sql
  /** What tells which of the changes by that moment a first page has seen, as a text of digits. */
  seen?: (at: Prisma.Sql) => Prisma.Sql
}

/** What a page is a picture of. */
export interface Reading {
  at: Prisma.Sql
  /** What the first page of the list had seen; null for that page itself. */
  seen: string | null
}

/** The database's clock, evaluated once in a statement however many rows are compared with it. */
export const currentMoment = Prisma.sql`(SELECT moment())`

const timeless = Prisma.sql`timestamptz 'epoch'`

/** A page, and the conditions of the whole list that it is part of. */
export interface PageRead<Row> {
  rows: Row[]
  page: Page
  conditions: Prisma.Sql
}

/** Reads one page of a list in one statement: a row more than asked for tells whether there is another page. */
export async function readPage<Row extends object>(
  reader: Reader,
  request: PageRequest,
  statement: ListStatement,
): Promise<PageRead<Row>> {
  const { limit, offset = 0, count = 'none', order } = request
  const queryFingerprint = fingerprint(request.boundTo)
  const cursor = cursorOf(request, queryFingerprint)
  const isBackward = cursor?.isBackward ?? false
  const { at, ...carried } = momentsOf(statement, cursor)
  const conditions = statement.where({ at, seen: cursor?.seen ?? null })
  const onPage = cursor ? [...conditions, after(order, cursor.values, isBackward)] : conditions

  const found = await reader.rows<Row & Position>(
    selectPage(
      statement,
      carried,
      keysetColumn(order),
      Prisma.sql`FROM ${statement.from}
    WHERE ${allOf(onPage)}
    ${orderBy(order, isBackward)}
    LIMIT ${limit + 1} OFFSET ${offset}`,
    ),
    statement.planning,
  )

  const hasMore = found.length > limit
  const rows = found.slice(0, limit)
  if (isBackward) rows.reverse()
  const edge = (row: Position | undefined, backward: boolean) =>
    row ? encodeCursor(cursorAt(row, backward), queryFingerprint) : null
  const isFirst = !cursor && offset === 0
  const whole = allOf(conditions)
  return {
    rows,
    page: {
      limit,
      nextCursor: hasMore || isBackward ? edge(rows.at(-1), false) : null,
      prevCursor: !isFirst && (hasMore || !isBackward) ? edge(rows[0], true) : null,
      ...(count !== 'none' && { count: await countRows(reader, statement.from, whole, count) }),
    },
    conditions: whole,
  }
}

/** Postgres would make the columns of rows that OFFSET passes over too. The scan of a subquery keeps its order. */
function selectPage(
  { columns, row }: ListStatement,
  { readAt, seen }: Carried,
  keyset: Prisma.Sql,
  page: Prisma.Sql,
): Prisma.Sql {
  const carried = Prisma.sql`${readAt} AS "readAt", ${seen} AS "seen"`
  return row
    ? Prisma.sql`SELECT ${columns}, ${row}."keyset", ${carried}
        FROM (SELECT ${row}.*, ${keyset} AS "keyset" ${page}) AS ${row}`
    : Prisma.sql`SELECT ${columns}, ${keyset} AS "keyset", ${carried} ${page}`
}

/** What the cursors to other pages are to say of this one. */
interface Carried {
  readAt: Prisma.Sql
  seen: Prisma.Sql
}

interface Position {
  keyset: unknown[]
  readAt: string
  seen: string | null
}

function cursorAt({ keyset, readAt, seen }: Position, isBackward: boolean): Cursor {
  return { values: keyset, isBackward, at: readAt, seen }
}

function cursorOf({ cursor, offset, order }: PageRequest, queryFingerprint: string): Cursor | null {
  if (cursor === undefined) return null
  if (offset !== undefined) {
    const message = 'Does not go with cursor, which says already where the page begins.'
    throw invalidRequest({ parameter: 'offset', code: 'not-allowed', message })
  }
  return decodeCursor(cursor, queryFingerprint, order)
}

/** The moment that the rows are read at, and what cursors carry on. */
function momentsOf(statement: ListStatement, cursor: Cursor | null): Carried & { at: Prisma.Sql } {
  const { asOf, readAt = timeless, seen = () => Prisma.sql`NULL` } = statement
  if (!cursor) {
    const picturedAt = asOf ?? readAt
    return { at: asOf ?? currentMoment, readAt: picturedAt, seen: seen(picturedAt) }
  }
  const carried = Prisma.sql`${cursor.at}::timestamptz`
  // A forged cursor must not look into the future, where embargoes are.
  const at = asOf ?? Prisma.sql`(SELECT least(${carried}, moment()))`
  return { at, readAt: carried, seen: Prisma.sql`${cursor.seen}::text` }
}

function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`
}
