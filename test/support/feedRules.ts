import { childrenOf, type Element, faultsOfChildren, isAbsoluteUrl, rfc3339, textOf } from './xml.ts'

const atom = 'http://www.w3.org/2005/Atom'
const content = 'http://purl.org/rss/1.0/modules/content/'

/** What of an Atom feed is not as RFC 4287 says that it MUST be. */
export function faultsOfAtom(feed: Element): string[] {
  const entries = childrenOf(feed, `{${atom}}entry`)
  const hasAuthor = (element: Element) => childrenOf(element, `{${atom}}author`).length > 0
  const versions = entries.map(
    (entry) => `${textOf(entry, `{${atom}}id`)} ${textOf(entry, `{${atom}}updated`)}`,
  )
  return [
    ...unless(feed.name === `{${atom}}feed`, 'the root is no feed (4.1.1)'),
    ...faultsOfChildren(feed, atom, {
      ...{ author: '*', category: '*', contributor: '*', generator: '?', icon: '?', id: '1', link: '*' },
      ...{ logo: '?', rights: '?', subtitle: '?', title: '1', updated: '1', entry: '*' },
    }),
    ...unless(hasAuthor(feed) || entries.every(hasAuthor), 'an entry has no author (4.1.1)'),
    ...unless(new Set(versions).size === versions.length, 'two entries are the same (4.1.1)'),
    ...faultsOfAtomParts(feed),
    ...entries.flatMap((entry) => [
      ...faultsOfChildren(entry, atom, {
        ...{ author: '*', category: '*', content: '?', contributor: '*', id: '1', link: '*', published: '?' },
        ...{ rights: '?', source: '?', summary: '?', title: '1', updated: '1' },
      }),
      ...faultsOfAtomParts(entry),
    ]),
  ]
}

/** What feeds and entries have in common. */
function faultsOfAtomParts(element: Element): string[] {
  const of = (name: string) => childrenOf(element, `{${atom}}${name}`)
  const dates = [...of('updated'), ...of('published')]
  const people = [...of('author'), ...of('contributor')]
  const alternates = of('link').filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
  const kinds = alternates.map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`)
  const texts = [...of('title'), ...of('subtitle'), ...of('summary'), ...of('content')]
  return [
    ...unless(
      of('id').every(({ text }) => isAbsoluteUrl(text)),
      'an id is no IRI (4.2.6)',
    ),
    ...unless(
      dates.every(({ text }) => rfc3339.test(text)),
      'a date is not RFC 3339 (3.3)',
    ),
    ...unless(
      of('link').every(({ attributes }) => isAbsoluteUrl(attributes['href'])),
      'a link has no href (4.2.7.1)',
    ),
    ...unless(new Set(kinds).size === kinds.length, 'two links are for the same kind of reader (4.1.1)'),
    ...unless(of('content').length + alternates.length > 0, 'there is neither content nor a page (4.1.2)'),
    ...unless(
      of('category').every(({ attributes }) => attributes['term']),
      'a category has no term (4.2.2.1)',
    ),
    ...people.flatMap((person) => faultsOfChildren(person, atom, { name: '1', uri: '?', email: '?' })),
    ...unless(
      people.flatMap((person) => childrenOf(person, `{${atom}}uri`)).every(({ text }) => isAbsoluteUrl(text)),
      'the uri of a person is none (3.2.2)',
    ),
    ...unless(
      texts.every(({ attributes: { type = 'text' } }) => ['text', 'html', 'xhtml'].includes(type)),
      'a text has a wrong type (3.1.1)',
    ),
    ...unless(
      texts.every(({ attributes: { type }, children }) => type === 'xhtml' || children.length === 0),
      'a text has elements in it (3.1.1.1, 3.1.1.2)',
    ),
  ]
}

/** RFC 822, 5, with years of four digits, as RSS 2.0 asks for. */
const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/

/** What of an RSS feed is not as the RSS 2.0 specification, and the modules that it uses, say. */
export function faultsOfRss(rss: Element): string[] {
  const [channel] = childrenOf(rss, '{}channel')
  if (!channel) return ['there is no channel']
  const items = childrenOf(channel, '{}item')
  const guids = items.flatMap((item) => childrenOf(item, '{}guid'))
  const links = [channel, ...items].flatMap((element) => childrenOf(element, '{}link'))
  const dates = [
    ...childrenOf(channel, '{}lastBuildDate'),
    ...items.flatMap((item) => childrenOf(item, '{}pubDate')),
  ]
  return [
    ...unless(rss.name === '{}rss' && rss.attributes['version'] === '2.0', 'this is not RSS 2.0'),
    ...faultsOfChildren(rss, '', { channel: '1' }),
    ...faultsOfChildren(channel, '', {
      ...{ title: '1', link: '1', description: '1', language: '?', copyright: '?', managingEditor: '?' },
      ...{ webMaster: '?', pubDate: '?', lastBuildDate: '?', category: '*', generator: '?', docs: '?' },
      ...{ cloud: '?', ttl: '?', image: '?', skipHours: '?', skipDays: '?', item: '*' },
    }),
    ...items.flatMap((item) =>
      faultsOfChildren(item, '', {
        ...{ title: '?', link: '?', description: '?', author: '?', category: '*', comments: '?' },
        ...{ enclosure: '?', guid: '?', pubDate: '?', source: '?' },
      }),
    ),
    ...items.flatMap((item) => faultsOfChildren(item, content, { encoded: '?' })),
    ...unless(
      items.every((item) => textOf(item, '{}title') || textOf(item, '{}description')),
      'an item has neither a title nor a description',
    ),
    ...unless(
      links.every(({ text }) => isAbsoluteUrl(text)),
      'a link is no URL',
    ),
    ...unless(
      dates.every(({ text }) => rfc822.test(text)),
      'a date is not RFC 822',
    ),
    ...unless(new Set(guids.map(({ text }) => text)).size === guids.length, 'two items have one guid'),
    ...unless(
      guids.every(({ text, attributes }) => attributes['isPermaLink'] === 'false' || /^https?:/.test(text)),
      'a guid says that it is a URL, and is none',
    ),
    ...unless(
      items.flatMap((item) => childrenOf(item, '{}author')).every(({ text }) => text.includes('@')),
      'an author is no e-mail address',
    ),
  ]
}

/** What of a JSON Feed is not as version 1.1 says. */
// biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
export function faultsOfJsonFeed(feed: any): string[] {
  const known = ['version', 'title', 'home_page_url', 'feed_url', 'description', 'user_comment', 'next_url']
  const knownToo = ['icon', 'favicon', 'authors', 'language', 'expired', 'hubs', 'items']
  const ofItem = ['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image']
  const ofItemToo = [
    'banner_image',
    'date_published',
    'date_modified',
    'authors',
    'tags',
    'language',
    'attachments',
  ]
  const { items } = feed
  const ids = items.map(({ id }: { id: unknown }) => id)
  return [
    ...unless(feed.version === 'https://jsonfeed.org/version/1.1', 'this is not version 1.1'),
    ...unless(typeof feed.title === 'string' && feed.title !== '', 'the feed has no title'),
    ...unless([feed.home_page_url, feed.feed_url].every(isAbsoluteUrl), 'the feed has no URLs'),
    ...strangers(feed, [...known, ...knownToo]),
    ...faultsOfPeople(feed.authors),
    ...unless(new Set(ids).size === ids.length, 'two items have one id'),
    // biome-ignore lint/suspicious/noExplicitAny: see above
    ...items.flatMap((item: any) => [
      ...strangers(item, [...ofItem, ...ofItemToo]),
      ...unless(typeof item.id === 'string' && item.id !== '', 'an item has no id'),
      ...unless(typeof (item.content_html ?? item.content_text) === 'string', 'an item has no content'),
      ...unless(isAbsoluteUrl(item.url), 'the url of an item is none'),
      ...unless(
        [item.date_published, item.date_modified].every((date) => date === undefined || rfc3339.test(date)),
        'a date is not RFC 3339',
      ),
      ...unless(
        (item.tags ?? []).every((tag: unknown) => typeof tag === 'string'),
        'a tag is no text',
      ),
      ...faultsOfPeople(item.authors),
    ]),
  ]
}

function faultsOfPeople(people: { name?: string; url?: string; avatar?: string }[] | undefined): string[] {
  return (people ?? []).flatMap((person) => [
    ...strangers(person, ['name', 'url', 'avatar']),
    ...unless(Object.values(person).some(Boolean), 'an author has nothing'),
  ])
}

function strangers(object: object, known: string[]): string[] {
  const names = Object.keys(object).filter((name) => !known.includes(name) && !name.startsWith('_'))
  return names.map((name) => `there is no ${name}`)
}

function unless(claim: boolean, fault: string): string[] {
  return claim ? [] : [fault]
}
