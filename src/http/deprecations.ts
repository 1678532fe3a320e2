import type { FastifyRequest } from 'fastify'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { App } from './app.ts'
import type { Operation } from './contract.ts'

/** Something that still works, and is to go. */
export interface Deprecation {
  /** The day on which it was decided: `2026-11-25`. */
  since: string
  /** The day from which on it may be gone. */
  sunset?: string
  /** What to use in its place, in a sentence. */
  instead: string
}

/** An operation as a whole, or one parameter of its query. */
export interface Deprecated extends Deprecation {
  parameter: string | null
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The whole operation is to go. */
    deprecated?: Deprecation
    /** Parameters of its query that are to go. */
    deprecatedParameters?: Readonly<Record<string, Deprecation>>
  }
}

/** Says with each answer what of its request is to go: since when (RFC 9745), and until when it is there (RFC 8594). */
export function announceDeprecations(app: App): void {
  app.addHook('preHandler', (request, reply, done) => {
    const used = deprecationsOf(request)
    if (used.length === 0) return done()
    reply.header('deprecation', `@${Math.min(...used.map(({ since }) => secondsOf(since)))}`)
    const sunsets = used.flatMap(({ sunset }) => (sunset === undefined ? [] : [secondsOf(sunset)]))
    if (sunsets.length > 0) reply.header('sunset', new Date(Math.min(...sunsets) * 1000).toUTCString())
    done()
  })
}

/** What a request uses that is to go. */
export function deprecationsOf({ routeOptions, query }: FastifyRequest): Deprecated[] {
  const { deprecated, deprecatedParameters = {} } = routeOptions.config
  const given = Object.entries(deprecatedParameters).filter(
    ([name]) => (query as Record<string, unknown>)[name] !== undefined,
  )
  return [
    ...(deprecated ? [{ ...deprecated, parameter: null }] : []),
    ...given.map(([parameter, deprecation]) => ({ ...deprecation, parameter })),
  ]
}

/** Marks in the document what an operation declares as deprecated. */
export function markDeprecations(described: OpenAPIV3_1.OperationObject, operation: Operation): void {
  const { deprecated, deprecatedParameters } = operation
  if (deprecated) {
    described.deprecated = true
    described.description = [described.description, wordsOf(deprecated)].filter(Boolean).join(' ')
  }
  for (const parameter of described.parameters ?? []) {
    const deprecation =
      'name' in parameter && parameter.in === 'query' && deprecatedParameters[parameter.name]
    if (!deprecation) continue
    parameter.deprecated = true
    parameter.description = [parameter.description, wordsOf(deprecation)].filter(Boolean).join(' ')
  }
}

function wordsOf({ since, sunset, instead }: Deprecation): string {
  const end = sunset === undefined ? '' : `, and may be gone from ${sunset} on`
  return `Deprecated since ${since}${end}. ${instead}`
}

function secondsOf(day: string): number {
  return Date.parse(day) / 1000
}
