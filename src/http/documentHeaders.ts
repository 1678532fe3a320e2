import type { OpenAPIV3_1 } from 'openapi-types'
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
      'On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2).',
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

interface Header {
  description: string
  /** Text, unless it is said to be something else. */
  type?: 'integer'
  example?: string
  /** Whether it is there whenever the document names it. */
  required?: true
}

const headers = {
  ETag: { description: 'Names this version (RFC 9110, 8.8.3).' },
  'Last-Modified': { description: 'When the newest of what is shown was changed (RFC 9110, 8.8.2).' },
  'Cache-Control': { description: 'Who may keep the answer, and for how long (RFC 9111, 5.2.2; RFC 5861).' },
  Vary: { description: 'Headers of the request that make a difference (RFC 9110, 12.5.5).' },
  'Cache-Tag': { description: 'Names of all that is shown, with commas, for caches that drop by tag.' },
  'Surrogate-Key': { description: 'The same names with spaces between them.' },
  'Cache-Groups': { description: 'The same names as RFC 9875 writes them.' },
  Location: { description: 'Where the new resource is, or where this one is now.' },
  Link: {
    description:
      'Pages of a list: first, prev, next; other representations and versions; of a problem, where all this is described (RFC 8288).',
  },
  'Content-Location': {
    description: 'Where the version that Accept-Datetime chose is found for good (RFC 7089, 4.1.2).',
  },
  'Memento-Datetime': {
    description: 'Since when the version was public, where a past one was asked for (RFC 7089, 2.1.1).',
  },
  'Content-Disposition': { description: 'The name of the file that a browser keeps it as (RFC 6266).' },
  'X-Accel-Buffering': { description: '`no` on a stream: a proxy must not wait for its end.' },
  'Preference-Applied': { description: 'What was heeded of Prefer.' },
  'Idempotency-Replayed': { description: '`true` when this answer was given before.' },
  'Retry-After': { description: 'Seconds after which to try again (RFC 9110, 10.2.3).', type: 'integer' },
  'RateLimit-Policy': {
    description: 'Which limit it is, its requests and seconds (draft-ietf-httpapi-ratelimit-headers-10).',
    example: '"address";q=6000;w=60',
  },
  RateLimit: {
    description: 'The limit, what is left of it, and the seconds until it is whole again.',
    example: '"address";r=0;t=42',
  },
  'WWW-Authenticate': {
    description: 'How to say who asks (RFC 6750, 3).',
    example: 'Bearer realm="copydesk"',
    required: true,
  },
  Allow: { description: 'The methods that the URL has (RFC 9110, 10.2.1).', required: true },
  Deprecation: {
    description: 'Since when what was asked for is deprecated: seconds after 1970, after an `@` (RFC 9745).',
  },
  Sunset: { description: 'When it may be gone (RFC 8594).' },
  'Accept-Patch': {
    description: 'On PATCH, the media types that a change may have (RFC 5789, 3.1).',
  },
} as const satisfies Record<string, Header>

/** A header that answers may have. */
export type ResponseHeader = keyof typeof headers

/** Headers that answers have, by the name under which the document refers to them. */
export const responseHeaders: Record<string, OpenAPIV3_1.HeaderObject> = Object.fromEntries(
  Object.entries<Header>(headers).map(([name, { type, ...said }]): [string, OpenAPIV3_1.HeaderObject] => [
    componentName(name),
    { ...said, schema: { type: type ?? 'string' } },
  ]),
)

/** References to headers. */
export function headersNamed(names: readonly ResponseHeader[]): Record<string, OpenAPIV3_1.ReferenceObject> {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${componentName(name)}` }]),
  )
}

function componentName(header: string): string {
  return header.replaceAll('-', '')
}

/** Headers that any answer may have, whatever it answers: the introduction to the document says so once for all. */
export const generalHeaders: Record<string, readonly string[]> = {
  'about the message itself (RFC 9110, RFC 9112)': [
    ...['Content-Type', 'Content-Length', 'Content-Encoding', 'Transfer-Encoding'],
    ...['Connection', 'Keep-Alive', 'Date'],
  ],
  'for browsers, about what they may do with it': [
    ...['X-Content-Type-Options', 'Referrer-Policy', 'Content-Security-Policy', 'Strict-Transport-Security'],
    ...['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Access-Control-Allow-Methods'],
    ...['Access-Control-Allow-Headers', 'Access-Control-Max-Age'],
  ],
  'in development, what took how long': ['Server-Timing'],
}
