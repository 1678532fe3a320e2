import { waitAtMost } from '../lib/patience.ts'
import type { Purger } from './purgers.ts'

/** Milliseconds for which an answer waits for caches; those that are near take a few. */
const patienceMs = 250

/**
 * Tells caches of a change before whoever made it is answered, so that their next request is answered with it. Never fails: a
 * cache that does not take it keeps nobody waiting from then on until it takes one, and the reader of the log tells it again.
 */
export function purgePromptly(purge: Purger): Purger {
  let isAway = false
  return async (tags) => {
    if (tags.length === 0) return
    let isAnswered = false
    const told = purge(tags)
      .then(
        () => {
          isAway = false
        },
        () => {
          isAway = true
        },
      )
      .finally(() => {
        isAnswered = true
      })
    if (isAway) return
    await waitAtMost(patienceMs, told)
    if (!isAnswered) isAway = true
  }
}
