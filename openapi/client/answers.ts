import type { Reply } from './retries.ts'

/** Answers that are asked for by their ETag the next time, and cost the service nothing while they are current. */
export interface KeptAnswers {
  /** The ETag to send along. */
  etagOf(key: string): string | undefined
  /** Keeps an answer that has an ETag; gives back the kept one for a 304. */
  take(key: string, reply: Reply): Reply
}

/** The one that was not asked for the longest gives way. */
export function keepAnswers(maxAnswers: number): KeptAnswers {
  const kept = new Map<string, Reply>()
  return {
    etagOf: (key) => kept.get(key)?.headers.get('etag') ?? undefined,
    take(key, reply) {
      const found = kept.get(key)
      const isCurrent = reply.status === 304 && found !== undefined
      const current = isCurrent ? found : reply
      kept.delete(key)
      if (mayBeKept(current)) kept.set(key, current)
      const [oldest] = kept.keys()
      if (kept.size > maxAnswers && oldest !== undefined) kept.delete(oldest)
      return current
    },
  }
}

function mayBeKept({ status, headers }: Reply): boolean {
  return status === 200 && headers.has('etag') && !headers.get('cache-control')?.includes('no-store')
}
