import { keepAnswers } from './answers.ts'
import type { Calls, Content, Given, OperationId } from './calls.ts'
import { Problem } from './problem.ts'
import { requests } from './requests.ts'
import { type Patience, sendPatiently, standardPatience } from './retries.ts'

export type { Calls, Content, Given, OperationId } from './calls.ts'
export { readAndChange } from './change.ts'
export { eachOf } from './pages.ts'
export { Problem } from './problem.ts'
export type { components } from './types.ts'

export interface ClientOptions extends Partial<Patience> {
  /** Where the service is: `https://cms.example.org`. */
  url: string
  /** An API key or a token; what is public needs none. */
  key?: string | undefined
  /** How many answers are kept, to be asked for by their ETag the next time; 0 for none. */
  maxAnswers?: number
  /** Sends the requests; the platform's own by default. */
  fetch?: typeof fetch
}

/** A method for each operation of the document, by its operationId; and `send`, which tells status and headers too. */
export type Client = Calls & {
  send<Id extends OperationId>(operation: Id, given: Given<Id>): Promise<Sent<Id>>
}

export interface Sent<Id extends OperationId> {
  status: number
  headers: Headers
  /** Undefined where the answer has none. */
  body: Content<Id> | undefined
}

/** Enough for a site's pages of a day; a page of articles has some 50 KB. */
const standardMaxAnswers = 500

/**
 * A client of the service at a URL. Requests that failed on their way are repeated where that does no harm: reads as they
 * are, changes under an `Idempotency-Key`, which the service answers as the first time. Methods throw a `Problem` for what
 * is refused.
 */
export function createClient(options: ClientOptions): Client {
  const { url, key, fetch: send = fetch, maxAnswers = standardMaxAnswers, ...given } = options
  const patience = { ...standardPatience, ...given }
  const kept = keepAnswers(maxAnswers)

  const call = async (operation: OperationId, values: Record<string, unknown>) => {
    const { signal, body, ...parameters } = values
    const [method, path, repetition] = requests[operation]
    const { target, headers } = place(path, parameters)
    headers.set('accept', headers.get('accept') ?? 'application/json, */*;q=0.1')
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
    if (body !== undefined) headers.set('content-type', 'application/json')
    if (repetition === 'keyed' && !headers.has('idempotency-key'))
      headers.set('idempotency-key', crypto.randomUUID())
    const name = `${method} ${target} ${[...headers]}`
    const etag = method === 'GET' ? kept.etagOf(name) : undefined
    if (etag !== undefined) headers.set('if-none-match', etag)

    const reply = await sendPatiently(
      (until) =>
        send(new URL(target, url), {
          method,
          headers,
          signal: until,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      repetition !== 'once',
      patience,
      signal as AbortSignal | undefined,
    )
    const { status, headers: answered, text } = method === 'GET' ? kept.take(name, reply) : reply
    const content = contentOf(text, answered)
    if (status >= 400) throw new Problem(status, isObject(content) ? content : {})
    return { status, headers: answered, body: content }
  }

  const methods = Object.keys(requests).map((operation) => [
    operation,
    async (values: Record<string, unknown> = {}) => (await call(operation as OperationId, values)).body,
  ])
  return Object.assign(Object.fromEntries(methods), { send: call })
}

/** Puts each parameter where its name belongs: into the path, among the headers (they are Capitalised), or into the query. */
function place(path: string, parameters: Record<string, unknown>): { target: string; headers: Headers } {
  const headers = new Headers()
  const query = new URLSearchParams()
  let target = path
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue
    if (path.includes(`{${name}}`)) target = target.replace(`{${name}}`, encodeURIComponent(String(value)))
    else if (/^[A-Z]/.test(name)) headers.set(name, String(value))
    else query.set(name, Array.isArray(value) || !isObject(value) ? String(value) : JSON.stringify(value))
  }
  return { target: query.size > 0 ? `${target}?${query}` : target, headers }
}

function contentOf(text: string, headers: Headers): unknown {
  if (text === '') return undefined
  return /^application\/([\w.]+\+)?json\b/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : text
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
