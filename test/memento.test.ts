import { describe, expect, test } from 'vitest'
import {
  aNewVersion,
  anArticle,
  anAuthor,
  aPublishedArticle,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const desk = await aDesk(service)

const [monday, tuesday, wednesday, thursday, friday] = [2, 3, 4, 5, 6].map(
  (day) => `2026-03-0${day}T08:00:00.500Z`,
) as [string, string, string, string, string]

await clock.set(friday)

/** Public since Tuesday under one slug and headline, since Thursday under others. */
const story = await aPublishedArticle(service, {
  slug: 'story-then',
  headline: 'Then',
  sections: [{ body: 'Words then.' }],
  takeaways: [{ text: 'Point then.' }],
  at: tuesday,
})
const before = (await client.get(`/v1/articles/${story.id}`).expect(200)).body
const [section] = before.sections
const [takeaway] = before.takeaways
await aNewVersion(service, story, {
  slug: 'story-now',
  headline: 'Now',
  sections: [{ ...section, body: 'Words now.' }],
  takeaways: [{ ...takeaway, text: 'Point now.' }],
  at: thursday,
})
const url = `/v1/articles/${story.id}`
const self = `https://copydesk.test${url}`

describe('asOf', () => {
  test.each([
    [tuesday, 'Then'],
    ['2026-03-05T08:00:00.499Z', 'Then'],
    [thursday, 'Now'],
    ['2026-03-05T09:00:00.500+01:00', 'Now'],
    [friday, 'Now'],
  ])('%s shows the version that was public then', async (asOf, headline) => {
    const { body } = await client.get(url).query({ asOf }).expect(200)

    expect(body.headline).toBe(headline)
  })

  test.each([
    `${url}/sections`,
    `${url}/takeaways`,
    `/v1/sections/${section.id}`,
    `/v1/takeaways/${takeaway.id}`,
  ])('shows what was public then on %s too', async (path) => {
    const then = await client.get(path).query({ asOf: wednesday }).expect(200)
    const now = await client.get(path).query({ asOf: friday }).expect(200)
    await client.get(path).query({ asOf: monday }).expect(404)

    const words = /"(Words|Point) \w+\."/
    expect(words.exec(then.text)?.[0]).toMatch(/then/)
    expect(words.exec(now.text)?.[0]).toMatch(/now/)
  })

  test.each([
    url,
    `${url}/sections`,
    `${url}/takeaways`,
    `/v1/sections/${section.id}`,
    `/v1/takeaways/${takeaway.id}`,
  ])('is refused for the future, and with a draft, on %s', async (path) => {
    const future = await client.get(path).query({ asOf: '2026-03-06T08:00:00.501Z' }).expect(400)
    const draft = await desk.reader.get(path).query({ asOf: tuesday, version: 'draft' }).expect(400)

    for (const { body } of [future, draft])
      expect(body.errors).toMatchObject([{ parameter: 'asOf', code: 'not-allowed' }])
  })

  test('reads a slug as it was then, and leads on from one that came later', async () => {
    await client.get(`/v1/articles/story-then?asOf=${tuesday}`).expect(200)

    const later = await client.get(`/v1/articles/story-now?asOf=${tuesday}`).redirects(0).expect(308)
    const older = await client.get(`/v1/articles/story-then?asOf=${friday}`).redirects(0).expect(308)

    expect(later.headers['location']).toBe(`/v1/articles/story-then?asOf=${tuesday}`)
    expect(older.headers['location']).toBe(`/v1/articles/story-now?asOf=${friday}`)
  })

  test('shows what was taken down since', async () => {
    const gone = await aPublishedArticle(service, { at: tuesday })
    await clock.during(wednesday, () => unpublish(service, gone))

    await client.get(`/v1/articles/${gone.id}`).expect(404)
    await client.get(`/v1/articles/${gone.id}?asOf=${tuesday}`).expect(200)
    await client.get(`/v1/articles/${gone.slug}?asOf=${tuesday}`).expect(200)
    await client.get(`/v1/articles/${gone.id}?asOf=${wednesday}`).expect(404)
  })

  test('shows nothing of what was withdrawn since', async () => {
    const gone = await aPublishedArticle(service, { at: tuesday, sections: [{ body: 'Wrong.' }] })
    const { body } = await client.get(`/v1/articles/${gone.id}`).expect(200)
    await withdraw(service, gone, { reason: 'Made up.' })

    for (const key of [gone.id, gone.slug]) {
      const path = `/v1/articles/${key}`
      await client.get(`${path}?asOf=${tuesday}`).expect(410)
      await client.get(`${path}/sections?asOf=${tuesday}`).expect(410)
      await client.get(`${path}/timemap`).expect(410)
      await client.get(path).set('accept-datetime', httpDate(tuesday)).expect(410)
    }
    await client.get(`/v1/sections/${body.sections[0].id}?asOf=${tuesday}`).expect(404)
  })

  test('shows authors as they are now', async () => {
    const author = await anAuthor(service, { name: 'Old Name' })
    const signed = await aPublishedArticle(service, { by: [author], at: tuesday })

    await service.database.transaction((db) =>
      db.author.update({ where: { id: author.id }, data: { name: 'New Name' } }),
    )

    const { body } = await client.get(`/v1/articles/${signed.id}?asOf=${wednesday}`).expect(200)
    expect(body.byline[0].author.name).toBe('New Name')
  })

  test('is an article in any representation', async () => {
    const answer = await client.get(`${url}?asOf=${tuesday}`).set('accept', 'text/plain').expect(200)

    expect(answer.text).toContain('Words then.')
    expect(answer.headers['memento-datetime']).toBe('Tue, 03 Mar 2026 08:00:00 GMT')
  })
})

describe('Accept-Datetime', () => {
  test.each([
    ['before the first version', monday, 'Then', tuesday],
    ['within the second of the first version', tuesday, 'Then', tuesday],
    ['between versions', wednesday, 'Then', tuesday],
    ['within the second of the second version', thursday, 'Now', thursday],
    ['now', friday, 'Now', thursday],
    ['in the future', '2030-01-01T00:00:00.000Z', 'Now', thursday],
  ])('%s chooses a version, and says which', async (_, time, headline, since) => {
    const { body, headers } = await client.get(url).set('accept-datetime', httpDate(time)).expect(200)

    expect(body.headline).toBe(headline)
    expect(headers['memento-datetime']).toBe(httpDate(since))
    expect(headers['content-location']).toBe(`${self}?asOf=${since}`)
    expect(headers['vary']).toBe('accept, accept-datetime, accept-encoding')
  })

  test('leads to a URL where that version stays', async () => {
    const chosen = await client.get(url).set('accept-datetime', httpDate(wednesday)).expect(200)

    const { origin, pathname, search } = new URL(String(chosen.headers['content-location']))
    const memento = await client.get(pathname + search).expect(200)

    expect(origin).toBe('https://copydesk.test')
    expect(memento.body).toEqual(chosen.body)
    expect(memento.headers['memento-datetime']).toBe(chosen.headers['memento-datetime'])
  })

  test.each(['application/json', 'text/html'])(
    'tells caches what the version by asOf does, as %s too, and is a 304 for whoever has it',
    async (accept) => {
      const memento = await client.get(`${url}?asOf=${thursday}`).set({ accept }).expect(200)
      const asking = { accept, 'accept-datetime': httpDate(friday) }

      const { headers } = await client.get(url).set(asking).expect(200)

      for (const name of ['etag', 'last-modified', 'cache-control', 'cache-tag', 'surrogate-key', 'vary'])
        expect([name, headers[name]]).toEqual([name, memento.headers[name] ?? 'to be there'])
      await client.get(url).set(asking).set('if-none-match', String(headers['etag'])).expect(304)
    },
  )

  test('chooses a version though another is kept for that URL', async () => {
    await client.get(url).expect(200)

    for (const _ of ['first', 'again']) {
      const { body } = await client.get(url).set('accept-datetime', httpDate(wednesday)).expect(200)

      expect(body.headline).toBe('Then')
    }
  })

  test('makes no difference to a version that was chosen by asOf', async () => {
    const { body, headers } = await client
      .get(`${url}?asOf=${friday}`)
      .set('accept-datetime', httpDate(tuesday))
      .expect(200)

    expect(body.headline).toBe('Now')
    expect(headers).not.toHaveProperty('content-location')
  })

  test.each([
    'yesterday',
    '2026-03-03',
    '2026-03-03T08:00:00Z',
    'Mon, 03 Mar 2026 08:00:00 GMT',
    'Sat, 01 Jan 10000 00:00:00 GMT',
    '',
  ])('of %j is refused, and named', async (time) => {
    const { body } = await client.get(url).set('accept-datetime', time).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'accept-datetime', code: 'wrong-format' }])
  })

  test('shows nothing of what was never public', async () => {
    const draft = await anArticle(service)
    const scheduled = await aPublishedArticle(service, { at: '2026-04-01T08:00:00Z' })

    for (const key of [draft.id, draft.slug, scheduled.id, scheduled.slug]) {
      const time = httpDate('2026-05-01T08:00:00Z')
      await client.get(`/v1/articles/${key}`).set('accept-datetime', time).expect(404)
    }
  })
})

describe('an article', () => {
  test('is its own TimeGate, and no Memento, while it may change', async () => {
    const { headers } = await client.get('/v1/articles/story-now').expect(200)

    expect(headers['link']).toContain(`<${self}>; rel="original timegate"`)
    expect(headers['link']).toContain(`<${self}/timemap>; rel="timemap"; type="application/link-format"`)
    expect(headers).not.toHaveProperty('memento-datetime')
  })
})

describe('getArticleTimemap', () => {
  test('lists every version that was public, the oldest first', async () => {
    await aNewVersion(service, story, { headline: 'Later', at: '2026-04-01T08:00:00Z' })

    const { text, headers } = await client.get('/v1/articles/story-now/timemap').expect(200)

    expect(headers['content-type']).toBe('application/link-format')
    expect(text.split(',\n')).toEqual([
      `<${self}>; rel="original timegate"`,
      `<${self}/timemap>; rel="self"; type="application/link-format"`,
      `<${self}?asOf=${tuesday}>; rel="first memento"; datetime="${httpDate(tuesday)}"`,
      `<${self}?asOf=${thursday}>; rel="last memento"; datetime="${httpDate(thursday)}"`,
    ])
  })

  test('leads on from an old slug', async () => {
    const { headers } = await client.get('/v1/articles/story-then/timemap').redirects(0).expect(308)

    expect(headers['location']).toBe('/v1/articles/story-now/timemap')
  })

  test('is not found for what is not public', async () => {
    const draft = await anArticle(service)

    await client.get(`/v1/articles/${draft.id}/timemap`).expect(404)
    await client.get('/v1/articles/no-such/timemap').expect(404)
  })
})

function httpDate(moment: string): string {
  return new Date(moment).toUTCString()
}
