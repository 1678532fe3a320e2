import { describe, expect, test } from 'vitest'
import {
  aCorrection,
  aMerger,
  aNewVersion,
  anArticle,
  anAuthor,
  aPublishedArticle,
  aTopic,
  type Made,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { faultsOfAtom, faultsOfJsonFeed, faultsOfRss } from './support/feedRules.ts'
import { aService, publicUrl } from './support/service.ts'
import { childrenOf, type Element, parseXml, textOf } from './support/xml.ts'

const service = await aService()
const { client } = service

const atom = '{http://www.w3.org/2005/Atom}'
const encoded = '{http://purl.org/rss/1.0/modules/content/}encoded'
const creator = '{http://purl.org/dc/elements/1.1/}creator'

/** Everything that could break a feed: marks, quotes, the end of CDATA, and a character that XML cannot hold. */
const odd = 'Fish & <b>"chips"</b> ]]> \u0007 \u{1F41F}'

/** A topic with articles of all kinds. */
async function aBusyTopic(): Promise<{ topic: Made; author: Made; plain: Made; strange: Made }> {
  const topic = await aTopic(service, { name: odd, description: odd })
  const author = await anAuthor(service, { name: odd, website: 'https://ana.test/?a=1&b=2' })
  const editor = await anAuthor(service, { name: 'Ed' })
  const plain = await aPublishedArticle(service, {
    headline: 'Plain',
    about: [topic],
    at: '2026-03-01T08:00:00.500Z',
  })
  const strange = await aPublishedArticle(service, {
    headline: odd,
    summary: odd,
    language: 'pt-BR',
    byline: [{ authorId: author.id }, { authorId: editor.id, role: 'editor' }],
    about: [topic],
    sections: [
      { kind: 'lede', body: `${odd} *stress*` },
      { kind: 'takeaways', heading: odd, body: 'After.' },
    ],
    takeaways: [{ text: odd }],
    at: '2026-03-02T08:00:00Z',
  })
  return { topic, author, plain, strange }
}

const { topic, author, plain, strange } = await aBusyTopic()
const legible = odd.replace('\u0007', '')

async function readXml(url: string): Promise<Element> {
  return parseXml((await client.get(url).expect(200)).text)
}

function items(rss: Element): Element[] {
  return childrenOf(rss, '{}channel').flatMap((channel) => childrenOf(channel, '{}item'))
}

const urls = [
  '/feeds/articles',
  `/feeds/topics/${topic.slug}`,
  `/feeds/topics/${topic.id}`,
  `/feeds/authors/${author.slug}`,
  `/feeds/topics/${(await aTopic(service)).slug}`,
]

describe.each(urls)('the feed %s', (url) => {
  test('is valid RSS 2.0 that says where it is', async () => {
    const rss = await readXml(`${url}.rss`)

    expect(faultsOfRss(rss)).toEqual([])
    const [self] = childrenOf(rss, '{}channel').flatMap((channel) => childrenOf(channel, `${atom}link`))
    expect(self?.attributes).toMatchObject({ rel: 'self', type: 'application/rss+xml' })
  })

  test('is valid Atom that says where it is', async () => {
    const feed = await readXml(`${url}.atom`)

    expect(faultsOfAtom(feed)).toEqual([])
    const links = childrenOf(feed, `${atom}link`).map(({ attributes }) => attributes)
    expect(links).toContainEqual(expect.objectContaining({ rel: 'self', type: 'application/atom+xml' }))
  })

  test('is a valid JSON Feed 1.1 that says where it is', async () => {
    const { body } = await client.get(`${url}.json`).expect(200)

    expect(faultsOfJsonFeed(body)).toEqual([])
    expect(body.feed_url).toMatch(/^https:\/\/copydesk\.test\/feeds\/.*\.json$/)
    expect(body.home_page_url).toBe('https://news.test/')
  })

  test.each(['rss', 'atom', 'json'])('keeps its ETag as %s, answers 304 to it and HEAD', async (format) => {
    const { headers } = await client.get(`${url}.${format}`).expect(200)

    await client.get(`${url}.${format}`).set('if-none-match', String(headers['etag'])).expect(304)
    await client
      .get(`${url}.${format}`)
      .set('if-modified-since', String(headers['last-modified']))
      .expect(304)
    const head = await client.head(`${url}.${format}`).expect(200)
    expect(head.headers['etag']).toBe(String(headers['etag']))
  })
})

describe('a feed', () => {
  test('tells the newest article first, each under a name that stays', async () => {
    const ids = [strange, plain].map(({ id }) => `urn:uuid:${id}`)

    const rss = await readXml(`/feeds/topics/${topic.slug}.rss`)
    const feed = await readXml(`/feeds/topics/${topic.slug}.atom`)
    const { body } = await client.get(`/feeds/topics/${topic.slug}.json`).expect(200)

    expect(items(rss).map((item) => textOf(item, '{}guid'))).toEqual(ids)
    expect(childrenOf(feed, `${atom}entry`).map((entry) => textOf(entry, `${atom}id`))).toEqual(ids)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('has words as they are, whatever they are', async () => {
    const [item] = items(await readXml(`/feeds/topics/${topic.slug}.rss`))
    const [entry] = childrenOf(await readXml(`/feeds/topics/${topic.slug}.atom`), `${atom}entry`)
    const { body } = await client.get(`/feeds/topics/${topic.slug}.json`).expect(200)

    expect(item && [textOf(item, '{}title'), textOf(item, creator)]).toEqual([legible, legible])
    expect(entry && [textOf(entry, `${atom}title`), textOf(entry, `${atom}summary`)]).toEqual([
      legible,
      legible,
    ])
    expect(body.items[0]).toMatchObject({ title: odd, summary: odd, tags: [odd], language: 'pt-BR' })
  })

  test('has the full text as HTML, the same in every format', async () => {
    const [item] = items(await readXml(`/feeds/topics/${topic.slug}.rss`))
    const [entry] = childrenOf(await readXml(`/feeds/topics/${topic.slug}.atom`), `${atom}entry`)
    const { body } = await client.get(`/feeds/topics/${topic.slug}.json`).expect(200)

    const html = body.items[0].content_html
    expect(html).toContain('<em>stress</em>')
    expect(html).toContain('<li>Fish &amp; &lt;b&gt;&quot;chips&quot;&lt;/b&gt;')
    expect(html).not.toContain('<b>')
    const withoutBell = html.replaceAll('\u0007', '')
    expect(item && textOf(item, encoded)).toBe(withoutBell)
    expect(entry && textOf(entry, `${atom}content`)).toBe(withoutBell)
  })

  test('names authors, and in Atom the others of the byline too', async () => {
    const [entry] = childrenOf(await readXml(`/feeds/topics/${topic.slug}.atom`), `${atom}entry`)
    const { body } = await client.get(`/feeds/topics/${topic.slug}.json`).expect(200)

    expect(body.items[0].authors).toEqual([{ name: odd, url: 'https://ana.test/?a=1&b=2' }])
    expect(body.items[1]).not.toHaveProperty('authors')
    const names = (element: string) =>
      childrenOf(entry as Element, `${atom}${element}`).map((person) => textOf(person, `${atom}name`))
    expect([names('author'), names('contributor')]).toEqual([[legible], ['Ed']])
  })

  test('says its language where all its articles have one', async () => {
    const one = await client.get(`/feeds/authors/${author.slug}.json`).expect(200)
    const several = await client.get(`/feeds/topics/${topic.slug}.json`).expect(200)

    expect(one.body.language).toBe('pt-BR')
    expect(several.body).not.toHaveProperty('language')
  })

  test('tells a correction, and when the article was updated', async () => {
    const [corrected, desk] = [await aTopic(service), await anAuthor(service)]
    const article = await aPublishedArticle(service, {
      about: [corrected],
      by: [desk],
      at: '2026-04-01T08:00:00Z',
    })
    await aCorrection(service, article, { note: 'It was <Tuesday>.' })
    await aNewVersion(service, article, { at: '2026-04-02T08:00:00.250Z' })

    const [item] = items(await readXml(`/feeds/topics/${corrected.slug}.rss`))
    const [entry] = childrenOf(await readXml(`/feeds/topics/${corrected.slug}.atom`), `${atom}entry`)
    const { body } = await client.get(`/feeds/topics/${corrected.slug}.json`).expect(200)

    expect(body.items[0]).toMatchObject({
      date_published: '2026-04-01T08:00:00.000Z',
      date_modified: '2026-04-02T08:00:00.250Z',
      content_html: expect.stringMatching(/Correction \(2026-04-02\):<\/strong> It was &lt;Tuesday&gt;\./),
    })
    expect(item && textOf(item, '{}pubDate')).toBe('Wed, 01 Apr 2026 08:00:00 GMT')
    expect(item && textOf(item, `${atom}updated`)).toBe('2026-04-02T08:00:00.250Z')
    expect(entry && textOf(entry, `${atom}updated`)).toBe('2026-04-02T08:00:00.250Z')
  })

  test('has at most thirty articles', async () => {
    const busy = await aTopic(service)
    for (let count = 0; count < 31; count += 1) await aPublishedArticle(service, { about: [busy] })

    const { body } = await client.get(`/feeds/topics/${busy.slug}.json`).expect(200)

    expect(body.items).toHaveLength(30)
  })

  test('has only what is public', async () => {
    const quiet = await aTopic(service)
    const about = [quiet]
    const [gone, withdrawn] = [
      await aPublishedArticle(service, { about }),
      await aPublishedArticle(service, { about }),
    ]
    await anArticle(service, { about })
    await aPublishedArticle(service, { about, at: '2099-01-01T00:00:00Z' })
    const before = await client.get(`/feeds/topics/${quiet.slug}.json`).expect(200)

    await unpublish(service, gone)
    await withdraw(service, withdrawn, { reason: 'Made up.' })

    const after = await client.get(`/feeds/topics/${quiet.slug}.json`).expect(200)
    expect([before.body.items.length, after.body.items.length]).toEqual([2, 0])
  })

  test('is told to be new by Last-Modified when an article is taken down', async () => {
    const { clock } = service
    const article = await aPublishedArticle(service)
    const { headers } = await client.get('/feeds/articles.rss').expect(200)

    await clock.advance({ seconds: 2 })
    await unpublish(service, article)

    await client
      .get('/feeds/articles.rss')
      .set('if-modified-since', String(headers['last-modified']))
      .expect(200)
    await clock.release()
  })

  test.each([
    ['rss', 'application/xml', 'application/rss+xml'],
    ['atom', 'text/xml;q=0.9', 'application/atom+xml'],
    ['json', 'application/json', 'application/feed+json'],
    ['rss', 'application/atom+xml', 'application/rss+xml'],
  ])('as %s is what its path says, for readers that accept %s', async (format, accept, type) => {
    const { headers } = await client.get(`/feeds/articles.${format}`).set('accept', accept).expect(200)

    expect(headers['content-type']).toContain(type)
  })

  test('of a format that there is not is refused, and the others are named', async () => {
    const { body } = await client.get('/feeds/articles.xml').expect(400)

    expect(body.errors).toEqual([
      { parameter: 'format', code: 'not-allowed', message: 'Must be one of: rss, atom, json.' },
    ])
  })

  test.each(['topics', 'authors'])('of %s that do not exist is not found', async (noun) => {
    const { body } = await client.get(`/feeds/${noun}/nobody-and-nothing.rss`).expect(404)

    expect(body.code).toBe('not-found')
  })

  test.each(['topic', 'author'] as const)('of a %s whose place another took leads on', async (noun) => {
    const make = noun === 'topic' ? aTopic : anAuthor
    const [old, current] = [await make(service), await make(service)]
    await aMerger(service, noun, old, current)

    const { headers } = await client.get(`/feeds/${noun}s/${old.slug}.atom`).redirects(0).expect(308)

    expect(headers['location']).toBe(`/feeds/${noun}s/${current.slug}.atom`)
  })

  test('is at home where its articles are, and called by the name of the site', async () => {
    const { body } = await client.get(`/feeds/topics/${topic.id}.json`).expect(200)

    expect(body).toMatchObject({
      title: `${odd} – news.test`,
      authors: [{ name: 'news.test', url: 'https://news.test/' }],
      feed_url: `${publicUrl}/feeds/topics/${topic.slug}.json`,
    })
  })
})
