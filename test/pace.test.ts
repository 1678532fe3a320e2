import { expect, test } from 'vitest'
import { openPace } from '../src/webhooks/pace.ts'

test('a pace lets thirty go at once, and 220 in a second after them, eleven at a time', () => {
  const pace = openPace()

  const waits = Array.from({ length: 250 }, () => pace(1000))

  const groups = new Map<number, number>()
  for (const waitMs of waits) groups.set(waitMs, (groups.get(waitMs) ?? 0) + 1)
  const counts = [...groups.values()]
  expect([...groups.keys()]).toEqual(Array.from({ length: 21 }, (_, index) => index * 50))
  expect(counts[0]).toBe(30)
  expect(counts.slice(1)).toEqual(Array.from({ length: 20 }, () => 11))
})

test('a pace forgets what was long ago, and gives no more than that for a pause', () => {
  const pace = openPace()
  for (let count = 0; count < 270; count += 1) pace(0)

  const waits = Array.from({ length: 31 }, () => pace(60_000))

  expect(waits.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0))
  expect(waits[30]).toBe(50)
})

test('a pace keeps nothing waiting that comes more slowly', () => {
  const pace = openPace()

  const waits = Array.from({ length: 100 }, (_, index) => pace(index * 5))

  expect(waits.every((waitMs) => waitMs === 0)).toBe(true)
})
