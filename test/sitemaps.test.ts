import { describe, expect, test } from 'vitest'
import { aNewVersion, anArticle, aPublishedArticle, unpublish, withdraw } from './support/factories.ts'
import { aService, publicUrl } from './support/service.ts'
import {
  type Count,
  childrenOf,
  type Element,
  faultsOfChildren,
  isAbsoluteUrl,
  parseXml,
  rfc3339,
  textOf,
} from './support/xml.ts'

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const google = 'http://www.google.com/schemas/sitemap-news/0.9'

const empty = await aService()
const service = await aService()
const { client, clock } = service

const now = '2026-06-03T12:00:00.000Z'
await clock.set(now)
const [week, day, hour] = [
  await aPublishedArticle(service, { slug: 'week-ago', at: '2026-05-27T12:00:00Z' }),
  await aPublishedArticle(service, { slug: 'day-ago', at: '2026-06-02T12:00:00Z', language: 'zh-Hant-TW' }),
  await aPublishedArticle(service, {
    slug: 'hour-ago',
    at: '2026-06-03T11:00:00Z',
    headline: 'Fish & <chips>',
  }),
]
await aNewVersion(service, week, { at: '2026-06-03T10:00:00Z' })
await anArticle(service, { slug: 'draft' })
await aPublishedArticle(service, { slug: 'scheduled', at: '2026-06-04T12:00:00Z' })
for (const slug of ['taken-down', 'withdrawn']) {
  const gone = await aPublishedArticle(service, { slug, at: '2026-06-03T09:00:00Z' })
  await clock.advance({ milliseconds: 1 })
  await (slug === 'withdrawn' ? withdraw(service, gone, { reason: 'Made up.' }) : unpublish(service, gone))
}

async function read(url: string, { client: reader } = service): Promise<Element> {
  return parseXml((await reader.get(url).expect(200)).text)
}

function locations(root: Element): (string | undefined)[] {
  return root.children.map((child) => textOf(child, `{${sitemaps}}loc`))
}

/** What of a sitemap, or of an index of them, is not as sitemaps.org 0.9 says. */
function faultsOf(root: Element, name: 'urlset' | 'sitemapindex'): string[] {
  const member = name === 'urlset' ? 'url' : 'sitemap'
  const counts: Record<string, Count> = {
    ...{ loc: '1', lastmod: '?' },
    ...(member === 'url' && ({ changefreq: '?', priority: '?' } as const)),
  }
  const members = childrenOf(root, `{${sitemaps}}${member}`)
  const wrongDates = members
    .flatMap((child) => childrenOf(child, `{${sitemaps}}lastmod`))
    .filter(({ text }) => !rfc3339.test(text))
  return [
    ...(root.name === `{${sitemaps}}${name}` ? [] : [`the root is ${root.name}`]),
    ...faultsOfChildren(root, sitemaps, { [member]: '*' }),
    ...members.flatMap((child) => faultsOfChildren(child, sitemaps, counts)),
    ...locations(root).filter((url) => !isAbsoluteUrl(url) || (url?.length ?? 0) >= 2048),
    ...wrongDates.map(({ text }) => `${text} is no time`),
  ].map(String)
}

describe('getSitemapIndex', () => {
  test('names the pages of articles, and when each changed', async () => {
    const index = await read('/sitemap.xml')

    expect(faultsOf(index, 'sitemapindex')).toEqual([])
    expect(locations(index)).toEqual([`${publicUrl}/sitemap-articles-1.xml`])
    expect(textOf(index.children[0] as Element, `{${sitemaps}}lastmod`)).toBe('2026-06-03T11:00:00.000Z')
  })

  test('names one page where nothing is public', async () => {
    const index = await read('/sitemap.xml', empty)

    expect(faultsOf(index, 'sitemapindex')).toEqual([])
    expect(locations(index)).toEqual([`${publicUrl}/sitemap-articles-1.xml`])
  })
})

describe('getArticleSitemap', () => {
  test('lists what is public, the oldest first, with the time of its newest version', async () => {
    const page = await read('/sitemap-articles-1.xml')

    expect(faultsOf(page, 'urlset')).toEqual([])
    expect(locations(page)).toEqual([week, day, hour].map(({ slug }) => `https://news.test/${slug}`))
    expect(textOf(page.children[0] as Element, `{${sitemaps}}lastmod`)).toBe('2026-06-03T10:00:00.000Z')
  })

  test('is empty where nothing is public', async () => {
    const page = await read('/sitemap-articles-1.xml', empty)

    expect(page.children).toEqual([])
  })

  test('is not found past the last page', async () => {
    await client.get('/sitemap-articles-2.xml').expect(404)
    await client.get('/sitemap-articles-50000.xml').expect(404)
  })

  test.each(['0', '-1', '1e3', 'one', '50001'])('is refused for page %s', async (page) => {
    const { body } = await client.get(`/sitemap-articles-${page}.xml`).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'page' }])
  })
})

describe('getNewsSitemap', () => {
  const news = (name: string) => `{${google}}${name}`

  test('lists what was first published in the last 48 hours, the newest first', async () => {
    const sitemap = await read('/sitemap-news.xml')

    expect(faultsOf(sitemap, 'urlset')).toEqual([])
    expect(locations(sitemap)).toEqual([hour, day].map(({ slug }) => `https://news.test/${slug}`))
  })

  test('says of each who published it, when, and under which headline', async () => {
    const sitemap = await read('/sitemap-news.xml')

    const about = sitemap.children.flatMap((url) => childrenOf(url, news('news')))
    const counts = { publication: '1', publication_date: '1', title: '1' } as const
    expect(about).toHaveLength(2)
    expect(about.flatMap((one) => faultsOfChildren(one, google, counts))).toEqual([])
    expect(about.map((one) => textOf(one, news('title')))[0]).toBe('Fish & <chips>')
    expect(about.map((one) => textOf(one, news('publication_date')))[0]).toBe('2026-06-03T11:00:00.000Z')
    const publications = about.flatMap((one) => childrenOf(one, news('publication')))
    expect(publications.map((one) => textOf(one, news('name')))).toEqual(['news.test', 'news.test'])
    expect(publications.map((one) => textOf(one, news('language')))).toEqual(['en', 'zh-tw'])
  })

  test('forgets an article to the millisecond', async () => {
    const at = (moment: string) => clock.during(moment, () => read('/sitemap-news.xml'))

    expect(locations(await at('2026-06-05T10:59:59.999Z'))).toContain('https://news.test/hour-ago')
    expect(locations(await at('2026-06-05T11:00:00.000Z'))).not.toContain('https://news.test/hour-ago')
  })

  test('is empty where there is no news', async () => {
    const sitemap = await read('/sitemap-news.xml', empty)

    expect(sitemap.children).toEqual([])
  })
})

describe('sitemaps', () => {
  test.each(['/sitemap.xml', '/sitemap-articles-1.xml', '/sitemap-news.xml'])(
    '%s is XML in either of its names, and conditional',
    async (url) => {
      const { headers } = await client.get(url).expect(200)

      expect(headers['content-type']).toContain('application/xml')
      await client.get(url).set('if-none-match', String(headers['etag'])).expect(304)
      await client.head(url).expect(200)
      await client.get(url).set('accept', 'text/xml').expect('content-type', 'text/xml; charset=utf-8')
      await client.get(url).set('accept', 'application/json').expect(406)
    },
  )
})
