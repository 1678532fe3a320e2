import type { IncomingHttpHeaders } from 'node:http'
import { isUnchanged } from './conditional.ts'
import { limits } from './limits.ts'
import type { StoredResponse } from './responseStore.ts'

/** A kept answer as a request gets it: whole, or as a 304. */
export interface SentAnswer {
  status: 200 | 304
  /** Names and values in turn: the form that Node writes fastest. */
  headers: readonly string[]
  body: Buffer | string | undefined
}

/** How many public answers came from where. */
export type AnswersFrom = Record<'shortcut' | 'memory' | 'database', number>

export function answerFrom(stored: StoredResponse, request: IncomingHttpHeaders): SentAnswer {
  const { whole, unchanged } = headerLinesOf(stored)
  const cacheControl = ['cache-control', toldUntil(stored.toldExpiry)]
  return isUnchanged(request, stored.etag, stored.headers['last-modified'])
    ? { status: 304, headers: [...unchanged, ...cacheControl], body: undefined }
    : { status: 200, headers: [...whole, ...cacheControl], body: stored.body }
}

interface HeaderLines {
  whole: readonly string[]
  unchanged: readonly string[]
}

/** Made at the first sending and kept as long as the answer. */
const headerLines = new WeakMap<StoredResponse, HeaderLines>()

function headerLinesOf(stored: StoredResponse): HeaderLines {
  const known = headerLines.get(stored)
  if (known) return known
  const { 'content-type': contentType = '', 'content-encoding': coding, ...always } = stored.headers
  const unchanged = Object.entries({ ...always, etag: stored.etag }).flat()
  const ofBody = { 'content-type': contentType, 'content-length': String(Buffer.byteLength(stored.body)) }
  const whole = [
    ...unchanged,
    ...Object.entries({ ...ofBody, ...(coding && { 'content-encoding': coding }) }).flat(),
  ]
  const made = { whole, unchanged }
  headerLines.set(stored, made)
  return made
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
