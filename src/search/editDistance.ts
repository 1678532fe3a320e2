/**
 * How many letters are wrong, missing or too many, two that changed places counting as one: the "optimal string alignment"
 * of Damerau and Levenshtein. Two letters that changed places are the commonest slip of all (Damerau 1964).
 */
export function editDistance(one: string, other: string): number {
  const [first, second] = [[...one], [...other]]
  let beforeLast: number[] = []
  let last = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (const [row, letter] of first.entries()) {
    const current = [row + 1]
    for (const [column, otherLetter] of second.entries()) {
      const replaced = at(last, column) + (letter === otherLetter ? 0 : 1)
      const isSwapped = letter === second[column - 1] && first[row - 1] === otherLetter
      const swapped = isSwapped ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY
      current.push(Math.min(at(last, column + 1) + 1, at(current, column) + 1, replaced, swapped))
    }
    beforeLast = last
    last = current
  }
  return at(last, second.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
