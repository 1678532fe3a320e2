import type { OpenAPIV3_1 } from 'openapi-types'
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { OpenApiDocument } from '../../src/http/openapi.ts'

const banner = '// Made of openapi/openapi.json by `npm run openapi`; not written by hand.\n\n'

/** The types of all paths, operations and schemas, for the client. */
export async function writeTypes(document: OpenApiDocument): Promise<string> {
  // A field with a default may be left out by who sends it.
  const declarations = await openapiTypescript(readable(document) as OpenAPI3, {
    defaultNonNullable: false,
  })
  return banner + astToString(declarations)
}

/** Which request each operation is, by its operationId; and whether it may be sent twice. */
export function writeRequests(document: OpenApiDocument): string {
  const lines = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, OpenAPIV3_1.OperationObject>).map(
      ([method, operation]) =>
        `  ${operation.operationId}: ['${method.toUpperCase()}', '${path}', '${repetitionOf(operation)}'],`,
    ),
  )
  const type = `Record<string, readonly [method: string, path: string, 'free' | 'keyed' | 'once']>`
  return `${banner}/** Method, path, and whether it may be repeated: freely, by an Idempotency-Key, or not at all. */
export const requests = {
${lines.join('\n')}
} as const satisfies ${type}
`
}

/** Every operation that changes something takes `Prefer`. */
function repetitionOf({ parameters = [] }: OpenAPIV3_1.OperationObject): string {
  const names = parameters.map((parameter) => ('name' in parameter ? parameter.name : parameter.$ref))
  if (!names.some((name) => /\bPrefer$/.test(name))) return 'free'
  return names.some((name) => /Idempotency-?Key$/.test(name)) ? 'keyed' : 'once'
}

/**
 * Without the recorded answers, which take more room than the types; and with the schemas of parameters that are JSON
 * where openapi-typescript 7.13 looks for schemas: it takes such parameters for strings.
 */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable)
  if (typeof value !== 'object' || value === null) return value
  const { content, ...rest } = value as { in?: string; content?: Record<string, { schema?: unknown }> }
  const schema = rest.in === undefined ? undefined : content?.['application/json']?.schema
  const kept = Object.entries(schema ? { ...rest, schema } : value).filter((entry) => !isExample(...entry))
  return Object.fromEntries(kept.map(([key, inner]) => [key, readable(inner)]))
}

/** A property of a schema may be called like that too, and is a schema. */
function isExample(key: string, inner: unknown): boolean {
  if (key === 'examples') return true
  return (
    key === 'example' &&
    !(typeof inner === 'object' && inner !== null && ('type' in inner || '$ref' in inner))
  )
}
