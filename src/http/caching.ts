import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { type Coding, chooseCoding, compress } from './compression.ts'
import { bodyHeaders, isUnchanged } from './conditional.ts'
import { pageIn, pageLinks } from './paging.ts'
import type { ResponseStore, StoredResponse } from './responseStore.ts'
import { type AnswersFrom, answerFrom, toldUntil } from './sending.ts'
import type { Shortcut } from './shortcut.ts'
import { varyBy } from './vary.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it answers is public: the same bytes for everybody, kept until a tag of theirs is dropped. */
    isCached?: boolean
  }
  interface FastifyInstance {
    /** The finished answers that are kept. */
    responses: ResponseStore
    answersFrom: AnswersFrom
  }
  interface FastifyRequest {
    /** What the answer to a cached route shows. The handler says it; without it nothing is kept. */
    shown: Shown | null
  }
}

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

export interface Caching {
  responses: ResponseStore
  /** Null where whoever reads has to be known. */
  shortcut: Shortcut | null
  answersFrom: AnswersFrom
  publicUrl: string
}

/**
 * Keeps the finished answers of routes that declare `isCached`. What was asked for just like this before is answered by the
 * shortcut; what comes here has passed the guard and the validation, which give it the name under which it is looked for.
 */
export function cacheAnswers(app: App, { responses, shortcut, answersFrom, publicUrl }: Caching): void {
  app.decorate('responses', responses)
  app.decorate('answersFrom', answersFrom)
  app.decorateRequest('shown', null)
  app.addHook('onRoute', (route) => {
    if (!route.config?.isCached) return
    const work = route.handler
    route.handler = async function (request, reply) {
      if (isAlone(request)) return work.call(this, request, reply)
      const key = keyOf(request)
      const makes: { made?: StoredResponse } = {}
      const plain = await responses.findOrMake(key, async () => {
        const sentAt = performance.now()
        const payload = await work.call(this, request, reply)
        makes.made = storedResponse(request, reply, payload, sentAt, publicUrl)
        return makes.made
      })
      const isMadeHere = plain === makes.made
      answersFrom[isMadeHere ? 'database' : 'memory'] += 1
      const coding = chooseCoding(request.headers['accept-encoding'], plain.body.length)
      const codedKey = coding === 'identity' ? key : `${key} ${coding}`
      const stored =
        coding === 'identity' ? plain : await responses.findOrMake(codedKey, () => coded(plain, coding))
      if (responses.find(codedKey)) shortcut?.remember(request.raw, codedKey)
      return isMadeHere && stored === plain ? sendMade(reply, plain) : send(reply, stored)
    }
  })
}

/** By what was understood of a request: the order of its parameters, and saying what is the default, make no difference. */
function keyOf({ routeOptions, params, query, answerType }: FastifyRequest): string {
  return `${routeOptions.url} ${JSON.stringify(params)} ${JSON.stringify(query)} ${answerType}`
}

/** Drafts are for few eyes; versions by a time of the caller's choice (RFC 7089) are many, and each is asked for once. */
function isAlone({ query, headers }: FastifyRequest): boolean {
  return (query as { version?: unknown }).version === 'draft' || headers['accept-datetime'] !== undefined
}

/** Sends an answer whose headers were set when it was made, unless the caller has it already. */
function sendMade(reply: FastifyReply, made: StoredResponse): FastifyReply {
  if (isUnchanged(reply.request.headers, made.etag, made.lastModified)) return send(reply, made)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', toldUntil(made.toldExpiry))
  return reply.header('etag', made.etag).send(made.body)
}

function send(reply: FastifyReply, stored: StoredResponse): FastifyReply {
  const { status, headers } = answerFrom(stored, reply.request.headers)
  reply.code(status)
  for (let index = 0; index < headers.length; index += 2) {
    const [name = '', value] = [headers[index], headers[index + 1]]
    // Where whoever reads has to be known, the guard has said that the answer is theirs alone.
    if (name !== 'cache-control' || !reply.hasHeader(name)) reply.header(name, value)
  }
  // Fastify empties the answer to a HEAD by itself, and stumbles over an empty one.
  return status === 304 && reply.request.method !== 'HEAD' ? reply.send() : reply.send(stored.body)
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

function storedResponse(
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
  const ofBody: string[] = [...lengthOf(body), 'content-type', String(reply.getHeader('content-type'))]
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (ownHeaders.has(name)) continue
    const part = bodyHeaders.includes(name) ? ofBody : headers
    part.push(name, inOnePiece(value))
  }
  const lastModified = reply.getHeader('last-modified')
  return {
    headers,
    bodyHeaders: ofBody,
    etag: inOnePiece(`"${hash('sha1', body, 'base64url')}"`),
    lastModified: lastModified === undefined ? undefined : String(lastModified),
    body,
    tags: shown?.tags ?? [],
    ...expiryOf(shown, sentAt),
  }
}

/** V8 keeps a text that was put together or cut out in pieces, and would put it together for each sending. */
function inOnePiece(value: unknown): string {
  return Buffer.from(String(value), 'latin1').toString('latin1')
}

/**
 * What a handler returns for an answer that is there as pieces of JSON, which passed their schemas when they were stored. Its
 * type is whatever the route promises.
 */
export function sendWritten(reply: FastifyReply, pieces: readonly string[]): never {
  reply.type('application/json; charset=utf-8')
  return bytesOf(pieces) as never
}

/** Where the pieces of an answer are put together. */
const scratch = Buffer.allocUnsafeSlow(2 ** 20)

/** A UTF-16 unit takes at most so many bytes of UTF-8. */
const maxBytesOfUnit = 3

/**
 * Each piece is written in its place: to join them first would take longer. So does asking each how long it will be, which
 * is left to answers for which the scratch has no room.
 */
function bytesOf(pieces: readonly string[]): Buffer {
  const unitCount = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (unitCount * maxBytesOfUnit > scratch.length) {
    const bytes = Buffer.allocUnsafeSlow(pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0))
    writeInto(bytes, pieces)
    return bytes
  }
  const length = writeInto(scratch, pieces)
  const bytes = Buffer.allocUnsafeSlow(length)
  scratch.copy(bytes, 0, 0, length)
  return bytes
}

/** Returns how many bytes it was. */
function writeInto(bytes: Buffer, pieces: readonly string[]): number {
  let end = 0
  for (const piece of pieces) end += bytes.write(piece, end)
  return end
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

async function coded(plain: StoredResponse, coding: Exclude<Coding, 'identity'>): Promise<StoredResponse> {
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
