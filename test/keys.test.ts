import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Key } from '../src/access/schema.ts'
import { aMerger, anAuthor } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aColleague, allRows, type Fact, ownId, theLog, unknownId, whatever } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const admin = await aColleague(service, 'admin')

const bearer = { type: 'bearer' } as const
const longAgo = '2001-01-01T00:00:00.000Z'
const farAway = '2100-01-01T00:00:00.000Z'

const post = (draft: object) => admin.post('/v1/keys').send(draft)
const patch = (id: string, change: object, etag = '*') =>
  admin.patch(`/v1/keys/${id}`).set({ 'if-match': etag }).send(change)
const revoke = (id: string, etag = '*') => admin.delete(`/v1/keys/${id}`).set({ 'if-match': etag })

/** A key that an admin just created, an admin's where nothing else is said, with its secret. */
async function aKey(draft: object = {}) {
  return (await post({ name: 'A key', role: 'admin', ...draft }).expect(201)).body
}

describe('createKey', () => {
  test('answers 201 with the key, its address and its ETag', async () => {
    const { body, headers } = await post({ name: 'Website', role: 'reader' }).expect(201)

    expect(headers['location']).toBe(`/v1/keys/${body.id}`)
    expect(headers['etag']).toBe('"1"')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body.secret).toMatch(new RegExp(`^cd_${body.prefix}_[A-Za-z0-9]{43}$`))
    const expected = { name: 'Website', role: 'reader', authorId: null, state: 'active', revision: 1 }
    expect(body).toMatchObject({ ...expected, etag: '"1"', expiresAt: null, createdBy: admin.actor })
    const { secret, ...shown } = body
    expect((await admin.get(headers['location'] ?? '').expect(200)).body).toEqual(shown)
  })

  test('makes a key that lets in', async () => {
    const { body: key } = await post({ name: 'Editor', role: 'editor' }).expect(201)

    const { body: me } = await client.get('/v1/me').auth(key.secret, bearer).expect(200)

    expect(me).toMatchObject({ role: 'editor', key: { id: key.id } })
  })

  test('takes an id, an author and an end', async () => {
    const author = await anAuthor(service)
    const draft = { id: ownId(), name: 'Morgan', role: 'writer', authorId: author.id }

    const { body } = await post({ ...draft, expiresAt: '2100-01-01T01:00:00+01:00' }).expect(201)

    expect(body).toMatchObject({ ...draft, expiresAt: farAway })
  })

  test.each([
    ['no name', { role: 'reader' }, '/name'],
    ['an empty name', { name: '', role: 'reader' }, '/name'],
    ['no role', { name: 'x' }, '/role'],
    ['an unknown role', { name: 'x', role: 'owner' }, '/role'],
    ['an unknown author', { name: 'x', role: 'writer', authorId: unknownId }, '/authorId'],
    ['an end that is past', { name: 'x', role: 'reader', expiresAt: longAgo }, '/expiresAt'],
    ['an end that is no time', { name: 'x', role: 'reader', expiresAt: 'soon' }, '/expiresAt'],
    [
      'an end beyond all calendars',
      { name: 'x', role: 'reader', expiresAt: '9999-12-31T23:00:00-02:00' },
      '/expiresAt',
    ],
    ['an end without a zone', { name: 'x', role: 'reader', expiresAt: '2100-01-01T00:00:00' }, '/expiresAt'],
    ['a secret', { name: 'x', role: 'reader', secret: 'mine' }, '/secret'],
  ])('answers 400 to %s', async (_, draft, pointer) => {
    const { body } = await post(draft).expect(400)

    expect(body.errors).toMatchObject([{ pointer }])
  })

  test('answers 400 to an author whose place another took', async () => {
    const [gone, target] = [await anAuthor(service), await anAuthor(service)]
    await aMerger(service, 'author', gone, target)

    const { body } = await post({ name: 'x', role: 'writer', authorId: gone.id }).expect(400)

    expect(body.errors).toMatchObject([{ pointer: '/authorId' }])
  })

  test('tells past from future by the clock of the database', async () => {
    await clock.during('2030-01-01T00:00:00.000Z', async () => {
      const key = { name: 'x', role: 'reader' }

      await post({ ...key, expiresAt: '2030-01-01T00:00:00.000Z' }).expect(400)
      await post({ ...key, expiresAt: '2030-01-01T00:00:00.001Z' }).expect(201)
    })
  })

  test('answers 409 to an id that is taken', async () => {
    const { id } = await aKey()

    const { body } = await post({ id, name: 'x', role: 'reader' }).expect(409)

    expect(body.code).toBe('id-taken')
  })

  test('takes no Idempotency-Key, because its answer is kept nowhere', async () => {
    const draft = { name: 'Once', role: 'reader' }

    const { body } = await post(draft).set({ 'idempotency-key': 'a' }).expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'idempotency-key' }])
  })

  test('shows no secret in a dry run, and makes nothing', async () => {
    const draft = { id: ownId(), name: 'Dry', role: 'reader' }

    const { body, headers } = await post(draft).set({ prefer: 'tx=rollback' }).expect(200)

    expect(headers['preference-applied']).toBe('tx=rollback')
    expect(body).not.toHaveProperty('secret')
    await admin.get(`/v1/keys/${draft.id}`).expect(404)
  })

  test('shows the secret even to who prefers a minimal answer', async () => {
    const { body } = await post({ name: 'x', role: 'reader' }).set({ prefer: 'return=minimal' }).expect(201)

    expect(body.secret).toMatch(/^cd_/)
  })

  test('is recorded, with who made it and without the secret', async () => {
    const { body } = await post({ name: 'Recorded', role: 'writer' }).expect(201)

    const events = await eventsOf(body.id)

    expect(events).toMatchObject([{ type: 'key.created', actor: admin.actor }])
    expect(events[0]?.data).toMatchObject({ id: body.id, name: 'Recorded', role: 'writer', revision: 1 })
    expect(JSON.stringify(events)).not.toContain(body.secret)
  })
})

describe('the secret of a key', () => {
  test('is nowhere but in the answer to its creation: no answer, no row, no line of the log', async () => {
    const lines: string[] = []
    const logger = { level: 'trace', stream: { write: (line: string) => lines.push(line) } }
    const logging = await aService({ logger })
    const maker = await aColleague(logging, 'admin')
    const draft = { name: 'Hidden', role: 'admin' }
    const { id, secret } = (await maker.post('/v1/keys').send(draft).expect(201)).body
    const { get, patch: change, delete: remove } = logging.client
    const url = `/v1/keys/${id}`
    const answers = [
      await get('/v1/me').auth(secret, bearer).expect(200),
      await get('/v1/keys').auth(secret, bearer).expect(200),
      await get(url).auth(secret, bearer).expect(200),
      await get('/v1/authors').auth(secret, bearer).expect(200),
      await get('/v1/me').auth(`${secret}x`, bearer).expect(401),
      await change(url).auth(secret, bearer).set(whatever).send({ name: 'b' }).expect(200),
      await remove(url).auth(secret, bearer).set(whatever).expect(204),
      await get('/v1/me').auth(secret, bearer).expect(401),
    ]

    const log = lines.join('')
    const seen = answers.map(({ text, headers }) => `${text} ${JSON.stringify(headers)}`).join('\n')
    const rows = JSON.stringify(await allRows(logging))
    expect(log).toContain('"msg":"answered"')
    expect(rows).toContain(id)
    for (const trace of tracesOf(secret)) {
      expect(seen).not.toContain(trace)
      expect(log).not.toContain(trace)
    }
    expect(rows).not.toContain(secret.split('_')[2])
  })
})

describe('a key in a batch', () => {
  test.each(['/v1/keys', '/v1/./keys', '/v1/%6Beys', '/v1/x/../keys'])(
    'is not created, because the batch’s answer may be kept: %s',
    async (path) => {
      const before = await theLog(service)

      const operations = [{ method: 'POST', path, body: { name: 'In a batch', role: 'admin' } }]
      const { status } = await admin.post('/v1/batch').send({ operations })

      expect([400, 409]).toContain(status)
      expect(await theLog(service)).toEqual(before)
    },
  )
})

describe('listKeys', () => {
  test('lists the newest first, page by page and back, expired and revoked ones too', async () => {
    const ids = await clock.during('2090-01-01T00:00:00.000Z', async () => {
      const { id: second } = await aKey({ expiresAt: '2090-01-01T00:00:00.001Z' })
      return [(await aKey()).id, second]
    })
    const [newest = '', second = ''] = ids.sort().reverse()
    await clock.during(farAway, () => revoke(newest).expect(204))

    const { body: page } = await admin.get('/v1/keys?limit=2').expect(200)
    const { body: next } = await admin.get(`/v1/keys?limit=2&cursor=${page.page.nextCursor}`).expect(200)
    const { body: back } = await admin.get(`/v1/keys?limit=2&cursor=${next.page.prevCursor}`).expect(200)

    expect(page.data.map(({ id }: Key) => id)).toEqual([newest, second])
    expect(page.data[0].state).toBe('revoked')
    expect(next.data[0].createdAt < page.data[1].createdAt).toBe(true)
    expect(back.data).toEqual(page.data)
  })

  test('narrows to the fields that are asked for', async () => {
    const { body } = await admin.get('/v1/keys?limit=1&fields=name,role').expect(200)

    expect(Object.keys(body.data[0]).sort()).toEqual(['id', 'name', 'role'])
  })

  test.each(['sha256', 'secret'])('knows no field %s', async (field) => {
    await admin.get(`/v1/keys?fields=${field}`).expect(400)
  })

  test('answers 400 to a parameter that it does not know', async () => {
    const { body } = await admin.get('/v1/keys?rôle=admin').expect(400)

    expect(body.errors).toMatchObject([{ parameter: 'rôle' }])
  })
})

describe('getKey', () => {
  test('shows a key, and says when it is expired', async () => {
    const key = await aKey({ role: 'reader', expiresAt: farAway })

    const { body, headers } = await admin.get(`/v1/keys/${key.id}`).expect(200)
    expect(body).toMatchObject({ id: key.id, state: 'active', expiresAt: farAway })
    expect(headers).toMatchObject({ etag: '"1"', 'cache-control': 'private, no-store' })
    await clock.during(farAway, async () => {
      expect((await admin.get(`/v1/keys/${key.id}`).expect(200)).body.state).toBe('expired')
    })
  })

  test('answers 404 to an unknown id, and 400 to what is no id', async () => {
    await admin.get(`/v1/keys/${unknownId}`).expect(404)
    await admin.get('/v1/keys/no-id').expect(400)
  })
})

describe('changeKey', () => {
  test('changes what is named and counts a revision', async () => {
    const key = await aKey({ name: 'Before', role: 'reader' })

    const { body, headers } = await patch(key.id, { name: 'After', role: 'editor' }, key.etag).expect(200)

    expect(body).toMatchObject({ name: 'After', role: 'editor', revision: 2, etag: '"2"', authorId: null })
    expect(headers['etag']).toBe('"2"')
    expect((await admin.get(`/v1/keys/${key.id}`).expect(200)).body).toEqual(body)
    const [, event] = await eventsOf(key.id)
    expect(event).toMatchObject({ type: 'key.changed', data: { name: 'After', role: 'editor', revision: 2 } })
  })

  test('takes the end away with null', async () => {
    const key = await aKey({ expiresAt: farAway })

    const { body } = await patch(key.id, { expiresAt: null }).expect(200)

    expect(body.expiresAt).toBeNull()
  })

  test('takes a JSON Patch', async () => {
    const key = await aKey({ role: 'reader' })
    const operations = [{ op: 'replace', path: '/role', value: 'writer' }]

    const { body } = await patch(key.id, operations).set({ 'content-type': 'application/json-patch+json' })

    expect(body).toMatchObject({ role: 'writer', revision: 2 })
  })

  test('lets an expired key in again that is given a later end, and renames it without one', async () => {
    const { id, secret } = await aKey({ expiresAt: '2040-01-01T00:00:00.000Z' })
    await clock.during('2050-01-01T00:00:00.000Z', async () => {
      await patch(id, { name: 'Renamed' }).expect(200)
      await client.get('/v1/me').auth(secret, bearer).expect(401)

      await patch(id, { expiresAt: farAway }).expect(200)

      await client.get('/v1/me').auth(secret, bearer).expect(200)
    })
  })

  test('saves nothing where nothing changes', async () => {
    const key = await aKey({ name: 'Same' })

    const { body } = await patch(key.id, { name: 'Same' }).expect(200)

    expect(body.revision).toBe(1)
    expect(await eventsOf(key.id)).toHaveLength(1)
  })

  test('answers 428 without If-Match, and 412 to a stale one', async () => {
    const key = await aKey()
    await patch(key.id, { name: 'Second' }, key.etag).expect(200)

    const { body } = await patch(key.id, { name: 'Third' }, key.etag).expect(412)

    expect(body.etag).toBe('"2"')
    await admin.patch(`/v1/keys/${key.id}`).send({ name: 'x' }).expect(428)
  })

  test('lets one of two changes of the same revision through', async () => {
    const key = await aKey()

    const answers = await Promise.all(['a', 'b'].map((name) => patch(key.id, { name }, key.etag)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test.each([
    ['an end that is past', { expiresAt: longAgo }, '/expiresAt'],
    ['no name', { name: null }, '/name'],
    ['an unknown author', { authorId: unknownId }, '/authorId'],
    ['a prefix of its own', { prefix: 'mine' }, '/prefix'],
    ['another id', { id: unknownId }, '/id'],
  ])('answers 400 to %s', async (_, change, pointer) => {
    const key = await aKey()

    const { body } = await patch(key.id, change).expect(400)

    expect(body.errors).toMatchObject([{ pointer }])
  })

  test('answers 404 to an unknown id', async () => {
    await patch(unknownId, { name: 'x' }).expect(404)
  })

  test('answers 409 for a revoked key', async () => {
    const key = await aKey()
    await revoke(key.id).expect(204)

    await patch(key.id, { name: 'x' }).expect(409)
  })
})

describe('revokeKey', () => {
  test('shuts the key out at once, and keeps it in the list', async () => {
    const key = await aKey()

    await revoke(key.id, key.etag).expect(204)

    await client.get('/v1/me').auth(key.secret, bearer).expect(401)
    const { body } = await admin.get(`/v1/keys/${key.id}`).expect(200)
    expect(body).toMatchObject({ state: 'revoked', revision: 2, revokedAt: expect.any(String) })
    expect(await eventsOf(key.id)).toMatchObject([{ type: 'key.created' }, { type: 'key.revoked' }])
  })

  test('answers 204 again to a repeated request, whose ETag is old, and records nothing', async () => {
    const key = await aKey()
    await revoke(key.id, key.etag).expect(204)

    await revoke(key.id, key.etag).expect(204)

    expect(await eventsOf(key.id)).toHaveLength(2)
  })

  test('answers 428 without If-Match, 412 to a stale one and 404 to an unknown id', async () => {
    const key = await aKey()
    await patch(key.id, { name: 'Second' }).expect(200)

    await revoke(key.id, key.etag).expect(412)
    await admin.delete(`/v1/keys/${key.id}`).expect(428)
    await revoke(unknownId).expect(404)
  })

  test('changes nothing in a dry run', async () => {
    const key = await aKey()

    await revoke(key.id).set({ prefer: 'tx=rollback' }).expect(204)

    await client.get('/v1/me').auth(key.secret, bearer).expect(200)
  })
})

describe('the last admin key that never expires', () => {
  test('is not revoked, demoted or given an end', async () => {
    const alone = await aService()
    const last = await aColleague(alone, 'admin')
    const create = (draft: object) =>
      last
        .post('/v1/keys')
        .send({ name: 'x', ...draft })
        .expect(201)
    await create({ role: 'admin', expiresAt: farAway })
    await create({ role: 'editor' })
    const url = `/v1/keys/${idOf(last)}`

    const { body } = await last.delete(url).set(whatever).expect(409)
    expect(body.code).toBe('conflict')
    await last.patch(url).set(whatever).send({ role: 'editor' }).expect(409)
    await last.patch(url).set(whatever).send({ expiresAt: farAway }).expect(409)
    await last.patch(url).set(whatever).send({ name: 'Renamed' }).expect(200)

    await create({ role: 'admin' })
    await last.delete(url).set(whatever).expect(204)
  })

  test('stays where two admins revoke each other at the same time', async () => {
    const pair = await aService()
    const [one, other] = [await aColleague(pair, 'admin'), await aColleague(pair, 'admin')]

    const answers = await Promise.all([
      one.delete(`/v1/keys/${idOf(other)}`).set(whatever),
      other.delete(`/v1/keys/${idOf(one)}`).set(whatever),
    ])

    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
  })
})

describe('getMe', () => {
  test('says whose key it is and what the role may do', async () => {
    const author = await anAuthor(service)
    const given = { name: 'Morgan', role: 'writer', authorId: author.id, expiresAt: farAway } as const
    const { id, prefix, secret } = await aKey(given)

    const { body, headers } = await client.get('/v1/me').auth(secret, bearer).expect(200)

    const { expiresAt, ...caller } = given
    expect(body).toMatchObject({ ...caller, actor: `key:${id}`, key: { id, prefix, expiresAt } })
    expect(body.abilities).toContain('edit-own-articles')
    expect(body.abilities).not.toContain('publish')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  test('names the author who took the place of the key’s own', async () => {
    const [gone, target] = [await anAuthor(service), await anAuthor(service)]
    const { secret } = await aKey({ role: 'writer', authorId: gone.id })
    await aMerger(service, 'author', gone, target)

    const { body } = await client.get('/v1/me').auth(secret, bearer).expect(200)

    expect(body.authorId).toBe(target.id)
  })

  test('lets each role do what the one before it may, and more', async () => {
    const abilitiesOf = async (role: 'reader' | 'writer' | 'editor' | 'admin') => {
      const { secret } = await aKey({ role })
      return (await client.get('/v1/me').auth(secret, bearer).expect(200)).body.abilities as string[]
    }

    const [reader = [], writer = [], editor = [], admins = []] = [
      await abilitiesOf('reader'),
      await abilitiesOf('writer'),
      await abilitiesOf('editor'),
      await abilitiesOf('admin'),
    ]

    expect(writer.slice(0, reader.length)).toEqual(reader)
    expect(editor.slice(0, writer.length)).toEqual(writer)
    expect(admins.slice(0, editor.length)).toEqual(editor)
    expect([reader, writer, editor, admins].map(({ length }) => length)).toEqual([2, 5, 10, 14])
  })
})

function idOf({ actor }: { actor: string }): string {
  return actor.replace('key:', '')
}

async function eventsOf(id: string): Promise<Fact[]> {
  return (await theLog(service)).filter(({ subject }) => subject === `keys/${id}`)
}

/** A secret as it could be written down: the part that nobody knows, and what is kept of it. */
function tracesOf(secret: string): string[] {
  const digest = createHash('sha256').update(secret).digest()
  const written = [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]
  return [secret.split('_')[2] ?? '', ...written]
}
