import type { OpenAPIV3_1 } from 'openapi-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../src/http/contract.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import type { Client } from './support/client.ts'
import {
  aCorrection,
  anArticle,
  anAuthor,
  anEdit,
  aPublishedArticle,
  aTopic,
  trash,
  unpublish,
  withdraw,
} from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, theDraft, unknownId, whatever } from './support/writing.ts'

const service = await aService()
const { app, client, clock, database } = service
const desk = await aDesk(service)
const document = app.swagger() as OpenApiDocument

const noon = '2026-06-01T12:00:00.000Z'
const past = '2026-05-01T00:00:00.000Z'
const afterPast = '2026-05-02T00:00:00.000Z'
/** The newest of what is public: a list says openly since when nothing in it has changed. */
const recently = '2026-05-03T00:00:00.000Z'
const future = '2026-07-01T00:00:00.000Z'
const email = 'zqemail@news.test'

/** What must not be found, wherever it may hide: each hidden article has its own word in all of its texts. */
const hidden = ['zqdraft', 'zqscheduled', 'zqunpublished', 'zqwithdrawn', 'zqtrashed'] as const
/** Of an article that is public: what was changed since, what waits, and notes among editors. */
const unsaid = ['zqmodified', 'zqcorrection', 'zqnote', 'zqemail'] as const
const markers: readonly string[] = [...hidden, ...unsaid]

/** Values of path parameters, by name. */
const values: Record<string, string[]> = {
  article: [unknownId],
  section: [unknownId],
  takeaway: [unknownId],
  author: [unknownId, 'writes-in-public'],
  topic: [unknownId, 'talked-about'],
  number: ['1', '2'],
  key: [unknownId],
  webhook: [unknownId],
  delivery: [unknownId],
  code: ['not-found'],
  format: ['rss', 'atom', 'json'],
  page: ['1', '2'],
}

/** The answers to every public GET before there was anything to hide. */
let before: Map<string, string>

beforeAll(async () => {
  await clock.set(noon)
  const by = [await anAuthor(service, { slug: 'writes-in-public', email })]
  const about = [await aTopic(service, { slug: 'talked-about' })]
  for (const slug of ['public-one', 'public-two']) {
    const article = await aPublishedArticle(service, { slug, by, about, at: recently, ...texts('public') })
    await remember(article)
  }
  before = await readAll(client)

  const article = (word: string) => ({ by, about, ...texts(word) })
  await remember(await anArticle(service, article('zqdraft')))
  await remember(await aPublishedArticle(service, { ...article('zqscheduled'), at: future }))
  const unpublished = await aPublishedArticle(service, { ...article('zqunpublished'), at: past })
  const withdrawn = await aPublishedArticle(service, { ...article('zqwithdrawn'), at: past })
  const trashed = await aPublishedArticle(service, { ...article('zqtrashed'), at: past })
  for (const made of [unpublished, withdrawn, trashed]) await remember(made)
  await clock.during(afterPast, async () => {
    await unpublish(service, unpublished)
    await withdraw(service, withdrawn, { reason: 'It was made up.' })
    await trash(service, trashed)
  })

  const [open] = values['article']?.slice(1) ?? []
  const made = { id: open ?? '', slug: '' }
  await aCorrection(service, made, { note: 'zqcorrection' })
  await anEdit(service, made, { slug: 'zqmodified', headline: 'zqmodified', summary: 'zqmodified' })
  await desk.editor
    .post(`/v1/articles/${made.id}/transitions`)
    .set(whatever)
    .send({ to: 'published', at: future, note: 'zqnote' })
    .expect(200)
})

/** A word in every text of an article. */
function texts(word: string) {
  return {
    ...(word.startsWith('zq') && { slug: word }),
    headline: `Headline ${word}`,
    summary: `Summary ${word}.`,
    dateline: word,
    canonicalUrl: `https://news.test/${word}`,
    seo: { title: word, description: word },
    sections: [{ heading: `Heading ${word}`, body: `Body ${word}.` }],
    takeaways: [{ text: `Takeaway ${word}.` }],
  }
}

/** Its keys, and those of what is in it, are tried on every path. */
async function remember(article: { id: string; slug: string }): Promise<void> {
  const { sections, takeaways } = await theDraft(desk.editor, article)
  values['article']?.push(article.id, article.slug)
  values['section']?.push(...sections.map(({ id }) => id))
  values['takeaway']?.push(...takeaways.map(({ id }) => id))
}

/**
 * Every GET of the document with all keys that there are, and with all that its query parameters may say, one parameter at a
 * time; of those that have a key in their path, only for the last of its keys, and for what is public.
 */
function urlsOf(isMeant: (access: string) => boolean): string[] {
  return [...app.operations.values()]
    .filter(({ method, access }) => method === 'GET' && isMeant(access))
    .flatMap(({ url }) => {
      const template = url.replace(/:(\w+)/g, '{$1}')
      const { parameters = [] } = document.paths?.[template]?.get ?? {}
      const queries = (parameters as OpenAPIV3_1.ParameterObject[]).flatMap(queriesOf)
      const paths = pathsOf(template)
      const queried = paths.length === 1 ? paths : paths.slice(1, 2)
      return [...paths, ...queried.flatMap((path) => queries.map((query) => `${path}${query}`))]
    })
}

function pathsOf(template: string): string[] {
  const name = /\{(\w+)\}/.exec(template)?.[1]
  if (name === undefined) return [template]
  const known = values[name]
  if (!known) throw new Error(`This test does not know what to put for {${name}}`)
  return known.flatMap((value) => pathsOf(template.replace(`{${name}}`, value)))
}

function queriesOf(parameter: OpenAPIV3_1.ParameterObject): string[] {
  if (parameter.in !== 'query' || parameter.name === 'version') return []
  if (parameter.name === 'filter') return filters.map((filter) => `?filter=${encodeURIComponent(filter)}`)
  // What was public in the past is no secret.
  if (parameter.name === 'asOf') return [`?asOf=${noon}`]
  const schema = parameter.schema as OpenAPIV3_1.SchemaObject
  const items = ('items' in schema ? schema.items : schema) as OpenAPIV3_1.SchemaObject
  const isList = 'items' in schema
  const given = items.enum ? (isList ? [items.enum.slice(0, schema.maxItems)] : items.enum) : valuesOf(items)
  return given.map((value) => `?${parameter.name}=${encodeURIComponent(String(value))}`)
}

/** Filters that would find what is hidden, if they looked at it. */
const filters = [
  ...['headline', 'summary', 'section.heading', 'takeaway.text', 'text', 'heading', 'name'].map(
    (field) => `{"${field}":{"contains":"zq"}}`,
  ),
  ...['slug', 'author', 'topic', 'createdBy'].map((field) => `{"${field}":{"exists":true}}`),
  '{"not":{"id":{"exists":false}}}',
]

function valuesOf({ type, format }: OpenAPIV3_1.SchemaObject): unknown[] {
  if (type === 'integer') return [1]
  return format === 'date-time' ? [past, noon] : [...hidden, 'public-one']
}

/** The URL, and with a space and a media type each other way to have it; what has a query is had in one way. */
function inAllTypes(url: string): string[] {
  const types = url.includes('?') ? [] : Object.keys(describedAt(url)?.responses?.['200']?.content ?? {})
  // A stream does not end; test/stream.test.ts reads it.
  const ending = types.slice(1).filter((type) => type !== 'text/event-stream')
  return [url, ...ending.map((type) => `${url} ${type}`)]
}

/** All of an answer that could tell something, without what the request itself said. */
async function read(caller: Client, request: string): Promise<string> {
  const [url = '', accept = '*/*'] = request.split(' ')
  const { status, headers, text } = await caller.get(url).set('accept', accept).redirects(0)
  const { date: _, 'content-length': __, ...telling } = headers
  const [path = ''] = url.split('?')
  // The order of header fields says nothing (RFC 9110, 5.3); that of an answer from memory is another one.
  const fields = JSON.stringify(Object.entries(telling).sort())
  const said = `${status} ${fields} ${text ?? ''}`.replaceAll(url, '').replaceAll(path, '')
  return said.replace(/"requestId":"[^"]*"/, '')
}

async function readAll(
  caller: Client,
  urls = urlsOf(isPublic).flatMap(inAllTypes),
): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (let start = 0; start < urls.length; start += 8) {
    const some = urls.slice(start, start + 8)
    const texts = await Promise.all(some.map((url) => read(caller, url)))
    for (const [index, url] of some.entries()) answers.set(url, texts[index] ?? '')
  }
  return answers
}

function isPublic(access: string): boolean {
  return access === 'public' || access === 'anyone'
}

/** Where which marker was found. */
function findings(answers: Map<string, string>): string[] {
  return [...answers].flatMap(([url, text]) =>
    markers.filter((marker) => text.includes(marker)).map((marker) => `${marker} in ${url}`),
  )
}

describe('without a key', () => {
  test('no public answer has a word of what is hidden', async () => {
    expect(findings(await readAll(client))).toEqual([])
  })

  test('every public answer is the same bytes as before there was anything to hide', async () => {
    const after = await readAll(client, [...before.keys()])

    // That something was public and is gone is a public fact, and the feed of changes tells it; test/changes.test.ts
    // proves that it tells nothing of drafts.
    const told = [...before].filter(([url]) => !url.startsWith('/v1/changes'))
    const changed = told.filter(([url, text]) => after.get(url) !== text)

    expect(changed.map(([url]) => url)).toEqual([])
  })

  test('what is hidden is answered like what never was', async () => {
    const keys = await hiddenKeys()
    const unknown = (url: string) =>
      url.replace(/[^/ ]*zq[^/ ]*/, 'no-such').replace(new RegExp(keys.join('|')), unknownId)

    const urls = urlsOf(isPublic)
      .flatMap(inAllTypes)
      .filter((url) => !url.includes('?') && keys.some((key) => url.includes(key)))
    const answers = await Promise.all(urls.map((url) => read(client, url)))
    const expected = await Promise.all(urls.map((url) => read(client, unknown(url))))

    expect(urls.length).toBeGreaterThan(20)
    expect(answers).toEqual(expected)
  })

  test('drafts and everything of editors is refused before it is looked at', async () => {
    const drafts = urlsOf(isPublic)
      .filter((url) => !url.includes('?') && hasVersion(url))
      .map((url) => `${url}?version=draft`)
    const editorial = urlsOf((access) => !isPublic(access)).filter((url) => !url.includes('?'))

    const answers = await Promise.all([...drafts, ...editorial].map((url) => client.get(url)))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
    expect(answers.filter(({ text }) => markers.some((marker) => hasBeyondPath(text, marker)))).toEqual([])
  })

  test('the reason of a withdrawal is public, and nothing else of the article', async () => {
    const { body } = await client.get('/v1/articles/zqwithdrawn').expect(410)

    expect(body.reason).toBe('It was made up.')
    const { instance: _, ...rest } = body
    expect(JSON.stringify(rest)).not.toContain('zqwithdrawn')
  })

  test('a past time shows what was public then, and nothing else', async () => {
    const shown = await Promise.all(
      hidden.map(async (slug) => {
        const { status } = await client.get(`/v1/articles/${slug}?asOf=${past}`)
        return [slug, status]
      }),
    )

    expect(Object.fromEntries(shown)).toEqual({
      ...{ zqdraft: 404, zqscheduled: 404, zqwithdrawn: 410 },
      ...{ zqunpublished: 200, zqtrashed: 200 },
    })
  })

  test('every way to have an article is walked', () => {
    const walked = inAllTypes('/v1/articles/public-one')

    expect(walked).toHaveLength(5)
    expect(inAllTypes('/feeds/articles.atom').length).toBeGreaterThan(1)
  })

  test('no future time leads past an embargo', async () => {
    for (const query of [`publishedAfter=${noon}`, `publishedBefore=${future}`, 'sort=publishedAt']) {
      const { body } = await client.get(`/v1/articles?${query}`).expect(200)
      expect(body.data.map(({ id }: { id: string }) => id)).not.toContain(await idOf('zqscheduled'))
    }
  })
})

describe.each(roles)('with a key of role %s', (role) => {
  test('a plain GET shows what is public, like everybody, but for the timeline', async () => {
    const answers = await readAll(
      desk[role],
      urlsOf(isPublic).filter((url) => !url.includes('?')),
    )

    const found = findings(answers).filter((finding) => !finding.includes('/timeline'))

    expect(found).toEqual([])
  })

  test('drafts are shown where they are asked for, and kept by nobody', async () => {
    const { text, headers } = await desk[role].get('/v1/articles?version=draft&limit=100').expect(200)
    const trashed = await desk[role].get('/v1/trash').expect(200)

    const inTheList = ['zqdraft', 'zqscheduled', 'zqunpublished', 'zqwithdrawn', 'zqmodified']
    for (const marker of inTheList) expect(text).toContain(marker)
    expect(text).not.toContain('zqtrashed')
    expect(trashed.text).toContain('zqtrashed')
    expect([headers['cache-control'], trashed.headers['cache-control']]).toEqual(
      Array(2).fill('private, no-store'),
    )
  })

  test('no editorial answer may be kept by a cache', async () => {
    const urls = urlsOf((access) => access === 'reader').filter((url) => !url.includes('?'))

    const answers = await Promise.all(urls.map((url) => desk[role].get(url)))

    for (const { status, headers } of answers) {
      expect(headers['cache-control'], `${status}`).toMatch(/no-store/)
    }
  })
})

/** Keys of articles, sections and takeaways that nobody may see; a withdrawn one says openly that it is. */
async function hiddenKeys(): Promise<string[]> {
  const secret = hidden.filter((slug) => slug !== 'zqwithdrawn')
  const ids = await Promise.all(secret.map(idOf))
  const drafts = await Promise.all(ids.map((id) => theDraft(desk.editor, { id })))
  const children = drafts.flatMap(({ sections, takeaways }) =>
    [...sections, ...takeaways].map(({ id }) => id),
  )
  return [...ids, ...secret, ...children]
}

async function idOf(slug: string): Promise<string> {
  const article = await database.transaction((db) => db.article.findFirstOrThrow({ where: { slug } }))
  return article.id
}

function hasVersion(url: string): boolean {
  return describedAt(url)?.parameters?.some(({ name }) => name === 'version') ?? false
}

/** What the document says of the GET of a URL. */
function describedAt(url: string) {
  const operation = [...app.operations.values()].find(
    ({ method, url: template }) =>
      method === 'GET' && new RegExp(`^${template.replace(/:\w+/g, '[^/]+')}$`).test(url),
  )
  const path = operation?.url.replace(/:(\w+)/g, '{$1}') ?? ''
  const described = document.paths?.[path]?.get
  return described as Described | undefined
}

interface Described {
  parameters?: OpenAPIV3_1.ParameterObject[]
  responses?: Record<string, OpenAPIV3_1.ResponseObject>
}

function hasBeyondPath(text: string, marker: string): boolean {
  return text.replace(/"instance":"[^"]*"/, '').includes(marker)
}
