import type { OpenApiDocument } from './openapi.ts'

type Schema = Record<string, unknown>

/**
 * The document in OpenAPI 3.0.3, for generators that read no other: the same paths and schemas, as near as 3.0 can say them.
 * Where it has no words (patterns of property names, webhooks), it says less, never something else.
 */
export function inOpenApi30(document: OpenApiDocument): Record<string, unknown> {
  const { info, jsonSchemaDialect: _dialect, webhooks, ...rest } = document
  const { summary: _summary, license, ...known } = info
  return {
    ...(lowered(rest) as object),
    openapi: '3.0.3',
    info: { ...known, ...(license && { license: { name: license.name } }) },
    // What Redocly's tools read in documents of 3.0.
    ...(webhooks && { 'x-webhooks': lowered(webhooks) }),
  }
}

/** What holds values of callers, in which everything stays as it is. */
const values: ReadonlySet<string> = new Set(['example', 'examples'])

/** A part of the document that is no schema. */
function lowered(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(lowered)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => {
      if (values.has(key)) return [key, inner]
      if (key === 'schema') return [key, loweredSchema(inner)]
      return [key, key === 'schemas' ? loweredEach(inner) : lowered(inner)]
    }),
  )
}

/** Keywords of JSON Schema 2020-12 that 3.0 does not know; it says less without them. */
const unknown: ReadonlySet<string> = new Set([
  ...['$schema', '$id', '$defs', '$comment', 'const', 'examples', 'propertyNames', 'patternProperties'],
  ...['contentEncoding', 'contentMediaType', 'unevaluatedProperties', 'dependentRequired'],
])

const ofSchemas: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf'])
const ofSchema: ReadonlySet<string> = new Set(['items', 'not', 'additionalProperties'])

function loweredSchema(schema: unknown): unknown {
  // `additionalProperties: false`
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, ...rest } = schema as Schema
  const kept = Object.entries(rest).filter(([key]) => !unknown.has(key))
  const inner = Object.fromEntries(kept.map(([key, value]) => [key, loweredKeyword(key, value)]))
  const whole = withoutNull(withBounds({ ...inner, ...oldNames(rest) }))
  if ($ref === undefined) return whole
  // Beside a reference, 3.0 overlooks everything.
  return Object.keys(whole).length > 0 ? { allOf: [{ $ref }], ...whole } : { $ref }
}

function loweredEach(schemas: unknown): unknown {
  return Object.fromEntries(
    Object.entries(schemas as Schema).map(([name, schema]) => [name, loweredSchema(schema)]),
  )
}

function loweredKeyword(key: string, value: unknown): unknown {
  if (ofSchemas.has(key)) return (value as unknown[]).map(loweredMember)
  if (ofSchema.has(key)) return loweredSchema(value)
  return key === 'properties' ? loweredEach(value) : value
}

/** Null is found by `withoutNull` of the schema that it is a choice of. */
function loweredMember(schema: unknown): unknown {
  return isNull(schema) ? schema : loweredSchema(schema)
}

/** What 3.0 says by other keywords. */
function oldNames(schema: Schema): Schema {
  const [example] = (schema['examples'] as unknown[] | undefined) ?? []
  return {
    ...('const' in schema && { enum: [schema['const']] }),
    ...(example !== undefined && { example }),
  }
}

/** An exclusive bound is a flag beside the bound. */
function withBounds(schema: Schema): Schema {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  return {
    ...rest,
    ...(exclusiveMinimum !== undefined && { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum !== undefined && { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  }
}

/**
 * Null is no type but a flag. Beside a reference the flag has no type to belong to (3.0.3, 4.7.24), but generators have long
 * agreed that it means what it says.
 */
function withoutNull(schema: Schema): Schema {
  const { type, anyOf, oneOf, ...rest } = schema
  if (isNull(schema)) return { ...rest, nullable: true, enum: [null] }
  const types = Array.isArray(type) ? type.filter((name) => name !== 'null') : [type]
  const choices = (anyOf ?? oneOf) as unknown[] | undefined
  const others = choices?.filter((choice) => !isNull(choice))
  const isNullable = (Array.isArray(type) && type.includes('null')) || others?.length !== choices?.length
  return {
    ...(types.length === 1 && type !== undefined && { type: types[0] }),
    ...rest,
    ...(types.length > 1 && { anyOf: types.map((name) => ({ type: name })) }),
    ...(others && combined(others, anyOf ? 'anyOf' : 'oneOf')),
    ...(isNullable && { nullable: true }),
  }
}

/** A single choice is none. */
function combined(choices: unknown[], keyword: 'anyOf' | 'oneOf'): Schema {
  const [only] = choices as Schema[]
  if (choices.length !== 1 || !only) return { [keyword]: choices }
  return '$ref' in only ? { allOf: [only] } : only
}

function isNull(schema: unknown): boolean {
  return (schema as Schema | null)?.['type'] === 'null'
}
