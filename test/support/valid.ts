import fc from 'fast-check'
import type { OpenApiDocument } from '../../src/http/openapi.ts'
import { resolve } from './contract.ts'

/** A JSON Schema, as far as the document uses it. */
export interface Schema {
  type?: string | string[]
  $ref?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  minProperties?: number
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
}

/** How deep objects are filled with more than they need: filters hold filters. */
const maxDepth = 4

/** Optional properties that an object is given at a time. */
const maxOptional = 3

/** Values that a schema of the document allows, among them those at its bounds. */
export function valuesOf(document: OpenApiDocument, given: Schema, depth = 0): fc.Arbitrary<unknown> {
  const schema = plain(document, given)
  const of = (inner: Schema) => valuesOf(document, inner, depth + 1)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return fc.oneof(...branches.map(of))
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectsOf(document, schema, depth)
    case 'array':
      return listsOf(schema, of(schema.items ?? {}), depth)
    case 'string':
      return textsOf(schema)
    case 'integer':
    case 'number':
      return numbersOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.constantFrom<unknown>(null, 1, 'any', ['list'], { any: 'thing' })
  }
}

/** The schema that a reference, or a list of one, stands for. */
export function plain(document: OpenApiDocument, schema: Schema): Schema {
  if (schema.$ref) return plain(document, resolve(document, schema as object) as Schema)
  const [only] = schema.allOf ?? []
  return only ? plain(document, only) : schema
}

function objectsOf(
  document: OpenApiDocument,
  { properties = {}, required = [], minProperties = 0 }: Schema,
  depth: number,
): fc.Arbitrary<unknown> {
  const optional = Object.keys(properties).filter((name) => !required.includes(name))
  const needed = Math.max(0, minProperties - required.length)
  const most = Math.max(needed, depth < maxDepth ? maxOptional : 0)
  return fc
    .subarray(optional, { minLength: needed, maxLength: Math.min(most, optional.length) })
    .chain((chosen) => {
      const names = [...required, ...chosen]
      const values = names.map((name) => [name, valuesOf(document, properties[name] ?? {}, depth + 1)])
      return fc.record(Object.fromEntries(values))
    })
}

function listsOf({ minItems = 0, maxItems = 3 }: Schema, member: fc.Arbitrary<unknown>, depth: number) {
  const most = depth < maxDepth ? minItems + 2 : minItems
  return fc.array(member, { minLength: minItems, maxLength: Math.min(most, maxItems) })
}

function numbersOf({ minimum = -1_000_000, maximum = 1_000_000 }: Schema): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum))
}

const times = ['2026-11-23T08:00:00Z', '2024-02-29T23:59:59.999+14:00', '0001-01-01T00:00:00.5-00:30']

function textsOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 7 })
  if (format === 'date-time') return fc.constantFrom(...times)
  if (format === 'uri') return fc.constantFrom('https://news.example/a?b=c#d', 'http://xn--bcher-kva.example')
  if (format === 'email') return fc.constantFrom('ada@example.org', "o'neil+news@mail.example.co.uk")
  const isRight = (text: string) => !pattern || new RegExp(pattern, 'u').test(text)
  const free = fc.string({ unit: 'grapheme', minLength: Math.max(minLength, 1), maxLength: 20 })
  const longest = fc.constantFrom('x', 'é', '🗞').map((letter) => letter.repeat(maxLength))
  const matching = pattern ? matchesOf(pattern) : free
  return fc
    .oneof(
      { weight: 6, arbitrary: matching },
      { weight: 2, arbitrary: free },
      { weight: 1, arbitrary: longest },
    )
    .map((text) => [...text].slice(0, maxLength).join(''))
    .filter((text) => isRight(text) && [...text].length >= minLength)
}

/** fast-check 4.10 knows no look-ahead: what that would leave out is left out afterwards. */
function matchesOf(pattern: string): fc.Arbitrary<string> {
  const plain = pattern.replaceAll(/\(\?!(?:[^()]|\([^()]*\))*\)/g, '')
  return fc.stringMatching(new RegExp(plain, 'u'), { size: 'small' })
}
