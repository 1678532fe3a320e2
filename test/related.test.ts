import { describe, expect, test } from 'vitest'
import {
  aMerger,
  anArticle,
  aPublishedArticle,
  aTopic,
  type GivenArticle,
  type Made,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'

const service = await aService()
const { client } = service

let wordCount = 0

/** A word of letters that no other article has. */
function aWord(): string {
  wordCount += 1
  return `zq${[...String(wordCount)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}word`
}

async function relatedTo({ slug }: Made, query = ''): Promise<string[]> {
  const { body } = await client.get(`/v1/articles/${slug}/related${query}`).expect(200)
  return body.data.map(({ id }: { id: string }) => id)
}

/** Related to nothing by its words, unless those are given. */
function published(given: GivenArticle): Promise<Made> {
  return aPublishedArticle(service, { headline: aWord(), slug: aWord(), ...given })
}

describe('listRelatedArticles', () => {
  test('ranks articles by the topics that they share', async () => {
    const topics = [await aTopic(service), await aTopic(service), await aTopic(service)]
    const article = await published({ about: topics })
    const one = await published({ about: topics.slice(0, 1) })
    const all = await published({ about: topics })
    const two = await published({ about: topics.slice(0, 2) })

    expect(await relatedTo(article)).toEqual([all, two, one].map(({ id }) => id))
  })

  test('ranks articles by the words that they share, those of the headline first', async () => {
    const word = aWord()
    const article = await published({ headline: `About ${word}` })
    const inBody = await published({ sections: [{ body: `It is ${word}.` }] })
    const inHeadline = await published({ headline: `More on ${word}` })

    expect(await relatedTo(article)).toEqual([inHeadline, inBody].map(({ id }) => id))
  })

  test('tells articles of the same topics apart by their words', async () => {
    const [word, about] = [aWord(), [await aTopic(service)]]
    const article = await published({ headline: `About ${word}`, about })
    const near = await published({ headline: `More on ${word}`, about })
    const far = await published({ about })

    expect(await relatedTo(article)).toEqual([near, far].map(({ id }) => id))
  })

  test('orders by id what is equally close', async () => {
    const about = [await aTopic(service)]
    const article = await published({ headline: 'Same', slug: 'same-0', about })
    const others = [1, 2, 3].map((number) => published({ headline: 'Same', slug: `same-${number}`, about }))

    const ids = (await Promise.all(others)).map(({ id }) => id)

    expect(await relatedTo(article)).toEqual(ids.sort().reverse())
  })

  test('follows a topic to the one that took its place', async () => {
    const [old, current] = [await aTopic(service), await aTopic(service)]
    const article = await published({ about: [old] })
    const other = await published({ about: [current] })

    await aMerger(service, 'topic', old, current)

    expect(await relatedTo(article)).toEqual([other.id])
    expect(await relatedTo(other)).toEqual([article.id])
  })

  test('keeps to the language of the article', async () => {
    const about = [await aTopic(service)]
    const article = await published({ about, language: 'en' })
    const same = await published({ about, language: 'en-GB' })
    await published({ about, language: 'fr' })

    expect(await relatedTo(article)).toEqual([same.id])
  })

  test('leaves out what is not public', async () => {
    const about = [await aTopic(service)]
    const article = await published({ about })
    const [gone, withdrawn] = [await published({ about }), await published({ about })]
    await anArticle(service, { about })
    await aPublishedArticle(service, { about, at: '2099-01-01T00:00:00Z' })

    await unpublish(service, gone)
    await withdraw(service, withdrawn, { reason: 'Made up.' })

    expect(await relatedTo(article)).toEqual([])
  })

  test.each(['!!!', `O'Brien\\ "quotes" & ) | ( :*`, 'the and of'])(
    'has an answer for an article called %j',
    async (headline) => {
      const article = await published({ headline, slug: `odd-${headline.length}` })

      expect(await relatedTo(article)).not.toContain(article.id)
    },
  )

  test('answers five, or as many as asked for, as lists show them', async () => {
    const about = [await aTopic(service)]
    const article = await published({ about })
    for (let count = 0; count < 6; count += 1) await published({ about })

    const { body } = await client.get(`/v1/articles/${article.id}/related`).expect(200)

    expect(body.page).toEqual({ limit: 5, nextCursor: null, prevCursor: null })
    expect(body.data).toHaveLength(5)
    expect(body.data[0]).not.toHaveProperty('sections')
    expect(await relatedTo(article, '?limit=6')).toHaveLength(6)
  })

  test.each(['0', '21', 'many'])('refuses a limit of %s', async (limit) => {
    const article = await published({})

    const { body } = await client.get(`/v1/articles/${article.id}/related?limit=${limit}`).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'limit' }])
  })

  test('says of an article that is not public what the article says', async () => {
    const draft = await anArticle(service)
    const gone = await published({})
    await withdraw(service, gone, { reason: 'Made up.' })

    await client.get(`/v1/articles/${draft.id}/related`).expect(404)
    await client.get(`/v1/articles/${gone.slug}/related`).expect(410)
  })
})
