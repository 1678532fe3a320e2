import { beforeAll, describe, expect, test } from 'vitest'
import { aNewVersion, aPublishedArticle, aTopic, type GivenArticle, withdraw } from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt } from './support/walk.ts'
import { aDesk } from './support/writing.ts'

const service = await aService()
const { client, clock } = service

const now = '2026-06-01T12:00:00.000Z'
const spring = '2026-03-01T12:00:00.000Z'
const winter = '2026-01-01T12:00:00.000Z'

beforeAll(() => clock.set(now))

function aStory(headline: string, body: string, given: GivenArticle & { at?: string } = {}) {
  return aPublishedArticle(service, { at: spring, headline, sections: [{ body }], ...given })
}

async function search(query: Record<string, string>) {
  return (await client.get(`/v1/articles?${new URLSearchParams(query)}`).expect(200)).body
}

function headlinesOf({ data }: { data: { headline: string }[] }): string[] {
  return data.map(({ headline }) => headline)
}

describe('a search with other parameters', () => {
  beforeAll(async () => {
    const [ore, trade] = [
      await aTopic(service, { slug: 'ore' }),
      await aTopic(service, { slug: 'trade', name: 'Trade' }),
    ]
    await aStory('Cobalt one', 'Cobalt, '.repeat(50), { about: [ore], slug: 'cobalt-one' })
    await aStory('Cobalt two', 'Blue.', { about: [ore, trade], language: 'de' })
    await aStory('Cobalt three', 'Blue.', { about: [trade], at: '2024-05-05T00:00:00.000Z' })
    await aStory('Nickel', 'Grey.', { about: [trade] })
  })

  test.each([
    [{ filter: '{"wordCount":{"gt":20}}' }, ['Cobalt one']],
    [{ filter: '{"not":{"topic":{"in":["ore"]}}}' }, ['Cobalt three']],
    [
      { filter: '{"or":[{"language":{"eq":"de"}},{"topic":{"in":["ore"]}}]}', topic: 'trade' },
      ['Cobalt two'],
    ],
    [{ slug: 'cobalt-one' }, ['Cobalt one']],
    [{ updatedAfter: winter, language: 'de' }, ['Cobalt two']],
    [{ publishedBefore: winter }, ['Cobalt three']],
  ])('finds what fulfils all of them: %j', async (query, expected) => {
    const found = await search({ q: 'cobalt', ...query })

    expect(headlinesOf(found)).toEqual(expected)
  })

  test('is the same in a body', async () => {
    const query = { q: 'cobald', sort: ['headline'], highlight: true, fields: ['headline'], limit: 2 }

    const { body } = await client.post('/v1/articles/search').send(query).expect(200)
    const url = '/v1/articles?q=cobald&sort=headline&highlight=true&fields=headline&limit=2'

    expect(body).toEqual(await pageAt(client, url))
    expect(body.page).toMatchObject({ didYouMean: 'cobalt', isCorrected: true })
    expect(body.data[0].highlight.headline).toBe('<mark>Cobalt</mark> one')
    const next = { ...query, cursor: body.page.nextCursor }
    const { body: last } = await client.post('/v1/articles/search').send(next).expect(200)
    expect(headlinesOf(last)).toEqual(['Cobalt two'])
  })

  test.each(['relevance', 'headline'])('counts its hits and their facets, by %s', async (sort) => {
    const { data, page, facets } = await search({
      ...{ q: 'cobalt', sort, limit: '1' },
      ...{ count: 'exact', facets: 'topic,year,language' },
    })

    expect(data).toHaveLength(1)
    expect(page.count).toBe(3)
    expect(facets.topic.map(({ value, count }: { value: string; count: number }) => [value, count])).toEqual([
      ['ore', 2],
      ['trade', 2],
    ])
    expect(facets.language.find(({ value }: { value: string }) => value === 'de').count).toBe(1)
    expect(facets.year).toMatchObject([
      { value: '2026', count: 2 },
      { value: '2024', count: 1 },
    ])
  })

  test('counts what its correction finds', async () => {
    const { page, facets } = await search({ q: 'cobalf', count: 'exact', facets: 'language', limit: '1' })

    expect(page).toMatchObject({ count: 3, didYouMean: 'cobalt', isCorrected: true })
    expect(facets.language).toHaveLength(2)
  })

  test('passes over as many as offset says, in the same order', async () => {
    const all = headlinesOf(await search({ q: 'cobalt' }))

    const from = async (offset: string) => headlinesOf(await search({ q: 'cobalt', offset, limit: '2' }))

    expect([await from('0'), await from('2'), await from('3')]).toEqual([all.slice(0, 2), all.slice(2), []])
  })

  test('knows past its end what it found before it', async () => {
    const passed = await search({ q: 'nickel or cobald', offset: '1' })
    const corrected = await search({ q: 'cobald', offset: '9' })

    expect(passed).toMatchObject({ data: [], page: { didYouMean: 'nickel or cobalt' } })
    expect(passed.page).not.toHaveProperty('isCorrected')
    expect(corrected).toMatchObject({ data: [], page: { didYouMean: 'cobalt', isCorrected: true } })
  })
})

describe('a search with asOf', () => {
  test('finds what was public then, by the words that it had, and nothing of what was withdrawn since', async () => {
    const [changed, gone] = await clock.during(spring, async () => [
      await aPublishedArticle(service, { headline: 'Rhodium before', sections: [{ body: 'Text.' }] }),
      await aPublishedArticle(service, { headline: 'Rhodium withdrawn', sections: [{ body: 'Text.' }] }),
    ])
    await aNewVersion(service, changed, { headline: 'Osmium now' })
    await withdraw(service, gone, { reason: 'Wrong.' })
    const asOf = '2026-04-01T00:00:00Z'

    expect(headlinesOf(await search({ q: 'rhodium' }))).toEqual([])
    expect(headlinesOf(await search({ q: 'rhodium', asOf }))).toEqual(['Rhodium before'])
    expect(headlinesOf(await search({ q: 'osmium', asOf }))).toEqual([])
    expect(headlinesOf(await search({ q: 'rhodium', asOf: winter }))).toEqual([])
  })

  test('takes a misspelt word for one that was public then', async () => {
    const article = await clock.during(spring, () =>
      aPublishedArticle(service, { headline: 'Palladium', sections: [{ body: 'Text.' }] }),
    )
    await aNewVersion(service, article, { headline: 'Ruthenium' })
    const asOf = '2026-04-01T00:00:00Z'

    expect((await search({ q: 'paladium', asOf })).page).toMatchObject({ didYouMean: 'palladium' })
    expect((await search({ q: 'paladium' })).page).not.toHaveProperty('didYouMean')
    expect((await search({ q: 'rutenium', asOf })).page).not.toHaveProperty('didYouMean')
  })

  test('does not look into the future', async () => {
    const { body } = await client.get('/v1/articles?q=rhodium&asOf=2027-01-01T00:00:00Z').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'asOf' }])
  })
})

describe('an answer to a search', () => {
  test('is the same bytes while nothing changes, and another once an article is published', async () => {
    await aStory('Iridium one', 'Text.')
    const first = await client.get('/v1/articles?q=iridium').expect(200)

    await clock.advance({ hours: 1 })
    await client
      .get('/v1/articles?q=iridium')
      .set('if-none-match', first.headers['etag'] ?? '')
      .expect(304)
    await aStory('Iridium two', 'Text.', { at: await clock.read() })
    const then = await pageAt(client, '/v1/articles?q=iridium')
    await clock.set(now)

    expect(listed([then])).toHaveLength(2)
  })

  test('shows what is scheduled from its moment on, though the search was asked before', async () => {
    await aStory('Yttrium one', 'Text.')
    await aStory('Yttrium two', 'Text.', { at: '2026-06-01T12:30:00.000Z' })
    const before = await search({ q: 'yttrium' })

    await clock.set('2026-06-01T12:30:00.000Z')
    const after = await search({ q: 'yttrium' })
    await clock.set(now)

    expect([before.data.length, after.data.length]).toEqual([1, 2])
  })

  test('stops to correct a word once it is published', async () => {
    await aStory('Scandium', 'Text.')
    await search({ q: 'scandiun' })

    await aStory('Scandiun is its name', 'Text.')

    expect(headlinesOf(await search({ q: 'scandiun' }))).toEqual(['Scandiun is its name'])
  })
})

describe('what does not go with words', () => {
  test('is refused in a body as in a URL', async () => {
    const { reader } = await aDesk(service)
    const post = (body: object) => reader.post('/v1/articles/search').send(body).expect(400)

    const draft = await post({ q: 'cobalt', version: 'draft' })
    const state = await post({ q: 'cobalt', state: ['draft'] })
    const marked = await post({ highlight: true })

    const faults = { parameter: 'q', message: 'Does not go with version=draft.' }
    expect(draft.body.errors).toMatchObject([faults])
    expect(state.body.errors).toMatchObject([{ parameter: 'state' }])
    expect(marked.body.errors).toMatchObject([{ parameter: 'highlight' }])
  })
})
