import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import FindMyWay from 'find-my-way'
import { databaseFault } from '../database/faults.ts'
import { newId } from '../lib/ids.ts'
import type { App } from './app.ts'
import { documentationLinks } from './documentationLinks.ts'
import { limits } from './limits.ts'
import { Moved, notFound, type Problem, type ProblemCode, ProblemError, problems } from './problems.ts'
import { securityHeaders } from './securityHeaders.ts'

/** Everything the framework would answer by itself comes out as a problem; nothing internal comes out at all. */
export function refuseProperly(app: App, publicUrl: string): void {
  const methods = collectMethods(app)

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Moved) return redirect(request, reply, error)
    const problem = problemOf(error)
    if (problems[problem.code].status >= 500) request.log.error({ err: error }, 'request failed')
    return sendProblem(request, reply, problem)
  })

  // Before Fastify looks at a body that nobody asked for.
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done()
    const allowed = methods.of(pathOf(request.raw.url))
    if (allowed.length === 0) throw notFound('page')
    const allow = allowed.join(', ')
    reply.header('allow', allow)
    if (request.method !== 'OPTIONS') throw new ProblemError('method-not-allowed', `This URL has ${allow}.`)
    if (allowed.includes('PATCH')) reply.header('accept-patch', acceptPatch)
    reply.code(204).send()
  })

  app.addHook('onRequest', ({ raw }, _, done) => {
    if (!hasOneHost(raw.rawHeaders))
      throw new ProblemError('invalid-http', 'A request has exactly one Host header.')
    if ((raw.url ?? '').length > limits.requestUrl)
      throw new ProblemError('url-too-long', `A URL may have ${limits.requestUrl} characters.`)
    // Fastify would take a query that does not decode for what it looks like.
    if (!canDecode(queryOf(raw.url)))
      throw new ProblemError('invalid-url', 'The query has a percent escape that does not decode to UTF-8.')
    done()
  })

  app.decorate('problemBase', `${publicUrl}/problems`)
}

/** With two Hosts, whoever stands before us may believe in the other one (RFC 9112, 3.2). Given names and values in turn. */
export function hasOneHost(rawHeaders: readonly string[]): boolean {
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1
  }
  return count === 1
}

function redirect(request: FastifyRequest, reply: FastifyReply, { from, to }: Moved): FastifyReply {
  const query = queryOf(request.url)
  const parameters = request.params as Record<string, unknown>
  const moved = (request.routeOptions.url ?? '').replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(parameters[name] === from ? to : String(parameters[name])),
  )
  const location = moved + (query === '' ? '' : `?${query}`)
  return reply.code(308).header('location', location).header('cache-control', 'no-cache').send()
}

/** RFC 5789, 3.1. */
const acceptPatch = 'application/merge-patch+json, application/json-patch+json, application/json'

declare module 'fastify' {
  interface FastifyInstance {
    problemBase: string
  }
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  const { status } = problems[problem.code]
  // Two slashes would name another host (RFC 3986, 4.2).
  const instance = pathOf(request.raw.url).replace(/^\/+/, '/')
  reply
    .code(status)
    .removeHeader('etag')
    .removeHeader('last-modified')
    .removeHeader('location')
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .header('link', documentationLinks)
    .headers({ ...(status === 401 && { 'www-authenticate': 'Bearer realm="copydesk"' }), ...problem.headers })
  if (status === 503) reply.header('retry-after', '1')
  if (status === 415 && request.method === 'PATCH') reply.header('accept-patch', acceptPatch)
  return reply
    .serializer(JSON.stringify)
    .send(problemBody(problem, request.server.problemBase, instance, request.id))
}

function problemBody(problem: ProblemError, base: string, instance: string, requestId: string): Problem {
  const { status, title } = problems[problem.code]
  return {
    type: `${base}/${problem.code}`,
    title,
    status,
    detail: problem.message,
    instance,
    code: problem.code,
    requestId,
    ...problem.extensions,
  }
}

/** What an error of whatever origin means to the caller. */
function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return frameworkProblem(error as Partial<FastifyError>) ?? databaseProblem(error) ?? internalProblem
}

const internalProblem = new ProblemError(
  'internal',
  'An unexpected fault. It was logged under the requestId.',
)

/** Fastify's own errors (fastify/lib/errors.js) that are the caller's doing. */
const frameworkProblems: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send application/json.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', `A body may have ${limits.bodyBytes} bytes.`],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid-http', 'Content-Length does not fit the body.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-json', 'The body is empty, but its media type is JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-json', 'The body is not valid JSON.'],
  FST_ERR_BAD_URL: ['invalid-url', 'The path has a percent escape that does not decode to UTF-8.'],
  FST_ERR_MAX_PARAM_LENGTH: ['url-too-long', 'A part of the path is too long.'],
}

function frameworkProblem(error: Partial<FastifyError>): ProblemError | null {
  const known = frameworkProblems[error.code ?? '']
  return known ? new ProblemError(...known) : null
}

/** What each constraint that a caller can run into means. */
const constraintProblems: Record<string, [ProblemCode, string]> = {
  author_slug_key: ['slug-taken', 'Another author has this slug.'],
  topic_slug_key: ['slug-taken', 'Another topic has this slug.'],
  article_slug_key: ['slug-taken', 'Another article has this slug.'],
  publication_slug_excl: ['slug-taken', 'Another article is or will be public under this slug at that time.'],
  publication_article_excl: ['conflict', 'The article would have two public versions at one time.'],
  article_external_key: ['conflict', 'Another article has this external id.'],
  publication_begun: [
    'conflict',
    'A scheduled publication began while this was saved. Read the timeline again.',
  ],
  publication_ended: ['conflict', 'The publication ended while this was saved. Read the timeline again.'],
  section_takeaways_key: ['conflict', 'An article has at most one section of kind takeaways.'],
}

/** Whether a COMMIT whose answer was lost was heard, nobody here knows. */
const databaseAway =
  'The database is not available. Try again; a change under an Idempotency-Key is never made twice.'

function databaseProblem(error: unknown): ProblemError | null {
  const fault = databaseFault(error)
  if (!fault) return null
  const known = constraintProblems[fault.constraint ?? '']
  if (known) return new ProblemError(...known)
  switch (fault.kind) {
    case 'duplicate':
      return new ProblemError('id-taken', 'A resource with this id exists already.')
    case 'reference':
      return new ProblemError(
        'still-referenced',
        'Something else refers to it, or it refers to something that is gone.',
      )
    case 'value':
      return new ProblemError(
        'invalid-request',
        'A value cannot be stored: it holds characters that text may not have.',
      )
    case 'retry':
    case 'unavailable':
      return new ProblemError('unavailable', databaseAway)
    case 'rule':
      return null
  }
}

/** The methods that each URL has, to answer 405 and OPTIONS where the framework would say 404. */
function collectMethods(app: App): { of(path: string): string[] } {
  const methodsByUrl = new Map<string, Set<string>>()
  const paths = FindMyWay({ maxParamLength: 500 })
  app.addHook('onRoute', (route) => {
    let methods = methodsByUrl.get(route.url)
    if (!methods) {
      methods = new Set()
      methodsByUrl.set(route.url, methods)
      paths.on('GET', route.url, () => {}, methods)
    }
    for (const method of [route.method].flat()) methods.add(method)
  })
  return {
    of(path) {
      const methods = paths.find('GET', path)?.store as Set<string> | undefined
      return methods ? [...methods, 'OPTIONS'] : []
    },
  }
}

/** The path without its query, which may hold what should not be logged or repeated. */
function pathOf(url: string | undefined): string {
  return (url ?? '/').split('?', 1)[0] ?? '/'
}

function queryOf(url = '/'): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}

/** Whether every percent escape is part of a character (RFC 3986, 2.1; RFC 3629). */
function canDecode(query: string): boolean {
  if (!query.includes('%')) return true
  try {
    decodeURIComponent(query)
    return true
  } catch {
    return false
  }
}

/** Options for Fastify: errors of the router and of Node's HTTP parser, which never reach the error handler. */
export function frameworkRefusals(publicUrl: string) {
  return {
    frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      const problem = frameworkProblem(error) ?? internalProblem
      const body = problemBody(problem, `${publicUrl}/problems`, '/', request.id)
      reply
        .code(body.status)
        .headers({
          ...securityHeaders(publicUrl),
          'content-type': 'application/problem+json',
          'cache-control': 'no-store',
        })
        .send(JSON.stringify(body))
    },
    clientErrorHandler(this: unknown, error: Error & { code?: string }, socket: Socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
      const [code, detail] = parserProblems[error.code ?? ''] ?? unparsable
      const body = JSON.stringify(
        problemBody(new ProblemError(code, detail), `${publicUrl}/problems`, '/', newId()),
      )
      const { status, title } = problems[code]
      socket.end(
        `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nX-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      )
    },
  }
}

const unparsable: [ProblemCode, string] = ['invalid-http', 'The request could not be parsed.']

/** Node's codes for requests that its parser refuses (nodejs.org/api/http.html, event 'clientError'). */
const parserProblems: Record<string, [ProblemCode, string]> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', `All headers together may have ${limits.headerBytes} bytes.`],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request was not received in time.'],
}
