import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import { anArticle, anAuthor, aPublishedArticle, aTopic, type Made } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, ownId, theDraft, unknownId, whatever } from './support/writing.ts'

const service = await aService()
const { app, client } = service
const { admin: anybody } = await aDesk(service)

const jsonPatch = { ...whatever, 'content-type': 'application/json-patch+json' }

/** What attacks aim at. */
let article: Made
let sectionId: string
let takeawayId: string
let author: Made
let topic: Made

/** For each thing that can be written: where, and a body with every field that it has. */
const targets: Record<string, { method: 'post' | 'put' | 'patch'; url: () => string; body: () => Body }> = {
  'a new article': { method: 'post', url: () => '/v1/articles', body: () => wholeArticle() },
  'a whole article': { method: 'put', url: () => `/v1/articles/${article.id}`, body: () => wholeArticle() },
  'fields of an article': {
    method: 'patch',
    url: () => `/v1/articles/${article.id}`,
    body: () => wholeArticle(),
  },
  'a new section': {
    method: 'post',
    url: () => `/v1/articles/${article.id}/sections`,
    body: () => ({ kind: 'body', heading: 'Heading', body: 'Body' }),
  },
  'fields of a section': {
    method: 'patch',
    url: () => `/v1/sections/${sectionId}`,
    body: () => ({ kind: 'body', heading: 'Heading', body: 'Body' }),
  },
  'a new takeaway': {
    method: 'post',
    url: () => `/v1/articles/${article.id}/takeaways`,
    body: () => ({ text: 'Text', evidence: evidence() }),
  },
  'fields of a takeaway': {
    method: 'patch',
    url: () => `/v1/takeaways/${takeawayId}`,
    body: () => ({ text: 'Text', evidence: evidence() }),
  },
  'a new author': { method: 'post', url: () => '/v1/authors', body: () => wholeAuthor() },
  'fields of an author': {
    method: 'patch',
    url: () => `/v1/authors/${author.id}`,
    body: () => wholeAuthor(),
  },
  'a new topic': {
    method: 'post',
    url: () => '/v1/topics',
    body: () => ({ slug: 'slug', name: 'Name', description: 'Description' }),
  },
  'fields of a topic': {
    method: 'patch',
    url: () => `/v1/topics/${topic.id}`,
    body: () => ({ slug: 'slug', name: 'Name', description: 'Description' }),
  },
  'a transition': {
    method: 'post',
    url: () => `/v1/articles/${article.id}/transitions`,
    body: () => ({ to: 'withdrawn', note: 'Note', legalGround: 'Law' }),
  },
  'a correction': {
    method: 'post',
    url: () => `/v1/articles/${article.id}/corrections`,
    body: () => ({ kind: 'update', note: 'Note', sectionId }),
  },
  'a new key': {
    method: 'post',
    url: () => '/v1/keys',
    body: () => ({ name: 'Name', role: 'reader', authorId: author.id, expiresAt: '2099-01-01T00:00:00Z' }),
  },
}

interface Body {
  [field: string]: unknown
}

function wholeArticle(): Body {
  return {
    slug: 'slug',
    headline: 'Headline',
    summary: 'Summary',
    language: 'en',
    dateline: 'Dateline',
    canonicalUrl: 'https://news.test/',
    seo: { title: 'Title', description: 'Description' },
    byline: [{ authorId: author.id, role: 'author' }],
    topicIds: [topic.id],
    sections: [{ kind: 'body', heading: 'Heading', body: 'Body' }],
    takeaways: [{ text: 'Text', evidence: evidence() }],
    publish: { note: 'Note', at: '2099-01-01T00:00:00Z', until: '2099-02-01T00:00:00Z' },
  }
}

function wholeAuthor(): Body {
  return {
    slug: 'slug',
    name: 'Name',
    jobTitle: 'Title',
    bio: 'Bio',
    location: 'Location',
    organisation: 'Organisation',
    website: 'https://news.test/',
    links: [{ label: 'Label', url: 'https://news.test/' }],
    email: 'name@news.test',
  }
}

function evidence(): Body[] {
  return [{ sectionId, exact: 'Exact', prefix: 'Prefix', suffix: 'Suffix' }]
}

beforeAll(async () => {
  author = await anAuthor(service)
  topic = await aTopic(service)
  article = await aPublishedArticle(service, {
    sections: [{ body: 'Public.' }],
    takeaways: [{ text: 'Public.' }],
    at: '2026-01-01T00:00:00.000Z',
  })
  const { sections, takeaways } = await theDraft(anybody, article)
  sectionId = sections[0]?.id ?? ''
  takeawayId = takeaways[0]?.id ?? ''
})

/** Every text in a body, by its path: `/sections/0/body`, say. */
function textsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}/${name}`))
}

/** The body with something else at a path. */
function withAt(body: Body, path: string, value: unknown): Body {
  const copy = structuredClone(body)
  const names = path.split('/').slice(1)
  const last = names.pop() ?? ''
  const parent = names.reduce<Body>((inner, name) => inner[name] as Body, copy)
  parent[last] = value
  return copy
}

describe.each(Object.keys(targets))('%s', (name) => {
  const { method, url, body } = targets[name] as (typeof targets)[string]
  const send = (attack: Body) => anybody[method](url()).set(whatever).send(attack)

  test('takes no field that is not the caller’s to set', async () => {
    const ours = {
      revision: 99,
      createdBy: 'key:someone',
      createdAt: '2020-01-01T00:00:00Z',
      updatedAt: '2020-01-01T00:00:00Z',
      publishedAt: '2020-01-01T00:00:00Z',
      stage: 'approved',
      state: ['published'],
      etag: '"99"',
      trashedAt: null,
      mergedIntoId: unknownId,
      articleId: unknownId,
      evidenceState: 'current',
      external: { source: 'a', id: 'b' },
      sha256: 'x',
      revokedAt: null,
      isAdmin: true,
    }
    const before = await allRows(service)

    const answer = await send({ ...body(), ...ours }).expect(400)

    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.sort()).toEqual(
      Object.keys(ours)
        .map((field) => `/${field}`)
        .sort(),
    )
    expect(await allRows(service)).toEqual(before)
  })

  test('takes no operator, list or number in the place of a text', async () => {
    const before = await allRows(service)

    for (const path of textsIn(body())) {
      for (const attack of [{ set: 'x' }, { not: '' }, ['x'], 7]) {
        const answer = await send(withAt(body(), path, attack))
        expect([path, attack, answer.status]).toEqual([path, attack, 400])
        expect(answer.body.errors[0].pointer).toMatch(new RegExp(`^${path}`))
      }
    }

    expect(await allRows(service)).toEqual(before)
  })

  test.each([
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800b'],
    ['a lone low surrogate', '\udc00'],
  ])('takes no text with %s', async (_, text) => {
    const before = await allRows(service)

    for (const path of textsIn(body())) {
      const value =
        path.toLowerCase().includes('url') || path === '/website' ? `https://news.test/${text}` : text
      const answer = await send(withAt(body(), path, value))
      expect([path, answer.status]).toEqual([path, 400])
      expect(answer.body.errors?.[0]?.pointer).toBe(path)
    }

    expect(await allRows(service)).toEqual(before)
  })

  test.each(['null', '[]', '"text"', '7', '[[]]'])('takes no %s for a body', async (text) => {
    const before = await allRows(service)

    await anybody[method](url()).set(whatever).type('application/json').send(text).expect(400)

    expect(await allRows(service)).toEqual(before)
  })

  test.each([
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"seo":{"__proto__":{"polluted":true}}}',
    '{"\\u005f_proto__":{"polluted":true}}',
  ])('pollutes no prototype by %s', async (text) => {
    await anybody[method](url()).set(whatever).type('application/json').send(text).expect(400)

    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a JSON Patch', () => {
  /** Patches an article made for this attack. */
  async function attack(operations: unknown) {
    const target = await anArticle(service, {
      sections: [{ body: 'A' }, { body: 'B' }],
      takeaways: [{ text: 'T' }],
    })
    const before = await allRows(service)
    const answer = await anybody
      .patch(`/v1/articles/${target.id}`)
      .set(jsonPatch)
      .send(operations as object)
    expect(await allRows(service)).toEqual(before)
    return answer
  }

  test.each([
    ['adds to a text', [{ op: 'add', path: '/headline/x', value: 1 }]],
    ['removes from a text', [{ op: 'remove', path: '/headline/0' }]],
    ['sets the length of a text', [{ op: 'replace', path: '/headline/length', value: 1 }]],
    ['sets the length of a list', [{ op: 'replace', path: '/sections/length', value: 0 }]],
    ['sets a negative length', [{ op: 'replace', path: '/sections/length', value: -1 }]],
    ['sets a length of a word', [{ op: 'replace', path: '/sections/length', value: 'x' }]],
    ['sets a length without end', [{ op: 'replace', path: '/sections/length', value: 4_000_000 }]],
    ['removes the length of a list', [{ op: 'remove', path: '/sections/length' }]],
    ['replaces the end of a list', [{ op: 'replace', path: '/sections/-', value: { body: 'C' } }]],
    ['names an index with a zero before it', [{ op: 'replace', path: '/sections/01', value: { body: 'C' } }]],
    ['names an index that is none', [{ op: 'replace', path: '/sections/1e0', value: { body: 'C' } }]],
    ['moves past the end of a list', [{ op: 'move', from: '/sections/0', path: '/sections/9' }]],
    ['moves to no index', [{ op: 'move', from: '/sections/0', path: '/sections/x' }]],
    ['copies to no index', [{ op: 'copy', from: '/sections/0', path: '/sections/x' }]],
    ['moves a thing into itself', [{ op: 'move', from: '/seo', path: '/seo/x' }]],
    ['reaches through null', [{ op: 'add', path: '/summary/x', value: 1 }]],
    ['reaches for what objects inherit', [{ op: 'copy', from: '/toString', path: '/summary' }]],
    ['adds a prototype', [{ op: 'add', path: '/__proto__', value: { polluted: true } }]],
    ['adds to a prototype', [{ op: 'add', path: '/__proto__/polluted', value: true }]],
    ['adds to a constructor', [{ op: 'add', path: '/constructor/prototype/polluted', value: true }]],
    ['changes the id', [{ op: 'add', path: '/id', value: unknownId }]],
    ['sets a revision', [{ op: 'add', path: '/revision', value: 99 }]],
    ['sets a revision of a section', [{ op: 'add', path: '/sections/0/revision', value: 99 }]],
    ['has a path that is none', [{ op: 'add', path: 'headline', value: 'x' }]],
    ['has an escape that is none', [{ op: 'add', path: '/a~2b', value: 'x' }]],
    ['has an operation that is none', [{ op: 'inc', path: '/headline', value: 'x' }]],
    ['has a member that is none', [{ op: 'replace', path: '/headline', value: 'x', extra: 1 }]],
    ['has no value', [{ op: 'add', path: '/summary' }]],
    [
      'has too many operations',
      Array(limits.patchOperations + 1).fill({ op: 'test', path: '/summary', value: null }),
    ],
    ['is an object', { op: 'replace', path: '/headline', value: 'x' }],
  ])('that %s is refused and changes nothing', async (_, operations) => {
    const { status, body } = await attack(operations)

    expect(status, JSON.stringify(body)).toBe(400)
    expect({}).not.toHaveProperty('polluted')
  })

  test.each([
    ['copies an object into itself', { from: '/seo', path: (index: number) => `/seo/x${index}` }],
    [
      'copies a list into its member',
      { from: '/sections', path: (index: number) => `/sections/0/x${index}` },
    ],
    ['copies the article into itself', { from: '', path: (index: number) => `/seo/x${index}` }],
  ])('that %s again and again is stopped before it grows', async (_, { from, path }) => {
    const operations = Array.from({ length: 16 }, (_, index) => ({ op: 'copy', from, path: path(index) }))

    const { status, body } = await attack(operations)

    expect([400, 413]).toContain(status)
    expect(body.errors ?? []).not.toHaveLength(operations.length)
  })

  test('that tests hundreds of sections against others takes no time', async () => {
    const sections = Array.from({ length: 150 }, (_, index) => ({
      heading: `${index}`,
      body: `Body ${index}`,
    }))
    const target = await anArticle(service, { sections })
    const others = sections.map(({ heading }) => ({ heading: `Not ${heading}`, body: 'Other' }))

    await anybody
      .patch(`/v1/articles/${target.id}`)
      .set(jsonPatch)
      .timeout(1500)
      .send([{ op: 'test', path: '/sections', value: others }])
      .expect(409)
  })
})

describe('a body', () => {
  test('of more than a mebibyte is refused', async () => {
    const { body } = await anybody
      .post('/v1/articles')
      .send({ headline: 'Huge', sections: [{ body: 'x'.repeat(limits.bodyBytes) }] })
      .expect(413)

    expect(body.code).toBe('body-too-large')
  })

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"seo":', '}'],
  ])('of %s that nest without end is refused', async (_, open, close) => {
    const deep = `${open.repeat(50_000)}1${close.repeat(50_000)}`

    const { body } = await anybody.post('/v1/articles').type('application/json').send(deep).expect(400)

    expect(body.code).toBe('invalid-json')
  })

  test('with a name twice means the last, everywhere', async () => {
    const { body } = await anybody
      .post('/v1/articles')
      .type('application/json')
      .send('{"headline":"Said first","headline":"Said last"}')
      .expect(201)

    expect(body).toMatchObject({ headline: 'Said last', slug: 'said-last' })
  })

  test.each([
    ['more sections', { sections: Array(limits.sections + 1).fill({ body: '' }) }, '/sections'],
    ['more takeaways', { takeaways: Array(limits.takeaways + 1).fill({ text: 'T' }) }, '/takeaways'],
    ['a longer headline', { headline: 'x'.repeat(limits.headline + 1) }, '/headline'],
    ['a longer body', { sections: [{ body: 'x'.repeat(limits.sectionBody + 1) }] }, '/sections/0/body'],
    ['a longer slug', { slug: 'x'.repeat(101) }, '/slug'],
  ])('with %s than the limit is refused with a pointer', async (_, fields, pointer) => {
    const { body } = await anybody
      .post('/v1/articles')
      .send({ headline: 'Long', ...fields })
      .expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer, code: 'too-large' })])
  })

  test('compressed is refused', async () => {
    await anybody.post('/v1/articles').set('content-encoding', 'gzip').send({ headline: 'Bomb' }).expect(415)
  })

  test('with ids of another article’s children changes neither', async () => {
    const target = await anArticle(service)
    const before = await allRows(service)

    for (const stolen of [
      { sections: [{ id: sectionId, body: 'Mine.' }] },
      { takeaways: [{ id: takeawayId, text: 'Mine.' }] },
    ]) {
      await anybody.patch(`/v1/articles/${target.id}`).set(whatever).send(stolen).expect(409)
      await anybody
        .post('/v1/articles')
        .send({ headline: 'Thief', ...stolen })
        .expect(409)
    }

    expect(await allRows(service)).toEqual(before)
  })
})

describe('a URL', () => {
  test.each([
    '/v1/articles/%00',
    '/v1/articles/%00?version=draft',
    '/v1/authors/a%00b',
    '/v1/topics/%F0%9F%98%80',
    '/v1/articles/..%2f..%2fetc%2fpasswd',
    "/v1/articles/'%20OR%201=1--",
    '/v1/articles?slug[not]=x',
    '/v1/articles?language[not]=en',
    '/v1/articles?__proto__[x]=1',
    '/v1/articles?author=%00',
    `/v1/articles?author=${'a,'.repeat(60)}a`,
    '/v1/trash?limit=0x10',
    '/v1/keys?cursor=%00',
    `/v1/articles/${ownId()}/revisions?cursor=eyJ2IjpbXX0`,
  ])('is answered with 4xx, whatever it tries: %s', async (url) => {
    const { status, body } = await anybody.get(url)

    expect([400, 404], JSON.stringify(body)).toContain(status)
  })
})

describe('a header', () => {
  test.each([
    ['if-match', '"'.repeat(5000)],
    ['if-match', 'W/'.repeat(2000)],
    ['if-match', Array(1000).fill('"1"').join(' ')],
    ['prefer', 'tx=rollback'.repeat(500)],
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'application/json-patch+json; x="'],
    ['authorization', 'Bearer'],
    ['authorization', 'Basic YTpi'],
    ['idempotency-key', 'é'.repeat(255)],
  ])('is answered without a fault of ours: %s', async (name, value) => {
    const request = anybody.patch(`/v1/articles/${article.id}`).set(whatever).set(name, value)

    const { status } = await request.send('{"headline":""}')

    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  test('of an answer holds nothing that a caller wrote', async () => {
    const { headers } = await anybody
      .put('/v1/articles/external/a%0d%0aSet-Cookie:%20x=1/b')
      .send({ headline: 'Split' })

    expect(headers).not.toHaveProperty('set-cookie')
  })
})

test('the service is as it was', async () => {
  await client.get('/health/ready').expect(200)
  expect(app.server.listening).toBe(true)
  expect(Object.prototype).not.toHaveProperty('polluted')
})
