import { expect, test } from 'vitest'
import { openPace } from '../src/webhooks/pace.ts'

test('a pace lets thirty go at once, and 240 in a second after them', () => {
  const pace = openPace()

  const waits = Array.from({ length: 270 }, () => pace(1000))

  expect(waits.slice(0, 30).every((waitMs) => waitMs < 0.001)).toBe(true)
  expect(waits[30]).toBeCloseTo(1000 / 240)
  expect(waits[269]).toBeCloseTo(1000)
})

test('a pace forgets what was long ago, and gives no more than that for a pause', () => {
  const pace = openPace()
  for (let count = 0; count < 270; count += 1) pace(0)

  const waits = Array.from({ length: 31 }, () => pace(60_000))

  expect(waits[29]).toBeCloseTo(0)
  expect(waits[30]).toBeCloseTo(1000 / 240)
})

test('a pace keeps nothing waiting that comes more slowly', () => {
  const pace = openPace()

  const waits = Array.from({ length: 100 }, (_, index) => pace(index * 5))

  expect(waits.every((waitMs) => waitMs === 0)).toBe(true)
})
