import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoistNames } from '../src/publications/hoisted.ts'
import type { NamedKeys } from '../src/publications/named.ts'
import type { Filter } from '../src/query/filter.ts'
import { holds } from './support/filtering.ts'
import { filtersByNames } from './support/namedFilters.ts'

interface Query extends NamedKeys {
  filter?: Filter | undefined
  limit?: number
}

describe('what a filter demands of an author or topic', () => {
  test.each<[string, Query, Query]>([
    ['alone', { filter: { author: { eq: 'ana' } } }, { author: ['ana'], filter: {} }],
    [
      'any of several',
      { filter: { topic: { in: ['rain', 'wind'] } } },
      { topic: ['rain', 'wind'], filter: {} },
    ],
    [
      'both, beside other conditions and parameters',
      { limit: 5, filter: { author: { eq: 'ana' }, topic: { eq: 'rain' }, wordCount: { gt: 9 } } },
      { limit: 5, author: ['ana'], topic: ['rain'], filter: { wordCount: { gt: 9 } } },
    ],
    [
      'in an and within an and',
      { filter: { and: [{ wordCount: { gt: 9 } }, { and: [{ topic: { eq: 'rain' } }] }] } },
      { topic: ['rain'], filter: { and: [{ wordCount: { gt: 9 } }, { and: [{}] }] } },
    ],
    [
      'once, where it is demanded twice',
      { filter: { author: { eq: 'ana' }, and: [{ author: { eq: 'bo' } }] } },
      { author: ['ana'], filter: { and: [{ author: { eq: 'bo' } }] } },
    ],
    [
      'beyond a condition that no parameter can say',
      { filter: { author: { ne: 'bo' }, and: [{ author: { in: ['ana'] } }] } },
      { author: ['ana'], filter: { author: { ne: 'bo' }, and: [{}] } },
    ],
    [
      'beside a parameter of the other noun',
      { author: ['ana'], filter: { topic: { eq: 'rain' } } },
      { author: ['ana'], topic: ['rain'], filter: {} },
    ],
  ])('becomes a parameter: %s', (_, query, expected) => {
    expect(hoistNames(query)).toEqual(expected)
  })

  test.each<[string, Query]>([
    ['in an or', { filter: { or: [{ author: { eq: 'ana' } }] } }],
    ['in a not', { filter: { not: { author: { eq: 'ana' } } } }],
    ['in an or within an and', { filter: { and: [{ or: [{ topic: { eq: 'rain' } }] }] } }],
    ['in a not within an and', { filter: { and: [{ not: { topic: { eq: 'rain' } } }] } }],
    ['where it is an opposite', { filter: { author: { ne: 'ana' }, topic: { nin: ['rain'] } } }],
    ['where it is about having any', { filter: { author: { exists: true } } }],
    ['where there is more to it', { filter: { author: { eq: 'ana', ne: 'bo' } } }],
    ['beside a parameter of the same noun', { author: ['bo'], filter: { author: { eq: 'ana' } } }],
    ['of another field', { filter: { 'author.slug': { eq: 'ana' } } }],
    ['without a filter', { author: ['bo'] }],
  ])('stays where it is: %s', (_, query) => {
    expect(hoistNames(query)).toBe(query)
  })

  test('means the same in its new place, and leaves the query that was given as it was', () => {
    const [authors, topics] = [
      ['ana', 'bo'],
      ['rain', 'wind'],
    ]
    const subsets = (all: string[]) => [[], ...all.map((one) => [one]), all]
    const articles = subsets(authors).flatMap((author) =>
      subsets(topics).flatMap((topic) => [10, 40].map((wordCount) => ({ author, topic, wordCount }))),
    )
    const some = (keys: string[]) => fc.option(fc.subarray(keys, { minLength: 1 }), { nil: undefined })
    const queries = fc.record({
      author: some(authors),
      topic: some(topics),
      filter: fc.option(filtersByNames(authors, topics), { nil: undefined }),
    })
    fc.assert(
      fc.property(queries, (query) => {
        const before = structuredClone(query)
        const hoisted = hoistNames(query)

        expect(articles.map((article) => isListed(article, hoisted))).toEqual(
          articles.map((article) => isListed(article, before)),
        )
        expect(query).toEqual(before)
      }),
      { numRuns: 1000 },
    )
  })
})

type Article = Record<'author' | 'topic', string[]> & { wordCount: number }

function isListed(article: Article, { author, topic, filter = {} }: Query): boolean {
  const named: Filter = { ...(author && { author: { in: author } }), ...(topic && { topic: { in: topic } }) }
  return holds(article, { and: [named, filter] }, (thing, field) => [thing[field as keyof Article]].flat())
}
