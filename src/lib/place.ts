/** Where a member goes in a list: at an end, beside another member, or at an index. */
export type Position = 'start' | 'end' | { before: string } | { after: string } | number

/** The list with the member at its position, taken from where it was; null where the neighbour is not in the list. */
export function place<Member extends { id: string }>(
  list: readonly Member[],
  member: Member,
  position: Position,
): Member[] | null {
  const others = list.filter(({ id }) => id !== member.id)
  const index = indexOf(others, position)
  return index === null ? null : [...others.slice(0, index), member, ...others.slice(index)]
}

/** An index past the end means the end. */
function indexOf(list: readonly { id: string }[], position: Position): number | null {
  if (position === 'start') return 0
  if (position === 'end') return list.length
  if (typeof position === 'number') return Math.min(position, list.length)
  const neighbour = 'before' in position ? position.before : position.after
  const index = list.findIndex(({ id }) => id === neighbour)
  if (index < 0) return null
  return 'before' in position ? index : index + 1
}
