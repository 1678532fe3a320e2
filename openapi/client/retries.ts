export interface Patience {
  /** How often a request is sent at the most. */
  maxTries: number
  /** Milliseconds after which an answer is not waited for any longer. */
  timeoutMs: number
  /** Milliseconds; a service that wants to be left alone for longer is told of by its problem. */
  maxWaitMs: number
}

export const standardPatience: Patience = { maxTries: 4, timeoutMs: 60_000, maxWaitMs: 30_000 }

/** What came back, read to its end: a connection may break in the middle of a body too. */
export interface Reply {
  status: number
  headers: Headers
  text: string
}

/** Milliseconds before the second try; doubled before each further one. */
const firstWaitMs = 200

/** Statuses after which the same request may go well, and 409 where it is said when. */
const passing = new Set([429, 502, 503, 504])

/** Sends until there is an answer that would not be another one the next time. Throws what the last try threw. */
export async function sendPatiently(
  send: (signal: AbortSignal) => Promise<Response>,
  isRepeatable: boolean,
  { maxTries, timeoutMs, maxWaitMs }: Patience,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  for (let tried = 1; ; tried += 1) {
    const isLast = tried >= maxTries || !isRepeatable
    const timeout = AbortSignal.timeout(timeoutMs)
    const reply = await readReply(send(signal ? AbortSignal.any([signal, timeout]) : timeout)).catch(
      (error: unknown) => {
        // Whether it arrived is not known; whoever may repeat it finds out by doing so.
        if (isLast || signal?.aborted) throw error
        return null
      },
    )
    const waitMs = reply === null ? growing(tried) : waitOf(reply, tried)
    if (reply && (waitMs === null || waitMs > maxWaitMs || isLast)) return reply
    await wait(waitMs ?? 0, signal)
  }
}

async function readReply(answer: Promise<Response>): Promise<Reply> {
  const response = await answer
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** How long to wait before the next try; null: none is needed, or would help. */
function waitOf({ status, headers }: Reply, tried: number): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const isPassing = passing.has(status) || (status === 409 && !Number.isNaN(seconds))
  if (!isPassing) return null
  return Number.isNaN(seconds) ? growing(tried) : seconds * 1000
}

/** With some chance in it, so that clients that failed together do not come back together. */
function growing(tried: number): number {
  return firstWaitMs * 2 ** (tried - 1) * (0.5 + Math.random())
}

function wait(waitMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, waitMs)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
