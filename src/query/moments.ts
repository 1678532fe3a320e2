import { Prisma } from '../database/client.ts'
import type { Cursor } from './cursor.ts'

/** What a list says of time. */
export interface Timed {
  /** The past moment that the caller asked for; now when absent. */
  asOf?: Prisma.Sql | undefined
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
  /** Whether the caller asked for a moment: Postgres then knows it when it plans. */
  isPast: boolean
}

/** The database's clock, evaluated once in a statement however many rows are compared with it. */
export const currentMoment = Prisma.sql`(SELECT moment())`

/** The same for all columns of a page's statement: what a boundary divides must not be read on both sides of it. */
export const pageMoment = Prisma.sql`(SELECT now FROM page_times)`

const timeless = Prisma.sql`SELECT moment() AS now, timestamptz 'epoch' AS read_at, NULL::timestamptz AS next_boundary`

/** The moment that the rows are read at, and a statement of all that a page tells of its moments. */
export function momentsOf(
  { asOf, times = timeless, seen = () => Prisma.sql`NULL` }: Timed,
  cursor: Cursor | null,
): { at: Prisma.Sql; times: Prisma.Sql } {
  if (cursor) {
    const carried = Prisma.sql`${cursor.at}::timestamptz`
    // A forged cursor must not look into the future, where embargoes are.
    const at = asOf ?? Prisma.sql`(SELECT least(${carried}, moment()))`
    return { at, times: pastTimes(carried, Prisma.sql`${cursor.seen}::text`) }
  }
  if (asOf) return { at: asOf, times: pastTimes(asOf, seen(asOf)) }
  const readAt = Prisma.sql`page_times.read_at`
  return {
    at: currentMoment,
    // OFFSET 0: Postgres would look for the times anew in each place where `seen` has one.
    times: Prisma.sql`SELECT *, ${seen(readAt)} AS seen FROM (${times} OFFSET 0) AS page_times`,
  }
}

/** A picture of the past has no end. */
function pastTimes(readAt: Prisma.Sql, seen: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT moment() AS now, ${readAt} AS read_at, NULL::timestamptz AS next_boundary, ${seen} AS seen`
}

/** The moments of a page as one text, which its first row has. */
export const moments = Prisma.sql`(SELECT json_build_array(now, read_at, next_boundary, seen)::text FROM page_times)`

/** What the first row of a page has besides its own columns. */
export interface Position {
  moments: string
}

interface Moments {
  clock: string
  readAt: string
  nextBoundary: string | null
  seen: string | null
}

/** The moments of the row that has them, in RFC 3339 with milliseconds. */
export function readMoments({ moments }: Position): Moments {
  const [now, readAt, nextBoundary, seen] = JSON.parse(moments)
  const told = (moment: string) => new Date(moment).toISOString()
  return {
    clock: told(now),
    readAt: told(readAt),
    nextBoundary: nextBoundary === null ? null : told(nextBoundary),
    seen,
  }
}
