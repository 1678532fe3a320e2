import { articleContent } from '../articles/page.ts'
import { listNewestArticles } from '../articles/read.ts'
import type { Article } from '../articles/schema.ts'
import { authors } from '../authors/store.ts'
import type { Services } from '../http/app.ts'
import { siteOf } from '../publications/links.ts'
import type { NamedKeys } from '../publications/named.ts'
import { topics } from '../topics/store.ts'

/** The newest articles as every format of feed tells them. */
export interface Feed {
  /** Stays, whatever its slug: the name by which readers know the feed. */
  id: string
  title: string
  description: string
  /** Without the ending that says the format. */
  url: string
  siteName: string
  siteUrl: string
  /** Null where its articles have several. */
  language: string | null
  /** When its newest version became public; of an empty one, when what it is about was changed. */
  updatedAt: string
  items: FeedItem[]
}

interface FeedItem {
  id: string
  url: string
  title: string
  summary: string | null
  html: string
  publishedAt: string
  updatedAt: string
  language: string
  authors: FeedAuthor[]
  /** Who else is in the byline. */
  contributors: FeedAuthor[]
  topics: { slug: string; name: string }[]
}

interface FeedAuthor {
  name: string
  url: string | null
}

/** A reader that looks once a day misses nothing of a newsroom that publishes this often; each has its full text. */
const maxItems = 30

export function getArticleFeed(services: Services): Promise<Feed> {
  const { siteName } = siteOf(services)
  const url = `${services.publicUrl}/feeds/articles`
  const updatedAt = new Date(0).toISOString()
  return compose(
    services,
    {},
    { id: url, url, title: siteName, description: `New from ${siteName}.`, updatedAt },
  )
}

/** Throws `not-found`, or `Moved` where another topic took this one's place. */
export async function getTopicFeed(services: Services, key: string): Promise<Feed> {
  const { id, slug, name, description, updatedAt } = await topics.get(services.database, key)
  const { siteName } = siteOf(services)
  return compose(
    services,
    { topic: [id] },
    {
      id: `urn:uuid:${id}`,
      url: `${services.publicUrl}/feeds/topics/${slug}`,
      title: `${name} – ${siteName}`,
      description: description || `New from ${siteName} about ${name}.`,
      updatedAt,
    },
  )
}

/** Throws `not-found`, or `Moved` where another author took this one's place. */
export async function getAuthorFeed(services: Services, key: string): Promise<Feed> {
  const { id, slug, name, updatedAt } = await authors.get(services.database, key)
  const { siteName } = siteOf(services)
  return compose(
    services,
    { author: [id] },
    {
      id: `urn:uuid:${id}`,
      url: `${services.publicUrl}/feeds/authors/${slug}`,
      title: `${name} – ${siteName}`,
      description: `New from ${siteName} by ${name}.`,
      updatedAt,
    },
  )
}

async function compose(
  services: Services,
  filter: NamedKeys,
  scope: Pick<Feed, 'id' | 'url' | 'title' | 'description' | 'updatedAt'>,
): Promise<Feed> {
  const articles = await listNewestArticles(services, filter, 'html', maxItems)
  const languages = new Set(articles.map(({ language }) => language))
  const [language = null] = languages.size === 1 ? languages : []
  const updatedAt = articles.map((article) => article.updatedAt).reduce(later, scope.updatedAt)
  return { ...scope, ...siteOf(services), language, updatedAt, items: articles.map(present) }
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

function present(article: Article): FeedItem {
  const { id, url, headline, summary, publishedAt, updatedAt, language, topics } = article
  const authors = article.byline.filter(({ role }) => role === 'author')
  const others = article.byline.filter(({ role }) => role !== 'author')
  const nameAndUrl = ({ author: { name, website } }: Article['byline'][number]) => ({ name, url: website })
  return {
    id: `urn:uuid:${id}`,
    url,
    title: headline,
    summary: summary || null,
    html: articleContent(article).markup,
    publishedAt,
    updatedAt,
    language,
    authors: authors.map(nameAndUrl),
    contributors: others.map(nameAndUrl),
    topics,
  }
}
