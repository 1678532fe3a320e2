import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type ArticleContent, settle } from '../src/articles/content.ts'
import { articleText } from '../src/articles/text.ts'
import { Prisma } from '../src/database/client.ts'
import type { OrderTerm } from '../src/database/keyset.ts'
import { closest, jsonPointer } from '../src/http/validation.ts'
import { isId, newId } from '../src/lib/ids.ts'
import { renderHtml, renderText } from '../src/lib/markdown.ts'
import { maxSlugLength, slugify, slugPattern } from '../src/lib/slug.ts'
import { countWords, readingMinutes } from '../src/lib/text.ts'
import { decodeCursor, encodeCursor, fingerprint } from '../src/query/cursor.ts'
import { fieldsParameter, select, selectionOf } from '../src/query/fields.ts'
import { evidenceAmong } from '../src/takeaways/evidence.ts'

describe('slugify', () => {
  test.each([
    ['Zelenskyy’s offer', 'zelenskyys-offer'],
    ["The mayor's plan", 'the-mayors-plan'],
    ['  Rain,   then -- snow!  ', 'rain-then-snow'],
    ['Ærøskøbing straße', 'aeroskobing-strasse'],
    ['Łódź and Đà Nẵng', 'lodz-and-da-nang'],
    ['ﬁnal ² drafts', 'final-2-drafts'],
    ['100% of 5–10 km', '100-of-5-10-km'],
    ['🚀 Lift-off 🚀', 'lift-off'],
  ])('makes %j into %j', (headline, slug) => {
    expect(slugify(headline)).toBe(slug)
  })

  test.each(['', '!!!', '東京', 'Киев', '🚀', 'Search', 'external'])('cannot make anything of %j', (text) => {
    expect(slugify(text)).toBeNull()
  })

  test('drops whole words of what is too long', () => {
    const slug = slugify('word '.repeat(50))

    expect(slug).toBe(Array(20).fill('word').join('-'))
  })

  test('cuts a word that is too long by itself', () => {
    expect(slugify('a'.repeat(300))).toBe('a'.repeat(maxSlugLength))
  })

  test('gives a legal slug that is the slug of itself, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = slugify(text)
        if (slug === null) return
        expect(slug).toMatch(slugPattern)
        expect(slug.length).toBeLessThanOrEqual(maxSlugLength)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe('isId', () => {
  test('knows new ids, and nothing that only looks a little like one', () => {
    expect(isId(newId())).toBe(true)
    expect(isId('0191f00-0000-7000-8000-000000000101')).toBe(false)
    expect(isId(`${newId()}0`)).toBe(false)
    expect(isId(`${newId()}\n`)).toBe(false)
  })
})

describe('countWords', () => {
  test.each([
    ['', 0],
    ['— … !', 0],
    ['one', 1],
    ['Ukraine’s long‑standing bid', 3],
    ["the mayor's son-in-law", 3],
    ['5–10 kilometers', 3],
    ['нові слова', 2],
    ['one\ntwo\tthree', 3],
    ['1,500 drones', 3],
  ])('counts the words of %j as %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})

describe('readingMinutes', () => {
  test.each([
    [0, 1],
    [238, 1],
    [476, 2],
    [2380, 10],
  ])('takes %i words for %i minutes', (wordCount, minutes) => {
    expect(readingMinutes(wordCount)).toBe(minutes)
  })
})

/** Markdown by which somebody might try to run a script in a reader's browser. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '</p><iframe src="https://evil.test">',
  '<!-- --><script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java\tscript:alert(1))',
  '[click](&#106;avascript:alert(1))',
  '[click](\u0001javascript:alert(1))',
  '[click](vbscript:msgbox)',
  '[click](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](https://a.test/b.png)',
  '[x](https://a.test/" onmouseover="alert(1))',
  '[x](https://a.test "t\\" onmouseover=\\"alert(1)")',
  '<javascript:alert(1)>',
  '`<script>`',
  '```"><script>\nalert(1)\n```',
  '    <script>alert(1)</script>',
  '[a]: javascript:alert(1)\n\n[a]',
  '# <script>alert(1)</script>',
]

describe('renderHtml', () => {
  test.each([
    ['plain words', '<p>plain words</p>'],
    ['*so* **very** `code`', '<p><em>so</em> <strong>very</strong> <code>code</code></p>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['[paper](https://a.test/?b=1&c=2)', '<p><a href="https://a.test/?b=1&amp;c=2">paper</a></p>'],
    ['AT&T < "Bell"', '<p>AT&amp;T &lt; &quot;Bell&quot;</p>'],
    ['a <b>bold</b> claim', '<p>a &lt;b&gt;bold&lt;/b&gt; claim</p>'],
    ['', ''],
  ])('writes %j as %j', (markdown, html) => {
    expect(renderHtml(markdown)).toBe(html)
  })

  test.each(hostile)('lets nothing run that comes as %j', (markdown) => {
    expectHarmless(renderHtml(markdown))
  })

  test('lets nothing run, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '[',
      '](',
      ')',
      '!',
      '`',
      '\n',
      'javascript:',
      '&',
      '\\',
    )
    const markdown = fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 }), fc.constantFrom(...hostile)))

    fc.assert(fc.property(markdown, (parts) => expectHarmless(renderHtml(parts.join('')))))
  })
})

/** Only the elements that CommonMark makes, only their attributes, and only links that a newsroom would set. */
function expectHarmless(html: string): void {
  const elements =
    /^<\/?(p|em|strong|code|pre|ul|ol|li|blockquote|hr|br|h[1-6]|a|img)((?: (?:href|src|alt|title|class|start)="[^"<>]*")*)(?: \/)?>$/
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(elements)
  for (const [, target] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
    const decoded = (target ?? '').replaceAll('&amp;', '&')
    expect(new URL(decoded, 'https://page.test').protocol).not.toMatch(/^(javascript|vbscript|data|file):$/)
  }
}

describe('renderText', () => {
  test.each([
    ['*so* **very** `code`', 'so very code'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['one\ntwo', 'one\ntwo'],
    ['# Title\n\nwords', 'Title\n\nwords'],
    ['- one\n- two', '- one\n\n- two'],
    ['> quoted', 'quoted'],
    ['[the paper](https://a.test)', 'the paper'],
    ['![a *map*](https://a.test/map.png)', 'a map'],
    ['```\ncode here\n```', 'code here'],
    ['&amp; &copy;', '& ©'],
    ['a \\*star\\*', 'a *star*'],
    ['line  \nbreak', 'line\nbreak'],
    ['<b>not a tag</b>', '<b>not a tag</b>'],
    ['', ''],
  ])('writes %j as %j', (markdown, text) => {
    expect(renderText(markdown)).toBe(text)
  })

  test('loses no word of plain prose', () => {
    const word = fc.stringMatching(/^[a-zA-Z]{1,10}$/)
    const paragraphs = fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 })

    fc.assert(
      fc.property(paragraphs, (words) => {
        const prose = words.map((paragraph) => paragraph.join(' ')).join('\n\n')
        expect(renderText(prose)).toBe(prose)
      }),
    )
  })
})

describe('articleText', () => {
  const article = { headline: 'Rain', byline: [], sections: [], takeaways: [], corrections: [] }
  const write = (parts: object) => articleText({ ...article, ...parts } as never)

  test('puts takeaways after the heading of their section and before its words', () => {
    const section = { kind: 'takeaways', heading: 'In short', body: 'All in all, wet.' }

    const text = write({ sections: [section], takeaways: [{ text: 'Wet.' }, { text: 'Cold.' }] })

    expect(text).toBe('Rain\n\nIn short\n\n- Wet.\n- Cold.\n\nAll in all, wet.\n')
  })

  test('puts takeaways at the end of an article that has no section for them', () => {
    const section = { kind: 'lede', heading: null, body: 'It rains.' }

    const text = write({ sections: [section], takeaways: [{ text: 'Wet.' }] })

    expect(text).toBe('Rain\n\nIt rains.\n\n- Wet.\n')
  })

  test('tells of corrections, and of the authors last', () => {
    const correction = { kind: 'clarification', note: 'It was snow.', at: '2026-11-23T08:00:00.000Z' }

    const text = write({
      byline: [{ author: { name: 'Ana', bio: 'Ana *writes*.' } }],
      corrections: [correction],
    })

    expect(text).toBe('Rain\n\nBy Ana\n\nClarification (2026-11-23): It was snow.\n\nAna writes.\n')
  })
})

describe('a cursor', () => {
  const at = '2026-11-23T08:00:00.000Z'
  const id = '019b1f00-0000-7000-8000-000000000001'
  const term = (type: OrderTerm['type']) => ({ column: Prisma.sql`shown.any`, type, isDescending: false })
  const order = [term('text'), term('int'), term('timestamptz'), term('uuid')]
  const values = ['Rain', 7, '2026-11-23T08:00:00+00:00', id]

  test('is decoded to what was encoded', () => {
    const headline = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))

    fc.assert(
      fc.property(headline, fc.integer(), fc.boolean(), (text, position, isBackward) => {
        const cursor = { values: [text, position], isBackward, at, seen: '17' }
        const decoded = decodeCursor(encodeCursor(cursor, 'query'), 'query', order.slice(0, 2))
        expect(decoded).toEqual(cursor)
      }),
    )
  })

  test('needs no escapes in a URL', () => {
    const cursor = encodeCursor({ values: ['ÿ?>~', 1], isBackward: false, at, seen: null }, 'query')

    expect(encodeURIComponent(cursor)).toBe(cursor)
  })

  test('fits no other query than its own', () => {
    const cursor = encodeCursor(
      { values, isBackward: false, at, seen: null },
      fingerprint({ topic: ['rain'] }),
    )

    expect(() => decodeCursor(cursor, fingerprint({ topic: ['snow'] }), order)).toThrow()
    expect(() => decodeCursor(cursor, fingerprint({ topic: ['rain'] }), order)).not.toThrow()
  })

  test.each([
    ['empty', ''],
    ['no base64url', 'gar bage'],
    ['no JSON', 'garbage'],
    ['null', forged(null)],
    ['only a part', forged({ v: values })],
    ['of another shape', forged({ v: values, b: false, t: at, s: null, q: 'query', x: 1 })],
    ['of a time that is none', forged({ v: values, b: false, t: 'tomorrow', s: null, q: 'query' })],
    ['that has seen what is no number', forged({ v: values, b: false, t: at, s: '-1', q: 'query' })],
    ['with a value too few', forged({ v: values.slice(1), b: false, t: at, s: null, q: 'query' })],
    ['with a value too many', forged({ v: [...values, 1], b: false, t: at, s: null, q: 'query' })],
    ['with an object for a value', forged({ v: ['Rain', {}, at, id], b: false, t: at, s: null, q: 'query' })],
    ['with NUL in a text', forged({ v: ['a\0b', 7, at, id], b: false, t: at, s: null, q: 'query' })],
    ['with a lone surrogate', forged({ v: ['a\ud800', 7, at, id], b: false, t: at, s: null, q: 'query' })],
    [
      'with a fraction for a place',
      forged({ v: ['Rain', 7.5, at, id], b: false, t: at, s: null, q: 'query' }),
    ],
    [
      'with a place beyond any',
      forged({ v: ['Rain', 2 ** 40, at, id], b: false, t: at, s: null, q: 'query' }),
    ],
    [
      'with a word for a time',
      forged({ v: ['Rain', 7, 'infinity', id], b: false, t: at, s: null, q: 'query' }),
    ],
    [
      'with a time that only JavaScript reads',
      forged({ v: ['Rain', 7, '1', id], b: false, t: at, s: null, q: 'query' }),
    ],
    ['with a word for an id', forged({ v: ['Rain', 7, at, 'one'], b: false, t: at, s: null, q: 'query' })],
  ])('is refused when it is %s', (_, text) => {
    expect(() => decodeCursor(text, 'query', order)).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    )
  })
})

function forged(cursor: unknown): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

describe('closest', () => {
  test.each([
    ['headlin', 'headline'],
    ['Headline', 'headline'],
    ['publishedat', 'publishedAt'],
    ['limt', 'limit'],
    ['xyz', undefined],
    ['', undefined],
  ])('takes %j for %j', (given, meant) => {
    expect(closest(given, ['headline', 'publishedAt', 'limit'])).toBe(meant)
  })

  test('has no suggestion where nothing is legal', () => {
    expect(closest('anything', [])).toBeUndefined()
  })
})

describe('jsonPointer', () => {
  test.each([
    [[], ''],
    [['sections', 0, 'body'], '/sections/0/body'],
    [['a/b', 'c~d'], '/a~1b/c~0d'],
  ])('writes %j as %j', (path, pointer) => {
    expect(jsonPointer(path)).toBe(pointer)
  })
})

describe('select', () => {
  const article = {
    id: 'one',
    headline: 'Rain',
    byline: [{ role: 'author', author: { id: 'ana', name: 'Ana' } }],
    seo: { title: null, description: 'Wet' },
    topics: null,
  }

  test.each([
    [['headline'], { id: 'one', headline: 'Rain' }],
    [['byline.author.name'], { id: 'one', byline: [{ author: { name: 'Ana' } }] }],
    [['byline.role', 'byline.author'], { id: 'one', byline: article.byline }],
    [['seo.title'], { id: 'one', seo: { title: null } }],
    [['seo', 'seo.title'], { id: 'one', seo: article.seo }],
    [['seo.title', 'seo'], { id: 'one', seo: article.seo }],
    [['topics.name'], { id: 'one', topics: null }],
    [[], { id: 'one' }],
  ])('narrows to %j', (fields, narrowed) => {
    expect(select(article, fields)).toEqual(narrowed)
  })
})

describe('fieldsParameter', () => {
  const Story = z.object({
    id: z.string(),
    sections: z.array(z.object({ heading: z.string().nullable(), body: z.string() })),
    seo: z.object({ title: z.string() }).nullable(),
  })
  const fields = fieldsParameter(Story)

  test.each(['id', 'sections', 'sections.heading', 'seo.title', 'id,seo,sections.body'])(
    'takes %j',
    (given) => {
      expect(fields.parse(given)).toEqual(given.split(','))
    },
  )

  test.each(['', 'headline', 'sections.', 'sections.0', 'sections.heading.x', 'id,', ' id'])(
    'refuses %j',
    (given) => {
      expect(fields.safeParse(given).success).toBe(false)
    },
  )

  test('describes what is left of a resource, however little that is', () => {
    const Selection = selectionOf('StorySelection', Story)

    expect(Selection.safeParse({ id: 'one' }).success).toBe(true)
    expect(Selection.safeParse({ id: 'one', sections: [{ body: 'Wet.' }] }).success).toBe(true)
    expect(Selection.safeParse({ sections: [] }).success).toBe(false)
  })
})

describe('evidenceAmong', () => {
  const sections = [
    { id: 'lede', body: 'It *rained* all day,\nin the whole city.' },
    { id: 'close', body: 'Tomorrow: sun.' },
  ]

  test.each([
    ['nothing is quoted', [], 'none'],
    ['the words are there', [{ sectionId: 'lede', exact: 'rained all day' }], 'current'],
    ['they run over a line', [{ sectionId: 'lede', exact: 'all day, in the whole' }], 'current'],
    ['another section has them', [{ sectionId: 'close', exact: 'rained all day' }], 'moved'],
    ['their section is gone', [{ sectionId: 'gone', exact: 'sun' }], 'moved'],
    ['nothing has them', [{ sectionId: 'lede', exact: 'snowed' }], 'broken'],
    ['what stands before them changed', [{ sectionId: 'lede', exact: 'day', prefix: 'every ' }], 'broken'],
    ['what stands around them is there', [{ sectionId: 'lede', exact: 'all', suffix: ' day' }], 'current'],
    [
      'the worst of several is that they are gone',
      [
        { sectionId: 'lede', exact: 'city' },
        { sectionId: 'lede', exact: 'snow' },
        { sectionId: 'lede', exact: 'sun' },
      ],
      'broken',
    ],
  ])('tells when %s', (_, evidence, state) => {
    expect(evidenceAmong(sections)(evidence)).toBe(state)
  })
})

describe('settle', () => {
  test('knows where evidence stands after every change, as if it had looked for all of it', () => {
    const words = fc.constantFrom('It rained.', 'It snowed.', 'It rained. It snowed.', 'Wind.')
    const section = fc.record({ id: fc.constantFrom('a', 'b', 'c'), body: words })
    const sections = fc.uniqueArray(section, { selector: ({ id }) => id })
    const quote = fc.record({ sectionId: fc.constantFrom('a', 'b', 'c'), exact: words })
    const takeaway = fc.record({ id: fc.constantFrom('x', 'y'), evidence: fc.array(quote, { maxLength: 2 }) })
    const takeaways = fc.uniqueArray(takeaway, { selector: ({ id }) => id })
    const step = fc.oneof(fc.record({ sections }), fc.record({ takeaways }))

    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let content = settle(null, anEmptyContent, 1)
        for (const [index, changed] of steps.entries()) {
          const wanted = { ...content, ...changed } as ArticleContent
          content = settle(content, wanted, index + 2)
          const states = content.takeaways.map(({ evidenceState }) => evidenceState)
          expect(states).toEqual(
            content.takeaways.map(({ evidence }) => evidenceAmong(content.sections)(evidence)),
          )
        }
      }),
      { numRuns: 500 },
    )
  })
})

const anEmptyContent: ArticleContent = {
  headline: 'Weather',
  slug: 'weather',
  summary: null,
  language: 'en',
  dateline: null,
  canonicalUrl: null,
  seo: { title: null, description: null },
  byline: [],
  topicIds: [],
  sections: [],
  takeaways: [],
}
