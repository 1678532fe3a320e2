import { describe, expect, test } from 'vitest'
import {
  aNewVersion,
  anArticle,
  anAuthor,
  aPublishedArticle,
  aTopic,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'

const service = await aService()
const { client } = service

let takeawayCount = 0

/** An id that a test may give to a takeaway, so that it knows it. */
function aTakeawayId(): string {
  takeawayCount += 1
  return `019b1f00-0000-7000-8000-${String(takeawayCount).padStart(12, '0')}`
}

describe('getTakeaway', () => {
  test('answers the takeaway with its evidence, its place and its article', async () => {
    const [id, sectionId] = [aTakeawayId(), aTakeawayId()]
    const article = await aPublishedArticle(service, {
      headline: 'Rain at last',
      sections: [{ id: sectionId, body: 'It *rained*.' }],
      takeaways: [{ text: 'Cold.' }, { id, text: 'Wet.', evidence: [{ sectionId, exact: 'It rained' }] }],
      at: '2026-03-01T08:00:00.000Z',
    })

    const { body } = await client.get(`/v1/takeaways/${id}`).expect(200)

    expect(body).toEqual({
      id,
      text: 'Wet.',
      evidence: [{ sectionId, exact: 'It rained' }],
      position: 1,
      article: {
        id: article.id,
        slug: 'rain-at-last',
        headline: 'Rain at last',
        url: 'https://news.test/rain-at-last',
        publishedAt: '2026-03-01T08:00:00.000Z',
      },
    })
  })

  test('narrows to fields', async () => {
    const id = aTakeawayId()
    await aPublishedArticle(service, { takeaways: [{ id, text: 'Wet.' }] })

    const { body } = await client.get(`/v1/takeaways/${id}?fields=position`).expect(200)

    expect(body).toEqual({ id, position: 0 })
  })

  test('answers 404 for what is in no live article', async () => {
    const [draft, gone, withdrawn, dropped] = [aTakeawayId(), aTakeawayId(), aTakeawayId(), aTakeawayId()]
    await anArticle(service, { takeaways: [{ id: draft, text: 'Hush.' }] })
    await unpublish(service, await aPublishedArticle(service, { takeaways: [{ id: gone, text: 'Hush.' }] }))
    const article = await aPublishedArticle(service, { takeaways: [{ id: withdrawn, text: 'Hush.' }] })
    await withdraw(service, article, { reason: 'Made up.' })
    const shorter = await aPublishedArticle(service, { takeaways: [{ id: dropped, text: 'Hush.' }] })
    await aNewVersion(service, shorter, { takeaways: [] })

    for (const id of [draft, gone, withdrawn, dropped, aTakeawayId()]) {
      const { body } = await client.get(`/v1/takeaways/${id}`).expect(404)
      expect(body.detail).toBe('There is no such takeaway.')
    }
  })

  test('refuses what is no id, and names it', async () => {
    const { body } = await client.get('/v1/takeaways/first').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'takeaway', code: 'wrong-format' }])
  })
})

describe('listTakeaways', () => {
  test('lists them by article, the newest first, and inside of it in its order', async () => {
    const topic = await aTopic(service)
    const takeaways = (texts: string[]) => texts.map((text) => ({ text }))
    const march = { about: [topic], takeaways: takeaways(['a', 'b']), at: '2026-03-01T08:00:00.000Z' }
    const april = { about: [topic], takeaways: takeaways(['c', 'd']), at: '2026-04-01T08:00:00.000Z' }
    for (const article of [march, april]) await aPublishedArticle(service, article)

    const newest = await pageAt(client, `/v1/takeaways?topic=${topic.slug}`)
    const oldest = await pageAt(client, `/v1/takeaways?topic=${topic.slug}&sort=publishedAt`)

    expect(listed([newest], 'text')).toEqual(['c', 'd', 'a', 'b'])
    expect(listed([oldest], 'text')).toEqual(['a', 'b', 'c', 'd'])
  })

  test('is walked on and back, in the middle of an article too', async () => {
    const topic = await aTopic(service)
    const takeaways = ['a', 'b', 'c'].map((text) => ({ text }))
    const at = '2026-03-01T08:00:00.000Z'
    for (const each of [1, 2])
      await aPublishedArticle(service, { about: [topic], takeaways, at, slug: `walk-${each}` })
    const url = `/v1/takeaways?topic=${topic.slug}&limit=2`

    const onward = await walkOn(client, url)
    const back = await walkBack(client, url, onward.at(-1))

    expect(listed(onward, 'text').join('')).toBe('abcabc')
    expect(back.map(({ data }) => data)).toEqual(onward.slice(0, -1).map(({ data }) => data))
  })

  test('filters by author, language and the time of publication', async () => {
    const author = await anAuthor(service)
    const by = [author]
    const march = { by, language: 'uk', takeaways: [{ text: 'a' }], at: '2026-03-01T08:00:00.000Z' }
    const april = { by, language: 'en', takeaways: [{ text: 'b' }], at: '2026-04-01T08:00:00.000Z' }
    for (const article of [march, april]) await aPublishedArticle(service, article)
    const texts = async (filter: string) =>
      listed(await walkOn(client, `/v1/takeaways?author=${author.slug}&${filter}`), 'text')

    expect(await texts('language=uk')).toEqual(['a'])
    expect(await texts('publishedAfter=2026-04-01T08:00:00Z')).toEqual(['b'])
    expect(await texts('publishedBefore=2026-04-01T08:00:00Z')).toEqual(['a'])
  })
})
