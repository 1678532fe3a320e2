import { setImmediate } from 'node:timers/promises'
import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { type Markup, markup } from '../lib/markup.ts'
import { articleUrl, siteOf } from '../publications/links.ts'
import { visibleAt } from '../publications/visible.ts'
import { currentMoment } from '../query/moments.ts'

/** URLs in one sitemap (sitemaps.org 0.9, "Using Sitemap index files"). */
const maxUrls = 50_000

/** URLs that are written in one go, within milliseconds: a whole page at once has everybody else wait for half a second. */
const urlsAtOnce = 1000

/** What a sitemap of news may hold (Google, "Create a News sitemap"). */
const maxNews = 1000
const newsHours = 48

/** The index of sitemaps; it has a first page even where nothing is public. */
export async function sitemapIndex(services: Services): Promise<string> {
  const pages = await services.database.rows<{ number: number; changedAt: string }>(Prisma.sql`
    SELECT number, max(visible_from) AS "changedAt" FROM (
      SELECT ((row_number() OVER (ORDER BY shown.first_published_at, shown.article_id) - 1) / ${maxUrls}::int + 1)::int
        AS number, shown.visible_from
      FROM publication AS shown WHERE ${visibleAt(currentMoment)}) AS numbered
    GROUP BY number ORDER BY number`)
  const sitemap = (number: number, changedAt: string | null) =>
    markup`<sitemap><loc>${services.publicUrl}/sitemap-articles-${number}.xml</loc>${lastmod(changedAt)}</sitemap>`
  const sitemaps = pages.map(({ number, changedAt }) => sitemap(number, changedAt))
  return documentOf(
    markup`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps.length > 0 ? sitemaps : sitemap(1, null)}
</sitemapindex>`,
  )
}

/** One page of all articles, the oldest first, so that a page that is full stays as it is. Null past the last one. */
export async function articleSitemap(services: Services, number: number): Promise<string | null> {
  const articles = await services.database.rows<LocatedArticle>(Prisma.sql`
    SELECT ${locatedColumns} FROM publication AS shown WHERE ${visibleAt(currentMoment)}
    ORDER BY shown.first_published_at, shown.article_id LIMIT ${maxUrls} OFFSET ${(number - 1) * maxUrls}`)
  if (articles.length === 0 && number > 1) return null
  const urls: Markup[] = []
  for (const [index, article] of articles.entries()) {
    if (index > 0 && index % urlsAtOnce === 0) await setImmediate()
    urls.push(markup`<url><loc>${articleUrl(services, article)}</loc>${lastmod(article.updatedAt)}</url>`)
  }
  return documentOf(markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}
</urlset>`)
}

/** The articles of the last two days, the newest first, for Google News. */
export async function newsSitemap(services: Services): Promise<string> {
  const articles = await readNews(services.database)
  const { siteName } = siteOf(services)
  const urls = articles.map((article) => {
    const news = markup`<news:news><news:publication><news:name>${siteName}</news:name><news:language>${newsLanguage(article.language)}</news:language></news:publication><news:publication_date>${article.firstPublishedAt}</news:publication_date><news:title>${article.headline}</news:title></news:news>`
    return markup`<url><loc>${articleUrl(services, article)}</loc>${lastmod(article.updatedAt)}${news}</url>`
  })
  return documentOf(
    markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls}
</urlset>`,
  )
}

function readNews(reader: Reader): Promise<NewsArticle[]> {
  return reader.rows<NewsArticle>(Prisma.sql`
    SELECT ${locatedColumns}, shown.headline, shown.language, shown.first_published_at AS "firstPublishedAt"
    FROM publication AS shown
    WHERE shown.first_published_at > ${currentMoment} - make_interval(hours => ${newsHours}::int)
      AND ${visibleAt(currentMoment)}
    ORDER BY shown.first_published_at DESC, shown.article_id DESC LIMIT ${maxNews}`)
}

interface LocatedArticle {
  id: string
  slug: string
  updatedAt: string
}

const locatedColumns = Prisma.sql`shown.article_id AS id, shown.slug, shown.visible_from AS "updatedAt"`

interface NewsArticle extends LocatedArticle {
  headline: string
  language: string
  firstPublishedAt: string
}

/** ISO 639, but for Chinese, of which Google wants to know the script by the country. */
function newsLanguage(tag: string): string {
  const [language = tag, ...subtags] = tag.toLowerCase().split('-')
  if (language !== 'zh') return language
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-tw' : 'zh-cn'
}

function lastmod(moment: string | null): Markup | null {
  return moment === null ? null : markup`<lastmod>${moment}</lastmod>`
}

function documentOf(root: Markup): string {
  return markup`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`.markup
}
