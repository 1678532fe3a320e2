import { z } from 'zod'

interface ProblemKind {
  status: number
  title: string
  /** What the page at the problem's `type` says: how it came about, and what to do. */
  explanation: string
}

/** Every way in which a request can fail. The code is the last part of the `type` URL, which this server answers. */
export const problems = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    explanation:
      'A parameter, header or field of the body is missing, unknown or has a value that is not allowed. `errors` lists every fault with the place where it is: a JSON Pointer into the body, or the name of a parameter. Correct them all and send the request again.',
  },
  'invalid-json': {
    status: 400,
    title: 'The body is not valid JSON',
    explanation:
      'The body could not be parsed as JSON (RFC 8259), or it nests too deeply. Nothing was changed.',
  },
  'invalid-url': {
    status: 400,
    title: 'The URL is not valid',
    explanation: 'The path holds a percent escape that does not decode to UTF-8, or a part that is too long.',
  },
  'invalid-http': {
    status: 400,
    title: 'The request is not valid HTTP',
    explanation: 'The request line or a header could not be parsed (RFC 9112). The connection is closed.',
  },
  'reference-missing': {
    status: 400,
    title: 'The request names something that does not exist',
    explanation:
      'An author, topic or section that the request refers to does not exist. Create it first, or name another.',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid key was given',
    explanation:
      'The operation needs `Authorization: Bearer <key>`, or the given key is unknown, expired or revoked. Ask an admin for a key.',
  },
  forbidden: {
    status: 403,
    title: 'The key may not do this',
    explanation:
      'The key is valid, but its role does not reach this operation. `detail` names the role that does.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    explanation:
      'Nothing public is at this URL. Something unpublished looks exactly like something that does not exist.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    explanation:
      'The URL exists, but not with this method. The `Allow` header lists the methods that it has.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No representation fits the Accept header',
    explanation:
      'The resource has none of the media types that `Accept` asks for. `detail` lists those that it has.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    explanation:
      'The whole request was not received in time. The connection is closed; send the request again.',
  },
  'slug-taken': {
    status: 409,
    title: 'The slug is taken',
    explanation:
      'Another resource of this kind has this slug now, or will have it at a time for which it is scheduled.',
  },
  'id-taken': {
    status: 409,
    title: 'The id is taken',
    explanation: 'A resource with this id exists already, or belongs to another article.',
  },
  conflict: {
    status: 409,
    title: 'The request conflicts with the present state',
    explanation:
      'What was asked for would break a rule that the data keeps. `detail` names it. Nothing was changed.',
  },
  'still-referenced': {
    status: 409,
    title: 'It is still in use',
    explanation:
      'Articles name it. Take it out of them first, or pass `reassignTo` with the one that takes its place.',
  },
  'transition-refused': {
    status: 409,
    title: 'The transition is not possible now',
    explanation:
      'The workflow does not allow this move from the present state. GET the transitions to see which are possible, and why the rest are not.',
  },
  'takeaway-unsupported': {
    status: 409,
    title: 'A takeaway is no longer supported by the article',
    explanation:
      'The words that a takeaway quotes as evidence are gone from the article. Correct the takeaway or its evidence; an editor may override with a note.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is still running',
    explanation:
      'A request with this `Idempotency-Key` is being worked on. Wait as long as `Retry-After` says and repeat it.',
  },
  withdrawn: {
    status: 410,
    title: 'The article was withdrawn',
    explanation: 'The newsroom took the article back. `withdrawnAt` says when and `reason` why.',
  },
  'withdrawn-for-legal-reasons': {
    status: 451,
    title: 'The article was withdrawn for legal reasons',
    explanation:
      'The law demanded that the article be taken away (RFC 7725). `withdrawnAt` says when, `reason` and `legalGround` why.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed in the meantime',
    explanation:
      'The `If-Match` ETag is not the current one: somebody else saved first, and nothing of theirs was overwritten. Read it again, merge, and send the change with the new ETag.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    explanation: 'A request body may have 1 MiB.',
  },
  'article-too-large': {
    status: 413,
    title: 'The article is too large',
    explanation: 'A whole article may have 512 KiB as JSON.',
  },
  'url-too-long': {
    status: 414,
    title: 'The URL is too long',
    explanation:
      'A part of the path is longer than any id or slug, or the URL has more than 8,000 characters. A search also takes its filter as the body of a POST.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The media type of the body is not supported',
    explanation:
      'Send `application/json`; PATCH takes `application/merge-patch+json` and `application/json-patch+json` as well. Content codings are not supported in requests.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    explanation:
      'The key belongs to a request with another method, URL or body. Use a new key for a new request.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is required',
    explanation:
      'A change has to say which version it changes: send `If-Match` with the `etag` of the draft that you read, or `*` for whatever is there (RFC 6585, 3).',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    explanation:
      'Too many requests came from this address or with this key within a minute, or too many with a key that is not valid; `RateLimit-Policy` and `RateLimit` say what the limit is and what is left of it. Or too many follow the event log at a time. Wait as long as `Retry-After` says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    explanation: 'All headers of a request together may have 16 KiB.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    explanation: 'A fault of the service, not of the request. Report it with the `requestId`.',
  },
  unavailable: {
    status: 503,
    title: 'The service is not available',
    explanation:
      'The database cannot be reached, or there is more to do than the service can. Wait as long as `Retry-After` says and try again. Where the database was lost in the middle of a change, the change may have been kept: repeat it under the same `Idempotency-Key`, and it is made once.',
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problems

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** One fault of a bad request. */
export const Fault = z
  .object({
    pointer: z
      .string()
      .optional()
      .describe('Where in the body, or in a parameter that is JSON: a JSON Pointer (RFC 6901).'),
    parameter: z.string().optional().describe('The name of the parameter or header.'),
    code: z.string().describe('What kind of fault, for programs.'),
    message: z.string().describe('What is wrong and what would be right, for people.'),
    suggestion: z.string().optional().describe('What was probably meant.'),
  })
  .meta({ id: 'Fault' })
export type Fault = z.output<typeof Fault>

/** Members that some problems add to the common ones (RFC 9457, 3.2). */
const extensions = {
  etag: z.string().optional().describe('412: the current ETag.'),
  changedByOthers: z
    .array(z.string())
    .optional()
    .describe('412: JSON Pointers to what changed since the given ETag.'),
  changedByYou: z
    .array(z.string())
    .optional()
    .describe('412: JSON Pointers to what the refused change touches.'),
  overlaps: z.boolean().optional().describe('412: whether the two changes touch the same fields.'),
  withdrawnAt: z.string().optional().describe('410 and 451: when the article was withdrawn.'),
  reason: z.string().optional().describe('410 and 451: why the article was withdrawn.'),
  legalGround: z.string().optional().describe('451: the law or order that demanded it.'),
  operation: z.int32().optional().describe('In a batch: the index of the operation that failed.'),
}

export const Problem = z
  .object({
    type: z.string().describe('URL of a page that explains this problem.'),
    title: z.string(),
    status: z.int32(),
    detail: z.string().describe('What happened here, for people.'),
    instance: z.string().describe('The path of the request.'),
    code: z.enum(problemCodes).describe('The problem, for programs.'),
    requestId: z.string().describe('Names this request in the logs.'),
    errors: z.array(Fault).optional().describe('All faults of a bad request.'),
    ...extensions,
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457), sent as application/problem+json.' })
export type Problem = z.output<typeof Problem>

type Extensions = Partial<Pick<Problem, keyof typeof extensions | 'errors'>>

/** A refusal that becomes the answer: thrown anywhere, answered as `application/problem+json`. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly extensions: Extensions
  readonly headers: Record<string, string>

  constructor(
    code: ProblemCode,
    detail: string,
    extensions: Extensions = {},
    headers: Record<string, string> = {},
  ) {
    super(detail)
    this.name = 'ProblemError'
    this.code = code
    this.extensions = extensions
    this.headers = headers
  }
}

/** The same words for what is unpublished and for what never was: a draft must not betray itself. */
export function notFound(noun: string): ProblemError {
  return new ProblemError('not-found', `There is no such ${noun}.`)
}

export function invalidRequest(...errors: Fault[]): ProblemError {
  const count = errors.length === 1 ? 'one fault' : `${errors.length} faults`
  return new ProblemError('invalid-request', `The request has ${count}; see errors.`, { errors })
}

/** A slug that has to be chosen, because none can be made of the field that it is made of. */
export function needsSlug(source: string): ProblemError {
  const message = `Nothing of the ${source} can stand in a slug: choose one.`
  return invalidRequest({ pointer: '/slug', code: 'required', message })
}

/** The resource lives under another key now: answered 308 to the same URL with that key in it (RFC 9110, 15.4.9). */
export class Moved extends Error {
  readonly from: string
  readonly to: string

  constructor(from: string, to: string) {
    super(`moved to ${to}`)
    this.name = 'Moved'
    this.from = from
    this.to = to
  }
}
