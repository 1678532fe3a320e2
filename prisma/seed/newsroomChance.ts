import { v7 } from 'uuid'

/** Gives the next number from 0 to below 1. What it gives depends on its seed and on nothing else. */
export type Chance = () => number

/** The first numbers of a generator still look like its seed; PractRand's own sfc32 throws 12 away. */
const warmUpCount = 12

/**
 * A stream of chance of its own for each purpose and number, so that one article never depends on another. The generator
 * is sfc32 of Chris Doty-Humphrey's PractRand (public domain, https://pracrand.sourceforge.net): its 128 bits of state
 * keep the streams apart, which 32 bits (mulberry32, say) would not.
 */
export function chanceOf(purpose: number, number: number): Chance {
  let [a, b, c, counter] = [purpose, number, 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let count = 0; count < warmUpCount; count += 1) next()
  return next
}

/** A whole number from `min` to `max`, both included. */
export function between(chance: Chance, min: number, max: number): number {
  return min + Math.floor(chance() * (max - min + 1))
}

export function pick<Choice>(chance: Chance, choices: readonly Choice[]): Choice {
  return at(choices, Math.floor(chance() * choices.length))
}

/**
 * One of a list that begins with the commonest: the choice at place n comes about 1/n times as often as the first, as
 * words do in any language (Zipf's law).
 */
export function pickByRank<Choice>(chance: Chance, choices: readonly Choice[]): Choice {
  return at(choices, Math.floor((choices.length + 1) ** chance()) - 1)
}

/** One of a list whose members say how often they come, beside each other. */
export function pickByShare<Choice extends { share: number }>(
  chance: Chance,
  choices: readonly Choice[],
): Choice {
  let rest = chance() * choices.reduce((sum, { share }) => sum + share, 0)
  const index = choices.findIndex(({ share }) => {
    rest -= share
    return rest < 0
  })
  return at(choices, index)
}

/** The same things in another order (Fisher and Yates). */
export function shuffle<Choice>(chance: Chance, choices: readonly Choice[]): Choice[] {
  const shuffled = [...choices]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = between(chance, 0, last)
    const moved = at(shuffled, last)
    shuffled[last] = at(shuffled, other)
    shuffled[other] = moved
  }
  return shuffled
}

/** A UUIDv7 of a moment whose other bits come from chance. */
export function idAt(chance: Chance, moment: Date): string {
  const random = Uint8Array.from({ length: 16 }, () => between(chance, 0, 255))
  return v7({ msecs: moment.getTime(), random })
}

function at<Choice>(choices: readonly Choice[], index: number): Choice {
  const choice = choices[index]
  if (choice === undefined) throw new Error('There is nothing to pick from')
  return choice
}
