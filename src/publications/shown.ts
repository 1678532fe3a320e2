import { Prisma } from '../database/client.ts'
import type { Shown, Span } from '../http/storedResponse.ts'

/** An answer with its place on the timeline, which the cache goes by; no schema of an answer lets it out. */
export type Spanned<Answer> = Answer & { span: Span | null }

/** Columns of the span of a row called `shown`: until its end it is as it is, whatever else the timeline has. */
export const spanColumns = Prisma.sql`moment() AS "readAt", shown.visible_until AS "visibleUntil"`

export interface SpanRow {
  readAt: string
  visibleUntil: string | null
}

/** A past version has no end: it will always have been like that. */
export function spanOf({ readAt, visibleUntil }: SpanRow): Span {
  return { readAt, nextBoundary: visibleUntil !== null && visibleUntil > readAt ? visibleUntil : null }
}

/** What a list of published things shows: any change of an article, author or topic may change it. Null is not kept. */
export function shownInList(span: Span | null): Shown | null {
  return span && { tags: ['articles', 'authors', 'topics'], span }
}
