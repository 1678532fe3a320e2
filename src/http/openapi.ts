import { readFileSync } from 'node:fs'
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { projectPath } from '../lib/root.ts'
import type { App } from './app.ts'
import { type Operation, tags } from './contract.ts'
import { limits } from './limits.ts'
import { type ProblemCode, problems } from './problems.ts'

type Transformed = ReturnType<NonNullable<FastifyDynamicSwaggerOptions['transform']>>

export type OpenApiDocument = OpenAPIV3_1.Document

/** Recorded answers by operationId; `npm run openapi` makes them by calling the service over the seed. */
export type RecordedExamples = Record<string, { status: number; contentType: string; body: unknown }>

export const examplesFile = projectPath('openapi/examples.json')

const transformSchemas = createJsonSchemaTransform({})
type Transformation = Parameters<typeof transformSchemas>[0]

/** Also takes a body with a schema for each media type, which the library does not know (fastify-type-provider-zod 7). */
function transform(input: Transformation) {
  const content = (input.schema?.body as { content?: Record<string, { schema: unknown }> } | undefined)?.content
  if (!content) return transformSchemas(input)
  const withBody = (body: unknown) => transformSchemas({ ...input, schema: { ...input.schema, body } } as Transformation)
  const bodies = Object.entries(content).map(([type, { schema }]) => [type, { schema: withBody(schema).schema['body'] }])
  const { schema, url } = withBody(undefined)
  return { url, schema: { ...schema, body: { content: Object.fromEntries(bodies) } } }
}

const transformObject = createJsonSchemaTransformObject({})

/** The document, made of what the routes declare. */
export async function describeApi(app: App, publicUrl: string): Promise<void> {
  const examples: RecordedExamples = JSON.parse(readFileSync(examplesFile, 'utf8'))
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Copydesk',
        version: '1',
        summary: 'A headless CMS for newsrooms.',
        description: introduction,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      tags: Object.entries(tagDescriptions).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key (`cd_<prefix>_<secret>`) or a JWT of the configured OIDC issuer.',
          },
        },
      },
    },
    transform: (input) => transform(input as Transformation) as Transformed,
    transformObject: (input) => {
      const document = transformObject(input as Parameters<typeof transformObject>[0])
      return finish(document as OpenApiDocument, [...app.operations.values()], examples)
    },
  })
}

const introduction = `Articles, authors, body sections and key takeaways over HTTP.

**Frontends** read what is published, without a key. **Editors' tools** write with a key: every change needs the ETag of what
it changes, may be retried safely with an \`Idempotency-Key\`, and is kept whole or not at all. **Integrators** build on
this document: every answer of the service is checked against it by the service's tests.

Errors are \`application/problem+json\` (RFC 9457); their \`type\` is a URL that explains them.`

const tagDescriptions: Record<string, string> = {
  [tags.reading]: 'What is public: articles, authors, sections, takeaways and topics. For frontends.',
  [tags.writing]: 'Working copies: create, change, reorder, trash, restore. For editors’ tools.',
  [tags.publishing]: 'From draft to reader and back: transitions, schedules, corrections, revisions.',
  [tags.administration]: 'Keys and who may do what.',
  [tags.service]: 'Whether the service is alive and ready.',
}

/** Adds what the routes imply to what they say, and tidies what the schema library leaves behind. */
function finish(
  document: OpenApiDocument,
  operations: Operation[],
  examples: RecordedExamples,
): OpenApiDocument {
  document.components ??= {}
  document.components.responses = {}
  document.components.parameters = requestHeaders
  document.components.headers = responseHeaders
  for (const operation of operations) {
    const described = operationIn(document, operation)
    if (!described) throw new Error(`${operation.operationId} is missing from the document`)
    described.security = securityOf(operation)
    describeHeaders(described, operation)
    nameResponses(described)
    addProblems(document, described, operation.problems)
    addExample(described, operation, examples[operation.operationId])
    for (const parameter of described.parameters ?? [])
      mendParameter(parameter as OpenAPIV3_1.ParameterObject)
  }
  return mergeInputSchemas(document)
}

/** A public operation takes a key, and refuses a bad one, but does not need it. */
function securityOf({ access }: Operation): OpenAPIV3_1.SecurityRequirementObject[] {
  if (access === 'anyone') return []
  return access === 'public' ? [{}, { key: [] }] : [{ key: [] }]
}

function operationIn(document: OpenApiDocument, { method, url }: Operation) {
  const path = url.replace(/:(\w+)/g, '{$1}')
  return document.paths?.[path]?.[method.toLowerCase() as 'get'] as OpenAPIV3_1.OperationObject | undefined
}

const requestHeaders: Record<string, OpenAPIV3_1.ParameterObject> = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1).',
    schema: { type: 'string' },
    example: '"1"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'On GET, ETags that the caller has: 304 when one is current. On PUT, `*` creates (RFC 9110, 13.1.2).',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Your name for this request. Sent again within 24 hours it is answered as before and done once.',
    schema: { type: 'string', minLength: 1, maxLength: limits.idempotencyKey },
  },
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description: '`return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240).',
    schema: { type: 'string' },
  },
}

const responseHeaders: Record<string, OpenAPIV3_1.HeaderObject> = {
  ETag: { description: 'Names this version (RFC 9110, 8.8.3).', schema: { type: 'string' } },
  Location: { description: 'Where the new resource is.', schema: { type: 'string' } },
  Link: { description: 'Pages of the list: first, prev, next (RFC 8288).', schema: { type: 'string' } },
  PreferenceApplied: { description: 'What was heeded of Prefer.', schema: { type: 'string' } },
  IdempotencyReplayed: { description: '`true` when this answer was given before.', schema: { type: 'string' } },
}

/** The headers that follow from what an operation is, and the answers that have no body. */
function describeHeaders(described: OpenAPIV3_1.OperationObject, operation: Operation): void {
  const { method, isWriting, isConditional, isSecret, canMove } = operation
  const isRead = method === 'GET'
  const taken = [
    ...(isConditional ? ['IfMatch'] : []),
    ...(isRead || method === 'PUT' ? ['IfNoneMatch'] : []),
    ...(isWriting ? ['Prefer'] : []),
    ...(isWriting && !isSecret ? ['IdempotencyKey'] : []),
  ]
  described.parameters ??= []
  described.parameters.push(...taken.map((name) => ({ $ref: `#/components/parameters/${name}` })))
  described.responses ??= {}
  const { responses } = described
  if (isRead) responses['304'] = { description: 'The caller has the current version.', headers: headers('ETag') }
  if (canMove) {
    responses['308'] = { description: 'It is known under another slug now.', headers: headers('Location') }
  }
  if (isWriting) {
    responses['204'] ??= { description: 'Done, as `Prefer: return=minimal` asks, or there is nothing to say.' }
  }
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue
    const names = [
      ...(isRead || status !== '204' ? ['ETag'] : []),
      ...(status === '201' ? ['Location'] : []),
      ...(isWriting ? ['Preference-Applied', 'Idempotency-Replayed'] : []),
    ]
    const object = response as OpenAPIV3_1.ResponseObject
    object.headers = headers(...names)
  }
}

function headers(...names: string[]): Record<string, OpenAPIV3_1.ReferenceObject> {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${name.replaceAll('-', '')}` }]),
  )
}

const statusNames: Record<string, string> = {
  200: 'What was asked for.',
  201: 'Created.',
  204: 'Done; there is nothing to say.',
}

function nameResponses(described: OpenAPIV3_1.OperationObject): void {
  for (const [status, response] of Object.entries(described.responses ?? {})) {
    const object = response as OpenAPIV3_1.ResponseObject
    if (object.description === 'Default Response') object.description = statusNames[status] ?? 'Done.'
  }
}

/** One response for each status, naming the problems that it may be. */
function addProblems(
  document: OpenApiDocument,
  described: OpenAPIV3_1.OperationObject,
  codes: ProblemCode[],
): void {
  described.responses ??= {}
  for (const [status, group] of groupByStatus(codes)) {
    const name = group.map(pascalCase).join('Or')
    const responses = document.components!.responses!
    responses[name] ??= problemResponse(group)
    described.responses[status] = { $ref: `#/components/responses/${name}` }
  }
}

function groupByStatus(codes: ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>()
  for (const code of new Set(codes)) {
    const { status } = problems[code]
    groups.set(status, [...(groups.get(status) ?? []), code])
  }
  return groups
}

function pascalCase(code: string): string {
  return code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function problemResponse(codes: ProblemCode[]): OpenAPIV3_1.ResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join('\n\n'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function addExample(
  described: OpenAPIV3_1.OperationObject,
  { example: { body } }: Operation,
  recorded: RecordedExamples[string] | undefined,
): void {
  const request = (described.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content['application/json']
  if (request && body !== undefined) request.example = body
  if (!recorded) return
  const response = described.responses?.[recorded.status] as OpenAPIV3_1.ResponseObject | undefined
  const media = response?.content?.[recorded.contentType]
  if (media) media.example = recorded.body
}

/** A list in the query string is one parameter with commas, which the schema alone cannot say. */
function mendParameter(parameter: OpenAPIV3_1.ParameterObject): void {
  const schema = parameter.schema as OpenAPIV3_1.SchemaObject | undefined
  if (parameter.in !== 'query' || schema?.type !== 'array') return
  parameter.style = 'form'
  parameter.explode = false
}

/**
 * The schema library gives every named schema twice, as `X` for answers and `XInput` for requests (its issue 214).
 * Keep what is reached; drop the suffix where the name is free, and the double where the two are the same.
 */
function mergeInputSchemas(document: OpenApiDocument): OpenApiDocument {
  const schemas = document.components?.schemas ?? {}
  const renamed = new Map<string, string>()
  const reached = reachedSchemas(document)
  for (const name of Object.keys(schemas)) {
    if (!name.endsWith('Input') || !reached.has(name)) continue
    const plain = name.slice(0, -'Input'.length)
    const isFree = !reached.has(plain) || sameSchema(schemas[plain], schemas[name])
    if (plain in schemas && isFree) renamed.set(name, plain)
  }
  for (const [from, to] of renamed) schemas[to] = schemas[from]!
  const kept = Object.keys(schemas).filter(
    (name) => (reached.has(name) && !renamed.has(name)) || isTarget(renamed, name),
  )
  document.components!.schemas = Object.fromEntries(kept.sort().map((name) => [name, schemas[name]!]))
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key !== '$ref' || typeof value !== 'string') return value
    const name = value.slice(schemaPrefix.length)
    return renamed.has(name) ? schemaPrefix + renamed.get(name) : value
  })
}

const schemaPrefix = '#/components/schemas/'

function isTarget(renamed: Map<string, string>, name: string): boolean {
  return [...renamed.values()].includes(name)
}

function sameSchema(one: unknown, other: unknown): boolean {
  const plain = (schema: unknown) => JSON.stringify(schema).replaceAll(/Input"/g, '"')
  return plain(one) === plain(other)
}

function reachedSchemas(document: OpenApiDocument): Set<string> {
  const reached = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key !== '$ref' || typeof inner !== 'string' || !inner.startsWith(schemaPrefix)) visit(inner)
      else if (!reached.has(inner.slice(schemaPrefix.length))) {
        reached.add(inner.slice(schemaPrefix.length))
        visit(document.components?.schemas?.[inner.slice(schemaPrefix.length)])
      }
    }
  }
  visit(document.paths)
  visit(document.components?.responses)
  return reached
}
