import { describe, expect, test } from 'vitest'
import { failuresUntilRest, restDelay, retryDelay } from '../src/webhooks/schedule.ts'

const hourMs = 3_600_000

describe('retryDelay', () => {
  test('spreads ten retries over a day, and then parks', () => {
    const delays = Array.from({ length: 10 }, (_, index) => retryDelay(index + 1, 0.5) ?? 0)

    expect(delays.reduce((sum, delay) => sum + delay, 0) / hourMs).toBeCloseTo(23.7, 0)
    expect(delays).toEqual([...delays].sort((one, other) => one - other))
    expect(retryDelay(11)).toBeNull()
  })

  test('differs by up to a fifth', () => {
    expect(retryDelay(1, 0)).toBe(4000)
    expect(retryDelay(1, 1)).toBe(6000)
  })
})

describe('restDelay', () => {
  test.each([
    [1, 0],
    [failuresUntilRest - 1, 0],
    [failuresUntilRest, 1000],
    [failuresUntilRest + 3, 8000],
    [1000, 300_000],
  ])('after %i failures in a row is %i ms', (failureCount, expected) => {
    expect(restDelay(failureCount, 0.5)).toBe(expected)
  })
})
