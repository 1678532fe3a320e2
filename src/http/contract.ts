import type { RouteOptions } from 'fastify'
import { z } from 'zod'
import type { App } from './app.ts'
import { forgottenBy } from './declaration.ts'
import type { Deprecation } from './deprecations.ts'
import type { ResponseHeader } from './documentHeaders.ts'
import type { ProblemCode } from './problems.ts'

/** What a route may ask of its caller: nothing at all, nothing unless the newsroom closed its reads, or a role. */
export type Access = 'anyone' | 'public' | Role

/** Who may call: each role includes the ones before it. */
export const roles = ['reader', 'writer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const tags = {
  reading: 'Reading',
  feeds: 'Feeds',
  writing: 'Writing',
  publishing: 'Publishing',
  events: 'Events',
  administration: 'Administration',
  service: 'Service',
} as const

/** A request whose answer is the operation's example; `npm run openapi` makes it against the seed. */
export interface Example {
  url: string
  /** The operation's own method when absent; needed in `after`. */
  method?: string
  body?: unknown
  headers?: Record<string, string>
  /** Requests that have to come before it. */
  after?: readonly Example[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this operation. */
    access?: Access
    /** Changes what it names only with an If-Match that fits. */
    isConditional?: boolean
    /** Needs no If-Match, but heeds one that is sent. */
    heedsConditions?: boolean
    /** Changes nothing, whatever its method says. */
    isReading?: boolean
    /** Makes what it names where that is not there, so that nothing can be missing. */
    isUpsert?: boolean
    /** Answers a secret: it must not be kept, so it cannot be replayed. */
    isSecret?: boolean
    /** Answers 308 for a key that another has taken the place of. */
    canMove?: boolean
    /** Takes Accept-Datetime, and answers the version that was public then (RFC 7089). */
    isTimeGate?: boolean
    /** Problems beyond those that follow from the rest of the declaration. */
    problems?: readonly ProblemCode[]
    /** Headers of a successful answer beyond those that follow from the rest of the declaration. */
    headers?: readonly ResponseHeader[]
    example?: Example
  }
}

/** What a route has promised, by its operationId: the document and the tests read it. */
export interface Operation {
  operationId: string
  method: string
  url: string
  access: Access
  problems: ProblemCode[]
  headers: readonly ResponseHeader[]
  isCached: boolean
  canMove: boolean
  isTimeGate: boolean
  isConditional: boolean
  heedsConditions: boolean
  isWriting: boolean
  isSecret: boolean
  /** Null: it is to stay. */
  deprecated: Deprecation | null
  deprecatedParameters: Readonly<Record<string, Deprecation>>
  example: Example
}

declare module 'fastify' {
  interface FastifyInstance {
    operations: Map<string, Operation>
  }
}

/**
 * The route declares, this hook sees to it: an operation that forgets its access, its operationId, its words, its
 * schemas or its example cannot start. `declaration.ts` says what can be forgotten.
 */
export function enforceContract(app: App): void {
  app.decorate('operations', new Map<string, Operation>())
  app.addHook('onRoute', (route) => {
    if (route.schema?.hide) return
    // Who takes no parameters refuses them too.
    if (route.schema) route.schema.querystring ??= noParameters
    if (route.method === 'HEAD') return
    const operation = declaredOperation(route)
    if (app.operations.has(operation.operationId))
      throw new Error(`Two routes are called ${operation.operationId}`)
    app.operations.set(operation.operationId, operation)
  })
}

const noParameters = z.strictObject({})

function declaredOperation(route: RouteOptions): Operation {
  const { operationId } = route.schema ?? {}
  const { access, example } = route.config ?? {}
  const forgotten = forgottenBy(route)
  if (!operationId || !access || !example || forgotten.length > 0)
    throw new Error(`${route.method} ${route.url} does not declare: ${forgotten.join(', ')}`)
  return {
    operationId,
    access,
    example,
    method: String(route.method),
    url: route.url,
    headers: route.config?.headers ?? [],
    isCached: route.config?.isCached ?? false,
    canMove: route.config?.canMove ?? false,
    isTimeGate: route.config?.isTimeGate ?? false,
    isConditional: route.config?.isConditional ?? false,
    heedsConditions: route.config?.heedsConditions ?? false,
    isWriting: isWriting(route),
    isSecret: route.config?.isSecret ?? false,
    deprecated: route.config?.deprecated ?? null,
    deprecatedParameters: route.config?.deprecatedParameters ?? {},
    problems: [...impliedProblems(route), ...(route.config?.problems ?? [])],
  }
}

const writingMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Whether a route changes anything: it then runs in a transaction, and takes the headers of a writing request. */
export function isWriting({ method, config }: RouteOptions): boolean {
  return !config?.isReading && [method].flat().some((name) => writingMethods.has(name))
}

/** Whether a path may name what is not there: a choice among a few words that are all known cannot. */
function namesAnything(params: unknown): boolean {
  return (
    params instanceof z.ZodObject &&
    Object.values(params.shape).some((field) => !(field instanceof z.ZodEnum))
  )
}

/** The problems that follow from what a route declares. */
function impliedProblems(route: RouteOptions): ProblemCode[] {
  const { schema, config } = route
  const implied: ProblemCode[] = [
    'invalid-request',
    'invalid-url',
    'internal',
    'unavailable',
    'not-acceptable',
    'url-too-long',
  ]
  if (!config?.isProbe) implied.push('too-many-requests')
  if (!config?.isUpsert && namesAnything(schema?.params)) implied.push('not-found')
  if (schema?.body) implied.push('invalid-json', 'body-too-large', 'unsupported-media-type')
  if (config?.access !== 'anyone') implied.push('unauthenticated', 'forbidden')
  if (isWriting(route) && !config?.isSecret) implied.push('request-in-progress', 'idempotency-key-reused')
  if (config?.isConditional || config?.heedsConditions) implied.push('precondition-failed')
  if (config?.isConditional) implied.push('precondition-required')
  return implied
}
