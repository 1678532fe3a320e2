import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenAPIV3_1 } from 'openapi-types'
import { generalHeaders } from '../../src/http/documentHeaders.ts'
import type { OpenApiDocument } from '../../src/http/openapi.ts'
import { countAnswer } from './answered.ts'

/** An answer as it came over the wire. */
export interface Answer {
  method: string
  /** As it was asked for: path and query. */
  url: string
  status: number
  headers: Record<string, string | undefined>
  body: string
}

/** What the document says nothing of, and why it does not. A problem body is checked even so. */
const exemptions: { because: string; covers: (answer: Answer, operation: Operation | null) => boolean }[] = [
  {
    because: 'OPTIONS is answered by HTTP itself for every path, so no operation describes it',
    covers: ({ method, status }) => method === 'OPTIONS' && (status === 204 || status === 404),
  },
  {
    because: 'a method that a path does not have is refused by HTTP itself, not by an operation',
    covers: ({ status }, operation) => operation === null && status === 405,
  },
  {
    because: 'who asks too often, or while there is too much to do, is refused before it matters what for',
    covers: ({ status }, operation) => operation === null && [429, 503].includes(status),
  },
  {
    because: 'what cannot be parsed as HTTP, or has a method that nobody knows, reaches no operation',
    covers: ({ status }, operation) => operation === null && [400, 408, 431].includes(status),
  },
  {
    because: 'a path that is not in the document is nothing but 404',
    covers: ({ status }, operation) => operation === null && [404, 406].includes(status),
  },
  {
    because: 'the document does not describe where it is itself served',
    covers: ({ url, method }) =>
      /^\/($|(openapi\.(json|yaml)|docs|\.well-known\/api-catalog)([/?]|$))/.test(url) &&
      ['GET', 'HEAD'].includes(method),
  },
]

const problemSchema = { $ref: '#/components/schemas/Problem' }

interface Operation {
  operationId: string
  responses: Record<string, OpenAPIV3_1.ResponseObject>
}

/** Checks answers against the document: throws an error that says what the two disagree on. */
export function contractOf(document: OpenApiDocument): (answer: Answer) => void {
  const findOperation = operationFinder(document)
  const validate = schemaValidator(document)

  return (answer) => {
    const disagree = (what: string): never => {
      const { method, url, status, headers, body } = answer
      const shown = `${status} ${headers['content-type'] ?? ''} ${body.slice(0, 1000)}`
      throw new Error(`${method} ${url} is not as the document says: ${what}\n${shown}`)
    }
    const isProblem = answer.status >= 400
    if (isProblem && answer.method !== 'HEAD') {
      const faults = validate(problemSchema, parse(answer.body))
      if (faults) disagree(`the body is no Problem: ${faults}`)
    }

    const operation = findOperation(answer)
    if (exemptions.some(({ covers }) => covers(answer, operation))) return
    if (!operation) return disagree('there is no such operation')
    countAnswer(operation.operationId, answer.status)

    const response = operation.responses[answer.status]
    if (!response) return disagree(`${operation.operationId} does not document status ${answer.status}`)
    const headerFault =
      faultOfHeaders(document, response, answer, validate) ?? unknownHeader(response, answer)
    if (headerFault) disagree(headerFault)
    if (answer.method === 'HEAD') return answer.body === '' ? undefined : disagree('HEAD has a body')

    const mediaType = answer.headers['content-type']?.split(';', 1)[0]
    if (!response.content) {
      return answer.body === '' ? undefined : disagree(`status ${answer.status} documents no body`)
    }
    const media = response.content[mediaType ?? '']
    if (!media) return disagree(`status ${answer.status} does not document the media type ${mediaType}`)
    if (!media.schema) return disagree(`the body of status ${answer.status} has no schema`)
    const value = /\bjson$/.test(mediaType ?? '') ? parse(answer.body) : answer.body
    const faults = validate(media.schema, value)
    if (faults) disagree(faults)
  }
}

/** HEAD is its GET without a body. Of paths that fit, the one with the fewest parameters is meant. */
function operationFinder(document: OpenApiDocument): (answer: Answer) => Operation | null {
  const paths = Object.entries(document.paths ?? {})
    .map(([template, item]) => ({
      pattern: new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      parameterCount: template.split('{').length,
      item: item as Record<string, OpenAPIV3_1.OperationObject>,
    }))
    .sort((one, other) => one.parameterCount - other.parameterCount)

  return ({ method, url }) => {
    const path = url.split('?', 1)[0] ?? ''
    const name = method === 'HEAD' ? 'get' : method.toLowerCase()
    const found = paths.find(({ pattern }) => pattern.test(path))?.item[name]
    if (!found) return null
    const responses = Object.entries(found.responses ?? {}).map(([status, response]) => [
      status,
      resolve(document, response),
    ])
    return { operationId: found.operationId ?? '', responses: Object.fromEntries(responses) }
  }
}

/** What a reference refers to. */
export function resolve<Value extends object>(
  document: OpenApiDocument,
  value: Value | OpenAPIV3_1.ReferenceObject,
): Value {
  if (!('$ref' in value)) return value
  const names = value.$ref.split('/').slice(1)
  return names.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], document) as Value
}

type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject
type Validate = (schema: Schema, value: unknown) => string | null

/** Says what is wrong with a value, or null. An unknown keyword or format in a schema is an error too. */
export function schemaValidator(document: OpenApiDocument): Validate {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false })
  addFormats.default(ajv, { mode: 'full' })
  // OpenAPI 3.1, 4.8.24: its own keywords; and where the schemas that are referred to are found.
  ajv.addVocabulary(['components', 'discriminator', 'xml', 'externalDocs', 'example'])
  const components = { schemas: document.components?.schemas ?? {} }
  const compiled = new WeakMap<object, ValidateFunction>()

  return (schema, value) => {
    let validate = compiled.get(schema)
    if (!validate) {
      validate = ajv.compile({ ...schema, components })
      compiled.set(schema, validate)
    }
    return validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: 'body', separator: '\n' })
  }
}

function faultOfHeaders(
  document: OpenApiDocument,
  { headers = {} }: OpenAPIV3_1.ResponseObject,
  answer: Answer,
  validate: Validate,
): string | null {
  for (const [name, header] of Object.entries(headers)) {
    const { required = false, schema } = resolve(document, header)
    const value = answer.headers[name.toLowerCase()]
    if (value === undefined && required) return `the header ${name} is missing`
    if (value === undefined || !schema) continue
    const faults = validate(schema as Schema, isNumeric(schema as Schema) ? Number(value) : value)
    if (faults) return `the header ${name} is wrong: ${faults}`
  }
  return null
}

const general = new Set(
  Object.values(generalHeaders)
    .flat()
    .map((name) => name.toLowerCase()),
)

/** A header that neither this answer documents nor the introduction to the document. */
function unknownHeader({ headers = {} }: OpenAPIV3_1.ResponseObject, answer: Answer): string | null {
  const documented = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  const unknown = Object.keys(answer.headers).find((name) => !general.has(name) && !documented.has(name))
  return unknown === undefined ? null : `status ${answer.status} does not document the header ${unknown}`
}

function isNumeric(schema: Schema): boolean {
  return 'type' in schema && (schema.type === 'integer' || schema.type === 'number')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
