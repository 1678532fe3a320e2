import type { OpenApiDocument } from '../../src/http/openapi.ts'
import { plain, type Schema } from './valid.ts'

/** A value of which one thing is not as its schema says. */
export interface Breach {
  /** The keyword that is broken. */
  keyword: string
  /** Where, as a JSON Pointer. */
  pointer: string
  value: unknown
}

/** Everything that can be broken in a valid value, one keyword at a time. */
export function breachesOf(document: OpenApiDocument, given: Schema, value: unknown): Breach[] {
  return breaches(document, given, value, '')
}

function breaches(document: OpenApiDocument, given: Schema, value: unknown, pointer: string): Breach[] {
  const schema = branchFor(document, given, value)
  const here = Object.entries(spoilers).flatMap(([keyword, spoil]): Breach[] =>
    keyword in schema ? spoil(schema, value).map((spoilt) => ({ keyword, pointer, value: spoilt })) : [],
  )
  return [
    ...here,
    ...inMembers(document, schema, value, pointer),
    ...inProperties(document, schema, value, pointer),
  ]
}

/** Of a union, the branch that the value is of: the only one for its kind, or none that can be told. */
function branchFor(document: OpenApiDocument, given: Schema, value: unknown): Schema {
  const schema = plain(document, given)
  const branches = schema.anyOf ?? schema.oneOf
  if (!branches) return schema
  const kind = kindOf(value)
  const fitting = branches.map((branch) => plain(document, branch)).filter(({ type }) => type === kind)
  const { type: _, ...only } = fitting.length === 1 ? (fitting[0] ?? {}) : {}
  return only
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** What makes a value wrong by a keyword of its schema. */
const spoilers: Record<string, (schema: Schema, value: unknown) => unknown[]> = {
  type: ({ type }) => [type === 'object' ? 'no object' : { no: 'such type' }],
  enum: () => ['unheard-of'],
  const: () => ['unheard-of'],
  minLength: ({ minLength = 0 }) => (minLength > 0 ? [''] : []),
  maxLength: ({ maxLength = 0 }) => ['x'.repeat(maxLength + 1)],
  pattern: ({ pattern = '' }) =>
    ['\0', '!', ''].filter((text) => !new RegExp(pattern, 'u').test(text)).slice(0, 1),
  format: () => ['no such format'],
  minimum: ({ minimum = 0 }) => [minimum - 1],
  maximum: ({ maximum = 0 }) => [maximum + 1],
  minItems: ({ minItems = 0 }) => (minItems > 0 ? [[]] : []),
  maxItems: ({ maxItems = 0 }, value) => {
    const [first] = value as unknown[]
    return first === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => first)]
  },
  minProperties: ({ minProperties = 0 }) => (minProperties > 0 ? [{}] : []),
}

function inMembers(document: OpenApiDocument, { items }: Schema, value: unknown, pointer: string): Breach[] {
  if (!items || !Array.isArray(value)) return []
  return value.flatMap((member, index) =>
    breaches(document, items, member, `${pointer}/${index}`).map((breach) => ({
      ...breach,
      value: value.with(index, breach.value),
    })),
  )
}

function inProperties(document: OpenApiDocument, schema: Schema, value: unknown, pointer: string): Breach[] {
  if (!schema.properties || typeof value !== 'object' || value === null) return []
  const { properties, required = [], additionalProperties } = schema
  const inside = Object.entries(value).flatMap(([name, member]) =>
    breaches(document, properties[name] ?? {}, member, `${pointer}/${name}`).map((breach) => ({
      ...breach,
      value: { ...value, [name]: breach.value },
    })),
  )
  const missing = required.map((name) => ({
    keyword: 'required',
    pointer: `${pointer}/${name}`,
    value: Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
  }))
  const unknown = { keyword: 'additionalProperties', pointer: `${pointer}/unheardOf` }
  return [
    ...inside,
    ...missing,
    ...(additionalProperties === false ? [{ ...unknown, value: { ...value, unheardOf: 1 } }] : []),
  ]
}
