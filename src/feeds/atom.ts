import { type Markup, markup } from '../lib/markup.ts'
import type { Feed } from './feed.ts'

/** Atom (RFC 4287). The feed has an author, so that entries without one are valid (4.2.1). */
export function atomFeed(feed: Feed): string {
  const parts = [
    markup`<id>${feed.id}</id>`,
    markup`<title>${feed.title}</title>`,
    markup`<subtitle>${feed.description}</subtitle>`,
    markup`<updated>${feed.updatedAt}</updated>`,
    markup`<link rel="self" type="application/atom+xml" href="${feed.url}.atom"/>`,
    markup`<link rel="alternate" type="text/html" href="${feed.siteUrl}"/>`,
    person('author', { name: feed.siteName, url: feed.siteUrl }),
    markup`<generator>Copydesk</generator>`,
    ...feed.items.map(atomEntry),
  ]
  const language = feed.language ? markup` xml:lang="${feed.language}"` : null
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${language}>
${parts}
</feed>
`.markup
}

function atomEntry(item: Feed['items'][number]): Markup {
  const parts = [
    markup`<id>${item.id}</id>`,
    markup`<title>${item.title}</title>`,
    markup`<link rel="alternate" type="text/html" href="${item.url}"/>`,
    markup`<published>${item.publishedAt}</published>`,
    markup`<updated>${item.updatedAt}</updated>`,
    ...item.authors.map((author) => person('author', author)),
    ...item.contributors.map((contributor) => person('contributor', contributor)),
    ...item.topics.map(({ slug, name }) => markup`<category term="${slug}" label="${name}"/>`),
    item.summary ? markup`<summary>${item.summary}</summary>` : null,
    markup`<content type="html">${item.html}</content>`,
  ]
  return markup`<entry xml:lang="${item.language}" xml:base="${item.url}">\n${parts}\n</entry>`
}

function person(
  element: 'author' | 'contributor',
  { name, url }: { name: string; url: string | null },
): Markup {
  const parts = markup`<name>${name}</name>${url ? markup`<uri>${url}</uri>` : null}`
  return element === 'author'
    ? markup`<author>${parts}</author>`
    : markup`<contributor>${parts}</contributor>`
}
