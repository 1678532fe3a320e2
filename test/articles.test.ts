import { describe, expect, test } from 'vitest'
import {
  aCorrection,
  aMerger,
  aNewVersion,
  anArticle,
  anAuthor,
  anEdit,
  aPublishedArticle,
  aTopic,
  type GivenArticle,
  type Made,
  trash,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'

const service = await aService()
const { client, clock } = service

/** An id of nothing. */
const unknownId = '019b1f00-0000-7000-8000-0000000fffff'

describe('getArticle', () => {
  test('answers the whole article by its id and by its slug', async () => {
    const author = await anAuthor(service, { name: 'Ana Silva', bio: 'Ana *writes*.' })
    const topic = await aTopic(service, { name: 'Weather', description: 'Rain and sun.' })
    const article = await aPublishedArticle(service, {
      headline: 'Rain at last',
      summary: 'It rained.',
      dateline: 'Lisbon',
      by: [author],
      about: [topic],
      sections: [{ kind: 'lede', body: 'It *rained*.' }],
      takeaways: [{ text: 'It rained.' }],
    })

    const bySlug = await client.get('/v1/articles/rain-at-last').expect(200)
    const byId = await client.get(`/v1/articles/${article.id}`).expect(200)

    expect(byId.body).toEqual(bySlug.body)
    expect(byId.body).toMatchObject({
      id: article.id,
      slug: 'rain-at-last',
      url: 'https://news.test/rain-at-last',
      language: 'en',
      headline: 'Rain at last',
      summary: 'It rained.',
      dateline: 'Lisbon',
      byline: [{ role: 'author', author: { id: author.id, name: 'Ana Silva', bio: 'Ana *writes*.' } }],
      sections: [{ kind: 'lede', heading: null, body: 'It *rained*.', anchor: 'lede' }],
      takeaways: [{ text: 'It rained.', evidence: [] }],
      topics: [{ id: topic.id, slug: 'weather', name: 'Weather', description: 'Rain and sun.' }],
      corrections: [],
      correctedAt: null,
      wordCount: 4,
      readingMinutes: 1,
      links: { self: `https://copydesk.test/v1/articles/${article.id}` },
    })
  })

  test('takes an id in capital letters too', async () => {
    const article = await aPublishedArticle(service)

    const { body } = await client.get(`/v1/articles/${article.id.toUpperCase()}`).expect(200)

    expect(body.id).toBe(article.id)
  })

  test.each([
    ['markdown', 'It *rained* & <b>poured</b>.'],
    ['html', '<p>It <em>rained</em> &amp; &lt;b&gt;poured&lt;/b&gt;.</p>'],
    ['text', 'It rained & <b>poured</b>.'],
  ])('writes bodies as %s', async (format, body) => {
    const article = await aPublishedArticle(service, {
      sections: [{ body: 'It *rained* & <b>poured</b>.' }],
    })

    const answer = await client.get(`/v1/articles/${article.slug}?format=${format}`).expect(200)

    expect(answer.body.sections[0].body).toBe(body)
  })

  test('narrows to fields, those inside of others too', async () => {
    const author = await anAuthor(service, { name: 'Bo Berg' })
    const article = await aPublishedArticle(service, {
      headline: 'Narrow',
      by: [author],
      sections: [{ heading: 'Where', body: 'Here.' }],
    })

    const { body } = await client
      .get(`/v1/articles/${article.id}?fields=headline,sections.heading,byline.author.name`)
      .expect(200)

    expect(body).toEqual({
      id: article.id,
      headline: 'Narrow',
      sections: [{ heading: 'Where' }],
      byline: [{ author: { name: 'Bo Berg' } }],
    })
  })

  test('has everything in it, whatever include says', async () => {
    const article = await aPublishedArticle(service, { sections: [{ body: 'Words.' }] })

    const { body } = await client.get(`/v1/articles/${article.id}?include=topics`).expect(200)

    expect(body.sections).toHaveLength(1)
  })

  test('answers plain words in reading order to who asks for them', async () => {
    const article = await aPublishedArticle(service, {
      headline: 'Plain rain',
      sections: [{ body: 'It *rained*.' }],
    })

    const { text, headers } = await client
      .get(`/v1/articles/${article.id}`)
      .set('accept', 'text/plain, application/json;q=0.5')
      .expect(200)

    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(text).toBe('Plain rain\n\nIt rained.\n')
  })

  test('shows authors and topics as they are now, and those that took their place', async () => {
    const [away, stays] = [await anAuthor(service), await anAuthor(service)]
    const [old, current] = [await aTopic(service), await aTopic(service)]
    const article = await aPublishedArticle(service, { by: [away, stays], about: [old, current] })

    await aMerger(service, 'author', away, stays)
    await aMerger(service, 'topic', old, current)

    const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)
    expect(body.byline.map(({ author }: { author: { id: string } }) => author.id)).toEqual([stays.id])
    expect(body.topics.map(({ id }: { id: string }) => id)).toEqual([current.id])
  })

  test('keeps to what was published while editors go on', async () => {
    const article = await aPublishedArticle(service, { headline: 'As published' })

    await anEdit(service, article, { headline: 'As edited' })

    const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)
    expect(body).toMatchObject({ headline: 'As published', revision: 1 })
  })

  test('tells when it was first public, since when without a break, and since when as it is', async () => {
    const article = await aPublishedArticle(service, { at: '2026-03-01T08:00:00.000Z' })
    await clock.during('2026-03-02T08:00:00.000Z', () => unpublish(service, article))
    await aNewVersion(service, article, { at: '2026-03-03T08:00:00.000Z' })
    await aNewVersion(service, article, { at: '2026-03-04T08:00:00.000Z', headline: 'Corrected' })

    const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)

    expect(body).toMatchObject({
      headline: 'Corrected',
      firstPublishedAt: '2026-03-01T08:00:00.000Z',
      publishedAt: '2026-03-03T08:00:00.000Z',
      updatedAt: '2026-03-04T08:00:00.000Z',
    })
  })

  test('shows a correction from the version on that first carries it', async () => {
    const article = await aPublishedArticle(service, { at: '2026-03-01T08:00:00.000Z' })
    await aCorrection(service, article, { note: 'It was snow.' })

    const waiting = await client.get(`/v1/articles/${article.id}`).expect(200)
    await aNewVersion(service, article, { at: '2026-03-02T08:00:00.000Z' })
    const shown = await client.get(`/v1/articles/${article.id}`).expect(200)

    expect(waiting.body).toMatchObject({ corrections: [], correctedAt: null })
    expect(shown.body).toMatchObject({
      corrections: [{ kind: 'correction', note: 'It was snow.', at: '2026-03-02T08:00:00.000Z' }],
      correctedAt: '2026-03-02T08:00:00.000Z',
    })
  })
})

/** Articles of every kind that the public may not see, each with a section and a takeaway. */
const hidden = {
  'a draft': () => anArticle(service, parts()),
  'a scheduled article': () => aPublishedArticle(service, { ...parts(), at: '2099-01-01T00:00:00.000Z' }),
  'an unpublished article': async () => {
    const article = await aPublishedArticle(service, parts())
    await unpublish(service, article)
    return article
  },
  'an article past its end': () =>
    aPublishedArticle(service, {
      ...parts(),
      at: '2026-01-01T00:00:00.000Z',
      until: '2026-01-02T00:00:00.000Z',
    }),
  'a trashed article': async () => {
    const article = await aPublishedArticle(service, parts())
    await trash(service, article)
    return article
  },
}

function parts() {
  return { sections: [{ body: 'Hush.' }], takeaways: [{ text: 'Hush.' }] }
}

describe.each(Object.entries(hidden))('%s', (_, make) => {
  test('answers 404 by id and by slug, and so do its parts', async () => {
    const article = await make()

    for (const key of [article.id, article.slug]) {
      await client.get(`/v1/articles/${key}`).expect(404)
      await client.get(`/v1/articles/${key}`).set('accept', 'text/plain').expect(404)
      await client.get(`/v1/articles/${key}/sections`).expect(404)
      await client.get(`/v1/articles/${key}/takeaways`).expect(404)
    }
  })

  test('is in no list', async () => {
    const author = await anAuthor(service)
    const topic = await aTopic(service)
    const article = await make()
    await anEdit(service, article, {
      byline: [{ authorId: author.id, role: 'author' }],
      topicIds: [topic.id],
    })

    for (const list of ['articles', 'sections', 'takeaways']) {
      const pages = await walkOn(client, `/v1/${list}?limit=100`)
      const articles = list === 'articles' ? pages : listed(pages, 'article')
      expect(JSON.stringify(articles)).not.toContain(article.id)
      expect(listed(await walkOn(client, `/v1/${list}?author=${author.id}`))).toEqual([])
      expect(listed(await walkOn(client, `/v1/${list}?topic=${topic.slug}`))).toEqual([])
    }
  })

  test('looks exactly like one that never was', async () => {
    const article = await make()
    const unknownSlug = article.slug.replace(/./, 'q')

    for (const [hiddenKey, unknownKey] of [
      [article.id, unknownId],
      [article.slug, unknownSlug],
    ]) {
      const one = await client.get(`/v1/articles/${hiddenKey}`).expect(404)
      const other = await client.get(`/v1/articles/${unknownKey}`).expect(404)

      const same = { requestId: '', instance: '' }
      expect({ ...one.body, ...same }).toEqual({ ...other.body, ...same })
      expect({ ...one.headers, date: '' }).toEqual({ ...other.headers, date: '' })
    }
  })
})

describe('a withdrawn article', () => {
  test('answers 410 with date and reason, by id, by slug, and in its parts', async () => {
    const article = await aPublishedArticle(service)
    await clock.during('2027-03-01T08:00:00.000Z', () => withdraw(service, article, { reason: 'Made up.' }))

    for (const key of [article.id, article.slug, `${article.id}/sections`, `${article.slug}/takeaways`]) {
      const { body } = await client.get(`/v1/articles/${key}`).expect(410)
      expect(body).toMatchObject({
        code: 'withdrawn',
        withdrawnAt: '2027-03-01T08:00:00.000Z',
        reason: 'Made up.',
      })
    }
  })

  test('answers 451 where the law demanded it', async () => {
    const article = await aPublishedArticle(service)
    await withdraw(service, article, { reason: 'Court order.', legalGround: 'Case 12/26' })

    const { body } = await client.get(`/v1/articles/${article.slug}`).expect(451)

    expect(body).toMatchObject({ code: 'withdrawn-for-legal-reasons', legalGround: 'Case 12/26' })
  })

  test('answers 410 under its old slugs too', async () => {
    const article = await aPublishedArticle(service)
    const renamed = await aNewVersion(service, article, { slug: 'withdrawn-under-this' })
    await withdraw(service, article, { reason: 'Made up.' })

    await client.get(`/v1/articles/${article.slug}`).expect(410)
    await client.get(`/v1/articles/${renamed.slug}`).expect(410)
  })

  test('is in no list', async () => {
    const article = await aPublishedArticle(service, parts())
    await withdraw(service, article, { reason: 'Made up.' })

    for (const list of ['articles', 'sections', 'takeaways']) {
      expect(JSON.stringify(await walkOn(client, `/v1/${list}?limit=100`))).not.toContain(article.id)
    }
  })

  test('is there again when it is published again', async () => {
    const article = await aPublishedArticle(service)
    await withdraw(service, article, { reason: 'Made up.' })

    await aNewVersion(service, article, { headline: 'True after all' })

    const { body } = await client.get(`/v1/articles/${article.slug}`).expect(200)
    expect(body.headline).toBe('True after all')
  })
})

describe('an old slug', () => {
  test('answers 308 to the new one, and keeps what follows it', async () => {
    const article = await aPublishedArticle(service, { slug: 'moved-from' })
    await aNewVersion(service, article, { slug: 'moved-to' })

    for (const rest of ['', '?format=html&fields=headline', '/sections?format=text', '/takeaways']) {
      await client
        .get(`/v1/articles/moved-from${rest}`)
        .expect(308)
        .expect('location', `/v1/articles/moved-to${rest}`)
    }
  })

  test('keeps what stands before it too, though it holds the same word', async () => {
    const article = await aPublishedArticle(service, { slug: 'articles' })
    await aNewVersion(service, article, { slug: 'collections' })

    await client.get('/v1/articles/articles').expect(308).expect('location', '/v1/articles/collections')
  })

  test('belongs to another article once that is public under it', async () => {
    const article = await aPublishedArticle(service, { slug: 'handed-on' })
    await aNewVersion(service, article, { slug: 'handed-over' })
    const heir = await aPublishedArticle(service, { slug: 'handed-on' })

    const { body } = await client.get('/v1/articles/handed-on').expect(200)

    expect(body.id).toBe(heir.id)
  })

  test('answers 404 while its article is not public', async () => {
    const article = await aPublishedArticle(service)
    await aNewVersion(service, article, { slug: 'moved-then-gone' })
    await unpublish(service, article)

    await client.get(`/v1/articles/${article.slug}`).expect(404)
  })

  test('does not tell of a slug that is only scheduled', async () => {
    const article = await aPublishedArticle(service, { slug: 'as-it-is' })
    await aNewVersion(service, article, { slug: 'as-it-will-be', at: '2099-01-01T00:00:00.000Z' })

    await client.get('/v1/articles/as-it-is').expect(200)
    await client.get('/v1/articles/as-it-will-be').expect(404)
  })
})

describe('listArticles', () => {
  /** Articles that no other test lists, because they alone are about this topic. */
  async function someArticles<const Given extends readonly (GivenArticle & { at?: string })[]>(given: Given) {
    const topic = await aTopic(service)
    const articles: Made[] = []
    for (const each of given) articles.push(await aPublishedArticle(service, { about: [topic], ...each }))
    return {
      topic,
      articles: articles as { [Index in keyof Given]: Made },
      ids: articles.map(({ id }) => id),
      url: `/v1/articles?topic=${topic.slug}`,
    }
  }

  const monday = '2026-03-02T08:00:00.000Z'
  const tuesday = '2026-03-03T08:00:00.000Z'
  const wednesday = '2026-03-04T08:00:00.000Z'
  const threeDays = [{ at: monday }, { at: tuesday }, { at: wednesday }] as const

  test('leaves out sections and takeaways, and names authors and topics only', async () => {
    const author = await anAuthor(service, { name: 'Cy Young', bio: 'Writes.' })
    const { topic, url } = await someArticles([{ ...parts(), by: [author] }])

    const { data } = await pageAt(client, url)

    expect(data[0]).not.toHaveProperty('sections')
    expect(data[0]).not.toHaveProperty('takeaways')
    expect(data[0]).not.toHaveProperty('corrections')
    expect(data[0].byline[0].author).toEqual({ id: author.id, slug: 'cy-young', name: 'Cy Young' })
    expect(data[0].topics).toEqual([{ id: topic.id, slug: topic.slug, name: expect.any(String) }])
  })

  test('adds what include asks for', async () => {
    const author = await anAuthor(service, { bio: 'Writes.' })
    const { url } = await someArticles([{ ...parts(), by: [author] }])

    const { data } = await pageAt(client, `${url}&include=sections,takeaways,authors,topics,corrections`)

    expect(data[0]).toMatchObject({
      sections: [{ body: 'Hush.' }],
      takeaways: [{ text: 'Hush.' }],
      byline: [{ author: { bio: 'Writes.' } }],
      topics: [{ description: null }],
      corrections: [],
    })
  })

  test('brings what fields names, without being asked to include it', async () => {
    const { url } = await someArticles([parts()])

    const { data } = await pageAt(client, `${url}&fields=sections.body,topics.description&format=html`)

    expect(data).toEqual([
      { id: expect.any(String), sections: [{ body: '<p>Hush.</p>' }], topics: [{ description: null }] },
    ])
  })

  test('has the newest first', async () => {
    const { ids, url } = await someArticles(threeDays)

    expect(listed(await walkOn(client, url))).toEqual(ids.toReversed())
  })

  test.each([
    ['publishedAt', [0, 1, 2]],
    ['-publishedAt', [2, 1, 0]],
    ['firstPublishedAt', [0, 1, 2]],
    ['-firstPublishedAt', [2, 1, 0]],
    ['updatedAt', [1, 2, 0]],
    ['-updatedAt', [0, 2, 1]],
    ['headline', [2, 0, 1]],
    ['-headline', [1, 0, 2]],
  ])('sorts by %s', async (sort, order) => {
    const name = sort.replace('-', 'descending ')
    const { articles, ids, url } = await someArticles([
      { at: monday, headline: `Moss, ${name}` },
      { at: tuesday, headline: `Oak, ${name}` },
      { at: wednesday, headline: `Alder, ${name}` },
    ])
    await aNewVersion(service, articles[0], { at: '2026-03-05T08:00:00.000Z' })

    const pages = await walkOn(client, `${url}&sort=${sort}&limit=1`)

    expect(listed(pages)).toEqual(order.map((index) => ids[index]))
  })

  test('sorts by several fields, each in its own direction', async () => {
    const { url } = await someArticles(
      ['B', 'A', 'B', 'A'].map((headline, index) => ({
        headline,
        at: `2026-03-0${index + 1}T08:00:00.000Z`,
        slug: `several-${index}`,
      })),
    )

    const pages = await walkOn(client, `${url}&sort=headline,-publishedAt&limit=1`)

    expect(listed(pages, 'slug')).toEqual(['several-3', 'several-1', 'several-2', 'several-0'])
  })

  test('gives every article once, walked on and back, though all were published in one instant', async () => {
    const { ids, url } = await someArticles(Array(7).fill({ at: monday }))

    const onward = await walkOn(client, `${url}&limit=3`)
    const back = await walkBack(client, `${url}&limit=3`, onward.at(-1))

    expect(listed(onward).toSorted()).toEqual(ids.toSorted())
    expect(onward.map(({ data }) => data.length)).toEqual([3, 3, 1])
    expect(back.map(({ data }) => data)).toEqual(onward.slice(0, -1).map(({ data }) => data))
  })

  test('has no page before the first and none after the last', async () => {
    const { url } = await someArticles(threeDays)

    const pages = await walkOn(client, `${url}&limit=2`)

    expect(pages[0]?.page).toMatchObject({ limit: 2, prevCursor: null, nextCursor: expect.any(String) })
    expect(pages[1]?.page).toMatchObject({ limit: 2, prevCursor: expect.any(String), nextCursor: null })
  })

  test('holds still while it is walked and others publish', async () => {
    const { topic, ids, articles, url } = await someArticles(threeDays)
    const first = await pageAt(client, `${url}&limit=1`)

    await aPublishedArticle(service, { about: [topic] })
    await aNewVersion(service, articles[0], { headline: 'Newer' })
    await unpublish(service, articles[1])

    const second = await pageAt(client, `${url}&limit=1`, first.page.nextCursor)
    const third = await pageAt(client, `${url}&limit=1`, second.page.nextCursor)
    expect(listed([first, second, third])).toEqual(ids.toReversed())
    expect(third.page.nextCursor).toBeNull()
  })

  test('leaves out what is withdrawn while it is walked', async () => {
    const { ids, articles, url } = await someArticles(threeDays)
    const first = await pageAt(client, `${url}&limit=1`)

    await withdraw(service, articles[1], { reason: 'Made up.' })

    const second = await pageAt(client, `${url}&limit=1`, first.page.nextCursor)
    expect(listed([first, second])).toEqual([ids[2], ids[0]])
  })

  test('links to the pages in headers too', async () => {
    const { url } = await someArticles(threeDays)

    const first = await client.get(`${url}&limit=1`).expect(200)
    const second = await pageAt(client, `${url}&limit=1`, first.body.page.nextCursor)
    const { headers } = await client.get(`${url}&limit=1&cursor=${first.body.page.nextCursor}`)

    const linkTo = (relation: string, cursor?: string | null) =>
      `<https://copydesk.test${url}&limit=1${cursor ? `&cursor=${cursor}` : ''}>; rel="${relation}"`
    expect(first.headers['link']).toBe(
      [linkTo('first'), linkTo('next', first.body.page.nextCursor)].join(', '),
    )
    expect(headers['link']).toBe(
      [linkTo('first'), linkTo('prev', second.page.prevCursor), linkTo('next', second.page.nextCursor)].join(
        ', ',
      ),
    )
  })

  test('refuses a cursor that belongs to another filter or order', async () => {
    const { url } = await someArticles(threeDays)
    const { page } = await pageAt(client, `${url}&limit=1`)

    for (const other of [`/v1/articles?limit=1`, `${url}&limit=1&sort=headline`, '/v1/sections?limit=1']) {
      const { body } = await client.get(`${other}&cursor=${page.nextCursor}`).expect(400)
      expect(body.errors).toEqual([expect.objectContaining({ parameter: 'cursor' })])
    }
  })

  test('takes a cursor with another limit, other fields or another format', async () => {
    const { ids, url } = await someArticles(threeDays)
    const { page } = await pageAt(client, `${url}&limit=1`)

    const rest = await pageAt(client, `${url}&limit=9&fields=headline&format=text`, page.nextCursor)

    expect(listed([rest])).toEqual(ids.slice(0, 2).toReversed())
  })

  test('does not let a forged cursor look past an embargo', async () => {
    const { topic, url } = await someArticles(threeDays)
    await aPublishedArticle(service, { about: [topic], at: '2099-01-01T00:00:00.000Z', slug: 'embargoed' })
    const { page } = await pageAt(client, `${url}&limit=1&sort=publishedAt`)
    const cursor = JSON.parse(Buffer.from(page.nextCursor ?? '', 'base64url').toString())

    const forged = Buffer.from(JSON.stringify({ ...cursor, t: '2099-06-01T00:00:00.000Z' }))
    const { text } = await client.get(
      `${url}&limit=9&sort=publishedAt&cursor=${forged.toString('base64url')}`,
    )

    expect(text).not.toContain('embargoed')
  })

  test.each([
    ['no values', { v: [] }],
    ['a value of another type', { v: ['yesterday', unknownId] }],
    ['a number for an id', { v: ['2026-03-02T08:00:00.000Z', 7] }],
    ['one value too many', { v: ['2026-03-02T08:00:00.000Z', unknownId, 1] }],
    ['a character that cannot be stored', { v: ['2026-03-02T08:00:00.000Z', 'a\0'] }],
    ['a time that is none', { t: '2026-02-31T08:00:00.000Z' }],
  ])('refuses a forged cursor with %s', async (_, forgery) => {
    const { url } = await someArticles(threeDays)
    const { page } = await pageAt(client, `${url}&limit=1`)
    const cursor = JSON.parse(Buffer.from(page.nextCursor ?? '', 'base64url').toString())

    const forged = Buffer.from(JSON.stringify({ ...cursor, ...forgery })).toString('base64url')
    const { body } = await client.get(`${url}&limit=1&cursor=${forged}`).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'cursor' })])
  })

  test('filters by authors, by id or slug, any of several', async () => {
    const [ana, bo] = [await anAuthor(service), await anAuthor(service)]
    const { ids, url } = await someArticles([{ by: [ana] }, { by: [bo] }, { by: [ana, bo] }, {}])
    const idsFor = async (author: string) => listed(await walkOn(client, `${url}&author=${author}`))

    expect(await idsFor(ana.id)).toEqual([ids[2], ids[0]])
    expect(await idsFor(bo.slug)).toEqual([ids[2], ids[1]])
    expect(await idsFor(`${ana.slug},${bo.id}`)).toEqual([ids[2], ids[1], ids[0]])
    expect(await idsFor('nobody-at-all')).toEqual([])
  })

  test('filters by topics, by id or slug, any of several', async () => {
    const [rain, snow] = [await aTopic(service), await aTopic(service)]
    const author = await anAuthor(service)
    const both = await aPublishedArticle(service, { by: [author], about: [rain, snow] })
    const one = await aPublishedArticle(service, { by: [author], about: [snow] })
    const idsFor = async (topic: string) =>
      listed(await walkOn(client, `/v1/articles?author=${author.id}&topic=${topic}`))

    expect(await idsFor(rain.id)).toEqual([both.id])
    expect(await idsFor(snow.slug)).toEqual([one.id, both.id])
    expect(await idsFor(`${rain.slug},${snow.id}`)).toEqual([one.id, both.id])
  })

  test('finds the articles of an author and a topic that others took the place of', async () => {
    const [away, stays] = [await anAuthor(service), await anAuthor(service)]
    const { ids, topic } = await someArticles([{ by: [away] }])
    const current = await aTopic(service)

    await aMerger(service, 'author', away, stays)
    await aMerger(service, 'topic', topic, current)

    expect(listed(await walkOn(client, `/v1/articles?author=${stays.slug}`))).toEqual(ids)
    expect(listed(await walkOn(client, `/v1/articles?topic=${current.id}`))).toEqual(ids)
  })

  test('filters by language, any of several', async () => {
    const { ids, url } = await someArticles([{ language: 'en' }, { language: 'uk' }, { language: 'pt-BR' }])

    expect(listed(await walkOn(client, `${url}&language=uk`))).toEqual([ids[1]])
    expect(listed(await walkOn(client, `${url}&language=pt-BR,en`))).toEqual([ids[2], ids[0]])
    expect(listed(await walkOn(client, `${url}&language=fr`))).toEqual([])
  })

  test.each([
    ['publishedAfter=2026-03-03T08:00:00Z', [2, 1]],
    ['publishedAfter=2026-03-03T08:00:00.001Z', [2]],
    ['publishedAfter=2026-03-03T09:00:00%2B01:00', [2, 1]],
    ['publishedBefore=2026-03-03T08:00:00Z', [0]],
    ['publishedBefore=2026-03-03T08:00:00.001Z', [1, 0]],
    ['publishedAfter=2026-03-03T00:00:00Z&publishedBefore=2026-03-04T00:00:00Z', [1]],
  ])('filters by %s', async (filter, order) => {
    const { ids, url } = await someArticles(threeDays)

    expect(listed(await walkOn(client, `${url}&${filter}`))).toEqual(order.map((index) => ids[index]))
  })
})

describe('listArticleSections', () => {
  test('answers all sections of one article in order, written as asked', async () => {
    const article = await aPublishedArticle(service, {
      sections: [
        { kind: 'lede', body: 'It *rained*.' },
        { heading: 'Then', body: 'Sun.' },
      ],
    })

    const { body } = await client.get(`/v1/articles/${article.slug}/sections?format=html`).expect(200)

    expect(body.data).toMatchObject([
      { kind: 'lede', heading: null, body: '<p>It <em>rained</em>.</p>' },
      { kind: 'body', heading: 'Then', body: '<p>Sun.</p>' },
    ])
    expect(body.page).toEqual({ limit: 2, nextCursor: null, prevCursor: null })
  })

  test('gives each section a name of its own for links into the page', async () => {
    const article = await aPublishedArticle(service, {
      sections: ['Rain', 'Rain', '東京', 'Rain 2'].map((heading) => ({ heading, body: '' })),
    })

    const { body } = await client.get(`/v1/articles/${article.slug}/sections`).expect(200)

    const anchors = body.data.map(({ anchor }: { anchor: string }) => anchor)
    expect(new Set(anchors).size).toBe(4)
    expect(anchors.slice(0, 3)).toEqual(['rain', 'rain-2', 'body'])
  })

  test('answers an empty list for an article without any', async () => {
    const article = await aPublishedArticle(service)

    const { body } = await client.get(`/v1/articles/${article.slug}/sections`).expect(200)

    expect(body.data).toEqual([])
  })
})

describe('listArticleTakeaways', () => {
  test('answers all takeaways of one article in order, with their evidence', async () => {
    const sectionId = '019b1f00-0000-7000-8000-0000000aaaaa'
    const evidence = [{ sectionId, exact: 'rained', prefix: 'It ' }]
    const article = await aPublishedArticle(service, {
      sections: [{ id: sectionId, body: 'It *rained*.' }],
      takeaways: [{ text: 'Wet.', evidence }, { text: 'Cold.' }],
    })

    const { body } = await client.get(`/v1/articles/${article.id}/takeaways`).expect(200)

    expect(body.data).toEqual([
      { id: expect.any(String), text: 'Wet.', evidence },
      { id: expect.any(String), text: 'Cold.', evidence: [] },
    ])
  })
})
