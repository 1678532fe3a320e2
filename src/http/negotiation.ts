import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import type { App } from './app.ts'
import { ProblemError } from './problems.ts'
import { varyBy } from './vary.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of a successful answer, the preferred one first; JSON alone when absent. */
    produces?: readonly string[]
  }
  interface FastifyRequest {
    /** The media type in which the caller wants the answer. */
    answerType: string
  }
}

const standard: readonly string[] = ['application/json']

/** Chooses each answer's media type by Accept, or refuses with 406 before any work is done (RFC 9110, 12.5.1). */
export function negotiateMediaTypes(app: App): void {
  app.decorateRequest('answerType', 'application/json')
  app.addHook('onRequest', (request, reply, done) => {
    const { access, produces = standard, isTimeGate } = request.routeOptions.config
    // What is not in the document, such as the page of the documentation, is what it is.
    if (access === undefined) return done()
    if (produces.length > 1) varyBy(reply, 'accept')
    if (isTimeGate) varyBy(reply, 'accept-datetime')
    request.answerType = chooseMediaType(request, produces)
    done()
  })
}

function chooseMediaType(request: FastifyRequest, produces: readonly string[]): string {
  // All our text is UTF-8, so a charset that is asked for makes no difference; an empty header asks for nothing.
  const accept = request.headers.accept?.replace(/;\s*charset=[^;,]*/gi, '').trim() || '*/*'
  const chosen = new Negotiator({ headers: { accept } }).mediaType([...produces])
  if (chosen) return chosen
  throw new ProblemError('not-acceptable', `This resource has: ${produces.join(', ')}.`)
}

/** What Content-Type says of an answer in the type that the caller wants: text names its charset (RFC 9110, 8.3.2). */
export function contentTypeOf({ answerType }: FastifyRequest): string {
  return answerType.startsWith('text/') ? `${answerType}; charset=utf-8` : answerType
}
