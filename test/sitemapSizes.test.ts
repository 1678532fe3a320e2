import { describe, expect, test } from 'vitest'
import { maxSlugLength } from '../src/lib/slug.ts'
import { barePublications } from './support/barePublications.ts'
import { aService, publicUrl } from './support/service.ts'

/** A page more than one, which ends among articles of one time; and more news than a sitemap of it may hold. */
const articleCount = 50_010
const now = '2026-06-03T12:00:00.000Z'

const service = await aService()
const { client, clock, url } = service
await clock.set(now)

/**
 * Public articles, three at a time, six minutes apart, the last of them now. Their slugs are as long as slugs can be:
 * `article-1-xxx…`.
 */
await barePublications(
  url,
  `SELECT gen_random_uuid() AS article_id, rpad('article-' || n || '-', ${maxSlugLength}, 'x') AS slug, 'en' AS language,
      1 AS word_count, ''::tsvector AS search, at AS visible_from, NULL::timestamptz AS visible_until, at AS published_at
    FROM generate_series(1, ${articleCount}) AS n,
      LATERAL (SELECT timestamptz '${now}' - (${articleCount} - n) / 3 * interval '6 minutes' AS at) AS written`,
)

/** The numbers of the articles of a sitemap, in its order. */
async function read(path: string): Promise<{ text: string; numbers: number[] }> {
  const { text } = await client.get(path).expect(200)
  const locations = text.matchAll(/<loc>https:\/\/news\.test\/article-(\d+)-x+<\/loc>/g)
  return { text, numbers: Array.from(locations, ([, number]) => Number(number)) }
}

const pages = [await read('/sitemap-articles-1.xml'), await read('/sitemap-articles-2.xml')]

describe('more articles than a sitemap may hold', () => {
  test('are named by an index of two pages', async () => {
    const { text } = await read('/sitemap.xml')

    const locations = Array.from(text.matchAll(/<loc>(.*?)<\/loc>/g), ([, location]) => location)
    expect(locations).toEqual([1, 2].map((page) => `${publicUrl}/sitemap-articles-${page}.xml`))
    await client.get('/sitemap-articles-3.xml').expect(404)
  })

  test('are each on one page, the oldest first, 50,000 at most on a page', () => {
    const all = pages.flatMap(({ numbers }) => numbers)

    expect(pages.map(({ numbers }) => numbers.length)).toEqual([50_000, 10])
    expect(new Set(all).size).toBe(articleCount)
    expect(all.map(timeOf)).toEqual(Array.from({ length: articleCount }, (_, index) => timeOf(index + 1)))
  })

  test('take less than 50 MB a page (sitemaps.org 0.9)', () => {
    const sizes = pages.map(({ text }) => Buffer.byteLength(text))

    expect(Math.max(...sizes)).toBeLessThan(50 * 1024 * 1024)
  })
})

describe('more news than Google reads', () => {
  test('is the newest 1,000 articles of 48 hours', async () => {
    const { numbers } = await read('/sitemap-news.xml')

    expect(numbers).toHaveLength(1000)
    expect(new Set(numbers).size).toBe(1000)
    expect(numbers.map(timeOf)).toEqual(
      Array.from({ length: 1000 }, (_, index) => timeOf(articleCount - index)),
    )
  })
})

/** Which six minutes before now an article is from. */
function timeOf(number: number): number {
  return Math.floor((articleCount - number) / 3)
}
