import FindMyWay from 'find-my-way'
import type { App } from './app.ts'
import { notFound, ProblemError } from './problems.ts'
import { pathOf } from './url.ts'

/** RFC 5789, 3.1. */
export const acceptPatch = 'application/merge-patch+json, application/json-patch+json, application/json'

/** Answers OPTIONS, and 405 where the framework would say 404. */
export function answerOtherMethods(app: App): void {
  const methods = collectMethods(app)

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
}

/** The methods that each URL has. */
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
