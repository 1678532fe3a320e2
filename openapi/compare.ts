import type { OpenAPIV3_1 } from 'openapi-types'
import { compareSchemas } from './compareSchemas.ts'
import { type Comparison, resolve, type Side } from './comparison.ts'

export type { Change } from './comparison.ts'

type Document = OpenAPIV3_1.Document
type Operation = OpenAPIV3_1.OperationObject

/** What differs between two documents, and which of it breaks a client that was written for the first. */
export function compareDocuments(before: Document, after: Document): Comparison['changes'] {
  const comparison: Comparison = { before, after, changes: [], seen: new Set() }
  const [earlier, later] = [operationsOf(before), operationsOf(after)]
  for (const [place, operation] of later) {
    const { operationId = place } = operation
    if (!earlier.has(place)) tell(comparison, operationId, `${place} is new`)
  }
  for (const [place, operation] of earlier) {
    const { operationId = place } = operation
    const now = later.get(place)
    if (!now) tell(comparison, operationId, `${place} is gone`, true)
    else compareOperations(comparison, operationId, operation, now)
  }
  for (const [name, { post }] of webhooksOf(before)) {
    const now = webhooksOf(after).find(([other]) => other === name)?.[1].post
    if (!now) tell(comparison, name, 'is sent no more', true)
    else if (post) compareBodies(comparison, 'answer', name, post, now)
  }
  const problem = { $ref: '#/components/schemas/Problem' }
  compareSchemas(comparison, { subject: 'Problem', place: '', side: 'answer' }, problem, problem)
  return comparison.changes
}

function webhooksOf({ webhooks }: Document) {
  return Object.entries(webhooks ?? {}) as [string, OpenAPIV3_1.PathItemObject][]
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const

function operationsOf(document: Document): Map<string, Operation> {
  return new Map(
    Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      methods.flatMap((method): [string, Operation][] => {
        const operation = item?.[method]
        return operation ? [[`${method.toUpperCase()} ${path}`, operation]] : []
      }),
    ),
  )
}

function tell({ changes }: Comparison, subject: string, what: string, isBreaking = false): void {
  changes.push({ subject, what, isBreaking })
}

function compareOperations(
  comparison: Comparison,
  subject: string,
  before: Operation,
  after: Operation,
): void {
  if (before.operationId !== after.operationId)
    tell(comparison, subject, `is called ${after.operationId} now`, true)
  if (after.deprecated && !before.deprecated) tell(comparison, subject, 'is deprecated')
  if (isOpen(before) && !isOpen(after)) tell(comparison, subject, 'needs a key now', true)
  if (!isOpen(before) && isOpen(after)) tell(comparison, subject, 'needs no key any more')
  compareParameters(comparison, subject, before, after)
  compareBodies(comparison, 'request', subject, before, after)
  compareResponses(comparison, subject, before, after)
}

function isOpen({ security = [] }: Operation): boolean {
  return security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0)
}

function compareParameters(
  comparison: Comparison,
  subject: string,
  before: Operation,
  after: Operation,
): void {
  const [earlier, later] = [
    parametersOf(comparison.before, before),
    parametersOf(comparison.after, after),
  ] as const
  for (const [name, parameter] of later) {
    if (earlier.has(name)) continue
    const { required = false } = parameter
    tell(comparison, subject, `takes ${required ? 'and needs ' : ''}the ${name}`, required)
  }
  for (const [name, parameter] of earlier) {
    const now = later.get(name)
    if (!now) {
      tell(comparison, subject, `does not take the ${name} any more`, true)
      continue
    }
    if (now.required && !parameter.required) tell(comparison, subject, `needs the ${name} now`, true)
    const [schema, schemaNow] = [schemaOf(parameter), schemaOf(now)]
    compareSchemas(comparison, { subject, place: name, side: 'request' }, schema, schemaNow)
  }
}

type Parameter = OpenAPIV3_1.ParameterObject

function parametersOf(document: Document, { parameters = [] }: Operation): Map<string, Parameter> {
  const resolved = parameters.map((parameter) => resolve(document, parameter) as Parameter)
  return new Map(resolved.map((parameter) => [nameOf(parameter), parameter]))
}

/** Those of a path are known by their place: a caller never writes their names. Names of headers have no case. */
function nameOf({ in: where, name }: Parameter): string {
  return where === 'header' ? `header ${name.toLowerCase()}` : `${where} parameter ${name}`
}

function schemaOf({ schema, content }: Parameter) {
  return schema ?? Object.values(content ?? {})[0]?.schema
}

/** The bodies of requests; those of webhooks we write ourselves. */
function compareBodies(
  comparison: Comparison,
  side: Side,
  subject: string,
  before: Operation,
  after: Operation,
): void {
  const [body, bodyNow] = [
    resolve(comparison.before, before.requestBody ?? { content: {} }),
    resolve(comparison.after, after.requestBody ?? { content: {} }),
  ] as OpenAPIV3_1.RequestBodyObject[]
  if (bodyNow?.required && !body?.required) tell(comparison, subject, 'needs a body now', true)
  compareContents(comparison, { subject, place: 'body', side }, body?.content, bodyNow?.content)
}

interface Where {
  subject: string
  place: string
  side: Side
}

type Content = Record<string, OpenAPIV3_1.MediaTypeObject>

function compareContents(
  comparison: Comparison,
  where: Where,
  before: Content = {},
  after: Content = {},
): void {
  const { subject, place } = where
  for (const type of Object.keys(after)) {
    if (!(type in before)) tell(comparison, subject, `${place}: ${type} is new`)
  }
  for (const [type, { schema }] of Object.entries(before)) {
    if (!after[type]) tell(comparison, subject, `${place}: ${type} is gone`, true)
    else compareSchemas(comparison, where, schema, after[type].schema)
  }
}

/**
 * A client has to reckon with problems that it does not know, so only what all problems have in common is compared. An answer of
 * success that it does not know is another thing.
 */
function compareResponses(
  comparison: Comparison,
  subject: string,
  before: Operation,
  after: Operation,
): void {
  for (const status of Object.keys(after.responses ?? {})) {
    if (status in (before.responses ?? {})) continue
    tell(comparison, subject, `may answer ${status}`, status.startsWith('2'))
  }
  const [earlier, later] = [successes(comparison.before, before), successes(comparison.after, after)]
  for (const [status, response] of Object.entries(earlier)) {
    const now = later[status]
    if (!now) {
      tell(comparison, subject, `does not answer ${status} any more`, true)
      continue
    }
    compareContents(
      comparison,
      { subject, place: `answer ${status}`, side: 'answer' },
      response.content,
      now.content,
    )
    for (const name of Object.keys(response.headers ?? {})) {
      if (!now.headers?.[name]) tell(comparison, subject, `answer ${status} has no ${name} any more`, true)
    }
  }
}

function successes(document: Document, { responses = {} }: Operation) {
  const found = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return Object.fromEntries(
    found.map(([status, response]) => [status, resolve(document, response) as OpenAPIV3_1.ResponseObject]),
  )
}
