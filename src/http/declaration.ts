import type { RouteOptions } from 'fastify'
import { z } from 'zod'

/** The names of all that a route has to declare and does not. */
export function forgottenBy(route: RouteOptions): string[] {
  const { operationId, summary, description, tags, response } = route.schema ?? {}
  const { access, example } = route.config ?? {}
  const declared = { operationId, summary, description, tags, response, access, example }
  return [
    ...Object.entries(declared).flatMap(([name, value]) => (value === undefined ? [name] : [])),
    ...forgottenParameters(route),
    ...forgottenBody(route),
    ...forgottenAnswers(response),
  ]
}

function forgottenParameters({ url, schema }: RouteOptions): string[] {
  const inPath = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const declared = fieldsOf(schema?.params)
  const undescribed = [schema?.params, schema?.querystring, schema?.headers].flatMap((part) =>
    [...fieldsOf(part)].filter(([, field]) => !descriptionOf(field)).map(([name]) => name),
  )
  return [
    ...inPath.filter((name) => !declared.has(name)).map((name) => `the parameter ${name}`),
    ...undescribed.map((name) => `what the parameter ${name} means`),
  ]
}

function fieldsOf(part: unknown): Map<string, z.core.$ZodType> {
  return new Map(part instanceof z.ZodObject ? Object.entries(part.shape) : [])
}

/** That of the schema, or of what it wraps. */
function descriptionOf(schema: z.core.$ZodType): string | undefined {
  const own = z.globalRegistry.get(schema)?.description
  if (own !== undefined) return own
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? descriptionOf(schema.unwrap())
    : undefined
}

/** A change has a body; an example of what has a body has one too. */
function forgottenBody({ method, schema, config }: RouteOptions): string[] {
  const body = schema?.body
  if (body === undefined) return method === 'PUT' || method === 'PATCH' ? ['body'] : []
  return [
    ...namelessIn('body', body),
    ...(config?.example && config.example.body === undefined ? ['the body of its example'] : []),
  ]
}

function forgottenAnswers(response: unknown): string[] {
  const answers = Object.entries((response ?? {}) as Record<string, unknown>)
  const isAnswered = answers.some(([status]) => status.startsWith('2'))
  return [
    ...(response !== undefined && !isAnswered ? ['an answer of success'] : []),
    ...answers.flatMap(([status, schema]) => namelessIn(`answer ${status}`, schema)),
  ]
}

/** Schemas of JSON without a name: clients could not call them anything. */
function namelessIn(place: string, declared: unknown): string[] {
  const { content } = declared as { content?: Record<string, { schema: unknown }> }
  if (content)
    return Object.entries(content).flatMap(([type, { schema }]) =>
      /[/+]json$/.test(type) ? namelessIn(`${place} as ${type}`, schema) : [],
    )
  return hasName(declared) ? [] : [`a name (meta id) for ${place}`]
}

function hasName(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return false
  if (z.globalRegistry.get(schema)?.id !== undefined) return true
  if (schema instanceof z.ZodUnion) return schema.options.every(hasName)
  if (schema instanceof z.ZodArray) return hasName(schema.element)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return hasName(schema.unwrap())
  return schema instanceof z.ZodUndefined || schema instanceof z.ZodNull
}
