import { describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import {
  aMerger,
  aNewVersion,
  anArticle,
  anAuthor,
  anEdit,
  aPublishedArticle,
  aTopic,
  type GivenArticle,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'
import { aDesk } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const { reader } = await aDesk(service)

/** The URL of a list with a filter. */
function filtered(list: string, filter: object): string {
  return `/v1/${list}${list.includes('?') ? '&' : '?'}filter=${encodeURIComponent(JSON.stringify(filter))}`
}

/** Articles that alone are about a topic, the oldest first. */
async function someArticles(given: readonly (GivenArticle & { at?: string })[]) {
  const topic = await aTopic(service)
  const ids: string[] = []
  for (const each of given) ids.push((await aPublishedArticle(service, { about: [topic], ...each })).id)
  return { topic, ids, url: `/v1/articles?topic=${topic.slug}` }
}

const monday = '2026-03-02T08:00:00.000Z'
const tuesday = '2026-03-03T08:00:00.000Z'

describe('a filter', () => {
  test('goes with the other parameters', async () => {
    const { ids, url } = await someArticles([{ language: 'de' }, { language: 'uk' }, { language: 'uk' }])

    const pages = await walkOn(client, filtered(`${url.slice(4)}&language=uk`, { id: { ne: ids[1] } }))

    expect(listed(pages)).toEqual([ids[2]])
  })

  test('finds what has no value where it is not to have a value', async () => {
    const { ids, topic } = await someArticles([{ summary: 'Wet.' }, { summary: null }, { summary: 'Dry.' }])
    const idsFor = async (filter: object) =>
      listed(await walkOn(client, filtered('articles', { topic: { eq: topic.id }, ...filter })))

    expect(await idsFor({ summary: { ne: 'Wet.' } })).toEqual([ids[2], ids[1]])
    expect(await idsFor({ not: { summary: { eq: 'Wet.' } } })).toEqual([ids[2], ids[1]])
    expect(await idsFor({ summary: { exists: false } })).toEqual([ids[1]])
  })

  test('takes wildcards and quotes as the characters that they are', async () => {
    const { ids, topic } = await someArticles([
      { summary: '100% wet' },
      { summary: 'a_b' },
      { summary: "O'N\\x" },
    ])
    const idsFor = async (contains: string) =>
      listed(await walkOn(client, filtered('articles', { topic: { eq: topic.id }, summary: { contains } })))

    expect(await idsFor('%')).toEqual([ids[0]])
    expect(await idsFor('_')).toEqual([ids[1]])
    expect(await idsFor("'N\\")).toEqual([ids[2]])
  })

  test('finds nothing that is not public', async () => {
    const topic = await aTopic(service)
    await anArticle(service, { about: [topic] })
    await aPublishedArticle(service, { about: [topic], at: '2099-01-01T00:00:00.000Z' })
    await withdraw(service, await aPublishedArticle(service, { about: [topic] }), { reason: 'Made up.' })

    for (const list of ['articles', 'sections', 'takeaways']) {
      expect(listed(await walkOn(client, filtered(list, { topic: { eq: topic.slug } })))).toEqual([])
    }
  })

  test('belongs to the cursor', async () => {
    const { ids } = await someArticles([{}, {}])
    const url = filtered('articles?limit=1', { id: { in: ids } })
    const { page } = await pageAt(client, url)

    const other = filtered('articles?limit=1', { id: { in: ids.toReversed() } })
    const { body } = await client.get(`${other}&cursor=${page.nextCursor}`).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'cursor' }])
  })

  test.each([
    [{ topc: { eq: 'a' } }, '/topc', 'unknown-field', 'topic'],
    [
      { and: [{ not: { 'author.nam': { eq: 'a' } } }] },
      '/and/0/not/author.nam',
      'unknown-field',
      'author.name',
    ],
    [{ wordCount: { gtee: 1 } }, '/wordCount/gtee', 'unknown-field', 'gte'],
    [{ wordCount: { contains: '1' } }, '/wordCount/contains', 'unknown-field', undefined],
    [{ wordCount: { gt: '1' } }, '/wordCount/gt', 'wrong-type', undefined],
    [{ wordCount: { eq: 2 ** 31 } }, '/wordCount/eq', 'too-large', undefined],
    [{ publishedAt: { lt: 'yesterday' } }, '/publishedAt/lt', 'wrong-format', undefined],
    [{ publishedAt: { gte: '0000-01-01T00:00:00Z' } }, '/publishedAt/gte', 'not-allowed', undefined],
    [{ publishedAt: { in: [] } }, '/publishedAt/in', 'too-small', undefined],
    [{ id: { eq: 'one' } }, '/id/eq', 'wrong-format', undefined],
    [{ headline: { eq: 'a\0b' } }, '/headline/eq', 'not-allowed', undefined],
    [{ headline: { eq: null } }, '/headline/eq', 'wrong-type', undefined],
    [{ headline: {} }, '/headline', 'not-allowed', undefined],
    [{ headline: 'a' }, '/headline', 'wrong-type', undefined],
    [{ 'section.kind': { in: ['lede', 'bdy'] } }, '/section.kind/in/1', 'not-allowed', 'body'],
    [{ and: [] }, '/and', 'too-small', undefined],
    [{ or: { topic: { eq: 'a' } } }, '/or', 'wrong-type', undefined],
  ])('with a fault is refused, and the fault pointed to: %j', async (filter, pointer, code, suggestion) => {
    const { body } = await client.get(filtered('articles', filter)).expect(400)
    const search = await client.post('/v1/articles/search').send({ filter }).expect(400)

    const fault = { code, ...(suggestion && { suggestion }) }
    expect(body.errors).toMatchObject([{ parameter: 'filter', pointer, ...fault }])
    expect(search.body.errors).toMatchObject([{ pointer: `/filter${pointer}`, ...fault }])
  })

  test('is told which fields there are', async () => {
    const { body } = await client.get(filtered('topics', { headline: { eq: 'a' } })).expect(400)

    expect(body.errors[0].message).toContain('id, slug, name, description, updatedAt')
  })

  test.each([
    ['no JSON', '{', 'JSON'],
    ['nothing', '', 'JSON'],
    ['a list', '[]', 'object'],
    ['a prototype', '{"__proto__":{"eq":1}}', 'no such field'],
    ['JSON that is too deep', `${'{"not":'.repeat(300)}{}${'}'.repeat(300)}`, 'JSON'],
  ])('of %s is refused', async (_, text, message) => {
    const { body } = await client.get(`/v1/articles?filter=${encodeURIComponent(text)}`).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'filter', message: expect.stringContaining(message) }])
  })

  test('may nest five deep and no deeper', async () => {
    const nested = (depth: number): object =>
      depth === 1 ? { topic: { eq: 'a' } } : { not: nested(depth - 1) }

    await client.get(filtered('articles', nested(limits.filterDepth))).expect(200)
    const { body } = await client.get(filtered('articles', nested(limits.filterDepth + 1))).expect(400)

    expect(body.errors[0].message).toContain(`${limits.filterDepth} deep`)
  })

  test('may have fifty conditions and no more', async () => {
    const filter = (count: number) => ({ or: Array(count).fill({ wordCount: { gt: 1 } }) })

    await client
      .post('/v1/articles/search')
      .send({ filter: filter(limits.filterTerms) })
      .expect(200)
    const { body } = await client
      .post('/v1/articles/search')
      .send({ filter: filter(limits.filterTerms + 1) })
      .expect(400)

    expect(body.errors[0].message).toContain(`${limits.filterTerms} conditions`)
  })

  test.each([
    ['words that are no filters', { and: Array(200_000).fill(1) }],
    ['filters without a condition', { and: Array(200_000).fill({}) }],
    ['opposites of nothing', { or: Array(60_000).fill({ not: {} }) }],
    ['lists in lists', { and: Array(400).fill({ or: Array(400).fill(1) }) }],
    ['fields', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [index, 1]))],
    ['operators', { topic: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [index, 1])) }],
  ])('of very many %s is refused for their number alone', async (_, filter) => {
    const { body } = await client.post('/v1/articles/search').send({ filter }).expect(400)

    expect(body.errors).toMatchObject([
      { pointer: '/filter', message: expect.stringContaining(`${limits.filterTerms} conditions`) },
    ])
  })
})

describe('simple parameters', () => {
  test('find articles by ids and slugs', async () => {
    const { ids, url } = await someArticles([{ slug: 'by-slug-a' }, { slug: 'by-slug-b' }, {}])

    expect(listed(await walkOn(client, `${url}&id=${ids[2]},${ids[0]}`))).toEqual([ids[2], ids[0]])
    expect(listed(await walkOn(client, '/v1/articles?slug=by-slug-b,by-slug-a,by-slug-c'))).toEqual([
      ids[1],
      ids[0],
    ])
  })

  test('find what was updated at a time or later', async () => {
    const { ids, url } = await someArticles([{ at: monday }, { at: monday }])
    await aNewVersion(service, { id: ids[0] ?? '', slug: '' }, { at: tuesday })

    expect(listed(await walkOn(client, `${url}&updatedAfter=${tuesday}`))).toEqual([ids[0]])
  })

  test('find authors and topics by id, slug and time', async () => {
    const authors = [
      await anAuthor(service, { slug: 'found-a' }),
      await anAuthor(service, { slug: 'found-b' }),
    ]

    expect(listed(await walkOn(client, '/v1/authors?slug=found-b'))).toEqual([authors[1]?.id])
    expect(listed(await walkOn(client, `/v1/authors?id=${authors[0]?.id}`))).toEqual([authors[0]?.id])
    expect(listed(await walkOn(client, '/v1/topics?updatedAfter=2999-01-01T00:00:00Z'))).toEqual([])
  })
})

describe('offset', () => {
  test('passes over so many, and cursors go on from there, both ways', async () => {
    const { ids, url } = await someArticles([{}, {}, {}, {}, {}])
    const newest = ids.toReversed()

    const page = await pageAt(client, `${url}&limit=2&offset=2`)
    const before = await walkBack(client, `${url}&limit=2`, page)
    const after = await pageAt(client, `${url}&limit=2`, page.page.nextCursor)

    expect(listed([page])).toEqual(newest.slice(2, 4))
    expect(listed(before)).toEqual(newest.slice(0, 2))
    expect(listed([after])).toEqual(newest.slice(4))
  })

  test('does not go with a cursor, nor beyond ten thousand', async () => {
    const { url } = await someArticles([{}, {}])
    const { page } = await pageAt(client, `${url}&limit=1`)

    for (const wrong of [`offset=1&cursor=${page.nextCursor}`, `offset=${limits.offset + 1}`, 'offset=-1']) {
      const { body } = await client.get(`${url}&limit=1&${wrong}`).expect(400)
      expect(body.errors).toMatchObject([{ parameter: 'offset' }])
    }
    expect((await pageAt(client, `${url}&offset=${limits.offset}`)).data).toEqual([])
  })

  test('is in no link to another page', async () => {
    const { url } = await someArticles([{}, {}, {}])

    const { headers } = await client.get(`${url}&limit=1&offset=1`).expect(200)

    expect(headers['link']).toMatch(/rel="first".*rel="prev".*rel="next"/)
    expect(headers['link']).not.toContain('offset')
  })
})

describe('count', () => {
  test('tells how many the whole list has, on whichever page', async () => {
    const { url } = await someArticles([{}, {}, {}])

    const first = await pageAt(client, `${url}&limit=1&count=exact`)
    const second = await pageAt(client, `${url}&limit=1&count=estimated`, first.page.nextCursor)
    const silent = await pageAt(client, `${url}&limit=1`)

    expect(first.page.count).toBe(3)
    expect(second.page.count).toBe(3)
    expect(silent.page).not.toHaveProperty('count')
  })
})

describe('facets', () => {
  test('count the whole list, each article once, whatever the page shows', async () => {
    const [ana, bo, bea] = [
      await anAuthor(service, { name: 'Ana' }),
      await anAuthor(service, { name: 'Bo' }),
      await anAuthor(service, { name: 'Bea' }),
    ]
    const { topic, url } = await someArticles([
      { by: [ana], language: 'en', at: '2024-12-31T23:59:59.999Z' },
      { by: [ana, bo, bea], language: 'en', at: '2025-01-01T00:00:00.000Z' },
      { language: 'de', at: '2025-06-01T00:00:00.000Z' },
    ])
    await aMerger(service, 'author', bea, bo)

    const { body } = await client.get(`${url}&limit=1&facets=topic,author,language,year`).expect(200)
    const { body: plain } = await client.get(`${url}&limit=1`).expect(200)

    expect(body.facets).toEqual({
      topic: [{ value: topic.slug, name: expect.any(String), count: 3 }],
      author: [
        { value: ana.slug, name: 'Ana', count: 2 },
        { value: bo.slug, name: 'Bo', count: 1 },
      ],
      language: [
        { value: 'en', name: null, count: 2 },
        { value: 'de', name: null, count: 1 },
      ],
      year: [
        { value: '2025', name: null, count: 2 },
        { value: '2024', name: null, count: 1 },
      ],
    })
    expect(plain).not.toHaveProperty('facets')
  })

  test('are empty where nothing is listed', async () => {
    const { body } = await client.get('/v1/articles?slug=nothing-at-all&facets=language').expect(200)

    expect(body).toMatchObject({ data: [], facets: { language: [] } })
  })
})

describe('asOf', () => {
  test('lists what was public at a past time, less what was withdrawn since', async () => {
    const { ids, topic, url } = await someArticles([{ at: monday }, { at: monday }, { at: monday }])
    const [renamed, gone, withdrawn] = ids.map((id) => ({ id, slug: '' }))
    const at = '2026-03-02T20:00:00.000Z'
    await aNewVersion(service, renamed ?? topic, { at: tuesday, headline: 'Later', sections: [] })
    await clock.during(tuesday, () => unpublish(service, gone ?? topic))
    await clock.during(tuesday, () => withdraw(service, withdrawn ?? topic, { reason: 'Made up.' }))
    await aPublishedArticle(service, { about: [topic], at: tuesday })

    const pages = await walkOn(client, `${url}&asOf=${at}&sort=headline&limit=1&count=exact`)

    expect(listed(pages).toSorted()).toEqual([renamed?.id, gone?.id].toSorted())
    expect(listed(pages, 'revision')).toEqual([1, 1])
    expect(pages[0]?.page.count).toBe(2)
  })

  test('lists the sections and takeaways of that time', async () => {
    const { ids, topic } = await someArticles([
      { at: monday, sections: [{ body: 'Before.' }], takeaways: [{ text: 'Before.' }] },
    ])
    await aNewVersion(service, { id: ids[0] ?? '', slug: '' }, { at: tuesday, sections: [], takeaways: [] })

    for (const list of ['sections', 'takeaways']) {
      const url = `/v1/${list}?topic=${topic.id}`
      expect(listed(await walkOn(client, `${url}&asOf=${monday}`))).toHaveLength(1)
      expect(listed(await walkOn(client, url))).toEqual([])
    }
  })

  test('does not look ahead, and its cursor fits no other time', async () => {
    const { url } = await someArticles([{ at: monday }, { at: monday }])
    const { page } = await pageAt(client, `${url}&limit=1&asOf=${tuesday}`)

    const ahead = await client.get(`${url}&asOf=2999-01-01T00:00:00Z`).expect(400)
    const other = await client.get(`${url}&limit=1&asOf=${monday}&cursor=${page.nextCursor}`).expect(400)

    expect(ahead.body.errors).toMatchObject([{ parameter: 'asOf' }])
    expect(other.body.errors).toMatchObject([{ parameter: 'cursor' }])
  })
})

describe('searchArticles', () => {
  test('answers the same as the list, asked in a body', async () => {
    const { topic } = await someArticles([{ summary: 'Wet.' }, { summary: 'Dry.' }, {}])
    const query = { topic: [topic.slug], sort: ['-headline'], limit: 2, count: 'exact', facets: ['language'] }
    const filter = { summary: { exists: true } }

    const { body } = await client
      .post('/v1/articles/search')
      .send({ ...query, filter })
      .expect(200)

    const listUrl = `articles?topic=${topic.slug}&sort=-headline&limit=2&count=exact&facets=language`
    expect(body).toEqual((await client.get(filtered(listUrl, filter)).expect(200)).body)
    expect(body.page.count).toBe(2)
  })

  test('needs no key and changes nothing, so that it takes no Idempotency-Key', async () => {
    const operation = service.app.operations.get('searchArticles')

    await client.post('/v1/articles/search').send({}).expect(200)
    expect(operation).toMatchObject({ access: 'public', isWriting: false })
  })

  test.each([
    [{ limit: '20' }, '/limit'],
    [{ topic: 'a' }, '/topic'],
    [{ filter: '{}' }, '/filter'],
    [{ q: 1, limt: 1 }, '/limt'],
    [{ fields: ['headlin'] }, '/fields/0'],
  ])('refuses what is not as its schema says: %j', async (query, pointer) => {
    const { body } = await client.post('/v1/articles/search').send(query).expect(400)

    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })
})

describe('working copies', () => {
  test('are filtered by the same language, for readers of drafts only', async () => {
    const topic = await aTopic(service)
    const [first, second] = [
      await anArticle(service, {
        about: [topic],
        headline: 'Rain',
        sections: [{ heading: 'Where', body: '' }],
      }),
      await anArticle(service, { about: [topic], headline: 'Snow' }),
    ]
    await anEdit(service, second, { summary: 'White.' })
    const drafts = (filter: object) =>
      filtered(`articles?version=draft&topic=${topic.slug}&count=exact`, filter)

    const { body, headers } = await reader
      .get(drafts({ 'section.heading': { startsWith: 'Wh' } }))
      .expect(200)
    const others = await pageAt(reader, drafts({ summary: { exists: true }, stage: { eq: 'draft' } }))

    expect(headers['cache-control']).toBe('private, no-store')
    expect(listed([body])).toEqual([first.id])
    expect(listed([others])).toEqual([second.id])
    expect(others.page.count).toBe(1)
    await client.get(drafts({ headline: { eq: 'Rain' } })).expect(401)
  })

  test('can be searched for in a body', async () => {
    const draft = await anArticle(service)

    const { body } = await reader
      .post('/v1/articles/search')
      .send({ version: 'draft', id: [draft.id], state: ['draft'] })
      .expect(200)
      .expect('cache-control', 'private, no-store')

    expect(listed([body])).toEqual([draft.id])
    await client.post('/v1/articles/search').send({ version: 'draft' }).expect(401)
  })

  test.each([
    ['asOf=2026-01-01T00:00:00Z', 'asOf'],
    ['facets=topic,year', 'facets'],
    ['publishedAfter=2026-01-01T00:00:00Z', 'publishedAfter'],
    ['highlight=true', 'highlight'],
    ['sort=wordCount', 'sort'],
    ['filter={"wordCount":{"gt":1}}', 'filter'],
  ])('have no %s', async (query, parameter) => {
    const { body } = await reader.get(`/v1/articles?version=draft&${query}`).expect(400)

    expect(body.errors).toMatchObject([{ parameter, code: 'not-allowed' }])
  })

  test('keep their fields to themselves', async () => {
    const { body } = await client.get(filtered('articles', { createdBy: { exists: true } })).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'filter', code: 'not-allowed' }])
  })
})

describe('a list', () => {
  test('has the same ETag and cursors while nothing changes', async () => {
    const { topic, url } = await someArticles([{}, {}])
    const query = `${url}&limit=1&count=exact&facets=topic,author,year`
    const before = await client.get(query).expect(200)

    await anArticle(service, { about: [topic] })

    await client
      .get(query)
      .set('if-none-match', before.headers['etag'] ?? '')
      .expect(304)
  })
})
