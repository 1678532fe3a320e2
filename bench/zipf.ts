/**
 * Which rank is asked for in each turn: the first ones often, the last ones seldom. News is read so: Breslau and others, "Web
 * Caching and Zipf-like Distributions" (1999), found exponents from 0.64 to 0.83.
 */
const exponent = 0.8

/** Turns before it all repeats: many more than there are ranks, so that the last ones come too. */
const turnCount = 2 ** 17

/** The rank, from 0, of each turn. The same count gives the same ranks. */
export function zipfRanks(count: number): Uint32Array {
  const cumulated = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank += 1) {
    total += 1 / (rank + 1) ** exponent
    cumulated[rank] = total
  }
  const ranks = new Uint32Array(turnCount)
  for (let turn = 0; turn < turnCount; turn += 1) ranks[turn] = findRank(cumulated, lot(turn) * total)
  return ranks
}

/** The first rank whose cumulated weight exceeds the drawn one. */
function findRank(cumulated: Float64Array, drawn: number): number {
  let low = 0
  let high = cumulated.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulated[middle] ?? 0) > drawn) high = middle
    else low = middle + 1
  }
  return low
}

/** A number from 0 to 1 that looks drawn: the finaliser of MurmurHash3 (32 bits). */
function lot(turn: number): number {
  let hash = turn + 1
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
