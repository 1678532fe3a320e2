import { describe, expect, inject, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { type Role, roles } from '../src/http/contract.ts'
import type { Client } from './support/client.ts'
import { urlOf } from './support/postgres.ts'
import { aService, aServiceOn } from './support/service.ts'
import { sendBytes } from './support/socket.ts'
import { aDesk, whatever } from './support/writing.ts'

const service = await aService()
const { app, client, clock, database } = service
const desk = await aDesk(service)

const bearer = { type: 'bearer' } as const

/** A key that an admin just created, an admin's where nothing else is said, with its secret. */
async function aKey(draft: object = {}) {
  const { body } = await desk.admin.post('/v1/keys').send({ name: 'A key', role: 'admin', ...draft })
  return body
}

/** Everything that the service does, with a URL that fits. */
const operations = [...app.operations.values()].map(({ operationId, method, url, access }) => ({
  ...{ operationId, access },
  method: method.toLowerCase() as 'get',
  url: url.replace(/:\w+/g, '019b1f00-0000-7000-8000-000000000999'),
}))

/** Operations that ask for a role, each with every role that is less. */
const operationsForRoles = operations.flatMap(({ access, ...operation }) =>
  access === 'anyone' || access === 'public' ? [] : [{ ...operation, access, lesser: rolesBelow(access) }],
)

/** What nobody is let in with, wherever a key is looked at. */
const badCredentials: Record<string, () => Promise<string>> = {
  'an empty header': async () => '',
  'another scheme': async () => `Basic ${Buffer.from('admin:admin').toString('base64')}`,
  'a scheme without a key': async () => 'Bearer',
  'a key without a scheme': async () => (await aKey()).secret,
  'two keys': async () => `Bearer ${(await aKey()).secret} ${(await aKey()).secret}`,
  'characters that no key has': async () => 'Bearer cd_<script>',
  'a key that nobody made': async () => `Bearer cd_${'a'.repeat(8)}_${'b'.repeat(43)}`,
  'a key whose last character is wrong': async () => `Bearer ${spoil((await aKey()).secret)}`,
  'a prefix alone': async () => `Bearer cd_${(await aKey()).prefix}`,
  'a token, where no issuer is configured': async () => 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
  'an expired key': async () => {
    const expiresAt = new Date(Date.parse(await clock.read()) + 60_000).toISOString()
    const { secret } = await aKey({ expiresAt })
    await clock.advance({ minutes: 1 })
    return `Bearer ${secret}`
  },
  'a revoked key': async () => {
    const { secret, id } = await aKey()
    await revoke(id)
    return `Bearer ${secret}`
  },
}

describe('an operation for a role', () => {
  test.each(operationsForRoles)('$operationId answers 401 to nobody', async ({ method, url }) => {
    const { headers } = await client[method](url).expect(401)

    expect(headers['www-authenticate']).toBe('Bearer realm="copydesk"')
  })

  test.each(operationsForRoles)('$operationId answers 403 below $access', async (operation) => {
    const { method, url, access, lesser } = operation
    for (const role of lesser) {
      const { body } = await desk[role][method](url).expect(403)

      expect(body).toMatchObject({ code: 'forbidden', detail: expect.stringContaining(`role ${access}`) })
    }
  })

  test.each(roles)('lets in %s and every role above', async (access) => {
    const operation = operationsForRoles.find((one) => one.access === access)
    if (!operation) return
    for (const role of rolesFrom(access)) {
      const { status } = await desk[role][operation.method](operation.url)

      expect([401, 403]).not.toContain(status)
    }
  })

  test.each(Object.entries(badCredentials))('answers 401 to %s', async (_, credentials) => {
    const authorization = await credentials()

    const { body, headers } = await client.get('/v1/me').set({ authorization }).expect(401)

    expect(headers['www-authenticate']).toBe('Bearer realm="copydesk", error="invalid_token"')
    expect(headers['cache-control']).toBe('no-store')
    expect(JSON.stringify(body)).not.toContain('cd_')
  })

  test('says the same words whatever is wrong with a key', async () => {
    const bodies = []
    for (const credentials of Object.values(badCredentials)) {
      const { body } = await client
        .get('/v1/me')
        .set({ authorization: await credentials() })
        .expect(401)
      bodies.push({ ...body, requestId: '' })
    }
    const { body: withoutKey } = await client.get('/v1/me').expect(401)

    for (const body of bodies) expect(body).toEqual({ ...withoutKey, requestId: '' })
  })

  test('answers 401 to several Authorization headers, even where the first is valid', async () => {
    const { secret } = await aKey()
    const header = `Authorization: Bearer ${secret}`

    const request = ['GET /v1/me HTTP/1.1', 'Host: x', header, header, 'Connection: close', '', '']
    const { status } = await sendBytes(app, request.join('\r\n'))

    expect(status).toBe(401)
  })

  test.each(['bearer', 'BEARER', 'BeArEr'])('takes the scheme as %s', async (scheme) => {
    const { secret } = await aKey()

    await client
      .get('/v1/me')
      .set({ authorization: `${scheme} ${secret}` })
      .expect(200)
  })

  test('asks for the key before it looks at the body', async () => {
    const post = () => client.post('/v1/keys').set({ 'content-type': 'application/json' })

    await post().send('{ this is no JSON').expect(401)
    await post()
      .send(JSON.stringify({ unknown: true }))
      .expect(401)
    await client.post('/v1/keys').set({ 'content-type': 'text/plain' }).send('words').expect(401)
  })

  test('asks for the key of a HEAD as of its GET', async () => {
    await client.head('/v1/keys').expect(401)
    await desk.admin.head('/v1/keys').expect(200)
  })

  test('is answered for one caller only', async () => {
    const { headers } = await desk.admin.get('/v1/keys').expect(200)

    expect(headers['cache-control']).toBe('private, no-store')
  })
})

describe('a public operation', () => {
  test('needs no key', async () => {
    await client.get('/v1/authors').expect(200)
  })

  test('takes a valid key of any role', async () => {
    for (const role of roles) await desk[role].get('/v1/authors').expect(200)
  })

  test.each(Object.entries(badCredentials))('answers 401 to %s', async (_, credentials) => {
    const authorization = await credentials()

    await client.get('/v1/authors').set({ authorization }).expect(401)
  })
})

describe('a public operation with PUBLIC_READ=false', async () => {
  const closed = await aService({ isReadPublic: false })
  const closedDesk = await aDesk(closed)
  const publicOperations = operations.filter(({ access }) => access === 'public')

  test.each(publicOperations)('$operationId answers 401 to nobody', async ({ method, url }) => {
    await closed.client[method](url).expect(401)
  })

  test.each(roles)('lets in %s, and nobody keeps what they read', async (role) => {
    const { headers } = await closedDesk[role].get('/v1/authors').expect(200)

    expect(headers['cache-control']).toContain('private')
  })

  test('leaves open what anyone may see', async () => {
    await closed.client.get('/health/live').expect(200)
    await closed.client.get('/openapi.json').expect(200)
  })
})

describe('an operation for anyone', () => {
  test.each(Object.entries(badCredentials))('does not look at %s', async (_, credentials) => {
    const authorization = await credentials()

    await client.get('/health/live').set({ authorization }).expect(200)
  })
})

describe('a URL that does not exist', () => {
  test('answers 404 whatever the key, and 405 for a wrong method', async () => {
    const authorization = 'Bearer nonsense'

    await client.get('/v1/nothing').set({ authorization }).expect(404)
    await client.post('/v1/me').set({ authorization }).expect(405)
  })
})

describe('a key', () => {
  test('is refused by every process from the moment that it is revoked', async () => {
    const other = await anotherInstance()
    const { id, secret } = await aKey()
    await other.get('/v1/me').auth(secret, bearer).expect(200)

    await revoke(id)

    await other.get('/v1/me').auth(secret, bearer).expect(401)
    await client.get('/v1/me').auth(secret, bearer).expect(401)
  })

  test('is valid until the millisecond of its end, by the clock of the database', async () => {
    await clock.set('2030-01-01T00:00:00.000Z')
    const { secret } = await aKey({ expiresAt: '2030-01-01T01:00:00.000Z' })

    await clock.set('2030-01-01T00:59:59.999Z')
    await client.get('/v1/me').auth(secret, bearer).expect(200)
    await clock.set('2030-01-01T01:00:00.000Z')
    await client.get('/v1/me').auth(secret, bearer).expect(401)
  })

  test('loses what its role is lowered by, at once', async () => {
    const { id, secret } = await aKey()
    await client.get('/v1/keys').auth(secret, bearer).expect(200)

    await desk.admin.patch(`/v1/keys/${id}`).set(whatever).send({ role: 'editor' }).expect(200)

    await client.get('/v1/keys').auth(secret, bearer).expect(403)
  })

  test('remembers when it was last used, to the minute', async () => {
    await clock.set('2030-02-01T12:00:00.000Z')
    const used = await aKey()
    const lastUse = async () => (await desk.admin.get(`/v1/keys/${used.id}`).expect(200)).body.lastUsedAt
    expect(await lastUse()).toBeNull()

    await client.get('/v1/me').auth(used.secret, bearer).expect(200)
    expect(await lastUse()).toBe('2030-02-01T12:00:00.000Z')
    await clock.advance({ seconds: 59 })
    await client.get('/v1/me').auth(used.secret, bearer).expect(200)
    expect(await lastUse()).toBe('2030-02-01T12:00:00.000Z')
    await clock.advance({ seconds: 1 })
    await client.get('/v1/me').auth(used.secret, bearer).expect(200)
    expect(await lastUse()).toBe('2030-02-01T12:01:00.000Z')
  })

  test('is not used by a request that it is refused for, nor changed by a use', async () => {
    const used = await aKey()
    await client
      .get('/v1/me')
      .set({ authorization: `Bearer ${spoil(used.secret)}` })
      .expect(401)

    const get = () => desk.admin.get(`/v1/keys/${used.id}`).expect(200)
    expect((await get()).body.lastUsedAt).toBeNull()
    await client.get('/v1/me').auth(used.secret, bearer).expect(200)

    expect((await get()).headers['etag']).toBe(used.etag)
  })

  test('lets in while a change of it is under way, without waiting', async () => {
    const { id, secret } = await aKey()

    await database.transaction(async (db) => {
      await db.$queryRaw`SELECT FROM api_key WHERE id = ${id}::uuid FOR UPDATE`
      await client.get('/v1/me').auth(secret, bearer).timeout(1000).expect(200)
    })
  })

  test('lets in many requests at once', async () => {
    const { secret } = await aKey()

    const get = () => client.get('/v1/me').auth(secret, bearer).expect(200)

    await Promise.all(Array.from({ length: 40 }, get))
  })
})

function rolesBelow(role: Role): Role[] {
  return roles.slice(0, roles.indexOf(role))
}

function rolesFrom(role: Role): Role[] {
  return roles.slice(roles.indexOf(role))
}

function spoil(secret: string): string {
  return `${secret.slice(0, -1)}${secret.endsWith('x') ? 'y' : 'x'}`
}

async function revoke(id: string): Promise<void> {
  await desk.admin.delete(`/v1/keys/${id}`).set(whatever).expect(204)
}

/** The service as another process has it: on the same database, with nothing else in common. */
async function anotherInstance(): Promise<Client> {
  const [row] = await database.rows<{ name: string }>(Prisma.sql`SELECT current_database() AS name`)
  const { client } = await aServiceOn(urlOf(inject('databaseUrl'), row?.name ?? ''))
  return client
}
