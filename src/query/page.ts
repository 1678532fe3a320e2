import { type Planning, Prisma, type Reader } from '../database/client.ts'
import { after, keysetColumn, type OrderTerm, orderBy } from '../database/keyset.ts'
import type { Span } from '../http/caching.ts'
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
  /**
   * Where a page is read from instead, if its order depends on the moment of the list: a source with the row `pictured`, whose
   * `at` is that moment, and with the conditions of the whole list, which are not asked again.
   */
  fromAt?: (pictured: Prisma.Sql, conditions: Prisma.Sql) => Prisma.Sql
  /** The name of the one table of `from` that the columns are made of; all of them when absent. */
  row?: Prisma.Sql
  where(reading: Reading): Prisma.Sql[]
  /** The past moment that the caller asked for; now when absent. */
  asOf?: Prisma.Sql | undefined
  /** Prepared when absent: right for a list whose best plan is the same whatever is asked for. */
  planning?: Planning
  /** What tells which of the changes by that moment a first page has seen, as a text of digits. */
  seen?: (at: Prisma.Sql) => Prisma.Sql
  /**
   * A statement that gives the first page its times: `now`, when it is read; `read_at`, the moment that it is a picture of,
   * for the cursors to the others; `next_boundary`, when it is next to change by itself. Absent where time makes no difference.
   */
  times?: Prisma.Sql
}

/** What a page is a picture of. */
export interface Reading {
  at: Prisma.Sql
  /** What the first page of the list had seen; null for that page itself. */
  seen: string | null
}

/** The database's clock, evaluated once in a statement however many rows are compared with it. */
export const currentMoment = Prisma.sql`(SELECT moment())`

/** The same for all of a page's statement: what a boundary divides must not be read on both sides of it. */
const clock = Prisma.sql`(SELECT now FROM page_times)`

const timeless = Prisma.sql`SELECT moment() AS now, timestamptz 'epoch' AS read_at, NULL::timestamptz AS next_boundary`

/** A page, and the conditions of the whole list that it is part of. */
export interface PageRead<Row> {
  rows: Row[]
  page: Page
  conditions: Prisma.Sql
  /** How long the page stays as it is while nobody changes anything; null where that is not known. */
  span: Span | null
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
  const { at, times, ...picked } = momentsOf(statement, cursor)
  const conditions = allOf(statement.where({ at, seen: cursor?.seen ?? null }))
  const onPage = cursor ? conditions : allOf(statement.where({ at: statement.asOf ?? clock, seen: null }))
  const source = sourceOf(statement, picked, onPage)
  const where = cursor ? [...source.where, after(order, cursor.values, isBackward)] : source.where

  const found = await reader.rows<Row & Position>(
    selectPage(
      statement,
      times,
      source.carried,
      keysetColumn(order),
      Prisma.sql`FROM ${source.from}
    WHERE ${allOf(where)}
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
  const [first] = found
  return {
    rows,
    span: first ? { readAt: first.clock, nextBoundary: first.nextBoundary } : null,
    page: {
      limit,
      nextCursor: hasMore || isBackward ? edge(rows.at(-1), false) : null,
      prevCursor: !isFirst && (hasMore || !isBackward) ? edge(rows[0], true) : null,
      ...(count !== 'none' && { count: await countRows(reader, statement.from, conditions, count) }),
    },
    conditions,
  }
}

/** What a page is read from. The moment comes from there where an order depends on it: evaluated twice, it might be two. */
function sourceOf({ from, fromAt }: ListStatement, picked: Carried, conditions: Prisma.Sql) {
  if (!fromAt) return { from, where: [conditions], carried: picked }
  const pictured = Prisma.sql`(SELECT ${picked.readAt} AS at, ${picked.seen} AS seen OFFSET 0) AS pictured`
  const carried = { ...picked, readAt: Prisma.sql`pictured.at`, seen: Prisma.sql`pictured.seen` }
  return { from: fromAt(pictured, conditions), where: [], carried }
}

/** Postgres would make the columns of rows that OFFSET passes over too. The scan of a subquery keeps its order. */
function selectPage(
  { columns, row }: ListStatement,
  times: Prisma.Sql,
  { readAt, seen }: Carried,
  keyset: Prisma.Sql,
  page: Prisma.Sql,
): Prisma.Sql {
  const carried = Prisma.sql`${readAt} AS "readAt", ${seen} AS "seen",
    ${clock} AS "clock", (SELECT next_boundary FROM page_times) AS "nextBoundary"`
  const withTimes = Prisma.sql`WITH page_times AS MATERIALIZED (${times})`
  return row
    ? Prisma.sql`${withTimes} SELECT ${columns}, ${row}."keyset", ${row}."readAt", ${row}."seen", ${row}."clock",
          ${row}."nextBoundary"
        FROM (SELECT ${row}.*, ${keyset} AS "keyset", ${carried} ${page}) AS ${row}`
    : Prisma.sql`${withTimes} SELECT ${columns}, ${keyset} AS "keyset", ${carried} ${page}`
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
  clock: string
  nextBoundary: string | null
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

/** The moment that the rows are read at, what cursors carry on, and where both come from. */
function momentsOf(
  { asOf, times = timeless, seen = () => Prisma.sql`NULL` }: ListStatement,
  cursor: Cursor | null,
): Carried & { at: Prisma.Sql; times: Prisma.Sql } {
  if (cursor) {
    const carried = Prisma.sql`${cursor.at}::timestamptz`
    // A forged cursor must not look into the future, where embargoes are.
    const at = asOf ?? Prisma.sql`(SELECT least(${carried}, moment()))`
    return { at, readAt: carried, seen: Prisma.sql`${cursor.seen}::text`, times: timeless }
  }
  if (asOf) return { at: asOf, readAt: asOf, seen: seen(asOf), times: timeless }
  const readAt = Prisma.sql`(SELECT read_at FROM page_times)`
  return { at: currentMoment, readAt, seen: seen(readAt), times }
}

function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`
}
