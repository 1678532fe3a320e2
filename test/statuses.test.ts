import type { OpenAPIV3_1 } from 'openapi-types'
import pg from 'pg'
import { beforeAll, describe, test } from 'vitest'
import { plantSeed } from '../prisma/seed/seed.ts'
import { bootstrapAdminKey } from '../src/access/bootstrap.ts'
import { openDatabase } from '../src/database/client.ts'
import type { Example, Operation } from '../src/http/contract.ts'
import { limits } from '../src/http/limits.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import type { Client } from './support/client.ts'
import { aNewVersion, aPublishedArticle, withdraw } from './support/factories.ts'
import { anIssuer, audience } from './support/issuer.ts'
import { query } from './support/postgres.ts'
import { aService, aServiceOn } from './support/service.ts'

/*
 * Each operation with each status that the document has for it, as far as it follows from what the operation declares. What is
 * particular to an operation has its test with that operation; `support/statusTable.ts` counts them all.
 */

const adminKey = 'cd_Statuses_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'
const unknownKey = 'cd_Statuses_ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210'

const issuer = await anIssuer()
const service = await aService({ oidc: { issuer: issuer.url, audience, roleClaim: 'role' } })
const crowded = await aServiceOn(service.url, { rates: { perAddress: 1, perKey: 0, failedLogins: 0 } })
const away = await aServiceOn(
  service.url,
  {},
  { database: openDatabase('postgres://127.0.0.1:1/nowhere', { maxConnections: 1 }) },
)
const faulty = await aService()
const { app, client } = service
const document = app.swagger() as OpenApiDocument
const operations = [...app.operations.values()]

/** As it was at the beginning: the seed, and the key. */
async function reset(): Promise<void> {
  await query(
    service.url,
    'TRUNCATE author, topic, article, event, api_key, idempotency_record, webhook CASCADE',
  )
  await query(service.url, 'UPDATE event_counter SET last_seq = 0')
  app.responses.clear()
  await plantSeed(service.database)
  await bootstrapAdminKey(service.database, adminKey, '')
}

interface Given {
  key?: string | null
  headers?: Record<string, string>
  url?: string
  body?: unknown
}

/** Sends the example of an operation, but for what is given. */
function send(to: Client, { method, example }: Operation, given: Given = {}) {
  const { key = adminKey, headers = {}, url = example.url, body = example.body } = given
  const request = to[method.toLowerCase() as 'post'](url).redirects(0)
  if (key !== null) request.set('authorization', `Bearer ${key}`)
  for (const [name, value] of Object.entries({ ...example.headers, ...headers })) request.set(name, value)
  return method === 'GET' || body === undefined ? request : request.send(body as object)
}

/** What the database was prepared for, as long as nothing has changed it since. */
let prepared: string | null = null

async function prepare({ example: { after = [] } }: Operation): Promise<void> {
  const wanted = JSON.stringify(after)
  if (prepared === wanted) return
  await reset()
  for (const one of after) await perform(one)
  prepared = wanted
}

async function perform({ method = 'POST', url, headers, body }: Example): Promise<void> {
  const request = client[method.toLowerCase() as 'post'](url).set('authorization', `Bearer ${adminKey}`)
  await request.set(headers ?? {}).send(body as object)
}

function documents({ url, method }: Operation, status: number): boolean {
  const item = document.paths?.[url.replace(/:(\w+)/g, '{$1}')]
  const described = item?.[method.toLowerCase() as 'get'] as OpenAPIV3_1.OperationObject
  return String(status) in (described.responses ?? {})
}

const withStatus = (status: number, also: (operation: Operation) => boolean = () => true) =>
  operations.filter((operation) => documents(operation, status) && also(operation))

beforeAll(async () => {
  await reset()
  await bootstrapAdminKey(faulty.database, adminKey, '')
  await query(
    faulty.url,
    `CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz(3) LANGUAGE plpgsql STABLE PARALLEL SAFE
      AS $$ BEGIN RAISE EXCEPTION 'out of order' USING ERRCODE = 'XX000'; END $$`,
  )
  await crowded.client.get('/openapi.json')
})

describe('a request that is refused for what it is', () => {
  test.each(withStatus(400))(
    '$operationId answers 400 to a parameter that it does not have',
    async (operation) => {
      const { url } = operation.example
      await send(client, operation, { url: `${url}${url.includes('?') ? '&' : '?'}unheardOf=1` }).expect(400)
    },
  )

  test.each(withStatus(401))('$operationId answers 401 to a key that nobody has', async (operation) => {
    await send(client, operation, { key: unknownKey }).expect(401)
  })

  test.each(withStatus(403))('$operationId answers 403 to a token without a role', async (operation) => {
    await send(client, operation, { key: await issuer.token({}) }).expect(403)
  })

  test.each(withStatus(406))('$operationId answers 406 to who wants a picture', async (operation) => {
    await send(client, operation, { headers: { accept: 'image/png' } }).expect(406)
  })

  test.each(withStatus(413))('$operationId answers 413 to more than it reads', async (operation) => {
    await send(client, operation, { body: { much: 'x'.repeat(limits.bodyBytes) } }).expect(413)
  })

  test.each(withStatus(414))('$operationId answers 414 to more than a URL', async (operation) => {
    await send(client, operation, {
      url: `${operation.example.url}?x=${'x'.repeat(limits.requestUrl)}`,
    }).expect(414)
  })

  test.each(withStatus(415))('$operationId answers 415 to a table', async (operation) => {
    await send(client, operation, { headers: { 'content-type': 'text/csv' }, body: 'a,b' }).expect(415)
  })

  test.each(withStatus(429))('$operationId answers 429 to one too many', async (operation) => {
    await send(crowded.client, operation, { key: null }).expect(429)
  })
})

describe('a service that is not well', () => {
  const isAsking = ({ access }: Operation) => access !== 'anyone'

  test.each(withStatus(500, isAsking))('$operationId answers 500 to a fault of ours', async (operation) => {
    await send(faulty.client, operation).expect(500)
  })

  const needsDatabase = (operation: Operation) =>
    isAsking(operation) || operation.operationId === 'getReadiness'

  test.each(withStatus(503, needsDatabase))(
    '$operationId answers 503 while the database is away',
    async (operation) => {
      await send(away.client, operation).expect(503)
    },
  )
})

describe('a reader', () => {
  test.each(withStatus(304))('of $operationId who has it already is answered 304', async (operation) => {
    await prepare(operation)

    await send(client, operation, { headers: { 'if-none-match': '*' } }).expect(304)
  })
})

describe('a change', () => {
  test.each(operations.filter(({ example }) => example.headers?.['if-match']))(
    'by $operationId is 428 without the version that it changes, and 412 with another',
    async (operation) => {
      await prepare(operation)
      const { 'if-match': _, ...headers } = operation.example.headers ?? {}
      const bare = { ...operation, example: { ...operation.example, headers } }

      await send(client, bare).expect(428)
      await send(client, bare, { headers: { 'if-match': '"999"' } }).expect(412)
    },
  )

  test.each(withStatus(201))('by $operationId is 200 in a dry run', async (operation) => {
    await prepare(operation)

    await send(client, operation, { headers: { prefer: 'tx=rollback' } }).expect(200)
  })

  const hasId = ({ method, example }: Operation) =>
    method === 'POST' && 'id' in ((example.body ?? {}) as object)

  test.each(withStatus(409, hasId))('by $operationId is 409 for an id that is taken', async (operation) => {
    await prepare(operation)
    prepared = null
    await send(client, operation)

    await send(client, operation).expect(409)
  })

  test.each(operations.filter(({ isWriting, isSecret }) => isWriting && !isSecret))(
    'by $operationId is 409 while it is made, then 204 for who wants no more, and 422 for another under the same key',
    async (operation) => {
      await prepare(operation)
      const headers = { 'idempotency-key': 'once', prefer: 'return=minimal' }
      const { body: me } = await client.get('/v1/me').set('authorization', `Bearer ${adminKey}`)
      const release = await lock(`${me.actor} once`)

      await send(client, operation, { headers }).expect(409)
      await release()
      await send(client, operation, { headers }).expect(204)
      prepared = null

      await send(client, operation, { headers: { ...headers, prefer: 'return=representation' } }).expect(422)
    },
  )
})

describe('an article that is not there any more', () => {
  beforeAll(reset)

  const ofArticle = ({ url, method }: Operation) => method === 'GET' && url.includes('/:article')
  const urlOf = ({ url }: Operation, slug: string) => url.replace(':article', slug)

  test.each(withStatus(308, ofArticle))('is 308 by its old name for $operationId', async (operation) => {
    const article = await aPublishedArticle(service, { slug: `old-${operation.operationId.toLowerCase()}` })
    await aNewVersion(service, article, { slug: `new-${operation.operationId.toLowerCase()}` })

    await send(client, operation, { url: urlOf(operation, article.slug), key: null }).expect(308)
  })

  test.each(withStatus(451, ofArticle))('is 410 or 451 for $operationId', async (operation) => {
    const withdrawn = await aPublishedArticle(service)
    const forbidden = await aPublishedArticle(service)
    await withdraw(service, withdrawn, { reason: 'Made up.' })
    await withdraw(service, forbidden, { reason: 'A court said so.', legalGround: 'Case 7' })

    await send(client, operation, { url: urlOf(operation, withdrawn.slug), key: null }).expect(410)
    await send(client, operation, { url: urlOf(operation, forbidden.slug), key: null }).expect(451)
  })
})

/** Holds the lock that a request under this name needs, until it is let go. */
async function lock(name: string): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: service.url })
  await holder.connect()
  await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name])
  return () => holder.end()
}
