import type { App } from './app.ts'
import { varyBy } from './vary.ts'

/** Which sites' pages may read answers (Fetch Standard, 3.3). No cookie is ever looked at, so `*` gives nothing away. */
export interface Cors {
  /** Header names and values in turn, for a request of that Origin. */
  linesFor(origin: string | undefined): readonly string[]
  /** Whether answers differ by Origin, so that caches must tell them apart. */
  isVaried: boolean
}

/** Headers of answers that a page may read beyond those that it may always. */
const exposedHeaders = [
  ...['ETag', 'Link', 'Location', 'Content-Location', 'Memento-Datetime', 'Preference-Applied'],
  ...['Idempotency-Replayed', 'RateLimit', 'RateLimit-Policy', 'Retry-After'],
].join(', ')

const allowedHeaders = [
  ...['Authorization', 'Content-Type', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'Prefer'],
  ...['Accept-Datetime', 'Last-Event-ID'],
].join(', ')

const allowedMethods = 'GET, HEAD, POST, PUT, PATCH, DELETE'

/** Chrome asks anew after that long, whatever it is told. */
const preflightSeconds = '7200'

/** Origins as browsers write them, or `*` for all; none for no other site. */
export function createCors(origins: readonly string[]): Cors {
  const exposed = ['access-control-expose-headers', exposedHeaders]
  if (origins.includes('*')) {
    const lines = ['access-control-allow-origin', '*', ...exposed]
    return { linesFor: () => lines, isVaried: false }
  }
  const linesByOrigin = new Map(
    origins.map((origin) => [origin, ['access-control-allow-origin', origin, ...exposed]]),
  )
  const none: readonly string[] = []
  return {
    linesFor: (origin) => (origin === undefined ? none : (linesByOrigin.get(origin) ?? none)),
    isVaried: origins.length > 0,
  }
}

/** A preflight is an OPTIONS like any other, answered with the methods of its URL; this adds what browsers ask for. */
export function allowOrigins(app: App, cors: Cors): void {
  app.addHook('onRequest', ({ method, headers }, reply, done) => {
    if (cors.isVaried) varyBy(reply, 'origin')
    const lines = cors.linesFor(headers.origin)
    for (let index = 0; index < lines.length; index += 2) reply.header(lines[index] ?? '', lines[index + 1])
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
    if (!isPreflight || lines.length === 0) return done()
    reply
      .header('access-control-allow-methods', allowedMethods)
      .header('access-control-allow-headers', allowedHeaders)
      .header('access-control-max-age', preflightSeconds)
    done()
  })
}
