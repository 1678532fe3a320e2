/** Milliseconds, for the tables below. */
const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long after each failure a delivery is tried again: eleven times within a day, quickly at first (Standard Webhooks, "Retries"). */
const retryDelays = [
  ...[5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
  ...[hour, 2 * hour, 4 * hour, 6 * hour, 10 * hour],
]

/** Failures in a row after which a receiver counts as down: it is left alone for a while, and then asked by one delivery. */
export const failuresUntilRest = 3

const shortestRestMs = second
const longestRestMs = 5 * minute

/** A receiver that took nothing for so long is given up. */
export const givenUpAfterMs = 72 * hour

/** Milliseconds until a delivery that failed so often is tried again; null: it is parked. */
export function retryDelay(failureCount: number, chance = Math.random()): number | null {
  const delay = retryDelays[failureCount - 1]
  return delay === undefined ? null : jittered(delay, chance)
}

/** Milliseconds for which a receiver that failed so often is left alone; 0 where it is not down. */
export function restDelay(failureCount: number, chance = Math.random()): number {
  if (failureCount < failuresUntilRest) return 0
  const doubled = shortestRestMs * 2 ** (failureCount - failuresUntilRest)
  return jittered(Math.min(doubled, longestRestMs), chance)
}

/** A fifth more or less, so that what failed together does not come back together. */
function jittered(delayMs: number, chance: number): number {
  return Math.round(delayMs * (0.8 + 0.4 * chance))
}
