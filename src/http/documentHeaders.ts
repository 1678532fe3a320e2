import type { OpenAPIV3_1 } from 'openapi-types'
import type { Operation } from './contract.ts'
import { limits } from './limits.ts'

/** Headers that operations take, by the name under which the document refers to them. */
export const requestHeaders: Record<string, OpenAPIV3_1.ParameterObject> = {
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
    description:
      'On GET, ETags that the caller has: 304 when one is current. On PUT, `*` creates (RFC 9110, 13.1.2).',
    schema: { type: 'string' },
  },
  AcceptDatetime: {
    name: 'Accept-Datetime',
    in: 'header',
    description:
      'Answers the version that was public then, or the first one; the answer names it in Memento-Datetime (RFC 7089).',
    schema: { type: 'string' },
    example: 'Mon, 23 Nov 2026 08:00:00 GMT',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Your name for this request. Sent again within 24 hours it is answered as before and done once.',
    schema: { type: 'string', minLength: 1, maxLength: limits.idempotencyKey },
  },
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description:
      '`return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240).',
    schema: { type: 'string' },
  },
}

/** Headers that answers have. */
export const responseHeaders: Record<string, OpenAPIV3_1.HeaderObject> = {
  ETag: { description: 'Names this version (RFC 9110, 8.8.3).', schema: { type: 'string' } },
  Location: { description: 'Where the new resource is.', schema: { type: 'string' } },
  Link: {
    description: 'Pages of a list: first, prev, next; other representations and versions (RFC 8288).',
    schema: { type: 'string' },
  },
  ContentLocation: {
    description: 'Where the version that Accept-Datetime chose is found for good (RFC 7089, 4.1.2).',
    schema: { type: 'string' },
  },
  MementoDatetime: {
    description: 'Since when the version was public, where a past one was asked for (RFC 7089, 2.1.1).',
    schema: { type: 'string' },
  },
  RetryAfter: {
    description: 'Seconds after which to try again (RFC 9110, 10.2.3).',
    schema: { type: 'integer' },
  },
  RateLimitPolicy: {
    description: 'Which limit it is, its requests and seconds (draft-ietf-httpapi-ratelimit-headers-10).',
    schema: { type: 'string' },
    example: '"address";q=6000;w=60',
  },
  RateLimit: {
    description: 'The limit, what is left of it, and the seconds until it is whole again.',
    schema: { type: 'string' },
    example: '"address";r=0;t=42',
  },
  PreferenceApplied: { description: 'What was heeded of Prefer.', schema: { type: 'string' } },
  IdempotencyReplayed: {
    description: '`true` when this answer was given before.',
    schema: { type: 'string' },
  },
}

/** The headers that follow from what an operation is, and the answers that have no body. */
export function describeHeaders(described: OpenAPIV3_1.OperationObject, operation: Operation): void {
  const { method, isWriting, isConditional, isSecret, canMove, isTimeGate } = operation
  const isRead = method === 'GET'
  const taken = [
    ...(isConditional ? ['IfMatch'] : []),
    ...(isRead || method === 'PUT' ? ['IfNoneMatch'] : []),
    ...(isTimeGate ? ['AcceptDatetime'] : []),
    ...(isWriting ? ['Prefer'] : []),
    ...(isWriting && !isSecret ? ['IdempotencyKey'] : []),
  ]
  described.parameters ??= []
  const isPaged = described.parameters.some((parameter) => 'name' in parameter && parameter.name === 'cursor')
  described.parameters.push(...taken.map((name) => ({ $ref: `#/components/parameters/${name}` })))
  described.responses ??= {}
  const { responses } = described
  if (isRead)
    responses['304'] = { description: 'The caller has the current version.', headers: headers('ETag') }
  if (canMove) {
    responses['308'] = { description: 'It is known under another slug now.', headers: headers('Location') }
  }
  if (isWriting) {
    responses['204'] ??= {
      description: 'Done, as `Prefer: return=minimal` asks, or there is nothing to say.',
    }
  }
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue
    const names = [
      ...(isRead || status !== '204' ? ['ETag'] : []),
      ...(status === '201' ? ['Location'] : []),
      ...(isPaged || isTimeGate ? ['Link'] : []),
      ...(isTimeGate ? ['Memento-Datetime', 'Content-Location'] : []),
      ...(isWriting ? ['Preference-Applied', 'Idempotency-Replayed'] : []),
    ]
    const object = response as OpenAPIV3_1.ResponseObject
    object.headers = headers(...names)
  }
}

/** What problems of a status tell in headers. */
export function problemHeaders(status: number): Pick<OpenAPIV3_1.ResponseObject, 'headers'> {
  if (status === 503) return { headers: headers('Retry-After') }
  return status === 429 ? { headers: headers('Retry-After', 'RateLimit-Policy', 'RateLimit') } : {}
}

function headers(...names: string[]): Record<string, OpenAPIV3_1.ReferenceObject> {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${name.replaceAll('-', '')}` }]),
  )
}
