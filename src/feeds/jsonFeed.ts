import type { Feed } from './feed.ts'
import type { JsonFeed } from './schema.ts'

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.siteUrl,
    feed_url: `${feed.url}.json`,
    description: feed.description,
    authors: [{ name: feed.siteName, url: feed.siteUrl }],
    ...(feed.language && { language: feed.language }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      ...(item.summary && { summary: item.summary }),
      content_html: item.html,
      date_published: item.publishedAt,
      date_modified: item.updatedAt,
      ...(item.authors.length > 0 && { authors: item.authors.map(person) }),
      ...(item.topics.length > 0 && { tags: item.topics.map(({ name }) => name) }),
      language: item.language,
    })),
  }
}

function person({ name, url }: { name: string; url: string | null }) {
  return { name, ...(url && { url }) }
}
