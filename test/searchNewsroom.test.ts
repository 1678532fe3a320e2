import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { plantNewsroom } from '../prisma/seed/newsroom.ts'
import { plantSeed } from '../prisma/seed/seed.ts'
import { Prisma } from '../src/database/client.ts'
import { projectPath } from '../src/lib/root.ts'
import { planOf, scannedWhole } from './support/plans.ts'
import { urlOf } from './support/postgres.ts'
import { aService } from './support/service.ts'

const service = await aService()
const { client, clock, database } = service

/** The rows of the table in the README: the search, what it is taken for, the first hit. */
const searches = readFileSync(projectPath('src/search/README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, q = '', meant = '', headline = '']) => ({ q, meant, headline }))

beforeAll(async () => {
  await clock.set('2026-11-24T09:00:00Z')
  const [found] = await database.rows<{ name: string }>(Prisma.sql`SELECT current_database() AS name`)
  await plantSeed(database)
  const url = urlOf(inject('databaseUrl'), found?.name ?? '')
  await plantNewsroom(url, { articleCount: 200, today: new Date('2026-11-23T00:00:00Z') })
})

describe('a search of the newsroom', () => {
  test('is shown by twenty examples at least', () => {
    expect(searches.length).toBeGreaterThanOrEqual(20)
    expect(searches.filter(({ meant }) => meant !== '').length).toBeGreaterThanOrEqual(5)
  })

  test.each(searches)('for $q finds first: $headline', async ({ q, meant, headline }) => {
    const { body } = await client.get(`/v1/articles?${new URLSearchParams({ q, limit: '1' })}`).expect(200)

    expect(body.data.map((article: { headline: string }) => article.headline)).toEqual([headline])
    expect(body.page.didYouMean ?? '').toBe(meant)
  })

  test.each([
    ...['', 'sort=-publishedAt', 'sort=headline', 'language=en', 'publishedAfter=2026-01-01T00:00:00Z'],
    ...['asOf=2026-11-01T00:00:00Z', 'count=exact', 'count=exact&sort=headline', 'facets=topic,year'],
    'filter={"wordCount":{"gt":100}}',
  ])('reads no more of publications than the index of words names: %s', async (query) => {
    const plan = await planOf(service, `/v1/articles?q=council&${encodeURI(query)}`)

    expect(plan.map((step) => step['Index Name'])).toContain('publication_search_idx')
    // To walk along the order of the list would be to look for the words in every row.
    const walked = plan.filter((step) => step['Node Type'] === 'Index Scan').map((step) => step['Index Name'])
    expect(walked).not.toContain('publication_published_idx')
    expect(scannedWhole(plan)).not.toContain('publication')
  })

  test('looks for the nearest word by the trigram index', async () => {
    const plan = await database.rows<{ 'QUERY PLAN': string }>(
      Prisma.sql`EXPLAIN SELECT word FROM search_word ORDER BY folded <-> 'goverment' LIMIT 50`,
    )

    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('search_word_folded_idx')
  })
})
