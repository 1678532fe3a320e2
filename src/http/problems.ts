import { z } from 'zod'
import { limits } from './limits.ts'

interface ProblemKind {
  status: number
  title: string
}

/** Every way in which a request can fail. The code is the last part of the `type` URL, which this server answers. */
export const problems = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
  },
  'invalid-json': {
    status: 400,
    title: 'The body is not valid JSON',
  },
  'invalid-url': {
    status: 400,
    title: 'The URL is not valid',
  },
  'invalid-http': {
    status: 400,
    title: 'The request is not valid HTTP',
  },
  'reference-missing': {
    status: 400,
    title: 'The request names something that does not exist',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid key was given',
  },
  forbidden: {
    status: 403,
    title: 'The key may not do this',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
  },
  'not-acceptable': {
    status: 406,
    title: 'No representation fits the Accept header',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
  },
  'slug-taken': {
    status: 409,
    title: 'The slug is taken',
  },
  'id-taken': {
    status: 409,
    title: 'The id is taken',
  },
  conflict: {
    status: 409,
    title: 'The request conflicts with the present state',
  },
  'still-referenced': {
    status: 409,
    title: 'It is still in use',
  },
  'transition-refused': {
    status: 409,
    title: 'The transition is not possible now',
  },
  'takeaway-unsupported': {
    status: 409,
    title: 'A takeaway is no longer supported by the article',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is still running',
  },
  withdrawn: {
    status: 410,
    title: 'The article was withdrawn',
  },
  'withdrawn-for-legal-reasons': {
    status: 451,
    title: 'The article was withdrawn for legal reasons',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed in the meantime',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
  },
  'article-too-large': {
    status: 413,
    title: 'The article is too large',
  },
  'url-too-long': {
    status: 414,
    title: 'The URL is too long',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The media type of the body is not supported',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is required',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
  },
  unavailable: {
    status: 503,
    title: 'The service is not available',
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
    errors: z.array(Fault).optional().describe(`All faults of a bad request, or the first ${limits.faults}.`),
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

export function invalidRequest(...faults: Fault[]): ProblemError {
  const errors = faults.slice(0, limits.faults)
  return new ProblemError('invalid-request', `The request has ${countOf(faults)}; see errors.`, { errors })
}

function countOf({ length }: Fault[]): string {
  if (length > limits.faults) return `more than ${limits.faults} faults, of which the first are told`
  return length === 1 ? 'one fault' : `${length} faults`
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
