import { readFileSync } from 'node:fs'
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { projectPath } from '../lib/root.ts'
import type { App } from './app.ts'
import { type Operation, tags } from './contract.ts'
import { markDeprecations } from './deprecations.ts'
import { describeHeaders, problemHeaders, requestHeaders, responseHeaders } from './documentHeaders.ts'
import { limitsInWords } from './documentLimits.ts'
import { mergeInputSchemas } from './documentSchemas.ts'
import { documentWebhooks } from './documentWebhooks.ts'
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
  const content = (input.schema?.body as { content?: Record<string, { schema: unknown }> } | undefined)
    ?.content
  if (!content) return withJsonParameters(transformSchemas(input))
  const withBody = (body: unknown) =>
    withJsonParameters(transformSchemas({ ...input, schema: { ...input.schema, body } } as Transformation))
  const bodies = Object.entries(content).map(([type, { schema }]) => [
    type,
    { schema: withBody(schema).schema['body'] },
  ])
  const { schema, url } = withBody(undefined)
  return { url, schema: { ...schema, body: { content: Object.fromEntries(bodies) } } }
}

/**
 * Says of the parameters that are JSON what @fastify/swagger 9.9 wants to hear (`x-consume`), and hides from it that their
 * schema is a reference, beside which it would leave everything else out.
 */
function withJsonParameters(transformed: ReturnType<typeof transformSchemas>) {
  const { properties } = (transformed.schema['querystring'] ?? {}) as { properties?: Properties }
  for (const [name, { contentMediaType, $ref, description }] of Object.entries(properties ?? {})) {
    if (properties && contentMediaType)
      properties[name] = { 'x-consume': contentMediaType, description, allOf: [{ $ref }] }
  }
  return transformed
}

type Properties = Record<string, Record<string, unknown>>

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
      webhooks: documentWebhooks,
      tags: Object.entries(tagDescriptions).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description:
              'An API key (`cd_<prefix>_<secret>`) or a JWT of the configured OIDC issuer. The first start of the service prints an admin key, and keeps it in `.copydesk/admin-key`.',
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

- **Frontends** read what is published, without a key: [guide](/docs/guides/frontend).
- **Editors’ tools** write with a key: every change needs the ETag of what it changes, may be retried safely with an
  \`Idempotency-Key\`, and is kept whole or not at all: [guide](/docs/guides/editor).
- **Integrators** build on this document: every answer of the service is checked against it by the service’s tests:
  [guide](/docs/guides/integrator).

To publish a first article, give your key to “Authorize” (the first start of the service printed one), send
\`{ "headline": "My first article", "publish": true }\` to \`POST /v1/articles\`, and read it at
\`GET /v1/articles/my-first-article\`.

Errors are \`application/problem+json\` (RFC 9457); their \`type\` is a URL that explains them.

${limitsInWords}`

const tagDescriptions: Record<string, string> = {
  [tags.reading]: 'What is public: articles, authors, sections, takeaways and topics. For frontends.',
  [tags.feeds]: 'RSS, Atom, JSON Feed and sitemaps. For feed readers and search engines.',
  [tags.writing]: 'Working copies: create, change, reorder, trash, restore. For editors’ tools.',
  [tags.publishing]: 'From draft to reader and back: transitions, schedules, corrections, revisions.',
  [tags.events]:
    'What happened: the event log as pages, long polls and streams, and webhooks. For integrators.',
  [tags.administration]: 'Keys and who may do what.',
  [tags.service]: 'Whether the service is alive and ready.',
}

/** Adds what the routes imply to what they say, and tidies what the schema library leaves behind. */
function finish(
  document: OpenApiDocument,
  operations: Operation[],
  examples: RecordedExamples,
): OpenApiDocument {
  const responses: Responses = {}
  document.components = {
    ...document.components,
    responses,
    parameters: requestHeaders,
    headers: responseHeaders,
  }
  for (const operation of operations) {
    const described = operationIn(document, operation)
    if (!described) throw new Error(`${operation.operationId} is missing from the document`)
    described.security = securityOf(operation)
    describeHeaders(described, operation)
    nameResponses(described)
    markDeprecations(described, operation)
    addProblems(responses, described, operation.problems)
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

type Responses = Record<string, OpenAPIV3_1.ResponseObject>

/** One response for each status, naming the problems that it may be. */
function addProblems(shared: Responses, described: OpenAPIV3_1.OperationObject, codes: ProblemCode[]): void {
  described.responses ??= {}
  for (const [status, group] of groupByStatus(codes)) {
    const name = group.map(pascalCase).join('Or')
    shared[name] ??= problemResponse(status, group)
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

function problemResponse(status: number, codes: ProblemCode[]): OpenAPIV3_1.ResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join('\n\n'),
    ...problemHeaders(status),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function addExample(
  described: OpenAPIV3_1.OperationObject,
  { example: { body } }: Operation,
  recorded: RecordedExamples[string] | undefined,
): void {
  const request = (described.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content[
    'application/json'
  ]
  if (request && body !== undefined) request.example = body
  if (!recorded) return
  const response = described.responses?.[recorded.status] as OpenAPIV3_1.ResponseObject | undefined
  const media = response?.content?.[recorded.contentType]
  if (media) media.example = recorded.body
}

/** A list in the query string is one parameter with commas, which the schema alone cannot say. */
function mendParameter(parameter: OpenAPIV3_1.ParameterObject): void {
  for (const media of Object.values(parameter.content ?? {})) {
    const { allOf = [] } = media.schema as OpenAPIV3_1.SchemaObject
    media.schema = allOf[0] as NonNullable<typeof media.schema>
  }
  const schema = parameter.schema as OpenAPIV3_1.SchemaObject | undefined
  if (parameter.in !== 'query' || schema?.type !== 'array') return
  parameter.style = 'form'
  parameter.explode = false
}
