import { type Db, Prisma } from '../database/client.ts'

/** When one publication of an article is public. */
export interface Span {
  id: string
  /** The revision of the article that it makes public. */
  revision: number
  from: Date
  /** Null: open-ended. */
  until: Date | null
  /** The end that was asked for; `until` is sooner where another span begins. */
  intendedUntil: Date | null
  publishedAt: Date
  firstPublishedAt: Date
}

type NewSpan = Pick<Span, 'id' | 'revision' | 'from' | 'intendedUntil'>

/** When a publication can begin: now, but after the start of the one that is live, and not when another one begins. */
export function earliestStart(spans: readonly Span[], now: Date): Date {
  const live = liveSpan(spans, now)
  let start = Math.max(now.getTime(), (live?.from.getTime() ?? 0) + 1)
  while (spans.some(({ from }) => from.getTime() === start)) start += 1
  return new Date(start)
}

export function liveSpan(spans: readonly Span[], now: Date): Span | undefined {
  return spans.find(({ from, until }) => from <= now && (until === null || until > now))
}

export function scheduledSpans(spans: readonly Span[], now: Date): Span[] {
  return spans.filter(({ from }) => from > now)
}

/**
 * The timeline with one more publication in it. Whatever is public when it begins ends there; one that is scheduled for the
 * same moment gives way.
 */
export function withSpan(spans: readonly Span[], added: NewSpan, now: Date): Span[] {
  const span = { ...added, until: added.intendedUntil, publishedAt: added.from, firstPublishedAt: added.from }
  const others = spans.filter(({ from }) => from <= now || from.getTime() !== added.from.getTime())
  return arrange([...others, span], now)
}

/** The timeline without what has not begun: the live publication gets its end back. */
export function withoutSchedules(spans: readonly Span[], now: Date): Span[] {
  return arrange(
    spans.filter(({ from }) => from <= now),
    now,
  )
}

/** The timeline of an article that is taken down: the live publication ends, and nothing is to come. */
export function takenDown(spans: readonly Span[], now: Date): Span[] {
  const end = earliestStart(spans, now)
  const begun = spans.filter(({ from }) => from <= now)
  return arrange(
    begun.map((span) => (span === liveSpan(spans, now) ? { ...span, intendedUntil: end } : span)),
    now,
  )
}

/** A past bound never changes; the others follow from what was asked for and from where the next span begins. */
function arrange(spans: readonly Span[], now: Date): Span[] {
  const sorted = [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())
  const first = sorted[0]
  let previous: Span | undefined
  return sorted.map((span, index) => {
    const next = sorted[index + 1]
    const isPast = span.until !== null && span.until <= now && span.from <= now
    const until = isPast ? span.until : earliest(span.intendedUntil, next?.from ?? null)
    const continues = previous?.until?.getTime() === span.from.getTime()
    const publishedAt = continues && previous ? previous.publishedAt : span.from
    previous = { ...span, until, publishedAt, firstPublishedAt: first?.from ?? span.from }
    return previous
  })
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

/** All spans of an article, in time. The caller holds the article's lock. */
export async function readTimeline(db: Db, articleId: string): Promise<Span[]> {
  const rows = await db.rows<WrittenSpan>(Prisma.sql`
    SELECT id, revision_number AS revision, visible_from AS "from", visible_until AS until,
      intended_until AS "intendedUntil", published_at AS "publishedAt", first_published_at AS "firstPublishedAt"
    FROM publication WHERE article_id = ${articleId}::uuid ORDER BY visible_from`)
  return rows.map(({ id, revision, from, until, intendedUntil, publishedAt, firstPublishedAt }) => ({
    id,
    revision,
    from: new Date(from),
    until: momentOf(until),
    intendedUntil: momentOf(intendedUntil),
    publishedAt: new Date(publishedAt),
    firstPublishedAt: new Date(firstPublishedAt),
  }))
}

type WrittenSpan = Pick<Span, 'id' | 'revision'> &
  Record<'from' | 'publishedAt' | 'firstPublishedAt', string> &
  Record<'until' | 'intendedUntil', string | null>

function momentOf(written: string | null): Date | null {
  return written === null ? null : new Date(written)
}

/** Saves what an arrangement changed of the publications that exist: cancelled ones go, moved bounds are written. */
export async function saveTimeline(db: Db, before: readonly Span[], after: readonly Span[]): Promise<void> {
  const cancelled = before.filter(({ id }) => !after.some((span) => span.id === id)).map(({ id }) => id)
  if (cancelled.length > 0)
    await db.execute(Prisma.sql`DELETE FROM publication WHERE id = ANY(${cancelled}::uuid[])`)
  const moved = after.filter((span) => {
    const previous = before.find(({ id }) => id === span.id)
    return previous && !isSameSpan(previous, span)
  })
  if (moved.length === 0) return
  await db.execute(Prisma.sql`
    UPDATE publication SET visible_from = span."from", visible_until = span.until,
      intended_until = span."intendedUntil", published_at = span."publishedAt",
      first_published_at = span."firstPublishedAt"
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS span (id uuid, "from" timestamptz, until timestamptz,
      "intendedUntil" timestamptz, "publishedAt" timestamptz, "firstPublishedAt" timestamptz)
    WHERE publication.id = span.id`)
}

function isSameSpan(one: Span, other: Span): boolean {
  const bounds = (span: Span) =>
    [span.from, span.until, span.intendedUntil, span.publishedAt, span.firstPublishedAt].map((date) =>
      date?.getTime(),
    )
  return bounds(one).every((bound, index) => bound === bounds(other)[index])
}
