import type { OpenAPIV3_1 } from 'openapi-types'
import type { Operation } from './contract.ts'
import { headersNamed, type ResponseHeader } from './documentHeaders.ts'

export type Responses = Record<string, OpenAPIV3_1.ResponseObject>

/** What an operation takes and answers by being what it is: headers, and answers that have no body. */
export function describeMessages(
  shared: Responses,
  described: OpenAPIV3_1.OperationObject,
  operation: Operation,
): void {
  described.parameters ??= []
  const isPaged = described.parameters.some((parameter) => 'name' in parameter && parameter.name === 'cursor')
  const taken = headersTaken(operation)
  described.parameters.push(...taken.map((name) => ({ $ref: `#/components/parameters/${name}` })))
  described.responses ??= {}
  const facts = { isPaged, isCreating: '201' in described.responses }
  for (const [status, response] of Object.entries(described.responses))
    nameResponse(status, response as OpenAPIV3_1.ResponseObject, headersOf(operation, facts))
  const share = (status: number, name: string, response: OpenAPIV3_1.ResponseObject) => {
    shared[name] = response
    described.responses = { ...described.responses, [status]: { $ref: `#/components/responses/${name}` } }
  }
  if (operation.method === 'GET') share(304, ...notModified(operation))
  if (operation.canMove) share(308, 'Moved', moved)
  if (operation.isWriting && !operation.isSecret) share(204, 'NoContent', noContent)
}

function headersTaken(operation: Operation): string[] {
  const { method, isWriting, isConditional, heedsConditions, isSecret, isTimeGate } = operation
  return [
    ...(isConditional || heedsConditions ? ['IfMatch'] : []),
    ...(method === 'GET' || method === 'PUT' ? ['IfNoneMatch'] : []),
    ...(isTimeGate ? ['AcceptDatetime'] : []),
    ...(isWriting ? ['Prefer'] : []),
    ...(isWriting && !isSecret ? ['IdempotencyKey'] : []),
  ]
}

const statusNames: Record<string, string> = { 200: 'What was asked for.', 201: 'Created.' }

function nameResponse(
  status: string,
  response: OpenAPIV3_1.ResponseObject,
  headers: readonly ResponseHeader[],
): void {
  if (response.description === 'Default Response') response.description = statusNames[status] ?? 'Done.'
  response.headers = headersNamed(headers)
}

/** What any answer says of how it may be kept, how often it may be asked for, and until when it is there. */
export const everywhere: readonly ResponseHeader[] = [
  ...(['Cache-Control', 'Vary', 'RateLimit-Policy', 'RateLimit', 'Deprecation', 'Sunset'] as const),
]

const cacheTags: readonly ResponseHeader[] = ['Cache-Tag', 'Surrogate-Key', 'Cache-Groups']
const versions: readonly ResponseHeader[] = ['Memento-Datetime', 'Content-Location']
const ofWriting: readonly ResponseHeader[] = ['Preference-Applied', 'Idempotency-Replayed']

interface Facts {
  isPaged: boolean
  /** Then a dry run says where the new resource would be, too. */
  isCreating: boolean
}

function headersOf(operation: Operation, { isPaged, isCreating }: Facts): ResponseHeader[] {
  const { isWriting, isCached, isTimeGate, headers } = operation
  const isRead = operation.method === 'GET'
  const names: ResponseHeader[] = [
    ...(isRead || isWriting ? (['ETag'] as const) : []),
    ...(isCreating ? (['Location'] as const) : []),
    ...(isPaged || isTimeGate ? (['Link'] as const) : []),
    ...(isTimeGate ? versions : []),
    ...(isCached ? cacheTags : []),
    ...(isWriting ? ofWriting : []),
    ...headers,
    ...everywhere,
  ]
  return [...new Set(names)]
}

/** It has the headers of the whole answer but those that go with its body (RFC 9110, 15.4.5). */
function notModified({ isCached, isTimeGate }: Operation): [string, OpenAPIV3_1.ResponseObject] {
  const description = 'The caller has the current version.'
  const headers: ResponseHeader[] = [
    'ETag',
    ...(isTimeGate ? versions : []),
    ...(isCached ? cacheTags : []),
    ...everywhere,
  ]
  const name = isTimeGate ? 'VersionNotModified' : isCached ? 'PublicNotModified' : 'NotModified'
  return [name, { description, headers: headersNamed(headers) }]
}

const moved: OpenAPIV3_1.ResponseObject = {
  description: 'It is known under another slug now.',
  headers: headersNamed(['Location', ...everywhere]),
}

const noContent: OpenAPIV3_1.ResponseObject = {
  description: 'Done, as `Prefer: return=minimal` asks, or there is nothing to say.',
  headers: headersNamed(['ETag', 'Location', ...ofWriting, ...everywhere]),
}
