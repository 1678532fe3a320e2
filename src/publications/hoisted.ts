import type { Condition, Filter } from '../query/filter.ts'
import type { NamedKeys } from './named.ts'

/**
 * The same query with what its filter demands of an author or topic as a parameter: those are looked up before the list is
 * read, so that Postgres knows how many articles they have. Only what all of the filter depends on can be moved there.
 */
export function hoistNames<Query extends NamedKeys & { filter?: Filter | undefined }>(query: Query): Query {
  let hoisted = query
  for (const noun of ['author', 'topic'] as const) {
    const taken = query[noun] || !hoisted.filter ? null : takeOut(hoisted.filter, noun)
    if (taken) hoisted = { ...hoisted, [noun]: taken.keys, filter: taken.rest }
  }
  return hoisted
}

function takeOut(filter: Filter, noun: keyof NamedKeys): { keys: string[]; rest: Filter } | null {
  const { [noun]: condition, ...others } = filter
  const keys = condition && keysOf(condition as Condition)
  if (keys) return { keys, rest: others }
  const all = (filter['and'] ?? []) as readonly Filter[]
  for (const [index, inner] of all.entries()) {
    const taken = takeOut(inner, noun)
    if (taken) return { keys: taken.keys, rest: { ...filter, and: all.with(index, taken.rest) } }
  }
  return null
}

/** Null where the condition says more than the parameter can. */
function keysOf(condition: Condition): string[] | null {
  if (Object.keys(condition).length > 1) return null
  if (condition.eq !== undefined) return [String(condition.eq)]
  return (condition.in as string[] | undefined) ?? null
}
