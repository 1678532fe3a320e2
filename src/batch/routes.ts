import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { withinChange } from '../events/transaction.ts'
import type { App } from '../http/app.ts'
import { requireRole } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { limits } from '../http/limits.ts'
import { type Problem, ProblemError, problems } from '../http/problems.ts'

/** One request of a batch. */
const Operation = z
  .strictObject({
    method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
    path: z
      .string()
      .max(limits.url)
      .refine(isPlainPath, 'must be a path below /v1 as it is sent, but not of a batch or of keys')
      .meta({ pattern: '^/v1/[a-z]+' })
      .describe('A path below `/v1` as it is sent, with its query, but not of a batch or of keys.'),
    ifMatch: z.string().max(limits.shortText).optional().describe('As the If-Match header.'),
    ifNoneMatch: z.literal('*').optional().describe('As the If-None-Match header.'),
    contentType: z
      .enum(['application/json', 'application/merge-patch+json', 'application/json-patch+json'])
      .default('application/json'),
    body: z.unknown().optional(),
  })
  .meta({ id: 'Operation', description: 'One request of a batch.' })
type Operation = z.output<typeof Operation>

/** Whether a path says what it means, so that none is dressed up as another. */
function isPlainPath(path: string): boolean {
  if (!URL.canParse(path, 'http://copydesk.test')) return false
  const { pathname, search } = new URL(path, 'http://copydesk.test')
  const [, version, collection = ''] = pathname.split('/')
  return (
    pathname + search === path && version === 'v1' && /^[a-z]+$/.test(collection) && !alone.has(collection)
  )
}

/** What stands for itself only: a batch, and keys, whose secrets a batch would show and keep. */
const alone: ReadonlySet<string> = new Set(['batch', 'keys'])

const Batch = z
  .strictObject({ operations: z.array(Operation).min(1).max(limits.batchOperations) })
  .meta({ id: 'Batch', description: 'Requests that are done in this order, all of them or none.' })

const Answer = z
  .object({
    status: z.int32(),
    etag: z.string().nullable(),
    location: z.string().nullable(),
    body: z.unknown().describe('Null where there is none.'),
  })
  .meta({ id: 'Answer', description: 'What one request of a batch was answered.' })
type Answer = z.output<typeof Answer>

const Answers = z.object({ data: z.array(Answer) }).meta({ id: 'Answers' })

export function batchRoutes(app: App): void {
  app.post('/batch', {
    config: {
      access: 'writer',
      problems: [
        'not-found',
        'method-not-allowed',
        'precondition-failed',
        'precondition-required',
        'article-too-large',
        'conflict',
        'slug-taken',
        'id-taken',
        'still-referenced',
        'transition-refused',
        'takeaway-unsupported',
      ],
      example: {
        url: '/v1/batch',
        body: { operations: [{ method: 'POST', path: '/v1/topics', body: { name: 'Harbour' } }] },
      },
    },
    schema: {
      operationId: 'runBatch',
      tags: [tags.writing],
      summary: 'Make many changes as one',
      description:
        'Up to 100 requests in one transaction: when one is refused, none is done, and the problem says which by `operation`. Rules that span several resources hold at the end, so that two articles may swap their slugs.',
      body: Batch,
      response: { 200: Answers },
    },
    handler: async (request) => {
      const { change, body } = request
      const data: Answer[] = []
      await withinChange({ change, caller: requireRole(request, 'writer') }, async (batchHeaders) => {
        for (const [index, operation] of body.operations.entries()) {
          const response = await app.inject(requestOf(operation, batchHeaders))
          if (change.fault !== undefined) throw change.fault
          data.push(answerOf(response, index))
        }
      })
      return { data }
    },
  })
}

/** One operation as it would be sent by itself, to go through the whole service, but inside the batch's change. */
function requestOf(operation: Operation, batchHeaders: Record<string, string>): InjectOptions {
  const { method, path, ifMatch, ifNoneMatch, contentType, body } = operation
  return {
    method,
    url: path,
    headers: {
      ...batchHeaders,
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(ifNoneMatch !== undefined && { 'if-none-match': ifNoneMatch }),
      ...(body !== undefined && { 'content-type': contentType }),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  }
}

/** Throws the problem of an operation that was refused. */
function answerOf(response: LightMyRequestResponse, index: number): Answer {
  const body = response.body === '' ? null : response.json()
  if (response.statusCode >= 400) throw operationProblem(body, index, response.headers.allow)
  const { etag = null, location = null } = response.headers
  return {
    status: response.statusCode,
    etag: etag === null ? null : String(etag),
    location: location && String(location),
    body,
  }
}

/** The problem of an operation as the problem of the batch; pointers of faults lead into the operation's body. */
function operationProblem(answered: unknown, operation: number, allow: string | undefined): ProblemError {
  const { type, title, status, instance, requestId, code, detail, errors, ...extensions } =
    answered as Problem
  if (!(code in problems)) throw new Error('An operation was refused without a problem')
  const located = errors?.map((fault) => ({
    ...fault,
    ...(fault.pointer !== undefined && { pointer: `/operations/${operation}/body${fault.pointer}` }),
  }))
  const told = { ...extensions, operation, ...(located && { errors: located }) }
  return new ProblemError(code, detail, told, { ...(allow !== undefined && { allow }) })
}
