import { describe, expect, test } from 'vitest'
import { articleFields } from '../src/articles/fields.ts'
import { sortableOf } from '../src/query/field.ts'
import { manyArticles } from './support/manyArticles.ts'
import { blocksOf, planOf, scannedWhole, statementsOf } from './support/plans.ts'
import { aService } from './support/service.ts'
import { pageAt } from './support/walk.ts'

const service = await aService()
const { client } = service

await manyArticles(service, 6000)

const sorts = Object.keys(sortableOf(articleFields)).flatMap((name) => [name, `-${name}`])

/** What grows with the number of articles. */
const growing = ['publication', 'published_byline', 'published_topic', 'published_section', 'article']

/** Each simple parameter, with values that many articles have, and values that few have. */
const parameters = [
  ...['author=author-1', 'author=author-40', 'author=author-1,author-40'],
  ...['topic=topic-1', 'topic=topic-20', 'topic=topic-1,topic-20'],
  ...['language=en', 'language=cy', 'language=cy,de', 'language=xx'],
  ...['slug=article-17', 'slug=article-17,article-18', 'id=019b1f00-0000-7000-8000-0000000fffff'],
  ...['publishedAfter=2016-01-01T00:00:00Z', 'publishedAfter=2025-10-01T00:00:00Z'],
  ...['publishedBefore=2025-10-01T00:00:00Z', 'publishedBefore=2016-02-01T00:00:00Z'],
  ...['updatedAfter=2016-01-01T00:00:00Z', 'updatedAfter=2025-10-01T00:00:00Z'],
  ...['asOf=2020-06-01T00:00:00Z', ''],
]

describe.each(parameters)('a list with %s', (parameter) => {
  test.each(sorts)('is read through indexes when sorted by %s', async (sort) => {
    const plan = await planOf(service, `/v1/articles?sort=${sort}&${parameter}`)

    expect(scannedWhole(plan).filter((table) => growing.includes(table))).toEqual([])
  })
})

describe('a deep page', () => {
  const indexes: Record<string, string> = {
    publishedAt: 'publication_published_idx',
    firstPublishedAt: 'publication_first_published_idx',
    updatedAt: 'publication_updated_idx',
    headline: 'publication_headline_idx',
    wordCount: 'publication_word_count_idx',
  }

  async function planAt(url: string, offset: number) {
    const { page } = (await client.get(`${url}&offset=${offset}`).expect(200)).body
    return planOf(service, `${url}&cursor=${page.nextCursor}`)
  }

  test.each(sorts)('is one range of an index when sorted by %s', async (sort) => {
    const plan = await planAt(`/v1/articles?limit=20&sort=${sort}`, 5000)

    const step = plan.find((one) => one['Index Name'] === indexes[sort.replace('-', '')])
    expect(step?.['Index Cond']).toMatch(/ROW\(.*article_id\) [<>] ROW\(/)
    expect(plan.some((one) => one['Node Type'] === 'Sort' && one.Plans?.[0] === step)).toBe(false)
  })

  test.each([...sorts, 'headline,-publishedAt'])(
    'costs what the first costs when sorted by %s',
    async (sort) => {
      const url = `/v1/articles?limit=20&sort=${sort}`
      const first = blocksOf(await planAt(url, 0))
      const deep = blocksOf(await planAt(url, 5000))

      expect(deep).toBeLessThan(first * 1.5)
    },
  )

  test.each([
    ['topic=topic-1', 'published_topic_topic_idx'],
    ['author=author-1', 'published_byline_author_idx'],
  ])('of a list with %s is one range of an index too', async (parameter, index) => {
    const plan = await planAt(`/v1/articles?limit=20&${parameter}`, 400)

    const step = plan.find((one) => one['Index Name'] === index)
    expect(step?.['Index Cond']).toMatch(/_id = .* AND \(ROW\(/)
    expect(blocksOf(plan)).toBeLessThan(blocksOf(await planAt(`/v1/articles?limit=20&${parameter}`, 0)) * 1.5)
  })
})

describe('lists of parts', () => {
  test.each([
    ...['sections', 'sections?sort=publishedAt', 'sections?sort=updatedAt', 'sections?sort=-updatedAt'],
    ...['sections?topic=topic-20', 'sections?author=author-40', 'sections?language=en'],
  ])('are read through indexes: %s', async (path) => {
    const plan = await planOf(service, `/v1/${path}`)

    expect(scannedWhole(plan).filter((table) => growing.includes(table))).toEqual([])
  })
})

describe('a page', () => {
  test('is one statement, with all that can be included', async () => {
    const { statements } = await statementsOf(service, '/v1/articles?include=sections,takeaways,authors')

    expect(statements).toHaveLength(1)
  })

  test('is counted by estimate without reading the whole list', async () => {
    const exact = await pageAt(client, '/v1/articles?limit=1&count=exact')
    const estimated = await pageAt(client, '/v1/articles?limit=1&count=estimated')
    const few = await pageAt(client, '/v1/articles?limit=1&count=estimated&language=cy')

    expect(exact.page.count).toBe(6000)
    expect(estimated.page.count).toBeGreaterThan(1000)
    expect(few.page.count).toBe(12)
  })
})
