import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { OpenAPIV3_1 } from 'openapi-types'
import { describe, expect, test } from 'vitest'
import { readDocument, recordExamples, recordProblems } from '../openapi/record.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import { projectPath } from '../src/lib/root.ts'
import { resolve, schemaValidator } from './support/contract.ts'
import { aDatabase, aService, publicUrl } from './support/service.ts'

const { app, client } = await aService()
const document = app.swagger() as OpenApiDocument

const validate = schemaValidator(document)

/** As a reader of the document gets it: without what JSON leaves out. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}

interface Described {
  name: string
  path: string
  method: string
  operation: OpenAPIV3_1.OperationObject
}

const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, OpenAPIV3_1.OperationObject>).map(
    ([method, operation]): Described => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      method,
      operation,
    }),
  ),
)

function read(file: string): unknown {
  return JSON.parse(readFileSync(projectPath('openapi', file), 'utf8'))
}

/** A database for the time of a test. */
async function withDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const { url, drop } = await aDatabase()
  try {
    return await work(url)
  } finally {
    await drop()
  }
}

describe('openapi/openapi.json', () => {
  test('is what the code emits; run `npm run openapi`', async () => {
    const emitted = await withDatabase(readDocument)

    expect(read('openapi.json')).toEqual(plain(emitted))
  })

  test('is what the service serves, but for where it is', async () => {
    const committed = read('openapi.json') as object

    const { body } = await client.get('/openapi.json').expect(200)

    expect({ ...body, servers: [] }).toEqual({ ...committed, servers: [] })
    expect(body.servers).toEqual([{ url: publicUrl }])
  })
})

describe('openapi/examples.json', () => {
  test('holds what the service answers; run `npm run openapi`', { timeout: 60_000 }, async () => {
    const recorded = await withDatabase(recordExamples)

    expect(read('examples.json')).toEqual(plain(recorded))
  })
})

describe('openapi/problems.json', () => {
  test('holds what the service answers to mistakes; run `npm run openapi`', { timeout: 60_000 }, async () => {
    const recorded = await withDatabase(recordProblems)

    expect(read('problems.json')).toEqual(plain(recorded))
  })

  test('has an example of each problem that an operation may answer', () => {
    const promised = [...app.operations.values()].flatMap(({ problems }) => problems)

    expect(Object.keys(read('problems.json') as object).sort()).toEqual([...new Set(promised)].sort())
  })
})

describe('the document', () => {
  test('is served as YAML and as a page too', async () => {
    const { text } = await client.get('/openapi.yaml').expect(200).expect('content-type', /yaml/)

    expect(text).toMatch(/^openapi: ["']?3\.1/)
    await client.get('/docs').expect(200).expect('content-type', /html/)
  })

  test('is OpenAPI 3.1 with a title, a version and a server', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: 'Copydesk', version: expect.any(String) })
    expect(document.servers).toHaveLength(1)
  })

  test('has every route that is not hidden, and nothing else', () => {
    const declared = [...app.operations.values()].map(({ operationId }) => operationId)

    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(declared.sort())
  })

  test('refers to nothing that is not there, and holds nothing that is not referred to', () => {
    const text = JSON.stringify(document)
    const targets = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? ''))
    const existing = (['schemas', 'responses', 'parameters', 'headers', 'examples'] as const).flatMap(
      (kind) => Object.keys(document.components?.[kind] ?? {}).map((name) => `#/components/${kind}/${name}`),
    )

    expect([...targets].filter((target) => !existing.includes(target))).toEqual([])
    expect(existing.filter((name) => !targets.has(name))).toEqual([])
  })

  test('has schemas that are valid JSON Schema 2020-12, each of them usable', () => {
    const ajv = new Ajv2020()

    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      expect(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`).toBe(true)
      expect(() => validate(schema, {}), name).not.toThrow()
    }
  })

  test('names schemas as a generator can', () => {
    for (const name of Object.keys(document.components?.schemas ?? {}))
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
  })

  test('takes no body where HTTP has no use for one', () => {
    const reading = operations.filter(({ method }) => ['get', 'delete'].includes(method))

    expect(reading.filter(({ operation }) => operation.requestBody).map(({ name }) => name)).toEqual([])
  })

  test('uses only tags that it explains', () => {
    const explained = document.tags?.map(({ name }) => name) ?? []

    for (const { operation } of operations)
      expect(explained).toEqual(expect.arrayContaining(operation.tags ?? []))
    expect(document.tags?.every(({ description }) => description)).toBe(true)
  })
})

/** What is public takes a key, but does not need it. */
function securityFor(access: string | undefined): object[] {
  if (access === 'anyone') return []
  return access === 'public' ? [{}, { key: [] }] : [{ key: [] }]
}

describe.each(operations)('$name', ({ path, operation }) => {
  const declared = app.operations.get(operation.operationId ?? '')

  test('says what it does, and who may do it', () => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/)
    expect(operation.description).toMatch(/[.]$/)
    expect(operation.tags).toHaveLength(1)
    expect(declared?.access).toBeDefined()
    expect(operation.security).toEqual(securityFor(declared?.access))
  })

  test('describes each parameter of its path, and every other one', () => {
    const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter))
    const inPath = parameters.filter((parameter) => parameter.in === 'path')

    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    expect(inPath.every(({ required }) => required)).toBe(true)
    for (const { name, description, schema, content } of parameters) {
      expect(description, name).toMatch(/\.$/)
      expect(schema ?? content?.['application/json']?.schema, name).toBeDefined()
    }
  })

  test('has an answer for success, and one for each problem', () => {
    const responses = Object.entries(operation.responses ?? {})

    expect(responses.some(([status]) => /^2\d\d$/.test(status))).toBe(true)
    for (const [status, response] of responses) {
      expect(status).toMatch(/^[1-5]\d\d$/)
      expect('$ref' in response || response.description, status).toBeTruthy()
    }
  })

  test('shows an example of its answer that is as its schema says', () => {
    const successes = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'))
    const medias = successes.flatMap(([, response]) =>
      Object.values(resolve(document, response).content ?? {}),
    )
    const withExamples = medias.filter(({ example }) => example !== undefined)

    if (medias.length > 0) expect(withExamples).not.toEqual([])
    for (const { schema, example } of withExamples) expect(validate(schema as object, example)).toBeNull()
  })
})
