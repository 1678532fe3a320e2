import fc from 'fast-check'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import {
  type ArticleWorkingCopy,
  DraftSection,
  DraftTakeaway,
  ArticleWorkingCopy as WorkingCopySchema,
} from '../src/articles/draftSchema.ts'
import { Article } from '../src/articles/schema.ts'
import { AuthorRecord } from '../src/authors/schema.ts'
import { pathsOf } from '../src/query/fields.ts'
import { TopicRecord } from '../src/topics/schema.ts'
import {
  aCorrection,
  aNewVersion,
  anArticle,
  anAuthor,
  anEdit,
  aPublishedArticle,
  aTopic,
} from './support/factories.ts'
import { query } from './support/postgres.ts'
import { aService } from './support/service.ts'
import { statementsOf } from './support/statements.ts'
import { listed, walkOn } from './support/walk.ts'
import { aColleague, ownId, theDraft } from './support/writing.ts'

const service = await aService()
const { client } = service
const reader = await aColleague(service, 'reader')

/** Something of each field, a change that is not public yet and a schedule included. */
async function aFullArticle(): Promise<ArticleWorkingCopy> {
  const sectionId = ownId()
  const article = await aPublishedArticle(service, {
    by: [await anAuthor(service), await anAuthor(service)],
    about: [await aTopic(service), await aTopic(service)],
    summary: 'Rain, then *sun*.',
    dateline: 'Lisbon',
    canonicalUrl: 'https://elsewhere.test/rain',
    seo: { title: 'Rain', description: null },
    sections: [
      { id: sectionId, kind: 'lede', body: 'A *vote*.' },
      { heading: 'Why', body: 'Two words.' },
    ],
    takeaways: [{ text: 'There is a vote.', evidence: [{ sectionId, exact: 'vote', prefix: 'A ' }] }],
  })
  await aCorrection(service, article, { note: 'It was a vote.' })
  await aNewVersion(service, article, { headline: 'Sun' })
  await aNewVersion(service, article, { at: '2999-01-01T00:00:00.000Z', headline: 'Later' })
  await aCorrection(service, article, { note: 'It was two votes.' })
  await anEdit(service, article, { headline: 'Not yet' })
  return theDraft(reader, article)
}

/** What of a value these paths name, told by another way than the service's own. */
function narrowed(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => narrowed(one, paths))
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).flatMap(([name, inner]) => {
    if (paths.includes(name)) return [[name, inner]]
    const within = paths.filter((path) => path.startsWith(`${name}.`))
    return within.length === 0
      ? []
      : [
          [
            name,
            narrowed(
              inner,
              within.map((path) => path.slice(name.length + 1)),
            ),
          ],
        ]
  })
  return Object.fromEntries(parts)
}

/** Each path alone, some at random, and those that together look like something else. */
function choicesOf(paths: readonly string[], lookalikes: string[][]): string[][] {
  const random = fc.sample(fc.subarray([...paths], { minLength: 2, maxLength: 30 }), {
    numRuns: 40,
    seed: 20_261_126,
  })
  return [...paths.map((path) => [path]), ...random, ...lookalikes]
}

const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`

const draftPaths = pathsOf(WorkingCopySchema)
const alwaysListed = [
  ...['id', 'slug', 'headline', 'summary', 'language', 'stage', 'state'],
  ...['revision', 'etag', 'createdBy', 'createdAt', 'updatedAt'],
]

describe('a draft', () => {
  test.each([
    ['markdown', 'A *vote*.'],
    ['html', '<p>A <em>vote</em>.</p>'],
    ['text', 'A vote.'],
  ])('has its bodies in %s, wherever they are read', async (format, body) => {
    const { id } = await anArticle(service, { sections: [{ kind: 'lede', body: 'A *vote*.' }] })
    const [section] = (await theDraft(reader, { id })).sections
    const read = async (path: string, more = '') =>
      (await reader.get(`${path}?version=draft&format=${format}${more}`).expect(200)).body

    expect((await read(`/v1/articles/${id}`)).sections[0].body).toBe(body)
    expect((await read(`/v1/articles/${id}`, '&fields=sections.body')).sections).toEqual([{ body }])
    expect((await read(`/v1/articles/${id}/sections`)).data[0].body).toBe(body)
    expect((await read(`/v1/sections/${section?.id}`)).body).toBe(body)
    expect((await read('/v1/articles', `&id=${id}&include=sections`)).data[0].sections[0].body).toBe(body)
    expect((await read('/v1/articles', `&id=${id}&fields=sections.body`)).data[0].sections).toEqual([
      { body },
    ])
  })

  test.each(['byline', 'list of topics'])('is whole while its %s is saved', async (what) => {
    const [author, otherAuthor] = [await anAuthor(service), await anAuthor(service)]
    const [topic, otherTopic] = [await aTopic(service), await aTopic(service)]
    const { id } = await anArticle(service, { by: [author], about: [topic] })
    const read = () => reader.get(`/v1/articles/${id}?version=draft`)
    await read().expect(200)

    // Who reads corrections waits, as it were between two statements, until another name is saved.
    const other = new pg.Client({ connectionString: service.url })
    await other.connect()
    await other.query('BEGIN; LOCK TABLE correction')
    const reading = read().then((answer) => answer)
    await expect.poll(() => query(service.url, waiting)).toHaveLength(1)
    await (what === 'byline'
      ? other.query('UPDATE byline SET author_id = $1 WHERE article_id = $2', [otherAuthor.id, id])
      : other.query('UPDATE article_topic SET topic_id = $1 WHERE article_id = $2', [otherTopic.id, id]))
    await other.query('COMMIT')
    await other.end()

    const { status, body } = await reading
    expect(status).toBe(200)
    expect(body).toEqual((await read().expect(200)).body)
  })

  test('is read in one statement', async () => {
    const { id } = await aFullArticle()

    const statements = await statementsOf(service, () =>
      reader.get(`/v1/articles/${id}?version=draft`).expect(200),
    )

    // The first is the key's.
    expect(statements.slice(1)).toHaveLength(1)
  })

  test('is narrowed by fields, with its id, its etag and the same ETag', async () => {
    const whole = await aFullArticle()

    const { body, headers } = await reader
      .get(`/v1/articles/${whole.id}?version=draft&fields=stage,byline.author.name,sections.heading`)
      .expect(200)

    const names = whole.byline.map(({ author }) => ({ author: { name: author.name } }))
    expect(body).toEqual({
      ...{ id: whole.id, etag: whole.etag, stage: 'draft', byline: names },
      sections: [{ heading: null }, { heading: 'Why' }],
    })
    expect(headers['etag']).toBe(whole.etag)
  })

  test('loses no field that is asked for, alone or in a list', async () => {
    const whole = await aFullArticle()
    const shown = Object.keys(whole)
    const lookalikes = [shown, [...alwaysListed, 'live', 'wordCount'], [...alwaysListed, 'sections.body']]

    for (const paths of choicesOf(draftPaths, lookalikes)) {
      const fields = `version=draft&fields=${paths}`
      const item = await reader.get(`/v1/articles/${whole.id}?${fields}`).expect(200)
      const list = await reader.get(`/v1/articles?${fields}&id=${whole.id}`).expect(200)

      const part = narrowed(whole, ['id', 'etag', ...paths])
      expect(item.body, fields).toEqual(part)
      expect(list.body.data, fields).toEqual([part])
    }
  })

  test('has parts that lose no field that is asked for, and keep their ETag', async () => {
    const { sections, takeaways } = await aFullArticle()
    const parts = [
      { path: `sections/${sections[0]?.id}`, whole: sections[0] ?? {}, paths: pathsOf(DraftSection) },
      { path: `takeaways/${takeaways[0]?.id}`, whole: takeaways[0] ?? {}, paths: pathsOf(DraftTakeaway) },
    ]

    for (const { path, whole, paths } of parts) {
      for (const fields of [...paths.map((field) => [field]), paths]) {
        const { body, headers } = await reader.get(`/v1/${path}?version=draft&fields=${fields}`).expect(200)

        expect(body, `${path} ${fields}`).toEqual(narrowed(whole, ['id', 'etag', ...fields]))
        expect(headers['etag']).toBe(body.etag)
      }
    }
  })

  test('has parts of which the fields of the other version are refused', async () => {
    const { sections, takeaways } = await aFullArticle()

    for (const path of [`sections/${sections[0]?.id}`, `takeaways/${takeaways[0]?.id}`]) {
      const draft = await reader.get(`/v1/${path}?version=draft&fields=id,article.slug`).expect(400)
      const published = await reader.get(`/v1/${path}?fields=id,etag,revision`)

      expect(draft.body.errors).toMatchObject([
        { parameter: 'fields', message: 'Goes with version=published only: article.slug.' },
      ])
      expect(published.status).toBe(400)
      expect(published.body.errors).toMatchObject([
        { parameter: 'fields', message: 'Goes with version=draft only: etag.' },
        { parameter: 'fields', message: 'Goes with version=draft only: revision.' },
      ])
    }
  })
})

describe('the record of an author or topic', () => {
  const places = [
    {
      place: '/v1/authors',
      Record: AuthorRecord,
      make: () => anAuthor(service, { links: [{ label: 'Fediverse', url: 'https://social.test/@ana' }] }),
    },
    { place: '/v1/topics', Record: TopicRecord, make: () => aTopic(service) },
  ]

  test.each(places)('at $place loses no field that is asked for', async ({ place, Record, make }) => {
    const url = `${place}/${(await make()).id}?version=draft`
    const { body: whole, headers } = await reader.get(url).expect(200)
    const paths = pathsOf(Record)

    for (const fields of [...paths.map((field) => [field]), Object.keys(whole), paths]) {
      const answer = await reader.get(`${url}&fields=${fields}`).expect(200)

      expect(answer.body, `${fields}`).toEqual(narrowed(whole, ['id', 'etag', ...fields]))
      expect(answer.headers['etag']).toBe(headers['etag'])
    }
  })

  test.each(places)('at $place has fields that the public is refused', async ({ place, make }) => {
    const { body } = await client.get(`${place}/${(await make()).id}?fields=name,revision`).expect(400)

    expect(body.errors).toMatchObject([
      { parameter: 'fields', message: 'Goes with version=draft only: revision.' },
    ])
  })
})

describe('what is published', () => {
  test('loses no field that is asked for, alone or in a list', async () => {
    const { id } = await aFullArticle()
    const { body: whole } = await client.get(`/v1/articles/${id}`).expect(200)
    const lookalikes = [Object.keys(whole), ['id', 'slug', 'headline', 'summary', 'language', 'revision']]

    for (const paths of choicesOf(pathsOf(Article), lookalikes)) {
      const item = await client.get(`/v1/articles/${id}?fields=${paths}`).expect(200)
      const list = await client.get(`/v1/articles?fields=${paths}&id=${id}`).expect(200)

      const part = narrowed(whole, ['id', ...paths])
      expect(item.body, `${paths}`).toEqual(part)
      expect(list.body.data, `${paths}`).toEqual([part])
    }
  })
})

describe('fields of the other version', () => {
  const places = ['/v1/articles', '/v1/articles/anything']

  test.each(places)('are refused, each by its name, by %s', async (place) => {
    const draft = await reader.get(
      `${place}?version=draft&fields=slug,url,sections.anchor&asOf=2026-01-01T00:00:00Z`,
    )
    const published = await client.get(`${place}?fields=etag,slug,sections.etag`).expect(400)

    const only = (version: string, field: string) => ({
      ...{
        parameter: 'fields',
        code: 'not-allowed',
        message: `Goes with version=${version} only: ${field}.`,
      },
    })
    expect(draft.status).toBe(400)
    expect(draft.body.errors).toEqual([
      expect.objectContaining({ parameter: 'asOf', code: 'not-allowed' }),
      ...[only('published', 'url'), only('published', 'sections.anchor')],
    ])
    expect(published.body.errors).toEqual([only('draft', 'etag'), only('draft', 'sections.etag')])
  })

  test.each(places)('and of none are told from those that there are by %s', async (place) => {
    const { body } = await reader.get(`${place}?version=draft&fields=stages`).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'fields', code: 'not-allowed', suggestion: 'stage' }])
  })
})

describe('a list of drafts', () => {
  test('shows of each what it is found by, and with include what else it has', async () => {
    const whole = await aFullArticle()
    const list = async (include: string) =>
      (await reader.get(`/v1/articles?version=draft&id=${whole.id}${include}`).expect(200)).body.data

    const parts = {
      '': [],
      '&include=sections': ['sections'],
      '&include=takeaways': ['takeaways'],
      '&include=authors': ['byline'],
      '&include=topics': ['topicIds', 'topics'],
      '&include=corrections': ['corrections'],
      '&include=sections,takeaways,authors,topics,corrections': [
        ...['sections', 'takeaways', 'byline', 'topicIds', 'topics', 'corrections'],
      ],
    }
    for (const [include, names] of Object.entries(parts))
      expect(await list(include), include).toEqual([narrowed(whole, [...alwaysListed, ...names])])
    expect(await list('&include=sections&fields=slug')).toEqual([narrowed(whole, ['id', 'etag', 'slug'])])
  })

  test('is walked with the same cursors whatever is shown', async () => {
    const topic = await aTopic(service)
    for (const headline of ['A', 'B', 'C'])
      await anArticle(service, { about: [topic], headline, sections: [{ body: headline }] })
    const url = `/v1/articles?version=draft&topic=${topic.slug}&sort=headline&limit=2`

    const pages = await walkOn(reader, `${url}&fields=sections.body`)
    const next = await reader.get(`${url}&include=topics&cursor=${pages[0]?.page.nextCursor}`).expect(200)

    expect(listed(pages, 'sections')).toEqual(['A', 'B', 'C'].map((body) => [{ body }]))
    expect(listed([next.body], 'headline')).toEqual(['C'])
  })

  test('is counted by facets as by hand, whatever the page shows', async () => {
    const [first, second] = [
      await anAuthor(service, { name: 'Ana' }),
      await anAuthor(service, { name: 'Bo' }),
    ]
    const [common, rare] = [
      await aTopic(service, { name: 'Common' }),
      await aTopic(service, { name: 'Rare' }),
    ]
    for (let index = 0; index < 7; index += 1)
      await anArticle(service, {
        by: index % 3 === 0 ? [first, second] : [second],
        about: index % 4 === 0 ? [rare, common] : [common],
        language: index < 2 ? 'de' : 'en',
      })
    await anArticle(service, { by: [first], about: [rare] })
    const url = `/v1/articles?version=draft&topic=${common.slug}`

    const { body } = await reader.get(`${url}&limit=1&facets=topic,author,language`).expect(200)

    const all: ArticleWorkingCopy[] = (await reader.get(`${url}&fields=byline,topics,language`).expect(200))
      .body.data
    const count = (isIn: (copy: ArticleWorkingCopy) => boolean) => all.filter(isIn).length
    const by = (slug: string) => count(({ byline }) => byline.some(({ author }) => author.slug === slug))
    const about = (slug: string) => count(({ topics }) => topics.some((topic) => topic.slug === slug))
    expect(body.data).toHaveLength(1)
    expect(body.facets).toEqual({
      topic: [
        { value: common.slug, name: 'Common', count: about(common.slug) },
        { value: rare.slug, name: 'Rare', count: about(rare.slug) },
      ],
      author: [
        { value: second.slug, name: 'Bo', count: by(second.slug) },
        { value: first.slug, name: 'Ana', count: by(first.slug) },
      ],
      language: ['en', 'de'].map((value) => {
        return { value, name: null, count: count(({ language }) => language === value) }
      }),
    })
    expect([about(common.slug), about(rare.slug), by(second.slug), by(first.slug)]).toEqual([7, 2, 7, 3])
  })

  test('has no year, and says why', async () => {
    const { body } = await reader.get('/v1/articles?version=draft&facets=topic,year').expect(400)

    const message = 'Goes with version=published only: year, because a draft has no publishedAt.'
    expect(body.errors).toEqual([{ parameter: 'facets', code: 'not-allowed', message }])
  })

  test('is the same asked in a body', async () => {
    const { id } = await aFullArticle()
    const [query, fields] = [
      { id: [id], include: ['sections', 'authors'], format: 'html', facets: ['author'] },
      { id: [id], fields: ['sections.body', 'live.slug'], format: 'text' },
    ]

    for (const asked of [query, fields]) {
      const { body } = await reader
        .post('/v1/articles/search')
        .send({ version: 'draft', ...asked })
        .expect(200)
      const url = Object.entries(asked).map(([name, value]) => `&${name}=${value}`)
      expect(body).toEqual((await reader.get(`/v1/articles?version=draft${url.join('')}`).expect(200)).body)
      expect(body.data).toHaveLength(1)
    }
  })

  test('is one statement, which reads nothing that is not asked for', async () => {
    const { id } = await aFullArticle()
    const read = (more: string) => async () =>
      (
        await statementsOf(service, () =>
          reader.get(`/v1/articles?version=draft&id=${id}${more}`).expect(200),
        )
      ).slice(1)

    const everything = '&include=sections,takeaways,authors,topics,corrections'
    const asked = [
      '',
      everything,
      `&fields=${Object.keys(WorkingCopySchema.shape)}`,
      '&fields=sections.heading',
      '&fields=slug',
    ]
    const sent = []
    for (const more of asked) sent.push(await read(more)())

    expect(sent.map((statements) => statements.length)).toEqual([1, 1, 1, 1, 1])
    const tables = ['section', 'takeaway', 'byline', 'article_topic', 'correction', 'publication']
    const tablesIn = ([statement = '']: string[]) =>
      tables.filter((table) => statement.includes(`FROM ${table} `))
    const readsBodies = ([statement = '']: string[]) => statement.includes("'body', body")
    expect(sent.map(tablesIn)).toEqual([['publication'], tables, tables, ['section'], []])
    expect(sent.map(readsBodies)).toEqual([false, true, true, false, false])
  })
})
