import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  aNewVersion,
  anArticle,
  aPublishedArticle,
  aTopic,
  type GivenArticle,
  trash,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'
import { aDesk } from './support/writing.ts'

const service = await aService()
const { client, clock } = service

const now = '2026-06-01T12:00:00.000Z'
const lastWeek = '2026-05-25T12:00:00.000Z'
const longAgo = '2021-06-01T12:00:00.000Z'

beforeAll(() => clock.set(now))

/** An article about one thing, published last week unless another time is given. */
function aStory(headline: string, body: string, given: GivenArticle & { at?: string } = {}) {
  return aPublishedArticle(service, { at: lastWeek, headline, sections: [{ body }], ...given })
}

async function search(query: Record<string, string>) {
  return pageAt(client, `/v1/articles?${new URLSearchParams(query)}`)
}

async function headlines(q: string, query: Record<string, string> = {}): Promise<string[]> {
  return (await search({ q, ...query })).data.map(({ headline }) => headline)
}

describe('a search', () => {
  test('finds words in headline, summary, takeaways, headings and bodies, the headline first', async () => {
    await aStory('Plain story one', 'Nothing but a marzipan mill.')
    await aStory('Plain story two', 'Nothing.', {
      sections: [{ heading: 'Marzipan rules', body: 'Nothing.' }],
    })
    await aStory('Plain story three', 'Nothing.', { takeaways: [{ text: 'Marzipan it is.' }] })
    await aStory('Plain story four', 'Nothing.', { summary: 'About marzipan.' })
    await aStory('Marzipan wins', 'Nothing.')

    const found = await headlines('marzipan')

    expect(found[0]).toBe('Marzipan wins')
    expect(found.slice(1, 3).sort()).toEqual(['Plain story four', 'Plain story three'])
    expect(found.slice(3)).toEqual(['Plain story two', 'Plain story one'])
  })

  test.each([
    ['en', 'The ferries were cancelled', 'cancel ferry'],
    ['de', 'Die Häuser am Hafen', 'haus hafen'],
    ['fr', 'Les négociations continuent', 'négociation'],
    ['es', 'Los pescadores protestan', 'pescador'],
    ['pt-BR', 'Os governos começaram', 'governo'],
    ['pl', 'Zażółć gęślą jaźń', 'gęślą'],
  ])('finds other forms of a word in its language, %s', async (language, headline, q) => {
    await aStory(headline, 'Text.', { language })

    expect(await headlines(q)).toContain(headline)
  })

  test('takes each article for what its own language makes of the words', async () => {
    await aStory('Die Rate', 'Die Gifte im Rhein.', { language: 'de' })
    await aStory('The gift', 'A gift for all.', { language: 'en' })

    expect(await headlines('gifte', { language: 'en' })).not.toContain('Die Rate')
    expect(await headlines('gifte', { language: 'de' })).toEqual(['Die Rate'])
    expect((await headlines('gift')).sort()).toEqual(['Die Rate', 'The gift'])
  })

  test('finds words with accents by those without, and words in typographic marks by bare ones', async () => {
    await aStory('Zürich’s “Odeon” – reopened', 'A five‑hour film…')

    expect(await headlines('zurich')).toEqual(['Zürich’s “Odeon” – reopened'])
    expect(await headlines('zürich')).toEqual(['Zürich’s “Odeon” – reopened'])
    expect(await headlines('five-hour')).toEqual(['Zürich’s “Odeon” – reopened'])
    expect(await headlines('odeon reopen')).toEqual(['Zürich’s “Odeon” – reopened'])
  })

  test('knows phrases, what to leave out, and choices', async () => {
    await aStory('Quartz one', 'The silver lining shone.')
    await aStory('Quartz two', 'The lining was of silver.')
    await aStory('Quartz three', 'Copper.')

    expect(await headlines('"silver lining"')).toEqual(['Quartz one'])
    expect(await headlines('„silver lining“')).toEqual(['Quartz one'])
    expect(await headlines('quartz -silver')).toEqual(['Quartz three'])
    expect(await headlines('quartz -"silver lining"').then((all) => all.sort())).toEqual([
      'Quartz three',
      'Quartz two',
    ])
    expect(await headlines('lining or copper').then((all) => all.length)).toBe(3)
  })

  test('puts the newer of two that are alike first, and a far better old one before it', async () => {
    await aStory('Tungsten prices', 'Up.', { at: longAgo })
    await aStory('Tungsten prices again', 'Up.')
    await aStory('Metals of the week', 'Some iron, some tungsten, some words that make the text longer.')

    const found = await headlines('tungsten')
    const worstFirst = await headlines('tungsten', { sort: '-relevance' })

    expect(found).toEqual(['Tungsten prices again', 'Tungsten prices', 'Metals of the week'])
    expect(worstFirst).toEqual(found.toReversed())
  })

  test('goes with filters, fields, include and the other orders', async () => {
    const topic = await aTopic(service, { slug: 'minerals' })
    await aStory('Bauxite B', 'Red.', { about: [topic], at: longAgo })
    await aStory('Bauxite A', 'Red.')

    expect(await headlines('bauxite', { topic: 'minerals' })).toEqual(['Bauxite B'])
    expect(await headlines('bauxite', { publishedAfter: '2026-01-01T00:00:00Z' })).toEqual(['Bauxite A'])
    expect(await headlines('bauxite', { sort: 'headline' })).toEqual(['Bauxite A', 'Bauxite B'])
    expect(await headlines('bauxite', { sort: 'publishedAt' })).toEqual(['Bauxite B', 'Bauxite A'])
    const { data } = await search({
      q: 'bauxite',
      fields: 'headline,sections.body',
      limit: '1',
      highlight: 'true',
    })
    expect(Object.keys(data[0]).sort()).toEqual(['headline', 'highlight', 'id', 'sections'])
  })

  test('reads what is published and nothing else', async () => {
    const article = await aStory('Feldspar first', 'Found.')
    await aNewVersion(service, article, { headline: 'Granite now' })

    expect(await headlines('feldspar')).toEqual([])
    expect(await headlines('granite')).toEqual(['Granite now'])
  })
})

describe('a page of a search', () => {
  test('leads on and back through all hits, as they were ranked on the first page', async () => {
    for (let number = 0; number < 7; number += 1) {
      const at = `2026-0${1 + (number % 5)}-11T00:00:00.000Z`
      await aStory(`Basalt ${'rock '.repeat(number)}`, 'Basalt.'.repeat(1 + (number % 3)), { at })
    }
    const all = listed([await search({ q: 'basalt' })])

    const first = await search({ q: 'basalt', limit: '2' })
    await clock.advance({ hours: 2000 })
    await aStory('Basalt basalt', 'Basalt.', { at: await clock.read() })
    const pages = [first]
    for (let next = first.page.nextCursor; next; next = pages.at(-1)?.page.nextCursor ?? null) {
      pages.push(await pageAt(client, '/v1/articles?q=basalt&limit=2', next))
    }
    const before = await walkBack(client, '/v1/articles?q=basalt&limit=2', pages.at(-1))
    await clock.set(now)

    expect(listed(pages)).toEqual(all)
    expect(listed([...before, ...pages.slice(-1)])).toEqual(all)
  })

  test('belongs to its words and order', async () => {
    await aStory('Gneiss one', 'Gneiss.')
    await aStory('Gneiss two', 'Gneiss.')
    const { page } = await search({ q: 'gneiss', limit: '1' })

    for (const query of ['q=marble', 'q=gneiss&sort=headline', 'q=gneiss&language=en', 'limit=1']) {
      const { body } = await client.get(`/v1/articles?${query}&cursor=${page.nextCursor}`).expect(400)
      expect(body.errors).toMatchObject([{ parameter: 'cursor' }])
    }
  })
})

describe('a misspelt word', () => {
  beforeAll(() => aStory('The obsidian café', 'Dark.'))

  test.each([
    ['a letter missing', 'obsidan', 'obsidian'],
    ['a letter too many', 'obsiddian', 'obsidian'],
    ['a wrong letter', 'obzidian', 'obsidian'],
    ['two that changed places', 'obsiidan', 'obsidian'],
    ['two slips', 'obzidan', 'obsidian'],
    ['a wrong accent', 'cafê', 'café'],
  ])('with %s is taken for the nearest one', async (_, q, meant) => {
    const { data, page } = await search({ q })

    expect(page).toMatchObject({ didYouMean: meant, isCorrected: true })
    expect(data[0].headline).toBe('The obsidian café')
  })

  test('leaves the rest of the query as it is', async () => {
    await aStory('Pumice floats', 'On the volcanic lake.')

    const { page } = await search({ q: '"pumise floats" volcanic -granite or nothing' })

    expect(page).toMatchObject({ didYouMean: '"pumice floats" volcanic -granite or nothing' })
  })

  test('is only named where the query has hits without it', async () => {
    await aStory('Travertine one', 'Stone.')
    await aStory('Alabaster one', 'Stone.')

    const { data, page } = await search({ q: 'alabaster or travertyne' })

    expect(data.map(({ headline }) => headline)).toEqual(['Alabaster one'])
    expect(page).toMatchObject({ didYouMean: 'alabaster or travertine' })
    expect(page).not.toHaveProperty('isCorrected')
  })

  test('leads on through what its correction found, though the word itself is published meanwhile', async () => {
    await aStory('Soapstone one', 'Stone.')
    await aStory('Soapstone two', 'Stone.')
    await aStory('Soapstone three', 'Stone.')

    const first = await search({ q: 'soapstome', limit: '2' })
    await aStory('Soapstome', 'Its name.')
    const next = await pageAt(client, '/v1/articles?q=soapstome&limit=2', first.page.nextCursor)

    expect(next.page).toMatchObject({ didYouMean: 'soapstone', isCorrected: true })
    expect(new Set(listed([first, next])).size).toBe(3)
  })

  test('stays without a suggestion where nothing is near, or its words are there but not together', async () => {
    await aStory('Travertine two', 'Stone.')
    await aStory('Sandstone two', 'Stone.')

    for (const q of ['xylophonequartet', 'travertine sandstone', 'ab', '2o26']) {
      const { data, page } = await search({ q })
      expect(data).toEqual([])
      expect(page).not.toHaveProperty('didYouMean')
    }
  })

  test('is never taken for a word that only stands in what is not public', async () => {
    await anArticle(service, { headline: 'Zirconium draft' })
    await aPublishedArticle(service, { headline: 'Zirconiumium scheduled', at: '2099-01-01T00:00:00.000Z' })
    const [down, away, gone] = [
      await aStory('Zirconiuma unpublished', 'Text.'),
      await aStory('Zirconiumb withdrawn', 'Text.'),
      await aStory('Zirconiumc trashed', 'Text.'),
    ]
    await unpublish(service, down)
    await withdraw(service, away, { reason: 'Wrong.' })
    await trash(service, gone)
    await aStory('Hafnium story', 'Text.')

    for (const q of [
      'zirconiun',
      'zirconiumx',
      'hafnium or zirconiun',
      'hafnium or zirconiumx',
      '"zirconiumx"',
    ]) {
      expect((await search({ q })).page).not.toHaveProperty('didYouMean')
    }
  })

  test('is not taken for a form of a public word that only a draft has', async () => {
    await aPublishedArticle(service, { headline: 'Kimberlites soon', at: '2099-01-01T00:00:00.000Z' })
    await aStory('Kimberlite now', 'Text.')

    const { page } = await search({ q: 'kimberlitees' })

    expect(page).toMatchObject({ didYouMean: 'kimberlite' })
  })
})

describe('highlight', () => {
  test('shows the best section, and the words where they stand', async () => {
    await aStory('Malachite mine reopens', '', {
      sections: [
        { heading: 'The past', body: 'It was closed for a malachite.' },
        { heading: 'The future', body: 'Miners will mine malachite, more malachite, and “malachite”.' },
      ],
    })

    const { data } = await search({ q: 'malachite mining', highlight: 'true', include: 'sections' })

    const { headline, section, passages } = data[0].highlight
    expect(headline).toBe('<mark>Malachite</mark> <mark>mine</mark> reopens')
    expect(section).toEqual({ id: data[0].sections[1].id, anchor: 'the-future', heading: 'The future' })
    expect(passages[0]).toContain('“<mark>malachite</mark>')
    expect(passages[0]).toContain('<mark>mine</mark>')
  })

  test('shows passages of summary and takeaways where no section has the words', async () => {
    await aStory('Agate', 'Nothing.', {
      summary: 'Of chalcedony.',
      takeaways: [{ text: 'Chalcedony again.' }],
    })

    const { data } = await search({ q: 'chalcedony', highlight: 'true' })

    expect(data[0].highlight).toEqual({
      headline: 'Agate',
      section: null,
      passages: ['Of <mark>chalcedony</mark>.\n<mark>Chalcedony</mark> again'],
    })
  })

  test('escapes what an article says, its control characters too', async () => {
    const evil = '<script>alert("citrine")</script> \u0002citrine\u0003 & <b title=\'x\'>citrine</b>'
    await aStory(evil, evil)

    const { data } = await search({ q: 'citrine', highlight: 'true' })

    const { headline, passages } = data[0].highlight
    for (const html of [headline, ...passages]) {
      expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"'\p{Cc}]/u)
      expect(html).toContain('<mark>citrine</mark>')
    }
    expect(headline).toMatch(/^&lt;script&gt;alert\(&quot;<mark>citrine<\/mark>&quot;\)&lt;\/script&gt; /)
  })

  test('goes with words only', async () => {
    const { body } = await client.get('/v1/articles?highlight=true').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'highlight' }])
  })
})

describe('an odd query', () => {
  beforeAll(() => aStory('Jasper found', 'Jasper or 1 is 1 in the text.'))

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['punctuation', '"!?" - ()&|:*'],
    ['only words to leave out', '-rain -"heavy snow"'],
    ['many words to leave out', '-a'.repeat(100)],
    ['a NUL', 'rain\0'],
    ['a lone surrogate as bytes', 'rain\ufffd'.repeat(100)],
    ['too many letters', 'a'.repeat(201)],
  ])('of %s answers 400 and names q', async (_, q) => {
    const { body } = await client.get(`/v1/articles?${new URLSearchParams({ q })}`).expect(400)

    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter)).toContain('q')
  })

  test.each(['the', 'the and of', 'the or -rain'])(
    'with nothing left to search for gets a hint: %s',
    async (q) => {
      const { data, page } = await search({ q, language: 'en' })

      expect(data).toEqual([])
      expect(page).toMatchObject({ hint: expect.stringContaining('Nothing is left') })
    },
  )

  test.each([
    '"jasper',
    'jasper"',
    'jasper & | ! ( ) : * <->',
    "jasper' OR 1=1 --",
    'jasper\\',
    'jasper:*',
    '-- jasper',
    'jasper -',
    'jasper - found',
    '-snow --sand jasper',
  ])('finds what it can: %s', async (q) => {
    expect(await headlines(q)).toEqual(['Jasper found'])
  })

  test('never answers 5xx, nor repeats a fault in another way', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'rain',
        'the',
        '"',
        '-',
        'or',
        ' ',
        'obsidan',
        '(',
        ')',
        '&',
        '|',
        '!',
        '<->',
        ':*',
        "'",
        '\\',
        '%',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), fc.boolean(), async (parts, highlight) => {
        const query = new URLSearchParams({ q: parts.join(''), highlight: String(highlight) })
        const { status, body } = await client.get(`/v1/articles?${query}`)
        expect([200, 400]).toContain(status)
        if (status === 400) expect(body.errors[0]).toMatchObject({ parameter: 'q' })
      }),
      { numRuns: 300 },
    )
  })

  test.each(['.', 'e30.', 'e30.!!!', `e30.${Buffer.from('\0').toString('base64url')}`, 'a.b.c'])(
    'never takes a forged cursor: %s',
    async (cursor) => {
      const { body } = await client.get(`/v1/articles?q=rain&cursor=${cursor}`).expect(400)

      expect(body.errors).toMatchObject([{ parameter: 'cursor' }])
    },
  )

  test('is refused for drafts, and relevance without words', async () => {
    const { reader } = await aDesk(service)

    const draft = await reader.get('/v1/articles?version=draft&q=rain&highlight=true').expect(400)
    const unranked = await client.get('/v1/articles?sort=relevance').expect(400)

    expect(draft.body.errors).toMatchObject([{ parameter: 'q' }, { parameter: 'highlight' }])
    expect(unranked.body.errors).toMatchObject([{ parameter: 'sort' }])
  })

  test('walks pages of what a common word finds', async () => {
    const pages = await walkOn(client, '/v1/articles?q=text&limit=5')

    expect(new Set(listed(pages)).size).toBe(listed(pages).length)
    expect(pages.length).toBeGreaterThan(1)
  })
})
