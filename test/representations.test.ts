import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { representations } from '../src/articles/representations.ts'
import {
  aCorrection,
  aNewVersion,
  anArticle,
  anAuthor,
  aPublishedArticle,
  aTopic,
  withdraw,
} from './support/factories.ts'
import { faultsOfNewsArticle } from './support/schemaOrg.ts'
import { aService } from './support/service.ts'
import { parseXml } from './support/xml.ts'

const service = await aService()
const { client } = service

const odd = 'Fish & <b>"chips"</b> *now* </title><script>alert(1)</script>'

const author = await anAuthor(service, {
  name: 'Ana & Bo',
  jobTitle: 'Reporter',
  bio: 'Writes *well*.',
  organisation: 'The Desk',
  website: 'https://ana.test',
  links: [{ label: 'Elsewhere', url: 'https://elsewhere.test/ana' }],
})
const [editor, translator] = [await anAuthor(service), await anAuthor(service)]
const topic = await aTopic(service, { name: 'Food & drink' })
const rich = await aPublishedArticle(service, {
  slug: 'rich',
  headline: odd,
  summary: 'What to eat.',
  language: 'pt-BR',
  dateline: 'Lisbon',
  canonicalUrl: 'https://first.test/fish?a=1&b=2',
  seo: { title: 'Fish, found', description: 'Found by engines.' },
  byline: [
    { authorId: author.id },
    { authorId: editor.id, role: 'editor' },
    { authorId: translator.id, role: 'translator' },
  ],
  about: [topic],
  sections: [
    { kind: 'lede', body: 'It *begins*.' },
    { kind: 'takeaways', heading: 'Key points', body: 'After the points.' },
    { kind: 'closing', heading: 'End & out', body: '[Link](https://else.test)' },
  ],
  takeaways: [{ text: 'First, eat.' }, { text: '2. Then *rest*.' }],
  at: '2026-03-01T08:00:00.500Z',
})
await aCorrection(service, rich, { note: 'It was <cod>.' })
await aNewVersion(service, rich, { at: '2026-03-02T08:00:00Z' })
const plain = await aPublishedArticle(service, { slug: 'plain', headline: 'Plain' })

const url = '/v1/articles/rich'
const types = Object.keys(representations)

async function read(accept: string, path = url): Promise<string> {
  return (await client.get(path).set('accept', accept).expect(200)).text
}

describe.each(types)('an article as %s', (type) => {
  test('says what it is, that Accept chose it, and since when it is so', async () => {
    const { headers } = await client.get(url).set('accept', type).expect(200)

    expect(headers['content-type']?.split(';')[0]).toBe(type)
    expect(headers['vary']).toBe('accept, accept-datetime, accept-encoding')
    expect(new Date(String(headers['last-modified'])).getTime()).toBeGreaterThan(Date.parse('2026-03-02'))
  })

  test('has an ETag of its own, which 304 and HEAD know', async () => {
    const { headers } = await client.get(url).set('accept', type).expect(200)
    const others = await Promise.all(
      ['application/json', ...types]
        .filter((other) => other !== type)
        .map(async (other) => (await client.get(url).set('accept', other)).headers['etag']),
    )

    expect(others).not.toContain(headers['etag'])
    await client.get(url).set('accept', type).set('if-none-match', String(headers['etag'])).expect(304)
    const head = await client.head(url).set('accept', type).expect(200)
    expect(head.headers['etag']).toBe(headers['etag'])
  })

  test('is linked to from the article as JSON, whatever its URL is', async () => {
    const { headers } = await client.get(`${url}?asOf=${new Date().toISOString()}`).expect(200)

    expect(headers['link']).toContain(`<>; rel="alternate"; type="${type}"`)
  })

  test('is read by id too, and with nothing but a headline', async () => {
    expect(await read(type, `/v1/articles/${plain.id}`)).toContain('Plain')
  })

  test('is a problem where there is none', async () => {
    const draft = await anArticle(service)
    const gone = await aPublishedArticle(service)
    await withdraw(service, gone, { reason: 'Made up.' })

    const hidden = await client.get(`/v1/articles/${draft.id}`).set('accept', type).expect(404)
    const withdrawn = await client.get(`/v1/articles/${gone.id}`).set('accept', type).expect(410)

    for (const { headers } of [hidden, withdrawn])
      expect(headers['content-type']).toContain('application/problem+json')
  })
})

describe('JSON-LD', () => {
  const readLinkedData = async (path: string) => JSON.parse(await read('application/ld+json', path))

  test('is a NewsArticle by the rules of schema.org', async () => {
    expect(faultsOfNewsArticle(await readLinkedData(url))).toEqual([])
    expect(faultsOfNewsArticle(await readLinkedData('/v1/articles/plain'))).toEqual([])
  })

  test('tells all that holds of the article', async () => {
    expect(await readLinkedData(url)).toMatchObject({
      '@id': 'https://news.test/rich',
      url: 'https://news.test/rich',
      mainEntityOfPage: 'https://news.test/rich',
      sameAs: 'https://first.test/fish?a=1&b=2',
      headline: odd,
      description: 'What to eat.',
      abstract: 'First, eat.\n2. Then *rest*.',
      inLanguage: 'pt-BR',
      dateline: 'Lisbon',
      datePublished: '2026-03-01T08:00:00.500Z',
      dateModified: '2026-03-02T08:00:00.000Z',
      author: [
        {
          '@type': 'Person',
          name: 'Ana & Bo',
          url: 'https://ana.test',
          jobTitle: 'Reporter',
          description: 'Writes well.',
          worksFor: { '@type': 'Organization', name: 'The Desk' },
          sameAs: ['https://elsewhere.test/ana'],
        },
      ],
      editor: [{ '@type': 'Person' }],
      translator: [{ '@type': 'Person' }],
      keywords: ['Food & drink'],
      hasPart: [
        { '@type': 'WebPageElement', '@id': 'https://news.test/rich#lede', text: 'It begins.' },
        { '@id': 'https://news.test/rich#key-points', name: 'Key points', text: 'After the points.' },
        { '@id': 'https://news.test/rich#end-out', name: 'End & out', text: 'Link' },
      ],
      correction: [
        { '@type': 'CorrectionComment', text: 'It was <cod>.', datePublished: '2026-03-02T08:00:00.000Z' },
      ],
    })
  })

  test('leaves out what does not hold', async () => {
    const article = await readLinkedData('/v1/articles/plain')

    for (const name of ['author', 'abstract', 'keywords', 'hasPart', 'correction', 'publisher', 'dateline'])
      expect(article).not.toHaveProperty(name)
  })

  test('names the site as publisher, and as author of what nobody signed, where the site has a name', async () => {
    const named = await aService({}, { siteName: 'The Daily News' })
    await aPublishedArticle(named, { slug: 'unsigned' })

    const { body } = await named.client.get('/v1/articles/unsigned').set('accept', 'application/ld+json')

    const publisher = { '@type': 'Organization', name: 'The Daily News', url: 'https://news.test/' }
    expect(body).toMatchObject({ publisher, author: [publisher] })
    expect(faultsOfNewsArticle(body)).toEqual([])
  })
})

describe('HTML', () => {
  test('says in its head what it is', async () => {
    const html = await read('text/html')

    expect(html).toMatch(/^<!doctype html>\n<html lang="pt-BR">/)
    expect(html).toContain('<title>Fish, found</title>')
    expect(html).toContain('<meta name="description" content="Found by engines.">')
    expect(html).toContain('<link rel="canonical" href="https://first.test/fish?a=1&amp;b=2">')
  })

  test('takes the article’s own words where search engines get no others', async () => {
    const html = await read('text/html', '/v1/articles/plain')

    expect(html).toContain('<title>Plain</title>')
    expect(html).toContain('<link rel="canonical" href="https://news.test/plain">')
    expect(html).not.toContain('name="description"')
  })

  test('has the takeaways between the heading and the body of their section', async () => {
    expect(await read('text/html')).toContain(`<section id="key-points">
<h2>Key points</h2>
<ul>
<li>First, eat.</li>
<li>2. Then *rest*.</li>
</ul>
<p>After the points.</p>
</section>`)
  })

  test('ends with corrections and bios', async () => {
    expect(await read('text/html')).toContain(`<aside>
<p><strong>Correction (2026-03-02):</strong> It was &lt;cod&gt;.</p>
</aside>
<footer>
<p>Writes <em>well</em>.</p>
</footer>`)
  })

  test('runs no script and loads nothing but pictures, whatever it was given', async () => {
    const { text, headers } = await client.get(url).set('accept', 'text/html').expect(200)

    expect(text).not.toMatch(/<script|<style|<iframe|<b>| on\w+=|javascript:/i)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; img-src http: https: data:;/)
  })

  test('closes every element that it opens', async () => {
    const html = await read('text/html')

    const body = html.slice(html.indexOf('<body>'), html.indexOf('</body>') + '</body>'.length)
    expect(parseXml(body).name).toBe('{}body')
  })

  test('is what a browser gets', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

    const { headers } = await client.get(url).set('accept', browser).expect(200)

    expect(headers['content-type']).toBe('text/html; charset=utf-8')
  })
})

describe('Markdown', () => {
  const words = (html: string) => html.replace(/<[^>]+>/g, '').trim()

  test('says the same words as the text, in the same order', async () => {
    const markdown = await read('text/markdown')
    const text = await read('text/plain')

    const rendered = words(new MarkdownIt('commonmark').render(markdown))

    const decoded = rendered.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    const plainWords = text.replace(/^- /gm, '').replace(/\s+/g, ' ').trim()
    expect(decoded.replaceAll('&amp;', '&').replace(/\s+/g, ' ')).toBe(plainWords)
  })

  test('has headings, points and the bodies as the editor wrote them', async () => {
    const markdown = await read('text/markdown')

    expect(markdown).toMatch(/^# Fish \\& \\<b\\>/)
    expect(markdown).toContain('## Key points\n\n- First, eat.\n- 2\\. Then \\*rest\\*.\n\nAfter the points.')
    expect(markdown).toContain('It *begins*.')
    expect(markdown).toContain('**Correction (2026-03-02):** It was \\<cod\\>.')
  })
})
