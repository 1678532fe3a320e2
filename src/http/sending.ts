import type { IncomingHttpHeaders } from 'node:http'
import { isUnchanged } from './conditional.ts'
import { limits } from './limits.ts'
import type { StoredResponse } from './responseStore.ts'

/** A kept answer as a request gets it: whole, or as a 304. */
export interface SentAnswer {
  status: 200 | 304
  /** Names and values in turn. */
  headers: string[]
  body: Buffer | undefined
}

/** How many public answers came from where. */
export type AnswersFrom = Record<'shortcut' | 'memory' | 'database', number>

/** `others`: headers that only this request is sent. */
export function answerFrom(
  { headers, bodyHeaders, etag, lastModified, body, toldExpiry }: StoredResponse,
  request: IncomingHttpHeaders,
  others: readonly string[] = [],
): SentAnswer {
  const own = ['etag', etag, 'cache-control', toldUntil(toldExpiry)]
  return isUnchanged(request, etag, lastModified)
    ? { status: 304, headers: [...headers, ...own, ...others], body: undefined }
    : { status: 200, headers: [...headers, ...bodyHeaders, ...own, ...others], body }
}

/** Seconds that a shared cache may keep it, may show it while it asks anew, and may show it while it gets no answer. */
const maxSharedAge = 60
const maxStale = 30
const maxStaleIfError = limits.oldAnswersMs / 1000
const unbounded = directives(maxSharedAge, maxStale, maxStaleIfError)

/** Browsers ask each time; shared caches keep it, never past the next boundary of the timeline (RFC 9111, 5.2.2; RFC 5861). */
export function toldUntil(toldExpiry: number): string {
  if (toldExpiry === Number.POSITIVE_INFINITY) return unbounded
  const left = Math.max(0, Math.floor((toldExpiry - performance.now()) / 1000))
  const shared = Math.min(maxSharedAge, left)
  return directives(shared, Math.min(maxStale, left - shared), Math.min(maxStaleIfError, left - shared))
}

function directives(shared: number, stale: number, ifError: number): string {
  return `public, max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}, stale-if-error=${ifError}`
}
