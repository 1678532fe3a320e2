import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { inOnePiece } from '../lib/onePiece.ts'
import { type Coding, compress } from './compression.ts'
import { bodyHeaders } from './conditional.ts'
import { pageIn, pageLinks } from './paging.ts'
import type { StoredResponse } from './responseStore.ts'
import { varyBy } from './vary.ts'

/** What a public answer shows, and for how long. */
export interface Shown {
  /** Names of all that is in it: see events/tags.ts. */
  tags: readonly string[]
  /** Where it is on the timeline; without it, time makes no difference. */
  span?: Span
}

/** When something was read, and when the next boundary of the timeline is that changes it, by the database's clock. */
export interface Span {
  readAt: string
  nextBoundary: string | null
}

/** Headers that are every sending's own, or follow from the body. */
const ownHeaders: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'etag',
  'ratelimit',
  'ratelimit-policy',
  'server-timing',
])

/** What a handler answered, finished: its bytes, its headers but for those of each sending, and how long it stays true. */
export function storedResponse(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  sentAt: number,
  publicUrl: string,
): StoredResponse {
  const { shown } = request
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8')
  const page = pageIn(request, payload)
  // Made into bytes once: to measure, hash, send and keep a text, each would do so anew.
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(textOf(reply, payload))
  varyBy(reply, 'accept-encoding')
  if (page) reply.header('link', pageLinks(request, page, publicUrl))
  if (shown) reply.headers(tagHeaders(shown.tags))
  const headers: string[] = []
  const ofBody: string[] = [
    ...lengthOf(body),
    'content-type',
    keptOnce(String(reply.getHeader('content-type'))),
  ]
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (ownHeaders.has(name)) continue
    const part = bodyHeaders.includes(name) ? ofBody : headers
    part.push(name, keptOnce(String(value)))
  }
  const lastModified = reply.getHeader('last-modified')
  return {
    headers: fitted(headers),
    bodyHeaders: fitted(ofBody),
    etag: inOnePiece(`"${hash('sha1', body, 'base64url')}"`),
    lastModified: lastModified === undefined ? undefined : String(lastModified),
    body,
    tags: shown?.tags ?? [],
    ...expiryOf(shown, sentAt),
  }
}

/** Values of headers that many answers have. */
const shared = new LRUCache<string, string>({ max: 200 })

/** Longer ones are an answer's own. */
const maxShared = 60

/** The text as it is kept already, where it is. */
function keptOnce(text: string): string {
  if (text.length > maxShared) return inOnePiece(text)
  const known = shared.get(text)
  if (known !== undefined) return known
  const kept = inOnePiece(text)
  shared.set(kept, kept)
  return kept
}

/** V8 leaves room at the end of an array that has grown: half of it, and more. */
function fitted(texts: readonly string[]): readonly string[] {
  return texts.slice()
}

/** An object goes through the schema of the answer, whether the route has one for each media type or one for all. */
function textOf(reply: FastifyReply, payload: unknown): string {
  if (typeof payload === 'string') return payload
  const [mediaType = ''] = String(reply.getHeader('content-type')).split(';', 1)
  const write = reply.getSerializationFunction('200', mediaType) ?? reply.getSerializationFunction('200')
  if (!write) throw new Error(`${reply.request.routeOptions.url} has no schema for its answer`)
  return write(payload as Record<string, unknown>)
}

/** Read by Cloudflare and others; by Fastly and Varnish's xkey; by whoever follows RFC 9875. */
function tagHeaders(tags: readonly string[]): Record<string, string> {
  return {
    'cache-tag': tags.join(','),
    'surrogate-key': tags.join(' '),
    'cache-groups': tags.map((tag) => `"${tag}"`).join(', '),
  }
}

/** What a header tells of a boundary is rounded down to a multiple of this, so that it does not tell when an embargo ends. */
const toldStepMs = 5000

/** Counted from before the statement was sent: it cannot be too late. */
function expiryOf(shown: Shown | null, sentAt: number): Pick<StoredResponse, 'expiresAt' | 'toldExpiry'> {
  if (!shown) return { expiresAt: sentAt, toldExpiry: sentAt }
  const { span } = shown
  if (!span?.nextBoundary)
    return { expiresAt: Number.POSITIVE_INFINITY, toldExpiry: Number.POSITIVE_INFINITY }
  const [readAt, boundary] = [Date.parse(span.readAt), Date.parse(span.nextBoundary)]
  const told = Math.floor(boundary / toldStepMs) * toldStepMs
  return { expiresAt: sentAt + boundary - readAt, toldExpiry: sentAt + told - readAt }
}

/** The same in a coding, which is another answer to caches (RFC 9110, 8.8.3.3). */
export async function coded(
  plain: StoredResponse,
  coding: Exclude<Coding, 'identity'>,
): Promise<StoredResponse> {
  const body = await compress(plain.body, coding)
  const others = plain.bodyHeaders.slice(lengthOf(plain.body).length)
  return {
    ...plain,
    bodyHeaders: [...lengthOf(body), 'content-encoding', coding, ...others],
    etag: inOnePiece(plain.etag.replace(/"$/, `-${coding}"`)),
    body,
  }
}

/** The first of `bodyHeaders`. */
function lengthOf(body: Buffer): string[] {
  return ['content-length', String(body.length)]
}
