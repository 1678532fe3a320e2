import { describe, expect, test } from 'vitest'
import {
  aNewVersion,
  anArticle,
  anEdit,
  aPublishedArticle,
  aTopic,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'

const service = await aService()
const { client } = service

let sectionCount = 0

/** An id that a test may give to a section, so that it knows it. */
function aSectionId(): string {
  sectionCount += 1
  return `019b1f00-0000-7000-8000-${String(sectionCount).padStart(12, '0')}`
}

describe('getSection', () => {
  test('answers the section with its place and its article', async () => {
    const id = aSectionId()
    const article = await aPublishedArticle(service, {
      headline: 'Rain at last',
      sections: [
        { kind: 'lede', body: 'Rain.' },
        { id, heading: 'Then', body: 'Sun.' },
      ],
      at: '2026-03-01T08:00:00.000Z',
    })

    const { body } = await client.get(`/v1/sections/${id}`).expect(200)

    expect(body).toEqual({
      id,
      kind: 'body',
      heading: 'Then',
      anchor: 'then',
      body: 'Sun.',
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

  test('takes an id in capital letters too', async () => {
    const { id } = await aPublishedArticle(service, { sections: [{ body: 'Rain.' }] })
    const [section] = (await pageAt(client, `/v1/articles/${id}/sections`)).data

    const { body } = await client.get(`/v1/sections/${section.id.toUpperCase()}`).expect(200)

    expect(body.id).toBe(section.id)
  })

  test.each([
    ['markdown', '*Rain*'],
    ['html', '<p><em>Rain</em></p>'],
    ['text', 'Rain'],
  ])('writes its body as %s', async (format, written) => {
    const id = aSectionId()
    await aPublishedArticle(service, { sections: [{ id, body: '*Rain*' }] })

    const { body } = await client.get(`/v1/sections/${id}?format=${format}`).expect(200)

    expect(body.body).toBe(written)
  })

  test('narrows to fields', async () => {
    const id = aSectionId()
    const article = await aPublishedArticle(service, { sections: [{ id, heading: 'Where', body: 'Here.' }] })

    const { body } = await client.get(`/v1/sections/${id}?fields=heading,article.slug`).expect(200)

    expect(body).toEqual({ id, heading: 'Where', article: { slug: article.slug } })
  })

  test('keeps its id while its article is published again', async () => {
    const id = aSectionId()
    const article = await aPublishedArticle(service, { sections: [{ id, body: 'Rain.' }] })

    await aNewVersion(service, article, {
      sections: [{ id, kind: 'body', heading: 'New', body: 'Snow.', revision: 1 }],
    })

    const { body } = await client.get(`/v1/sections/${id}`).expect(200)
    expect(body).toMatchObject({ id, heading: 'New', body: 'Snow.' })
  })

  test('answers 404 for what is in no live article', async () => {
    const [draft, gone, withdrawn, dropped] = [aSectionId(), aSectionId(), aSectionId(), aSectionId()]
    await anArticle(service, { sections: [{ id: draft, body: 'Hush.' }] })
    await unpublish(service, await aPublishedArticle(service, { sections: [{ id: gone, body: 'Hush.' }] }))
    const article = await aPublishedArticle(service, { sections: [{ id: withdrawn, body: 'Hush.' }] })
    await withdraw(service, article, { reason: 'Made up.' })
    const shorter = await aPublishedArticle(service, { sections: [{ id: dropped, body: 'Hush.' }] })
    await aNewVersion(service, shorter, { sections: [] })

    for (const id of [draft, gone, withdrawn, dropped, aSectionId()]) {
      const { body } = await client.get(`/v1/sections/${id}`).expect(404)
      expect(body.detail).toBe('There is no such section.')
    }
  })

  test('does not show what an editor wrote since', async () => {
    const id = aSectionId()
    const article = await aPublishedArticle(service, { sections: [{ id, body: 'Rain.' }] })

    await anEdit(service, article, {
      sections: [{ id, kind: 'body', heading: null, body: 'Hush.', revision: 1 }],
    })

    const { body } = await client.get(`/v1/sections/${id}`).expect(200)
    expect(body.body).toBe('Rain.')
  })

  test('refuses what is no id, and names it', async () => {
    const { body } = await client.get('/v1/sections/lede').expect(400)

    expect(body.errors).toEqual([{ parameter: 'section', code: 'wrong-format', message: 'Must be a UUID.' }])
  })
})

describe('listSections', () => {
  test('lists them by article, the newest first, and inside of it in its order', async () => {
    const topic = await aTopic(service)
    const sections = (words: string[]) => words.map((body) => ({ body }))
    const march = { about: [topic], sections: sections(['a', 'b', 'c']), at: '2026-03-01T08:00:00.000Z' }
    const april = { about: [topic], sections: sections(['d', 'e']), at: '2026-04-01T08:00:00.000Z' }
    for (const article of [march, april]) await aPublishedArticle(service, article)

    const newest = await pageAt(client, `/v1/sections?topic=${topic.slug}`)
    const oldest = await pageAt(client, `/v1/sections?topic=${topic.slug}&sort=publishedAt`)

    expect(listed([newest], 'body')).toEqual(['d', 'e', 'a', 'b', 'c'])
    expect(listed([oldest], 'body')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(listed([newest], 'position')).toEqual([0, 1, 0, 1, 2])
  })

  test('is walked on and back, in the middle of an article too', async () => {
    const topic = await aTopic(service)
    const sections = ['a', 'b', 'c'].map((body) => ({ body }))
    const at = '2026-03-01T08:00:00.000Z'
    for (const each of [1, 2, 3])
      await aPublishedArticle(service, { about: [topic], sections, at, slug: `walk-${each}` })
    const url = `/v1/sections?topic=${topic.slug}&limit=2`

    const onward = await walkOn(client, url)
    const back = await walkBack(client, url, onward.at(-1))

    expect(listed(onward, 'body').join('')).toBe('abcabcabc')
    expect(new Set(listed(onward)).size).toBe(9)
    expect(back.map(({ data }) => data)).toEqual(onward.slice(0, -1).map(({ data }) => data))
  })

  test('filters by kind', async () => {
    const topic = await aTopic(service)
    await aPublishedArticle(service, {
      about: [topic],
      sections: [
        { kind: 'lede', body: 'a' },
        { kind: 'body', body: 'b' },
        { kind: 'closing', body: 'c' },
      ],
    })

    const pages = await walkOn(client, `/v1/sections?topic=${topic.slug}&kind=closing`)

    expect(listed(pages, 'body')).toEqual(['c'])
  })

  test('filters by language and by the time of publication', async () => {
    const topic = await aTopic(service)
    const about = [topic]
    const march = { about, language: 'uk', sections: [{ body: 'a' }], at: '2026-03-01T08:00:00.000Z' }
    const april = { about, language: 'en', sections: [{ body: 'b' }], at: '2026-04-01T08:00:00.000Z' }
    for (const article of [march, april]) await aPublishedArticle(service, article)
    const bodies = async (filter: string) =>
      listed(await walkOn(client, `/v1/sections?topic=${topic.id}&${filter}`), 'body')

    expect(await bodies('language=uk')).toEqual(['a'])
    expect(await bodies('publishedAfter=2026-04-01T08:00:00Z')).toEqual(['b'])
    expect(await bodies('publishedBefore=2026-04-01T08:00:00Z')).toEqual(['a'])
  })

  test('narrows to fields, and writes bodies as asked', async () => {
    const topic = await aTopic(service)
    const article = await aPublishedArticle(service, { about: [topic], sections: [{ body: '*Rain*' }] })

    const { data } = await pageAt(client, `/v1/sections?topic=${topic.id}&fields=body,article.id&format=text`)

    expect(data).toEqual([{ id: expect.any(String), body: 'Rain', article: { id: article.id } }])
  })
})
