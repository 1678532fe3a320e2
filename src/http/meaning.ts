import type { FastifyError } from 'fastify'
import { databaseFault } from '../database/faults.ts'
import { limits } from './limits.ts'
import { type ProblemCode, ProblemError } from './problems.ts'

/** What an error of whatever origin means to the caller. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return frameworkProblem(error as Partial<FastifyError>) ?? databaseProblem(error) ?? internalProblem
}

export const internalProblem = new ProblemError(
  'internal',
  'An unexpected fault. It was logged under the requestId.',
)

/** Fastify's own errors (fastify/lib/errors.js) that are the caller's doing. */
const frameworkProblems: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send application/json.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', `A body may have ${limits.bodyBytes} bytes.`],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid-http', 'Content-Length does not fit the body.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-json', 'The body is empty, but its media type is JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-json', 'The body is not valid JSON.'],
  FST_ERR_BAD_URL: ['invalid-url', 'The path has a percent escape that does not decode to UTF-8.'],
  FST_ERR_MAX_PARAM_LENGTH: ['url-too-long', 'A part of the path is too long.'],
}

export function frameworkProblem(error: Partial<FastifyError>): ProblemError | null {
  const known = frameworkProblems[error.code ?? '']
  return known ? new ProblemError(...known) : null
}

/** What each constraint that a caller can run into means. */
const constraintProblems: Record<string, [ProblemCode, string]> = {
  author_slug_key: ['slug-taken', 'Another author has this slug.'],
  topic_slug_key: ['slug-taken', 'Another topic has this slug.'],
  article_slug_key: ['slug-taken', 'Another article has this slug.'],
  publication_slug_excl: ['slug-taken', 'Another article is or will be public under this slug at that time.'],
  publication_article_excl: ['conflict', 'The article would have two public versions at one time.'],
  article_external_key: ['conflict', 'Another article has this external id.'],
  publication_begun: [
    'conflict',
    'A scheduled publication began while this was saved. Read the timeline again.',
  ],
  publication_ended: ['conflict', 'The publication ended while this was saved. Read the timeline again.'],
  section_takeaways_key: ['conflict', 'An article has at most one section of kind takeaways.'],
}

/** Whether a COMMIT whose answer was lost was heard, nobody here knows. */
const databaseAway =
  'The database is not available. Try again; a change under an Idempotency-Key is never made twice.'

function databaseProblem(error: unknown): ProblemError | null {
  const fault = databaseFault(error)
  if (!fault) return null
  const known = constraintProblems[fault.constraint ?? '']
  if (known) return new ProblemError(...known)
  switch (fault.kind) {
    case 'duplicate':
      return new ProblemError('id-taken', 'A resource with this id exists already.')
    case 'reference':
      return new ProblemError(
        'still-referenced',
        'Something else refers to it, or it refers to something that is gone.',
      )
    case 'value':
      return new ProblemError(
        'invalid-request',
        'A value cannot be stored: it holds characters that text may not have.',
      )
    case 'retry':
    case 'unavailable':
      return new ProblemError('unavailable', databaseAway)
    case 'rule':
      return null
  }
}
