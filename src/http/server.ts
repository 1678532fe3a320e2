import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import Fastify from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { databaseFault } from '../database/faults.ts'
import { newRequestId } from '../lib/ids.ts'
import { maxSlugLength } from '../lib/slug.ts'
import type { App } from './app.ts'
import { readJsonBodies } from './body.ts'
import { cacheAnswers } from './caching.ts'
import { answerConditionally } from './conditional.ts'
import { enforceContract } from './contract.ts'
import { allowOrigins, createCors } from './cors.ts'
import { announceDeprecations } from './deprecations.ts'
import { drainOnClose } from './drain.ts'
import { limits } from './limits.ts'
import { type LogSettings, logAnswers, logOptions } from './logging.ts'
import { negotiateMediaTypes } from './negotiation.ts'
import { describeApi } from './openapi.ts'
import { refuseOverload } from './overload.ts'
import { linkPages } from './paging.ts'
import { limitRates, type RateLimits } from './rates.ts'
import { frameworkRefusals, refuseProperly } from './refusals.ts'
import { createResponseStore } from './responseStore.ts'
import { secureAnswers } from './securityHeaders.ts'
import { createShortcut } from './shortcut.ts'
import { cutSilentConnections } from './silentConnections.ts'
import { endStrays } from './strays.ts'
import { showTimings } from './timing.ts'
import { type RequestPart, validationProblem } from './validation.ts'

export interface ServerOptions {
  publicUrl: string
  /** Whether what is published is read without a key. */
  isReadPublic: boolean
  /** How late the event loop may be before requests are refused; 0 for no bound. */
  maxEventLoopDelayMs?: number
  /** Space for finished answers. */
  cacheMaxBytes: number
  /** False: nothing is logged. */
  logger: LogSettings | false
  /** Whether answers say what they took. */
  isTimed: boolean
  /** None: nothing is counted. */
  rates?: RateLimits | undefined
  /** Where several processes count together. */
  redis?: Redis | undefined
  /** Addresses (CIDR) of proxies whose X-Forwarded-For is believed. */
  trustedProxies?: readonly string[]
  /** Sites whose pages may read answers; `*` for all. */
  corsOrigins?: readonly string[]
  /** Follows requests from their beginning to their end. */
  tracing?: { watch(app: App): Promise<void> } | undefined
  /** How long slow clients are waited for; tests have less time than the world. */
  patience?: Patience
}

/** Milliseconds. A client that is slow or silent for longer is cut off. */
export type Patience = Record<'headersMs' | 'requestMs' | 'silenceMs', number>

const uncounted: RateLimits = { perAddress: 0, perKey: 0, failedLogins: 0 }

/** Milliseconds between looks for who was too slow; Node's own 30 s would let them stay three times as long. */
const checkingMs = 1000

/** Node's server itself: Fastify would not look at the shortcut first. */
function listenWith(listener: RequestListener, { headersMs, requestMs, silenceMs }: Patience): Server {
  const server = createHttpServer(
    {
      maxHeaderSize: limits.headerBytes,
      requestTimeout: requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      headersTimeout: headersMs,
      connectionsCheckingInterval: Math.min(checkingMs, headersMs),
      // Node would answer by itself, with nothing that says why; refusals.ts asks for the header.
      requireHostHeader: false,
    },
    listener,
  )
  server.maxConnections = limits.connections
  return server.setTimeout(silenceMs)
}

/** A Fastify that answers everything the way the contract says, before it has any routes. */
export async function createServer(options: ServerOptions): Promise<App> {
  const { publicUrl, isReadPublic, cacheMaxBytes, logger, isTimed, patience = limits } = options
  const { tracing, rates = uncounted, redis, trustedProxies = [], corsOrigins = [] } = options
  const responses = createResponseStore(
    cacheMaxBytes,
    (error) => databaseFault(error)?.kind === 'unavailable',
    limits.oldAnswersMs,
  )
  const cors = createCors(corsOrigins)
  const answersFrom = { shortcut: 0, memory: 0, database: 0 }
  const shortcut = isReadPublic && !isTimed ? createShortcut(responses, cors, answersFrom) : null
  const app: App = Fastify({
    ...logOptions(logger),
    genReqId: newRequestId,
    bodyLimit: limits.bodyBytes,
    // What still comes while it closes is answered, too; Fastify would refuse it in words of its own.
    return503OnClosing: false,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    serverFactory: (listener) => listenWith(shortcut ? shortcut.before(listener) : listener, patience),
    // A request line may name a whole URL; whose, is the caller's idea, and must not end up in a link (RFC 9112, 3.2.2).
    rewriteUrl: (request) =>
      (request.url ?? '/').replace(/^https?:\/\/[^/?]*(?=(.?))/i, (_, next) => (next === '/' ? '' : '/')),
    routerOptions: { maxParamLength: maxSlugLength },
    ...frameworkRefusals(publicUrl),
  })
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (value) => {
    const result = schema.safeParse(value)
    if (result.success) return { value: result.data }
    return { error: validationProblem({ part: httpPart as RequestPart, schema, value }, result.error) }
  })
  app.setSerializerCompiler(serializerCompiler)

  await tracing?.watch(app)
  endStrays(app)
  if (isTimed) showTimings(app)
  secureAnswers(app, publicUrl)
  allowOrigins(app, cors)
  enforceContract(app)
  await refuseOverload(app, options.maxEventLoopDelayMs ?? limits.eventLoopDelayMs)
  await limitRates(app, rates, redis)
  refuseProperly(app, publicUrl)
  cacheAnswers(app, { responses, shortcut, answersFrom, publicUrl })
  logAnswers(app)
  negotiateMediaTypes(app)
  drainOnClose(app, shortcut)
  cutSilentConnections(app)
  readJsonBodies(app)
  linkPages(app, publicUrl)
  announceDeprecations(app)
  answerConditionally(app)
  await describeApi(app, publicUrl)
  return app
}
