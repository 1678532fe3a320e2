import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { chooseCoding } from './compression.ts'
import { isUnchanged } from './conditional.ts'
import type { ResponseStore, StoredResponse } from './responseStore.ts'
import { type AnswersFrom, answerFrom, toldUntil } from './sending.ts'
import type { Shortcut } from './shortcut.ts'
import { coded, type Shown, storedResponse } from './storedResponse.ts'

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
      if (isOfDraft(request)) return work.call(this, request, reply)
      const store = isAskedForOnce(request) ? nothingKept : responses
      const key = keyOf(request)
      const makes: { made?: StoredResponse } = {}
      const plain = await store.findOrMake(key, async () => {
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
        coding === 'identity' ? plain : await store.findOrMake(codedKey, () => coded(plain, coding))
      if (store.find(codedKey)) shortcut?.remember(request.raw, codedKey)
      return isMadeHere && stored === plain ? sendMade(reply, plain) : send(reply, stored)
    }
  })
}

/** By what was understood of a request: the order of its parameters, and saying what is the default, make no difference. */
function keyOf({ routeOptions, params, query, answerType }: FastifyRequest): string {
  return JSON.stringify([routeOptions.url, params, query, answerType])
}

/** Drafts are for few eyes, and no cache's. */
function isOfDraft({ query }: FastifyRequest): boolean {
  return (query as { version?: unknown }).version === 'draft'
}

/** Versions by a time of the caller's choice (RFC 7089) are many. Caches further out are told of them like of any other. */
function isAskedForOnce({ headers }: FastifyRequest): boolean {
  return headers['accept-datetime'] !== undefined
}

const nothingKept: Pick<ResponseStore, 'find' | 'findOrMake'> = {
  find: () => undefined,
  findOrMake: (_, make) => make(),
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
