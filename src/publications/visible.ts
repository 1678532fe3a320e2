import { Prisma, type Reader } from '../database/client.ts'
import { currentMoment, type Reading } from '../query/moments.ts'
import { beforeLateChange, lastSeen, lateArticles } from './late.ts'

/*
 * SQL of what the public sees. Every table that these conditions are put to is called `shown` in its statement, and has
 * the columns of a span: publication itself, published_section and published_takeaway.
 */

/**
 * Live at a moment, and not withdrawn since: what was taken back is gone from the past too. A draft cannot be seen through
 * this, because it is in none of these tables.
 */
export function visibleAt(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${spanHolds(at)} AND ${isNotWithdrawn}`
}

/** The same on each page of a list: later ones show an article that was changed meanwhile as the first one saw it. */
export function visibleOnPage({ at, seen, isPast }: Reading): Prisma.Sql {
  const holds = isPast ? spanHolds(at) : Prisma.sql`${hasBegun(at)} AND ${hasNotEnded(at)}`
  if (seen === null) return Prisma.sql`${holds} AND ${isNotWithdrawn}`
  const late = lateArticles(seen, at)
  return Prisma.sql`((shown.article_id <> ALL (${late}) AND ${holds})
    OR (shown.article_id = ANY (${late}) AND ${spanHolds(beforeLateChange(seen))})) AND ${isNotWithdrawn}`
}

/**
 * Said so that Postgres does not see a bound of `visible_from`: with another one, of `updatedAfter` say, it would take the
 * two for a range of which it does not know the end, reckon with one row in two hundred, and read and sort half of all.
 */
function hasBegun(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(shown.visible_from, 'infinity') <= ${at}`
}

/** Without what was withdrawn: for candidates that are read along an index, and put to `visibleAt` once they are few. */
export function spanHolds(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`shown.visible_from <= ${at} AND ${hasNotEnded(at)}`
}

function hasNotEnded(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(shown.visible_until IS NULL OR shown.visible_until > ${at})`
}

const isNotWithdrawn = Prisma.sql`NOT EXISTS (SELECT FROM withdrawal
  WHERE withdrawal.article_id = shown.article_id AND withdrawal.ended_at IS NULL)`

/**
 * The times of a list. What was public at the last boundary of the timeline is what is public now: a list is a picture of
 * that moment, so that its cursors, and with them its ETag, stay the same while nothing changes. The next boundary is the
 * next moment at which anything becomes public or stops to be.
 */
const times = Prisma.sql`SELECT clock.now,
  coalesce(greatest((SELECT max(visible_from) FROM publication WHERE visible_from <= clock.now),
    (SELECT max(visible_until) FROM publication WHERE visible_until <= clock.now)), clock.now) AS read_at,
  ${nextBoundary(Prisma.sql`clock.now`)} AS next_boundary
  FROM (SELECT moment() AS now OFFSET 0) AS clock`

export function nextBoundary(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`least((SELECT min(visible_from) FROM publication WHERE visible_from > ${at}),
    (SELECT min(visible_until) FROM publication WHERE visible_until > ${at}))`
}

export async function findNewestSlug(reader: Reader): Promise<string | null> {
  const [newest] = await reader.rows<{ slug: string }>(Prisma.sql`
    SELECT shown.slug FROM publication AS shown WHERE ${visibleAt(currentMoment)}
    ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT 1`)
  return newest?.slug ?? null
}

/** What makes the later pages of a list a picture of the same moment as the first. */
export const picture = { times, seen: lastSeen }
