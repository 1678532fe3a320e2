import { Redis } from 'ioredis'

/** Milliseconds that a request waits for a count. Without an answer it goes on uncounted. */
const commandTimeoutMs = 250
const longestPauseMs = 5000

/** Where processes share their counts. Never throws while Redis is away: it is tried again, and `onFault` told. */
export function openSharedCounts(url: string, onFault: (error: unknown) => void): Redis {
  const redis = new Redis(url, {
    // What cannot be asked now must not be asked later, when nobody waits for the answer.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: commandTimeoutMs,
    retryStrategy: (attempt) => Math.min(attempt * 100, longestPauseMs),
  })
  redis.on('error', onFault)
  return redis
}
