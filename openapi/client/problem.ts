import type { components } from './types.ts'

export type ProblemBody = components['schemas']['Problem']

/** What the service refused, and why: `code` is for programs, `message` and `body.errors` are for people. */
export class Problem extends Error {
  readonly status: number
  /** Undefined where the answer is none of the service: a proxy's, say. */
  readonly code: ProblemBody['code'] | undefined
  readonly body: Partial<ProblemBody>

  constructor(status: number, body: Partial<ProblemBody>) {
    super(messageOf(status, body))
    this.name = 'Problem'
    this.status = status
    this.code = body.code
    this.body = body
  }
}

/** All that has to be mended, in one line. */
function messageOf(status: number, { title, detail, errors = [] }: Partial<ProblemBody>): string {
  const faults = errors.map(
    ({ pointer, parameter, message }) => `${pointer ?? parameter ?? 'body'}: ${message}`,
  )
  return [`${status} ${title ?? ''}`.trim(), ...(faults.length > 0 ? faults : [detail ?? ''])].join('; ')
}
