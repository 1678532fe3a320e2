import type { OpenAPIV3_1 } from 'openapi-types'
import { describe, expect, test } from 'vitest'
import { type Operation, type Role, roles } from '../src/http/contract.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import type { Client } from './support/client.ts'
import { anArticle, anAuthor } from './support/factories.ts'
import { aService } from './support/service.ts'
import {
  aColleague,
  aDesk,
  allRows,
  type Colleague,
  theDraft,
  unknownId,
  whatever,
} from './support/writing.ts'

const service = await aService()
const { app, client } = service
const desk = await aDesk(service)
const operations = [...app.operations.values()]

/** Bodies that ask for nothing beyond the operation itself. */
const bodies: Record<string, unknown> = {
  runBatch: { operations: [{ method: 'POST', path: '/v1/articles', body: { headline: 'In a batch' } }] },
}

/** Calls an operation the way its example does, but for what does not exist. */
function call(caller: Client, { operationId, method, example }: Operation) {
  const isReading = method === 'GET'
  const url = example.url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, unknownId)
  const request = caller[method.toLowerCase() as 'post'](url).redirects(0)
  for (const [name, value] of Object.entries(example.headers ?? {})) request.set(name, value)
  return isReading ? request : request.send((bodies[operationId] ?? example.body) as object | undefined)
}

function isLetIn(access: Operation['access'], role: Role): boolean {
  if (access === 'anyone' || access === 'public') return true
  return roles.indexOf(role) >= roles.indexOf(access)
}

describe.each(operations)('$operationId, which is for $access', (operation) => {
  const { access, url, method } = operation
  const isOpen = access === 'anyone' || access === 'public'

  test('says so in the document', () => {
    const document = app.swagger() as OpenApiDocument
    const path = document.paths?.[url.replace(/:(\w+)/g, '{$1}')]
    const described = path?.[method.toLowerCase() as 'get'] as OpenAPIV3_1.OperationObject

    const expected = { anyone: [], public: [{}, { key: [] }] }
    expect(described.security).toEqual(isOpen ? expected[access] : [{ key: [] }])
  })

  test('lets in who may, and refuses everybody else', async () => {
    const nobody = await call(client, operation)
    if (isOpen) expect([401, 403]).not.toContain(nobody.status)
    else {
      expect(nobody.status).toBe(401)
      expect(nobody.headers['www-authenticate']).toBe('Bearer realm="copydesk"')
    }

    for (const role of roles) {
      const { status, body } = await call(desk[role], operation)
      if (isLetIn(access, role)) expect([401, 403], `${role}: ${JSON.stringify(body)}`).not.toContain(status)
      else expect([role, status]).toEqual([role, 403])
    }
  })

  test('refuses a key that is not known, whoever is let in without', async () => {
    const stranger: Client = { ...client }
    for (const name of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const secret = `cd_Unknown0_${'x'.repeat(43)}`
      stranger[name] = (path) => client[name](path).set('authorization', `Bearer ${secret}`)
    }

    const { status } = await call(stranger, operation)

    if (access === 'anyone') expect(status).not.toBe(401)
    else expect(status).toBe(401)
  })
})

describe('where reads are closed', async () => {
  const closed = await aService({ isReadPublic: false })
  const { reader } = await aDesk(closed)
  const reading = operations.filter(({ access }) => access === 'public')

  test.each(reading)('$operationId needs a key of role reader', async (operation) => {
    const nobody = await call(closed.client, operation)
    const known = await call(reader, operation)

    expect(nobody.status).toBe(401)
    expect([401, 403]).not.toContain(known.status)
  })
})

/** What a writer may do with an article, on every road into it. */
const requests = {
  replaceArticle: (by, { id }) => by.put(`/v1/articles/${id}`).send({ headline: 'Put' }),
  changeArticle: (by, { id }) => by.patch(`/v1/articles/${id}`).send({ summary: 'S' }),
  trashArticle: (by, { id }) => by.delete(`/v1/articles/${id}`),
  addSection: (by, { id }) => by.post(`/v1/articles/${id}/sections`).send({ body: 'A' }),
  replaceSections: (by, { id }) => by.put(`/v1/articles/${id}/sections`).send([]),
  replaceSection: (by, { section }) => by.put(`/v1/sections/${section}`).send({ body: 'B' }),
  changeSection: (by, { section }) => by.patch(`/v1/sections/${section}`).send({ body: 'B' }),
  removeSection: (by, { section }) => by.delete(`/v1/sections/${section}`),
  addTakeaway: (by, { id }) => by.post(`/v1/articles/${id}/takeaways`).send({ text: 'T' }),
  replaceTakeaways: (by, { id }) => by.put(`/v1/articles/${id}/takeaways`).send([]),
  replaceTakeaway: (by, { takeaway }) => by.put(`/v1/takeaways/${takeaway}`).send({ text: 'U' }),
  changeTakeaway: (by, { takeaway }) => by.patch(`/v1/takeaways/${takeaway}`).send({ text: 'U' }),
  removeTakeaway: (by, { takeaway }) => by.delete(`/v1/takeaways/${takeaway}`),
  makeTransition: (by, { id }) => by.post(`/v1/articles/${id}/transitions`).send({ to: 'in_review' }),
  restoreRevision: (by, { id }) => by.post(`/v1/articles/${id}/revisions/1/restore`),
  restoreArticle: (by, { id }) => by.post(`/v1/articles/${id}/restore`),
  putExternalArticle: (by, { id }) => by.put(`/v1/articles/external/desk/${id}`).send({ headline: id }),
} satisfies Record<string, (by: Colleague, article: Target) => ReturnType<Colleague['put']>>

interface Target {
  id: string
  section: string
  takeaway: string
}

describe('a writer', async () => {
  const author = await anAuthor(service)
  const named = await aColleague(service, 'writer', author)

  async function aTarget(by: Colleague, operation: string, onByline = false): Promise<Target> {
    const byline = onByline ? [{ authorId: author.id }] : []
    const draft = { headline: `${operation} ${Math.random()}`, sections: [{ body: 'A' }], byline }
    const { body } = await by
      .post('/v1/articles')
      .send({ ...draft, takeaways: [{ text: 'T' }] })
      .expect(201)
    const { id, sections, takeaways } = body
    if (operation === 'restoreArticle')
      await desk.editor.delete(`/v1/articles/${id}`).set(whatever).expect(200)
    if (operation === 'putExternalArticle') {
      const put = by.put(`/v1/articles/external/desk/${id}`)
      await put.send({ headline: `External ${id}`, byline }).expect(201)
    }
    return { id, section: sections[0].id, takeaway: takeaways[0].id }
  }

  test('has every road into an article looked at', () => {
    const roads = operations.filter(
      ({ method, access, url }) =>
        method !== 'GET' && access === 'writer' && !['/v1/articles', '/v1/batch'].includes(url),
    )

    expect(roads.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(requests).sort())
  })

  test.each(Object.entries(requests))('does with an article of their own: %s', async (operation, request) => {
    const target = await aTarget(desk.writer, operation)

    const { status, text } = await request(desk.writer, target).set(whatever)

    expect([200, 201, 204], text).toContain(status)
  })

  test.each(Object.entries(requests))(
    'does with one whose byline they are on: %s',
    async (operation, request) => {
      const target = await aTarget(desk.editor, operation, true)

      const { status, text } = await request(named, target).set(whatever)

      expect([200, 201, 204], text).toContain(status)
    },
  )

  test.each(Object.entries(requests))('does not with another’s: %s', async (operation, request) => {
    const target = await aTarget(desk.editor, operation)
    const before = await allRows(service)

    const { body } = await request(named, target).set(whatever).expect(403)

    expect(body.code).toBe('forbidden')
    expect(await allRows(service)).toEqual(before)
  })

  test('does not learn whether a version of another’s is current', async () => {
    const target = await aTarget(desk.editor, 'changeArticle')

    await requests.changeArticle(named, target).set('if-match', '"99"').expect(403)
    await requests.changeArticle(named, target).expect(403)
  })

  test('loses an article with its byline', async () => {
    const target = await aTarget(desk.editor, 'changeArticle', true)
    await requests.changeArticle(named, target).set(whatever).expect(200)

    await named.patch(`/v1/articles/${target.id}`).set(whatever).send({ byline: [] }).expect(200)

    await requests.changeArticle(named, target).set(whatever).expect(403)
  })

  test('cannot take an article by the byline', async () => {
    const target = await aTarget(desk.editor, 'changeArticle')

    await named
      .patch(`/v1/articles/${target.id}`)
      .set(whatever)
      .send({ byline: [{ authorId: author.id }] })
      .expect(403)

    expect((await theDraft(desk.editor, target)).byline).toEqual([])
  })

  test('reads the drafts of all', async () => {
    const { id } = await anArticle(service)

    await named.get(`/v1/articles/${id}?version=draft`).expect(200)
  })
})
