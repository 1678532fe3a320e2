import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { noteDeprecatedUses } from '../src/access/deprecations.ts'
import { guardRoutes } from '../src/access/guard.ts'
import { accessRoutes } from '../src/access/routes.ts'
import { writeInTransactions } from '../src/events/transaction.ts'
import type { App } from '../src/http/app.ts'
import { type Example, tags } from '../src/http/contract.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import { createServer } from '../src/http/server.ts'
import { clientOf } from './support/client.ts'
import { aKey } from './support/factories.ts'
import { aService, publicUrl } from './support/service.ts'
import { allRows } from './support/writing.ts'

const service = await aService()

const greeting = {
  tags: [tags.service],
  description: 'In English.',
  response: { 200: z.object({ greeting: z.string() }).meta({ id: 'GreetingThatIsToGo' }) },
}
const example = (url: string): { access: 'public'; example: Example } => ({
  access: 'public',
  example: { url },
})
const handler = () => ({ greeting: 'hello' })

/** Nothing of ours is deprecated, so here is a service that has something. */
async function aServiceWithOldThings(): Promise<{ app: App; client: ReturnType<typeof clientOf> }> {
  const { database } = service
  const options = { publicUrl, logger: false, isTimed: false, isReadPublic: true, cacheMaxBytes: 0 } as const
  const app = await createServer(options)
  guardRoutes(app, { database, isReadPublic: true, oidc: undefined })
  noteDeprecatedUses(app, database)
  writeInTransactions(app, database)
  app.get('/old/:name', {
    config: {
      ...example('/old/one'),
      deprecated: { since: '2026-11-01', sunset: '2027-11-01', instead: 'Use getNewGreeting.' },
    },
    schema: {
      ...greeting,
      operationId: 'getOldGreeting',
      summary: 'Get an old greeting',
      params: z.strictObject({ name: z.string().describe('Whose.') }),
    },
    handler,
  })
  app.get('/new', {
    config: {
      ...example('/new'),
      deprecatedParameters: { loud: { since: '2026-11-02', instead: 'Write it in capitals.' } },
    },
    schema: {
      ...greeting,
      operationId: 'getNewGreeting',
      summary: 'Get a new greeting',
      querystring: z.strictObject({ loud: z.string().optional().describe('Louder.') }),
    },
    handler,
  })
  await app.register(async (v1: App) => accessRoutes(v1, { database, oidc: undefined }), { prefix: '/v1' })
  await app.ready()
  return { app, client: clientOf(app) }
}

const { app, client } = await aServiceWithOldThings()

describe('an operation that is to go', () => {
  test('says so with each answer: since when, and until when it is there', async () => {
    const { headers } = await client.get('/old/one').expect(200)

    expect(headers['deprecation']).toBe(`@${Date.UTC(2026, 10, 1) / 1000}`)
    expect(headers['sunset']).toBe('Mon, 01 Nov 2027 00:00:00 GMT')
  })

  test('is marked in the document, with what takes its place', () => {
    const { paths } = app.swagger() as OpenApiDocument
    const { deprecated, description, responses } = paths?.['/old/{name}']?.get ?? {}

    expect(deprecated).toBe(true)
    expect(description).toBe(
      'In English. Deprecated since 2026-11-01, and may be gone from 2027-11-01 on. Use getNewGreeting.',
    )
    expect(responses?.['200']).toHaveProperty(['headers', 'Deprecation'])
    expect(responses?.['200']).toHaveProperty(['headers', 'Sunset'])
  })
})

describe('a parameter that is to go', () => {
  test('is told of where it is given, and only there', async () => {
    const { headers: without } = await client.get('/new').expect(200)
    const { headers } = await client.get('/new?loud=1').expect(200)

    expect(without).not.toHaveProperty('deprecation')
    expect(headers['deprecation']).toBe(`@${Date.UTC(2026, 10, 2) / 1000}`)
    expect(headers).not.toHaveProperty('sunset')
  })

  test('is marked in the document', () => {
    const { paths } = app.swagger() as OpenApiDocument
    const { deprecated, parameters } = paths?.['/new']?.get ?? {}

    expect(deprecated).toBeUndefined()
    expect(parameters?.[0]).toMatchObject({ name: 'loud', deprecated: true })
  })
})

describe('listDeprecatedUses', () => {
  const usesOf = async (key: string) => {
    const { body } = await client.get('/v1/me/deprecations').auth(key, { type: 'bearer' }).expect(200)
    return body.data
  }

  test('tells a key what it used, and no other key', async () => {
    const [key, other] = [await aKey(service, 'reader'), await aKey(service, 'reader')]
    for (const url of ['/old/one', '/old/two', '/new', '/new?loud=1'])
      await client.get(url).auth(key, { type: 'bearer' }).expect(200)

    await expect.poll(() => usesOf(key), { timeout: 20_000 }).toHaveLength(2)
    expect(await usesOf(key)).toMatchObject([
      {
        operationId: 'getOldGreeting',
        method: 'GET',
        path: '/old/{name}',
        parameter: null,
        since: '2026-11-01',
        sunset: '2027-11-01',
        instead: 'Use getNewGreeting.',
      },
      { operationId: 'getNewGreeting', path: '/new', parameter: 'loud', sunset: null },
    ])
    expect(await usesOf(other)).toEqual([])
  })

  test('costs one write in a day, however often something is used', async () => {
    const key = await aKey(service, 'reader')
    await client.get('/old/one').auth(key, { type: 'bearer' }).expect(200)
    await expect.poll(() => usesOf(key), { timeout: 20_000 }).toHaveLength(1)
    const before = await allRows(service)

    for (const name of ['two', 'three', 'four'])
      await client.get(`/old/${name}`).auth(key, { type: 'bearer' }).expect(200)

    expect(await allRows(service)).toEqual(before)
  })

  test('forgets what was long ago', async () => {
    const key = await aKey(service, 'reader')
    await client.get('/old/one').auth(key, { type: 'bearer' }).expect(200)
    await expect.poll(() => usesOf(key), { timeout: 20_000 }).toHaveLength(1)

    await service.clock.set(new Date(Date.now() + 61 * 86_400_000).toISOString())

    expect(await usesOf(key)).toEqual([])
  })

  test('is empty in the service as it is: nothing of it is deprecated', async () => {
    const { body } = await service.client
      .get('/v1/me/deprecations')
      .auth(await aKey(service, 'reader'), { type: 'bearer' })
      .expect(200)

    expect(body).toEqual({ data: [] })
    await service.client.get('/v1/me/deprecations').expect(401)
  })
})
