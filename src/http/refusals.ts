import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../lib/ids.ts'
import type { App } from './app.ts'
import { documentationLinks } from './documentationLinks.ts'
import { limits } from './limits.ts'
import { frameworkProblem, internalProblem, problemOf } from './meaning.ts'
import { acceptPatch, answerOtherMethods } from './methods.ts'
import { Moved, type Problem, type ProblemCode, ProblemError, problems } from './problems.ts'
import { securityHeaders } from './securityHeaders.ts'
import { pathOf, queryOf } from './url.ts'

/** Everything the framework would answer by itself comes out as a problem; nothing internal comes out at all. */
export function refuseProperly(app: App, publicUrl: string): void {
  answerOtherMethods(app)

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Moved) return redirect(request, reply, error)
    const problem = problemOf(error)
    if (problems[problem.code].status >= 500) request.log.error({ err: error }, 'request failed')
    return sendProblem(request, reply, problem)
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
