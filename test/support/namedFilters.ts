import fc from 'fast-check'
import type { Filter } from '../../src/query/filter.ts'

/**
 * Filters by authors and topics, given by any of these keys, and by length: conditions beside each other, in `and` within
 * `and`, in `or` and in `not`; more often than others those that a parameter can say too.
 */
export function filtersByNames(authorKeys: string[], topicKeys: string[]): fc.Arbitrary<Filter> {
  const term: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ author: conditionOn(authorKeys) }),
    fc.record({ topic: conditionOn(topicKeys) }),
    fc.record({ wordCount: fc.record({ gte: fc.integer({ min: 0, max: 20 }) }) }),
  )
  const connected = (inner: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ and: twoOf(inner) }) },
      fc.record({ or: twoOf(term) }),
      fc.record({ not: term }),
    )
  const combined = (inner: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> =>
    fc.oneof(term, connected(inner), beside(term, term), beside(term, connected(inner)))
  return combined(combined(term))
}

function twoOf(filter: fc.Arbitrary<Filter>): fc.Arbitrary<Filter[]> {
  return fc.array(filter, { minLength: 1, maxLength: 2 })
}

function beside(one: fc.Arbitrary<Filter>, other: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }))
}

function conditionOn(keys: string[]) {
  const key = fc.constantFrom(...keys)
  const some = fc.array(key, { minLength: 1, maxLength: 5 })
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ eq: key }) },
    { weight: 3, arbitrary: fc.record({ in: some }) },
    fc.record({ ne: key }),
    fc.record({ nin: some }),
    fc.record({ exists: fc.boolean() }),
    fc.record({ eq: key, ne: key }),
  )
}
