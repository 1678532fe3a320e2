import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { databaseFault } from '../database/faults.ts'
import type { App } from './app.ts'
import { type Coding, chooseCoding, compress } from './compression.ts'
import { isUnchanged } from './conditional.ts'
import { pageLinks } from './paging.ts'
import { createResponseStore, type ResponseStore, type StoredResponse } from './responseStore.ts'
import type { Page } from './schemas.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it answers is public: the same bytes for everybody, kept until a tag of theirs is dropped. */
    isCached?: boolean
  }
  interface FastifyInstance {
    /** The finished answers that are kept. */
    responses: ResponseStore
  }
  interface FastifyRequest {
    /** What the answer to a cached route shows; the handler says it. */
    shown: Shown | null
  }
}

/** What a public answer shows, and for how long. */
export interface Shown {
  /** Names of all that is in it: see events/tags.ts. */
  tags: readonly string[]
  /** Where it is on the timeline: when it was read and when the next boundary is, by the database's clock. */
  span?: { readAt: string; nextBoundary: string | null }
}

export interface CacheOptions {
  maxBytes: number
  /** Whether anybody may read what is public; if not, every answer is asked for with a key. */
  isReadPublic: boolean
  publicUrl: string
}

/**
 * Keeps the finished answers of routes that declare `isCached`. A request that nobody has to be known for is answered from
 * its URL and headers alone, before anything else is done for it; what was not found there passes the guard and the
 * validation, which give it the name under which it is looked for again.
 */
export function cacheAnswers(app: App, { maxBytes, isReadPublic, publicUrl }: CacheOptions): void {
  const store = createResponseStore(maxBytes, (error) => databaseFault(error)?.kind === 'unavailable')
  const aliases = createAliases()
  let isClosing = false

  app.decorate('responses', store)
  app.decorateRequest('shown', null)
  app.addHook('preClose', async () => {
    isClosing = true
  })

  app.addHook('onRequest', (request, reply, done) => {
    const { config } = request.routeOptions
    const { authorization } = request.headers
    if (!config.isCached || !isReadPublic || authorization !== undefined || isClosing) return done()
    const key = aliases.get(aliasOf(request))
    const found = key === undefined ? undefined : store.find(key)
    if (!found) return done()
    const { status, headers, body } = answerFrom(found, request)
    reply.hijack()
    reply.raw.writeHead(status, headers)
    reply.raw.end(request.method === 'HEAD' ? undefined : body)
  })

  app.addHook('onRoute', (route) => {
    if (!route.config?.isCached) return
    const work = route.handler
    route.handler = async function (request, reply) {
      if (isOfDraft(request)) return work.call(this, request, reply)
      const make = async () => {
        const sentAt = performance.now()
        const payload = await work.call(this, request, reply)
        return storedResponse(request, reply, payload, sentAt, publicUrl)
      }
      const key = keyOf(request)
      const plain = await store.findOrMake(key, make)
      const coding = chooseCoding(request.headers['accept-encoding'], plain.body.length)
      const codedKey = `${key} ${coding}`
      const stored =
        coding === 'identity' ? plain : await store.findOrMake(codedKey, () => coded(plain, coding))
      aliases.set(aliasOf(request), coding === 'identity' ? key : codedKey)
      const { status, headers, body } = answerFrom(stored, request)
      reply.code(status).headers(headers)
      return reply.send(status === 304 && request.method !== 'HEAD' ? null : body)
    }
  })
}

/** Requests as they come, by the key of what answers them. */
function createAliases() {
  return new LRUCache<string, string>({
    maxSize: 4_000_000,
    maxEntrySize: 4000,
    sizeCalculation: (key, alias) => key.length + alias.length + 100,
  })
}

function aliasOf({ raw: { url, headers } }: FastifyRequest): string {
  return `${url}\n${headers.accept}\n${headers['accept-encoding']}`
}

/** By what was understood of a request: the order of its parameters, and saying what is the default, make no difference. */
function keyOf({ routeOptions, params, query, answerType }: FastifyRequest): string {
  return `${routeOptions.url} ${JSON.stringify(params)} ${JSON.stringify(query)} ${answerType}`
}

function isOfDraft({ query }: FastifyRequest): boolean {
  return (query as { version?: unknown }).version === 'draft'
}

/** Headers that are every sending's own. */
const ownHeaders: ReadonlySet<string> = new Set([
  'cache-control',
  'server-timing',
  'connection',
  'content-length',
])

function storedResponse(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  sentAt: number,
  publicUrl: string,
): StoredResponse {
  const { shown } = request
  if (!shown) throw new Error(`${request.routeOptions.url} is cached and does not say what it shows`)
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8')
  const links = pageLinks(request, payload as { page?: Page }, publicUrl)
  if (links) reply.header('link', links)
  const body = Buffer.from(typeof payload === 'string' ? payload : String(reply.serialize(payload as object)))
  const headers = Object.entries(reply.getHeaders())
    .filter(([name]) => !ownHeaders.has(name))
    .map(([name, value]) => [name, String(value)])
  const vary = [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', ')
  return {
    headers: {
      ...Object.fromEntries(headers),
      vary,
      // Read by Cloudflare and others, by Fastly and Varnish's xkey, and RFC 9875.
      'cache-tag': shown.tags.join(','),
      'surrogate-key': shown.tags.join(' '),
      'cache-groups': shown.tags.map((tag) => `"${tag}"`).join(', '),
    },
    etag: createHash('sha1').update(body).digest('base64url'),
    body,
    tags: shown.tags,
    ...expiryOf(shown, sentAt),
  }
}

/** What a header tells of a boundary is rounded down to a multiple of this, so that it does not tell when an embargo ends. */
const toldStepMs = 5000

/** Counted from before the statement was sent: it cannot be too late. */
function expiryOf({ span }: Shown, sentAt: number): Pick<StoredResponse, 'expiresAt' | 'toldExpiry'> {
  if (!span?.nextBoundary)
    return { expiresAt: Number.POSITIVE_INFINITY, toldExpiry: Number.POSITIVE_INFINITY }
  const [readAt, boundary] = [Date.parse(span.readAt), Date.parse(span.nextBoundary)]
  const told = Math.floor(boundary / toldStepMs) * toldStepMs
  return { expiresAt: sentAt + boundary - readAt, toldExpiry: sentAt + told - readAt }
}

async function coded(plain: StoredResponse, coding: Exclude<Coding, 'identity'>): Promise<StoredResponse> {
  return {
    ...plain,
    headers: { ...plain.headers, 'content-encoding': coding },
    etag: `${plain.etag}-${coding}`,
    body: await compress(plain.body, coding),
  }
}

function answerFrom(stored: StoredResponse, request: FastifyRequest) {
  const etag = `"${stored.etag}"`
  const always = { ...stored.headers, etag, 'cache-control': cacheControl(stored.toldExpiry) }
  if (!isUnchanged(request, etag, stored.headers['last-modified']))
    return { status: 200, headers: { ...always, 'content-length': stored.body.length }, body: stored.body }
  const { 'content-type': _, 'content-encoding': __, ...headers } = always as Record<string, string>
  return { status: 304, headers, body: undefined }
}

/** Seconds. What a shared cache that is told of nothing may be behind. */
const maxSharedAge = 60
const maxStale = 30

/** Browsers ask each time; shared caches keep it, never past the next boundary of the timeline (RFC 9111, 5.2.2; RFC 5861). */
function cacheControl(toldExpiry: number): string {
  const left = Math.max(0, Math.floor((toldExpiry - performance.now()) / 1000))
  const shared = Math.min(maxSharedAge, left)
  const stale = Math.min(maxStale, left - shared)
  return `public, max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}`
}
