import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleFields } from '../src/articles/fields.ts'
import { articleIncludes } from '../src/articles/schema.ts'
import { authorFields } from '../src/authors/fields.ts'
import { type Field, type Fields, kinds, type Operator, sortableOf } from '../src/query/field.ts'
import type { Filter } from '../src/query/filter.ts'
import { sectionFields } from '../src/sections/fields.ts'
import { takeawayFields } from '../src/takeaways/fields.ts'
import { topicFields } from '../src/topics/fields.ts'
import {
  aCorrection,
  aMerger,
  aNewVersion,
  anArticle,
  anAuthor,
  aPublishedArticle,
  aTopic,
  withdraw,
} from './support/factories.ts'
import { holds, inOrder } from './support/filtering.ts'
import { filtersByNames } from './support/namedFilters.ts'
import { aService } from './support/service.ts'
import { listed, walkOn } from './support/walk.ts'

const service = await aService()
const { client } = service

// biome-ignore lint/suspicious/noExplicitAny: whatever the service answers
type Thing = any

const languages = ['en', 'en-GB', 'de', 'pt-BR']
const words = ['100% sure', 'a_b', 'back\\slash', "O'Neil", 'Überall', 'plain']

/** Thirty articles of all sorts, and some that nobody may see. */
async function aNewsroom() {
  const authors = [await anAuthor(service, { bio: null }), await anAuthor(service, { bio: '100% her own' })]
  authors.push(await anAuthor(service, { name: "Pat O'Neil", jobTitle: 'a_b' }), await anAuthor(service))
  const topics = [await aTopic(service), await aTopic(service, { description: 'a_b' }), await aTopic(service)]
  for (let index = 0; index < 30; index += 1) {
    const article = await aPublishedArticle(service, {
      headline: `story ${String.fromCharCode(97 + ((index * 7) % 26))}${index}`,
      at: `2026-0${1 + (index % 4)}-0${1 + (index % 3)}T08:00:00.000Z`,
      language: languages[index % 4] ?? 'en',
      summary: index % 3 === 0 ? null : (words[index % 6] ?? null),
      dateline: index % 5 === 0 ? 'Lisbon' : null,
      by: authors.filter((_, place) => (index >> place) % 2 === 1),
      about: topics.filter((_, place) => (index + place) % 3 === 0),
      sections: words.slice(0, index % 4).map((heading, place) => ({
        heading: place === 1 ? null : heading,
        kind: place === 0 ? 'lede' : 'body',
        body: 'word '.repeat(1 + ((index * 3) % 8)),
      })),
      takeaways: words.slice(0, index % 3).map((text) => ({ text })),
    })
    if (index % 6 === 0) await aCorrection(service, article, { note: 'Wrong.' })
    if (index % 4 === 0) await aNewVersion(service, article, { at: '2026-05-01T08:00:00.000Z' })
    if (index === 29) await withdraw(service, article, { reason: 'Made up.' })
  }
  await anArticle(service, { headline: 'story hidden' })
  await aMerger(service, 'author', authors[3] ?? never(), authors[0] ?? never())
  await aMerger(service, 'topic', topics[2] ?? never(), topics[1] ?? never())
  return { authors, topics }
}

function never(): never {
  throw new Error('There is none')
}

const newsroom = await aNewsroom()

const articles: Thing[] = (await walkOn(client, `/v1/articles?limit=100&include=${articleIncludes}`)).flatMap(
  ({ data }) => data,
)

/** What stands at a path such as `byline.author.name`, through lists too. */
function at(thing: Thing, path: string): (string | number)[] {
  const found = path
    .split('.')
    .reduce<Thing[]>((things, name) => things.flatMap((one) => one?.[name] ?? []), [thing])
  return found.filter((value) => value !== null)
}

const articlePaths: Record<string, string[]> = {
  author: ['byline.author.id', 'byline.author.slug'],
  'author.slug': ['byline.author.slug'],
  'author.name': ['byline.author.name'],
  'author.role': ['byline.role'],
  topic: ['topics.id', 'topics.slug'],
  'topic.slug': ['topics.slug'],
  'topic.name': ['topics.name'],
  'section.kind': ['sections.kind'],
  'section.heading': ['sections.heading'],
  'takeaway.text': ['takeaways.text'],
}

function ofArticle(article: Thing, field: string): (string | number)[] {
  return (articlePaths[field] ?? [field]).flatMap((path) => at(article, path))
}

/** Parts know their article; its authors, topics and times are looked up there. */
function ofPart(part: Thing, field: string): (string | number)[] {
  if (field === 'article') return [part.article.id, part.article.slug]
  if (field in part || field.startsWith('article.')) return at(part, field)
  return ofArticle(
    articles.find(({ id }) => id === part.article.id),
    field,
  )
}

interface Resource {
  fields: Fields
  things: Thing[]
  valuesOf: (thing: Thing, field: string) => (string | number)[]
  /** The order that decides between things that `sort` does not tell apart. */
  ties: (last: string) => string[]
  usual: string
}

const byId = (last: string) => [last.startsWith('-') ? '-id' : 'id']
const byPlace = (last: string) => [last.startsWith('-') ? '-article.id' : 'article.id', 'position']

async function allOf(path: string): Promise<Thing[]> {
  return (await walkOn(client, `/v1/${path}?limit=100`)).flatMap(({ data }) => data)
}

const resources: Record<string, Resource> = {
  articles: {
    fields: articleFields,
    things: articles,
    valuesOf: ofArticle,
    ties: byId,
    usual: '-publishedAt',
  },
  sections: {
    fields: sectionFields,
    things: await allOf('sections'),
    valuesOf: ofPart,
    ties: byPlace,
    usual: '-publishedAt',
  },
  takeaways: {
    fields: takeawayFields,
    things: await allOf('takeaways'),
    valuesOf: ofPart,
    ties: byPlace,
    usual: '-publishedAt',
  },
  authors: { fields: authorFields, things: await allOf('authors'), valuesOf: at, ties: byId, usual: 'name' },
  topics: { fields: topicFields, things: await allOf('topics'), valuesOf: at, ties: byId, usual: 'name' },
}

/** Filters that the registry allows, with values that some thing has, or nearly has. */
function filtersFor({ fields, things, valuesOf }: Resource): fc.Arbitrary<Filter> {
  const terms = Object.entries(fields).map(([name, field]) => {
    const known = [...new Set(things.flatMap((thing) => valuesOf(thing, name)))]
    return termFor(name, field, known)
  })
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(...terms),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
      tie('filter').map((not) => ({ not })),
    ),
  }))
  return filter
}

function termFor(name: string, field: Field, known: (string | number)[]): fc.Arbitrary<Filter> {
  const operators = (kinds[field.kind].operators as readonly Operator[]).filter(
    (operator) => !field.values || !['contains', 'startsWith'].includes(operator),
  )
  return fc.constantFrom(...operators).chain((operator) => {
    const value = valueFor(field, known, operator === 'contains' || operator === 'startsWith')
    const operand: fc.Arbitrary<unknown> =
      operator === 'exists'
        ? fc.boolean()
        : operator === 'in' || operator === 'nin'
          ? fc.array(value, { minLength: 1, maxLength: 3 })
          : value
    return operand.map((given) => ({ [name]: { [operator]: given } }))
  })
}

function valueFor({ kind, values }: Field, known: (string | number)[], isPart: boolean) {
  if (values) return fc.constantFrom<string | number>(...values)
  const strangers = {
    text: ['%', '_', '\\', "'", '', 'é'],
    integer: [0, 7, -1],
    moment: ['2026-02-01T08:00:00.000Z', '2020-01-01T00:00:00.000Z'],
    id: ['019b1f00-0000-7000-8000-0000000fffff'],
    key: ['nobody-at-all', '019b1f00-0000-7000-8000-0000000fffff'],
  }[kind]
  const whole = fc.constantFrom<string | number>(...known, ...strangers)
  if (!isPart) return whole
  const slice = fc
    .tuple(whole, fc.nat(3), fc.nat(5))
    .map(([text, from, length]) => String(text).slice(from, from + length))
  return fc.oneof(slice, fc.constantFrom('%', '_', '\\'))
}

function sortsFor({ fields }: Resource): fc.Arbitrary<string[]> {
  const names = Object.keys(sortableOf(fields)).flatMap((name) => [name, `-${name}`])
  return fc.array(fc.constantFrom(...names), { maxLength: 2 })
}

describe.each(Object.entries(resources))('a list of %s', (path, resource) => {
  test('has what a plain filter in memory finds, in the order of a plain sort, whole and once', async () => {
    const limits = fc.integer({ min: 4, max: 50 })
    const queries = fc.tuple(filtersFor(resource), sortsFor(resource), limits)
    await fc.assert(
      fc.asyncProperty(queries, async ([filter, sort, limit]) => {
        const order = sort.length > 0 ? sort : [resource.usual]
        const found = resource.things.filter((thing) => holds(thing, filter, resource.valuesOf))
        const expected = inOrder(found, [...order, ...resource.ties(order.at(-1) ?? '')], (thing, field) =>
          field === 'article.id' ? [thing.article.id] : resource.valuesOf(thing, field),
        )

        const query = new URLSearchParams({
          filter: JSON.stringify(filter),
          limit: String(limit),
          count: 'exact',
        })
        if (sort.length > 0) query.set('sort', sort.join(','))
        const pages = await walkOn(client, `/v1/${path}?${query}`)

        expect(listed(pages)).toEqual(expected.map(({ id }) => id))
        expect(pages[0]?.page.count).toBe(expected.length)
      }),
      { numRuns: path === 'articles' ? 200 : 60 },
    )
  })
})

describe('a list of articles that asks for authors and topics', () => {
  const keysOf = (named: { id: string; slug: string }[]) => named.flatMap(({ id, slug }) => [id, slug])
  const [authorKeys, topicKeys] = [keysOf(newsroom.authors), keysOf(newsroom.topics)]
  const some = (keys: string[]) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      fc.constantFrom(...keys).map((key) => [key]),
      fc.subarray(keys, { minLength: 2 }),
    )
  const queries = fc.record({
    filter: filtersByNames(authorKeys, topicKeys),
    author: some(authorKeys),
    topic: some(topicKeys),
    q: fc.constantFrom(undefined, 'word'),
    sort: fc.constantFrom('-publishedAt', 'headline'),
    limit: fc.integer({ min: 2, max: 20 }),
  })

  test('has what a plain filter in memory finds, counted and on all pages', async () => {
    const withWord = listed(await walkOn(client, '/v1/articles?q=word&limit=100'))
    await fc.assert(
      fc.asyncProperty(queries, async ({ filter, author, topic, q, sort, limit }) => {
        const named = { ...(author && { author: { in: author } }), ...(topic && { topic: { in: topic } }) }
        const found = articles.filter(
          (article) =>
            holds(article, { and: [named, filter] }, ofArticle) && (!q || withWord.includes(article.id)),
        )
        const expected = inOrder(found, [sort, ...byId(sort)], ofArticle)

        const query = new URLSearchParams({
          ...{ filter: JSON.stringify(filter), sort, limit: String(limit), count: 'exact', facets: 'author' },
          ...(author && { author: author.join() }),
          ...(topic && { topic: topic.join() }),
          ...(q && { q }),
        })
        const pages: Thing[] = await walkOn(client, `/v1/articles?${query}`)

        expect(listed(pages)).toEqual(expected.map(({ id }) => id))
        expect(pages[0].page.count).toBe(expected.length)
        expect(
          Object.fromEntries(pages[0].facets.author.map(({ value, count }: Thing) => [value, count])),
        ).toEqual(countedBy(expected, 'author.slug'))
      }),
      { numRuns: 100 },
    )
  })
})

function countedBy(things: Thing[], field: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of things.flatMap((thing) => ofArticle(thing, field)))
    counts[value] = (counts[value] ?? 0) + 1
  return counts
}
