import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { inOpenApi30 } from '../src/http/document30.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import { explanations } from '../src/http/problemExplanations.ts'
import { Problem, type ProblemCode, problemCodes, problems } from '../src/http/problems.ts'
import { aKey } from './support/factories.ts'
import { aService, publicUrl } from './support/service.ts'

const service = await aService()
const { client } = service

describe('/openapi.json?version=3.0', () => {
  test('is valid OpenAPI 3.0', async () => {
    const { body } = await client.get('/openapi.json?version=3.0').expect(200)

    expect(body.openapi).toBe('3.0.3')
    const { valid, errors } = await new Validator().validate(body)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test('has the same operations, schemas and examples', async () => {
    const { body: now } = await client.get('/openapi.json').expect(200)
    const { body: old } = await client.get('/openapi.json?version=3.0').expect(200)

    const operations = (document: typeof now) =>
      Object.entries(document.paths).map(([path, item]) => [path, Object.keys(item as object)])
    const examples = (document: typeof now) => JSON.stringify(document).match(/"example":/g)?.length
    expect(operations(old)).toEqual(operations(now))
    expect(Object.keys(old.components.schemas)).toEqual(Object.keys(now.components.schemas))
    expect(examples(old)).toBe(examples(now))
  })

  test('is refused in versions that there are not', async () => {
    const { body } = await client.get('/openapi.json?version=2.0').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'version' }])
  })
})

describe('a schema in OpenAPI 3.0', () => {
  const lowered = (schema: object) => {
    const document = { info: {}, paths: {}, components: { schemas: { Thing: schema } } }
    const { components } = inOpenApi30(document as unknown as OpenApiDocument)
    return (components as { schemas: { Thing: unknown } }).schemas.Thing
  }
  const ref = { $ref: '#/components/schemas/Other' }

  test.each([
    ['null is a flag', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [
      'several types are a choice',
      { type: ['string', 'integer'] },
      { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    ],
    [
      'a choice of one and null is the one',
      { description: 'One.', anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }] },
      { description: 'One.', type: 'string', maxLength: 5, nullable: true },
    ],
    ['a reference or null', { anyOf: [ref, { type: 'null' }] }, { allOf: [ref], nullable: true }],
    [
      'a choice with null keeps the others',
      { oneOf: [ref, { type: 'boolean' }, { type: 'null' }] },
      { oneOf: [ref, { type: 'boolean' }], nullable: true },
    ],
    ['a constant is an enumeration of one', { type: 'string', const: 'a' }, { type: 'string', enum: ['a'] }],
    ['a reference stands alone', { ...ref, description: 'Other.' }, { allOf: [ref], description: 'Other.' }],
    ['a bare reference stays', ref, ref],
    [
      'exclusive bounds are flags',
      { type: 'number', exclusiveMinimum: 1 },
      { type: 'number', minimum: 1, exclusiveMinimum: true },
    ],
    [
      'the first example is the example',
      { type: 'string', examples: ['a', 'b'] },
      { type: 'string', example: 'a' },
    ],
    ['nothing but null', { type: 'null' }, { nullable: true, enum: [null] }],
    [
      'all of this at any depth, and properties of any name',
      {
        type: 'object',
        properties: { type: { type: ['string', 'null'] }, examples: { type: 'array', items: ref } },
      },
      {
        type: 'object',
        properties: { type: { type: 'string', nullable: true }, examples: { type: 'array', items: ref } },
      },
    ],
    [
      'what it cannot say is left out',
      { type: 'object', propertyNames: { pattern: 'a' } },
      { type: 'object' },
    ],
  ])('says that %s', (_, schema, expected) => {
    expect(lowered(schema)).toEqual(expected)
  })
})

describe('/problems/{code}', () => {
  test.each(problemCodes)('explains %s: its cause, an example, and its cure', async (code) => {
    const { cause, cure, example } = explanations[code]
    const { text } = await client.get(`/problems/${code}`).expect(200)

    expect(text).toMatch(/<h2>Cause<\/h2>\s*<p>.+<h2>Example<\/h2>\s*<pre>.+<h2>Cure<\/h2>\s*<p>/s)
    expect(text).toContain(`&quot;code&quot;: &quot;${code}&quot;`)
    for (const words of [cause, cure]) expect(words).toMatch(/^[A-Z`].{20,}[.)]$/s)
    const { method: _, ...shown } = example
    const whole = { type: '', requestId: '', ...problems[code], code, ...shown }
    expect(Problem.strict().safeParse(whole).error).toBeUndefined()
  })

  /** Examples that a single request can show. */
  const shown: [ProblemCode, { headers?: Record<string, string>; body?: string }][] = [
    ['invalid-request', {}],
    ['invalid-json', { headers: { 'content-type': 'application/json' }, body: '{' }],
    ['invalid-url', {}],
    ['forbidden', { headers: { 'content-type': 'application/json' }, body: '{}' }],
    ['not-found', {}],
    ['method-not-allowed', {}],
    ['not-acceptable', { headers: { accept: 'image/png' } }],
    ['unsupported-media-type', { headers: { 'content-type': 'text/csv' }, body: 'a,b' }],
  ]

  test.each(shown)('shows %s as it is', async (code, { headers = {}, body }) => {
    const { method = 'GET', instance, detail, errors } = explanations[code].example
    const key = await aKey(service, 'editor')

    const request = client[method.toLowerCase() as 'get'](instance).auth(key, { type: 'bearer' }).set(headers)
    const answer = await (body === undefined ? request : request.send(body)).expect(problems[code].status)

    // A list of all parameters is too long for a page.
    const faults = errors?.map(({ message: _, ...fault }) => fault)
    expect(answer.body).toMatchObject({ code, detail, ...(faults && { errors: faults }) })
  })
})

describe('who does not know the way', () => {
  test.each([
    ['/', 302],
    ['/openapi.json', 200],
    ['/openapi.yaml', 200],
    ['/docs/guides/editor', 200],
    ['/problems/not-found', 200],
    ['/v1/articles/nothing', 404],
    ['/v1/articles?limt=1', 400],
    ['/nowhere', 404],
  ])('is told at %s where the service is described', async (url, status) => {
    const { headers } = await client.get(url).expect(status)

    expect(headers['link']).toContain('</openapi.json>; rel="service-desc"')
    expect(headers['link']).toContain('</docs>; rel="service-doc"')
  })

  test('comes from / to the documentation', async () => {
    await client.get('/').expect('location', '/docs')
  })

  test('finds the API in the catalogue of the host', async () => {
    const { headers, text } = await client.get('/.well-known/api-catalog').expect(200)

    expect(headers['content-type']).toMatch(
      /^application\/linkset\+json; profile="https:\/\/www.rfc-editor.org\/info\/rfc9727"/,
    )
    const [api] = JSON.parse(text).linkset
    expect(api.anchor).toBe(`${publicUrl}/v1`)
    for (const { href, type } of [...api['service-desc'], ...api['service-doc'], ...api.status]) {
      const answer = await client.get(href.slice(publicUrl.length))
      expect([answer.status, answer.headers['content-type']]).toEqual([200, expect.stringContaining(type)])
    }
    await client
      .head('/.well-known/api-catalog')
      .expect(200)
      .expect('link', /rel="api-catalog"/)
  })
})
