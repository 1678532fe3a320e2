import type { IncomingMessage, RequestListener } from 'node:http'
import { LRUCache } from 'lru-cache'
import { inOnePiece } from '../lib/onePiece.ts'
import type { Cors } from './cors.ts'
import { hasOneHost } from './refusals.ts'
import type { ResponseStore } from './responseStore.ts'
import { type AnswersFrom, answerFrom } from './sending.ts'

/** Answers requests that look exactly like one that was answered before, from their URL and headers alone. */
export interface Shortcut {
  /** The answer under this key is the one to all requests like this one. */
  remember(request: IncomingMessage, key: string): void
  /** A listener that tries the shortcut before the other one. */
  before(listener: RequestListener): RequestListener
  /** Takes it no more: what closes must say so in its answers. */
  close(): void
}

/** Characters of all requests that are remembered, and of one. */
const maxRemembered = 4_000_000
const maxRequest = 4000

/**
 * Only for what nobody has to be known for: a request that says who sends it goes the whole way. Neither routing, hooks nor
 * logging cost anything here, which is most of what answering from memory takes.
 */
export function createShortcut(responses: ResponseStore, cors: Cors, answersFrom: AnswersFrom): Shortcut {
  const keys = new LRUCache<string, string>({
    maxSize: maxRemembered,
    maxEntrySize: maxRequest,
    sizeCalculation: (key, looks) => key.length + looks.length,
  })
  let isOpen = true

  const find = (request: IncomingMessage) => {
    const { method, headers, rawHeaders } = request
    if (!isOpen || (method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined)
      return undefined
    const key = keys.get(looksOf(request))
    return key !== undefined && hasOneHost(rawHeaders) ? responses.find(key) : undefined
  }

  return {
    remember(request, key) {
      if (request.headers.authorization === undefined) keys.set(inOnePiece(looksOf(request)), key)
    },
    before: (listener) => (request, response) => {
      const found = find(request)
      if (!found) return listener(request, response)
      answersFrom.shortcut += 1
      const { status, headers, body } = answerFrom(
        found,
        request.headers,
        cors.linesFor(request.headers.origin),
      )
      response.writeHead(status, headers)
      response.end(request.method === 'HEAD' ? undefined : body)
    },
    close() {
      isOpen = false
    },
  }
}

/** All that a public answer depends on. */
function looksOf({ url, headers }: IncomingMessage): string {
  return `${url}\n${headers.accept}\n${headers['accept-encoding']}\n${headers['accept-datetime']}`
}
