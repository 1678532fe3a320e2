import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for something, but only for so long. What it fails with is thrown while anybody waits. */
export async function waitAtMost(durationMs: number, something: Promise<unknown>): Promise<void> {
  const waiting = new AbortController()
  // Whether it was over or called off, somebody waited long enough.
  const over = sleep(durationMs, undefined, { signal: waiting.signal }).catch(() => {})
  try {
    await Promise.race([something, over])
  } finally {
    waiting.abort()
  }
}
