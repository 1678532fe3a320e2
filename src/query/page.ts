import { Prisma, type Reader } from '../database/client.ts'
import { after, keysetColumn, type OrderTerm, orderBy } from '../database/keyset.ts'
import type { Page } from '../http/schemas.ts'
import { type Cursor, decodeCursor, encodeCursor, fingerprint } from './cursor.ts'

export interface PageRequest {
  limit: number
  cursor?: string | undefined
  order: readonly OrderTerm[]
  /** Whatever else decides which rows the list has, and in which order: a cursor is bound to it. */
  boundTo: unknown
}

/** The parts of a list's statement, each written with the moment that the page is read at. */
export interface ListStatement {
  columns: Prisma.Sql
  /** A source whose order depends on the moment of the list is made with it, and gives it back as `clock.at`. */
  from: Prisma.Sql | ((at: Prisma.Sql) => Prisma.Sql)
  where(at: Prisma.Sql): Prisma.Sql[]
  /** The moment that a first page is a picture of, for the cursors to the others; none where time makes no difference. */
  readAt?: Prisma.Sql
}

/** The database's clock, evaluated once in a statement however many rows are compared with it. */
export const currentMoment = Prisma.sql`(SELECT moment())`

const timeless = Prisma.sql`timestamptz 'epoch'`

/** Reads one page of a list in one statement: a row more than asked for tells whether there is another page. */
export async function readPage<Row extends object>(
  reader: Reader,
  request: PageRequest,
  statement: ListStatement,
): Promise<{ rows: Row[]; page: Page }> {
  const queryFingerprint = fingerprint(request.boundTo)
  const cursor =
    request.cursor === undefined ? null : decodeCursor(request.cursor, queryFingerprint, request.order)
  const isBackward = cursor?.isBackward ?? false
  // A forged cursor must not look into the future, where embargoes are.
  const at = cursor ? Prisma.sql`(SELECT least(${cursor.at}::timestamptz, moment()))` : currentMoment
  const readAt = cursor ? Prisma.sql`${cursor.at}::timestamptz` : (statement.readAt ?? timeless)
  const conditions = statement.where(at)
  const source = sourceOf(statement, cursor ? at : readAt, readAt)
  if (cursor) conditions.push(after(request.order, cursor.values, isBackward))

  const found = await reader.rows<Row & Position>(Prisma.sql`
    SELECT ${statement.columns}, ${keysetColumn(request.order)} AS "keyset", ${source.readAt} AS "readAt"
    FROM ${source.from}
    WHERE ${conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`}
    ${orderBy(request.order, isBackward)}
    LIMIT ${request.limit + 1}`)

  const hasMore = found.length > request.limit
  const rows = found.slice(0, request.limit)
  if (isBackward) rows.reverse()
  const edge = (row: Position | undefined, backward: boolean) =>
    row ? encodeCursor(cursorAt(row, backward), queryFingerprint) : null
  return {
    rows,
    page: {
      limit: request.limit,
      nextCursor: hasMore || isBackward ? edge(rows.at(-1), false) : null,
      prevCursor: cursor && (hasMore || !isBackward) ? edge(rows[0], true) : null,
    },
  }
}

/** The moment comes from the source itself where that has it: evaluated twice, it might lie on both sides of a boundary. */
function sourceOf({ from }: ListStatement, at: Prisma.Sql, readAt: Prisma.Sql) {
  return typeof from === 'function' ? { from: from(at), readAt: Prisma.sql`clock.at` } : { from, readAt }
}

interface Position {
  keyset: unknown[]
  readAt: string
}

function cursorAt(row: Position, isBackward: boolean): Cursor {
  return { values: row.keyset, isBackward, at: row.readAt }
}
