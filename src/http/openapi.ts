import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import type { App } from './app.ts'
import { type Operation, tags } from './contract.ts'
import { markDeprecations } from './deprecations.ts'
import { describeExamples, readExamples, type WrittenExamples } from './documentExamples.ts'
import { requestHeaders, responseHeaders } from './documentHeaders.ts'
import { introduction } from './documentIntroduction.ts'
import { describeProblems, type SharedComponents } from './documentProblems.ts'
import { describeMessages } from './documentResponses.ts'
import { mergeInputSchemas } from './documentSchemas.ts'
import { documentWebhooks } from './documentWebhooks.ts'

type Transformed = ReturnType<NonNullable<FastifyDynamicSwaggerOptions['transform']>>

export type OpenApiDocument = OpenAPIV3_1.Document

const transformSchemas = createJsonSchemaTransform({})
type Transformation = Parameters<typeof transformSchemas>[0]

/** Also takes a body with a schema for each media type, which the library does not know (fastify-type-provider-zod 7). */
function transform(input: Transformation) {
  const content = (input.schema?.body as { content?: Record<string, { schema: unknown }> } | undefined)
    ?.content
  if (!content) return withParameters(input, transformSchemas(input))
  const withBody = (body: unknown) =>
    withParameters(input, transformSchemas({ ...input, schema: { ...input.schema, body } } as Transformation))
  const bodies = Object.entries(content).map(([type, { schema }]) => [
    type,
    { schema: withBody(schema).schema['body'] },
  ])
  const { schema, url } = withBody(undefined)
  return { url, schema: { ...schema, body: { content: Object.fromEntries(bodies) } } }
}

/**
 * Says of the parameters that are JSON what @fastify/swagger 9.9 wants to hear (`x-consume`), and hides from it that their
 * schema is a reference, beside which it would leave everything else out. And says which are required: of what is read out of
 * text (`z.preprocess`), zod does not know it.
 */
function withParameters({ schema }: Transformation, transformed: ReturnType<typeof transformSchemas>) {
  const querystring = (transformed.schema['querystring'] ?? {}) as {
    properties?: Properties
    required?: string[]
  }
  const { properties } = querystring
  const given = schema?.querystring
  if (given instanceof z.ZodObject)
    querystring.required = Object.keys(given.shape).filter((name) => !takesNothing(given.shape[name]))
  for (const [name, { contentMediaType, $ref, description }] of Object.entries(properties ?? {})) {
    if (properties && contentMediaType)
      properties[name] = { 'x-consume': contentMediaType, description, allOf: [{ $ref }] }
  }
  return transformed
}

function takesNothing(parameter: z.ZodType | undefined): boolean {
  return parameter?.safeParse(undefined).success ?? false
}

type Properties = Record<string, Record<string, unknown>>

const transformObject = createJsonSchemaTransformObject({})

/** The document, made of what the routes declare. */
export async function describeApi(app: App, publicUrl: string): Promise<void> {
  const examples = readExamples()
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
  examples: WrittenExamples,
): OpenApiDocument {
  const shared: SharedComponents = {
    schemas: { ...document.components?.schemas },
    responses: {},
    examples: {},
  }
  document.components = {
    ...document.components,
    ...shared,
    parameters: requestHeaders,
    headers: responseHeaders,
  }
  for (const operation of operations) {
    const described = operationIn(document, operation)
    if (!described) throw new Error(`${operation.operationId} is missing from the document`)
    described.security = securityOf(operation)
    describeMessages(shared.responses, described, operation)
    markDeprecations(described, operation)
    describeProblems(shared, described, operation.problems, examples.problems)
    for (const parameter of described.parameters ?? [])
      mendParameter(parameter as OpenAPIV3_1.ParameterObject)
    describeExamples(described, operation, examples.answers[operation.operationId])
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
