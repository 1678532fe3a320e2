import { type Markup, markup } from '../lib/markup.ts'
import type { Feed } from './feed.ts'

/** RSS 2.0, with the full text (content), names of authors (Dublin Core: `author` takes only e-mail addresses) and updates (Atom). */
export function rssFeed(feed: Feed): string {
  const channel = [
    markup`<title>${feed.title}</title>`,
    markup`<link>${feed.siteUrl}</link>`,
    markup`<description>${asHtml(feed.description)}</description>`,
    markup`<atom:link rel="self" type="application/rss+xml" href="${feed.url}.rss"/>`,
    feed.language ? markup`<language>${feed.language}</language>` : null,
    markup`<lastBuildDate>${rfc822(feed.updatedAt)}</lastBuildDate>`,
    markup`<generator>Copydesk</generator>`,
    ...feed.items.map(rssItem),
  ]
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${channel}
</channel>
</rss>
`.markup
}

function rssItem(item: Feed['items'][number]): Markup {
  const parts = [
    markup`<title>${item.title}</title>`,
    markup`<link>${item.url}</link>`,
    markup`<guid isPermaLink="false">${item.id}</guid>`,
    markup`<pubDate>${rfc822(item.publishedAt)}</pubDate>`,
    markup`<atom:updated>${item.updatedAt}</atom:updated>`,
    ...item.authors.map(({ name }) => markup`<dc:creator>${name}</dc:creator>`),
    ...item.topics.map(({ name }) => markup`<category>${name}</category>`),
    item.summary ? markup`<description>${asHtml(item.summary)}</description>` : null,
    markup`<content:encoded>${item.html}</content:encoded>`,
  ]
  return markup`<item>\n${parts}\n</item>`
}

/** A description is HTML, written as text. */
function asHtml(text: string): string {
  return markup`${text}`.markup
}

function rfc822(moment: string): string {
  return new Date(moment).toUTCString()
}
