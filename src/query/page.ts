import { Prisma, type Reader, type StatementOptions } from '../database/client.ts'
import { after, keysetColumns, keysetNames, keysetOf, type OrderTerm, orderBy } from '../database/keyset.ts'
import { invalidRequest } from '../http/problems.ts'
import type { Page } from '../http/schemas.ts'
import type { Span } from '../http/storedResponse.ts'
import { type Counting, countRows } from './count.ts'
import { type Cursor, decodeCursor, encodeCursor, fingerprint } from './cursor.ts'
import {
  moments,
  momentsOf,
  type Position,
  pageMoment,
  type Reading,
  readMoments,
  type Timed,
} from './moments.ts'

export interface PageRequest {
  limit: number
  cursor?: string | undefined
  offset?: number | undefined
  count?: Counting | undefined
  order: readonly OrderTerm[]
  /** Whatever else decides which rows the list has, and in which order: a cursor is bound to it. */
  boundTo: unknown
}

/**
 * The parts of a list's statement, each written with the moment that the page is read at, and how it is run: prepared where the
 * best plan is the same whatever is asked for.
 */
export interface ListStatement extends StatementOptions, Timed {
  /** What is shown of each row, read for the rows of the page only: dear columns cost nothing for those passed over. */
  columns: Prisma.Sql
  from: Prisma.Sql
  /** Where a page is read from instead, if its order depends on the moment of the list: the first of these that has rows. */
  fromAt?: readonly SourceAt[]
  /** The name of the one table of `from` that the columns are made of; all of them when absent. */
  row?: Prisma.Sql
  /** The columns of `row` that the others are made of; all when absent. */
  carried?: Prisma.Sql
  /** What is joined to the rows of the page, which are there as `page` and under the name of `row`. */
  joined?: Prisma.Sql
  where(reading: Reading): Prisma.Sql[]
}

/**
 * A source with the row `pictured`, whose `at` is the moment of the list, and with the conditions of the whole list, which
 * are not asked again.
 */
export type SourceAt = (pictured: Prisma.Sql, conditions: Prisma.Sql) => Prisma.Sql

/** A page, and the conditions of the whole list that it is part of. */
export interface PageRead<Row> {
  rows: Row[]
  page: Page
  conditions: Prisma.Sql
  /** How long the page stays as it is while nobody changes anything; null where that is not known. */
  span: Span | null
}

/**
 * Reads one page of a list in one statement, or one for each source that is tried: a row more than asked for tells whether
 * there is another page.
 */
export async function readPage<Row extends object>(
  reader: Reader,
  request: PageRequest,
  statement: ListStatement,
): Promise<PageRead<Row>> {
  const { limit, offset = 0, count = 'none', order } = request
  const queryFingerprint = fingerprint(request.boundTo)
  const cursor = cursorOf(request, queryFingerprint)
  const isBackward = cursor?.isBackward ?? false
  const { at, times } = momentsOf(statement, cursor)
  const isPast = statement.asOf !== undefined
  const conditions = allOf(statement.where({ at, seen: cursor?.seen ?? null, isPast }))
  const onPage = cursor
    ? conditions
    : allOf(statement.where({ at: statement.asOf ?? pageMoment, seen: null, isPast }))
  const beyond = cursor ? [after(order, cursor.values, isBackward)] : []

  let found: (Row & Position)[] = []
  for (const { from, where } of sourcesOf(statement, onPage)) {
    found = await reader.rows<Row & Position>(
      selectPage(
        statement,
        times,
        order,
        Prisma.sql`FROM ${from} WHERE ${allOf([...where, ...beyond])} ${orderBy(order, isBackward)} ${atMost(offset)}`,
        limit + 1,
      ),
      { planning: statement.planning, json: statement.json },
    )
    if (found.length > 0) break
  }

  const hasMore = found.length > limit
  const rows = found.slice(0, limit)
  if (isBackward) rows.reverse()
  const moments = found[0] ? readMoments(found[0]) : null
  const edge = (row: Row | undefined, isBackward: boolean) => {
    if (!row || !moments) return null
    const { readAt, seen } = moments
    return encodeCursor({ values: keysetOf(row, order), isBackward, at: readAt, seen }, queryFingerprint)
  }
  const isFirst = !cursor && offset === 0
  return {
    rows,
    span: moments && { readAt: moments.clock, nextBoundary: moments.nextBoundary },
    page: {
      limit,
      nextCursor: hasMore || isBackward ? edge(rows.at(-1), false) : null,
      prevCursor: !isFirst && (hasMore || !isBackward) ? edge(rows[0], true) : null,
      ...(count !== 'none' && { count: await countRows(reader, statement.from, conditions, count) }),
    },
    conditions,
  }
}

interface Source {
  from: Prisma.Sql
  where: Prisma.Sql[]
}

/** What a page is read from, each written when the one before had no rows. */
function* sourcesOf({ from, fromAt }: ListStatement, conditions: Prisma.Sql): Generator<Source> {
  if (!fromAt) return yield { from, where: [conditions] }
  const pictured = Prisma.sql`(SELECT read_at AS at FROM page_times OFFSET 0) AS pictured`
  for (const sourceAt of fromAt) yield { from: sourceAt(pictured, conditions), where: [] }
}

/**
 * A statement's plan is made for what it says, not for the values that it is given: told of one row more than the longest
 * page has (`limits.page`), Postgres does not reckon with a part of the whole table.
 */
function atMost(offset: number): Prisma.Sql {
  return offset === 0 ? Prisma.sql`LIMIT 101` : Prisma.sql`LIMIT 101 OFFSET ${offset}`
}

/** Postgres would make the columns of rows that OFFSET passes over too; and what is joined is looked up for all rows at once. */
function selectPage(
  { columns, row, carried = Prisma.sql`${row}.*`, joined }: ListStatement,
  times: Prisma.Sql,
  order: readonly OrderTerm[],
  page: Prisma.Sql,
  maxCount: number,
): Prisma.Sql {
  const withTimes = Prisma.sql`WITH page_times AS MATERIALIZED (${times})`
  const keyset = keysetColumns(order)
  if (!row)
    return Prisma.sql`${withTimes} SELECT *, ${moments} AS "moments" FROM (
      SELECT ${columns}, ${keyset} ${page}) AS page LIMIT ${maxCount}`
  return Prisma.sql`${withTimes}, page AS MATERIALIZED (
      SELECT *, row_number() OVER () AS place FROM (SELECT ${carried}, ${keyset} ${page}) AS listed LIMIT ${maxCount})
    SELECT ${columns}, ${keysetNames(order)}, CASE WHEN ${row}.place = 1 THEN ${moments} END AS "moments"
    FROM page AS ${row} ${joined ?? Prisma.empty} ORDER BY ${row}.place`
}

function cursorOf({ cursor, offset, order }: PageRequest, queryFingerprint: string): Cursor | null {
  if (cursor === undefined) return null
  if (offset !== undefined) {
    const message = 'Does not go with cursor, which says already where the page begins.'
    throw invalidRequest({ parameter: 'offset', code: 'not-allowed', message })
  }
  return decodeCursor(cursor, queryFingerprint, order)
}

function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`
}
