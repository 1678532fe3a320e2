import fc from 'fast-check'
import type { OpenAPIV3_1 } from 'openapi-types'
import { describe, expect, test } from 'vitest'
import type { Example, Operation } from '../src/http/contract.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import type { Fault, Problem } from '../src/http/problems.ts'
import { type Breach, breachesOf } from './support/breaches.ts'
import { resolve } from './support/contract.ts'
import { aKey } from './support/factories.ts'
import { aService } from './support/service.ts'
import { type Schema, valuesOf } from './support/valid.ts'

/** The same inputs in each run. */
const seed = 20_261_125

/** Inputs for each operation that are as its schemas say, and inputs of which one thing is not. */
const validInputs = 25
const brokenInputs = 30

const service = await aService()
const { app, client } = service
const document = app.swagger() as OpenApiDocument
const admin = await aKey(service, 'admin')

/** Everything that a request is made of. */
interface Input {
  parameters: Record<string, unknown>
  type?: string
  body?: unknown
}

interface Parameter {
  name: string
  in: string
  required: boolean
  /** Whether it is JSON in the query string. */
  isJson: boolean
  schema: Schema
  example: unknown
}

interface Described {
  operation: Operation
  parameters: Parameter[]
  bodies: Record<string, Schema>
}

const described = [...app.operations.values()].map((operation): Described => {
  const path = operation.url.replace(/:(\w+)/g, '{$1}')
  const item = document.paths?.[path]?.[operation.method.toLowerCase() as 'get']
  const { parameters = [], requestBody } = item as OpenAPIV3_1.OperationObject
  const { content = {} } = (requestBody ?? {}) as OpenAPIV3_1.RequestBodyObject
  return {
    operation,
    parameters: parameters.map((parameter) => parameterOf(resolve(document, parameter))),
    bodies: Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema as Schema])),
  }
})

function parameterOf(parameter: OpenAPIV3_1.ParameterObject): Parameter {
  const { name, in: where, required = false, content, schema, example } = parameter
  const [media] = Object.values(content ?? {})
  return {
    name,
    in: where,
    required,
    isJson: media !== undefined,
    schema: (media?.schema ?? schema) as Schema,
    example: media?.example ?? example,
  }
}

/** So that most of what is asked for is there. */
for (const { operation } of described) {
  for (const example of operation.example.after ?? []) await inject(example.method ?? 'POST', example)
}

function inject(method: string, { url, body, headers }: Example) {
  return app.inject({
    method: method as 'GET',
    url,
    headers: {
      authorization: `Bearer ${admin}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
}

interface Sent {
  status: number
  problem: Problem | null
  url: string
}

async function send({ operation, parameters }: Described, input: Input): Promise<Sent> {
  const placed = (where: string) =>
    parameters.filter(({ in: place, name }) => place === where && name in input.parameters)
  const written = ({ name, isJson, schema }: Parameter) => {
    const value = input.parameters[name]
    if (isJson) return JSON.stringify(value)
    return schema.type === 'array' && Array.isArray(value) ? value.join(',') : textOf(value)
  }
  const path = placed('path').reduce(
    (url, parameter) => url.replace(`:${parameter.name}`, () => encodeURIComponent(written(parameter))),
    operation.url,
  )
  const query = placed('query').map(
    (parameter) => `${parameter.name}=${encodeURIComponent(written(parameter))}`,
  )
  const url = query.length > 0 ? `${path}?${query.join('&')}` : path
  const headers = Object.fromEntries(
    placed('header').map((parameter) => [parameter.name.toLowerCase(), written(parameter)]),
  )
  const answer = await inject(operation.method, {
    url,
    headers: {
      ...(operation.isWriting && { prefer: 'tx=rollback' }),
      ...(operation.isConditional && { 'if-match': '*' }),
      ...headers,
      ...(input.type && { 'content-type': input.type }),
    },
    ...(input.type && { body: input.body }),
  })
  const { statusCode: status, body } = answer
  client.check({
    method: operation.method,
    url,
    status,
    headers: answer.headers as Record<string, string>,
    body,
  })
  const problem: Problem | null = status >= 400 ? answer.json() : null
  return { status, problem, url }
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function inputsOf({ parameters, bodies }: Described): fc.Arbitrary<Input> {
  const needed = parameters.filter(({ required }) => required)
  const free = parameters.filter(({ required, name }) => !required && !leftAlone.has(name))
  const keys = fc.record(
    Object.fromEntries(
      needed.map(({ name, schema, example }) => [
        name,
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(example) },
          { weight: 1, arbitrary: valuesOf(document, schema) },
        ),
      ]),
    ),
  )
  const others = fc
    .subarray(free, { maxLength: Math.min(2, free.length) })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map(({ name, schema }) => [name, valuesOf(document, schema)]))),
    )
  const types = Object.keys(bodies)
  const messages =
    types.length === 0
      ? fc.constant({})
      : fc
          .constantFrom(...types)
          .chain((type) => valuesOf(document, bodies[type] ?? {}).map((body) => ({ type, body })))
  return fc.tuple(keys, others, messages).map(([path, rest, message]) => {
    return { parameters: { ...path, ...rest }, ...message }
  })
}

/** What is not made up: it would make the test wait, or has more to it than a schema says. */
const leftAlone: ReadonlySet<string> = new Set([
  'wait',
  ...['If-Match', 'If-None-Match', 'Accept-Datetime', 'Prefer', 'Idempotency-Key'],
])

/** Rules that no schema can say. Who breaks one is told so, and of nothing else. */
const rules: { because: string; covers: (fault: Fault, operationId: string) => boolean }[] = [
  { because: 'what is named has to be there', covers: ({ code }) => code === 'unknown-reference' },
  { because: 'a patch has to fit what it patches', covers: ({ code }) => code === 'unknown-path' },
  {
    because: 'a cursor is opaque, and a place in the log is in this log',
    covers: ({ parameter = '', pointer }) =>
      ['cursor', 'after', 'last-event-id'].includes(parameter) ||
      pointer === '/cursor' ||
      pointer === '/after',
  },
  {
    because: 'some parameters go with others only',
    covers: ({ parameter = '', pointer = '', message }) =>
      /^Goes with|^Does not go with|^Must be one of|^Is too far/.test(message) &&
      /^\/?(state|asOf|highlight|facets|sort|fields)\b/.test(parameter || pointer),
  },
  {
    because: 'some fields belong to one move of the workflow only',
    covers: ({ pointer = '' }, operationId) =>
      operationId === 'makeTransition' && /^\/(at|until|note|override|legalGround)$/.test(pointer),
  },
  {
    because: 'a slug is made of letters and digits, and of what has none it has to be given',
    covers: ({ pointer, code }) => pointer === '/slug' && code === 'required',
  },
  {
    because: 'time goes on',
    covers: ({ message }) => /\b(future|later|past)\b/i.test(message),
  },
  {
    because: 'words that are sought have to be words',
    covers: ({ parameter, pointer, message }) =>
      (parameter === 'q' || pointer === '/q') && /^Must (hold a letter|say what)/.test(message),
  },
  {
    because: 'a path in a batch means what it says',
    covers: ({ pointer = '' }, operationId) =>
      operationId === 'runBatch' && /^\/operations\/\d+\/(path$|body)/.test(pointer),
  },
]

/** What is wrong with the answer to a request that is as its schemas say. */
function objection({ operation }: Described, { status, problem }: Sent): unknown {
  if (status >= 500) return problem
  if (problem?.code !== 'invalid-request') return null
  const faults = (problem.errors ?? []).filter(
    (fault) => !rules.some(({ covers }) => covers(fault, operation.operationId)),
  )
  return faults.length > 0 ? faults : null
}

interface Wrong {
  input: Input
  /** What is broken, and where. */
  breach: Breach
  parameter?: string
}

/** Everything that can be broken in a request, one thing at a time. */
function brokenFrom({ parameters, bodies }: Described, input: Input): Wrong[] {
  const inBody = input.type
    ? breachesOf(document, bodies[input.type] ?? {}, input.body).map((breach): Wrong => {
        return { breach, input: { ...input, body: breach.value } }
      })
    : []
  const inParameters = parameters
    .filter(({ name }) => name in input.parameters)
    .flatMap((parameter) =>
      breachesOf(document, parameter.schema, input.parameters[parameter.name])
        .filter((breach) => canBeWritten(parameter, breach))
        .map((breach): Wrong => {
          const broken = { ...input.parameters, [parameter.name]: breach.value }
          return { breach, parameter: parameter.name, input: { ...input, parameters: broken } }
        }),
    )
  return [...inBody, ...inParameters]
}

/** Outside of JSON everything is text, a list of none is a list of one that is empty, and no path has an empty part. */
function canBeWritten(
  { isJson, in: where, schema }: Parameter,
  { keyword, value, pointer }: Breach,
): boolean {
  if (isJson) return true
  if (where === 'path' && (value === '' || value === '\0')) return false
  if (where === 'header' && value === '\0') return false
  if (keyword === 'minItems') return false
  return keyword !== 'type' || (pointer === '' && schema.type === 'integer')
}

/** Whether a refusal says where the fault is; of a union it may lie deeper, or one step above. */
function namesPlace({ problem }: Sent, { breach: { pointer }, parameter }: Wrong): boolean {
  if (problem && ['body-too-large', 'article-too-large', 'url-too-long'].includes(problem.code)) return true
  return (problem?.errors ?? []).some((fault) => {
    if (parameter !== undefined) return fault.parameter?.toLowerCase() === parameter.toLowerCase()
    const place = fault.pointer ?? ''
    return pointer.startsWith(place) || place.startsWith(pointer)
  })
}

/** One for each keyword in each place. */
function chosen(wrong: Wrong[]): Wrong[] {
  const kindOf = ({ breach: { keyword, pointer }, parameter }: Wrong) =>
    `${parameter} ${keyword} ${pointer.replaceAll(/\d+/g, '0')}`
  return [...new Map(wrong.map((one) => [kindOf(one), one])).values()].slice(0, brokenInputs)
}

const counts = { valid: 0, broken: 0 }

describe.each(described.map((one) => ({ name: one.operation.operationId, one })))('$name', ({ one }) => {
  const inputs = fc.sample(inputsOf(one), { numRuns: validInputs, seed })

  test('takes what the document allows', async () => {
    for (const input of inputs) {
      counts.valid += 1
      const sent = await send(one, input)

      expect(objection(one, sent), sent.url + JSON.stringify(input.body)).toBeNull()
    }
  })

  test('refuses what it does not, and says where', async () => {
    const wrong = chosen(inputs.flatMap((input) => brokenFrom(one, input)))

    for (const broken of wrong) {
      counts.broken += 1
      const sent = await send(one, broken.input)
      const shown = `${JSON.stringify(broken.breach).slice(0, 300)} ${broken.parameter} ${JSON.stringify(sent)}`

      expect(sent.status, shown).toBeGreaterThanOrEqual(400)
      expect(sent.status, shown).toBeLessThan(500)
      expect(namesPlace(sent, broken), shown).toBe(true)
    }
  })
})

describe('what was made up', () => {
  test('is a few thousand requests', () => {
    expect(counts.valid).toBe(validInputs * described.length)
    expect(counts.broken).toBeGreaterThan(700)
  })
})
