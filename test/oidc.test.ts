import { exportJWK, exportSPKI, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readTokensOf } from '../src/access/oidc.ts'
import { type Answers, anIssuer, audience, signed } from './support/issuer.ts'
import { aService } from './support/service.ts'
import { aColleague, theLog, whatever } from './support/writing.ts'

const bearer = { type: 'bearer' } as const

const issuer = await anIssuer()
const oidc = { issuer: issuer.url, audience, roleClaim: 'role' }
const service = await aService({ oidc })
const { client } = service

const whoIs = (token: string) => client.get('/v1/me').auth(token, bearer)

/** What the service reads tokens with, anew: it knows no keys yet. */
const readerOf = ({ url }: { url: string }, roleClaim = 'role') =>
  readTokensOf({ ...oidc, issuer: url, roleClaim })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a token of the issuer', () => {
  test('lets in whom it speaks of, with the role that its claim names', async () => {
    const token = await issuer.token({ role: 'editor', name: 'Morgan J. Carter' })

    const { body } = await whoIs(token).expect(200)

    const expected = { actor: 'oidc:morgan', name: 'Morgan J. Carter', role: 'editor', authorId: null }
    expect(body).toMatchObject({ ...expected, key: null })
  })

  test.each([
    ['the preferred user name', { preferred_username: 'mjc' }, 'mjc'],
    ['the subject', {}, 'morgan'],
    ['the subject, where the name is no text', { name: { first: 'Morgan' } }, 'morgan'],
  ])('names them by %s where nothing better is known', async (_, claims, name) => {
    const { body } = await whoIs(await issuer.token({ role: 'reader', ...claims })).expect(200)

    expect(body.name).toBe(name)
  })

  test.each(['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'])('may be signed by %s', async (algorithm) => {
    const other = await anIssuer({ algorithm })

    const caller = await readerOf(other)(await other.token({ role: 'reader' }))

    expect(caller).toMatchObject({ actor: 'oidc:morgan' })
  })

  test('may be for several audiences', async () => {
    await whoIs(await issuer.token({ role: 'reader', aud: ['website', audience] })).expect(200)
  })

  test('forgives clocks that are a few seconds apart', async () => {
    const now = Math.floor(Date.now() / 1000)

    await whoIs(await issuer.token({ role: 'reader', exp: now - 3, nbf: now + 3 })).expect(200)
  })

  test('signs what it writes with its subject', async () => {
    const token = await issuer.token({ role: 'admin' })

    const draft = { name: 'By token', role: 'reader' }
    const { body } = await client.post('/v1/keys').auth(token, bearer).send(draft).expect(201)

    expect(body.createdBy).toBe('oidc:morgan')
    const fact = (await theLog(service)).find(({ subject }) => subject === `keys/${body.id}`)
    expect(fact?.actor).toBe('oidc:morgan')
  })

  test('is taken beside API keys, the last of which an admin may revoke', async () => {
    const last = await aColleague(service, 'admin')

    await last.get('/v1/me').expect(200)

    await last
      .delete(`/v1/keys/${last.actor.replace('key:', '')}`)
      .set(whatever)
      .expect(204)
  })
})

describe('the role claim', () => {
  test.each([
    ['role', { role: 'writer' }, 'writer'],
    ['role', { role: ['reader', 'editor', 'writer', 'offline_access'] }, 'editor'],
    ['realm_access.roles', { realm_access: { roles: ['uma_authorization', 'admin'] } }, 'admin'],
    ['https://news.test/role', { 'https://news.test/role': 'reader' }, 'reader'],
  ])('%s of %j is %s', async (roleClaim, claims, role) => {
    const caller = await readerOf(issuer, roleClaim)(await issuer.token(claims))

    expect(caller).toMatchObject({ role })
  })

  test.each([
    ['role', {}],
    ['role', { role: 'owner' }],
    ['role', { role: 'Admin' }],
    ['role', { role: '' }],
    ['role', { role: [] }],
    ['role', { role: { admin: true } }],
    ['role', { role: 4 }],
    ['role', { role: [['admin']] }],
    ['realm_access.roles', { realm_access: null }],
    ['realm_access.roles', { realm_access: 'admin' }],
    ['constructor.name', {}],
  ])('%s of %j is no role', async (roleClaim, claims) => {
    const reading = readerOf(issuer, roleClaim)(await issuer.token(claims))

    await expect(reading).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('without a role lets nobody in, nor with one that is too low: 403', async () => {
    await whoIs(await issuer.token({})).expect(403)
    await client
      .get('/v1/authors')
      .auth(await issuer.token({}), bearer)
      .expect(403)
    await client
      .get('/v1/keys')
      .auth(await issuer.token({ role: 'editor' }), bearer)
      .expect(403)
  })
})

describe('a token that is not valid', async () => {
  const stranger = await anIssuer()
  const now = () => Math.floor(Date.now() / 1000)

  const tokens: Record<string, () => Promise<string> | string> = {
    'for another audience': () => issuer.token({ aud: 'website' }),
    'for no audience': () => issuer.token({ aud: undefined }),
    'of another issuer': () => stranger.token({}),
    'of another issuer who takes our issuer’s name': () => stranger.token({ iss: issuer.url }),
    'of our issuer with a slash at its end': () => issuer.token({ iss: `${issuer.url}/` }),
    'of no issuer': () => issuer.token({ iss: undefined }),
    'that has expired': () => issuer.token({ exp: now() - 10 }),
    'that never expires': () => issuer.token({ exp: undefined }),
    'whose end is no number': () => issuer.token({ exp: 'never' }),
    'that is not valid yet': () => issuer.token({ nbf: now() + 60 }),
    'without a subject': () => issuer.token({ sub: undefined }),
    'with an empty subject': () => issuer.token({ sub: '' }),
    'with a subject that is no text': () => issuer.token({ sub: 7 }),
    'with a subject that cannot be stored': () => issuer.token({ sub: 'a\0b' }),
    'with a subject that is too long': () => issuer.token({ sub: 'a'.repeat(256) }),
    'that is not signed': () => new UnsecuredJWT(issuer.claims({ role: 'admin' })).encode(),
    'signed by HS256 with the issuer’s public key as the secret': async () => {
      const secret = new TextEncoder().encode(await exportSPKI(issuer.publicKey()))
      return signed(issuer.claims({ role: 'admin' }), 'HS256', secret)
    },
    'signed by HS256 with the issuer’s public JWK as the secret': async () => {
      const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(issuer.publicKey())))
      return signed(issuer.claims({ role: 'admin' }), 'HS256', secret)
    },
    'whose claims were changed after it was signed': async () => {
      const [header, , signature] = (await issuer.token({ role: 'reader' })).split('.')
      const claims = Buffer.from(JSON.stringify(issuer.claims({ role: 'admin' }))).toString('base64url')
      return [header, claims, signature].join('.')
    },
    'that lost its signature': async () => `${(await issuer.token({})).split('.').slice(0, 2).join('.')}.`,
    'whose header must be understood and is not': async () => {
      const header = { alg: 'ES256', kid: 'key-1', crit: ['exp'], exp: 1 }
      const token = new SignJWT(issuer.claims({ role: 'admin' })).setProtectedHeader(header)
      return token.sign(issuer.privateKey(), { crit: { exp: true } })
    },
  }

  test.each(Object.entries(tokens))('is refused: %s', async (_, token) => {
    const { headers } = await whoIs(await token()).expect(401)

    expect(headers['www-authenticate']).toContain('error="invalid_token"')
  })

  test('is refused on a public operation too', async () => {
    const token = await issuer.token({ aud: 'website' })

    await client.get('/v1/authors').auth(token, bearer).expect(401)
  })

  test('is refused without our issuer being asked, where it is not even in its name', async () => {
    const unasked = await anIssuer()
    const read = readerOf(unasked)

    expect(await read(await issuer.token({ role: 'admin' }))).toBeNull()
    expect(await read('nonsense')).toBeNull()

    expect(unasked.requests).toEqual([])
  })
})

describe('the issuer’s keys', () => {
  test('are read when the first token comes, and kept', async () => {
    const asked = await anIssuer()
    const read = readerOf(asked)
    const token = await asked.token({ role: 'reader' })
    expect(asked.requests).toEqual([])

    await Promise.all(Array.from({ length: 5 }, () => read(token)))
    await read(token)

    expect(asked.requests).toEqual(['/.well-known/openid-configuration', '/keys'])
  })

  test('are read again for a key that is new, but strangers cannot have that done all the time', async () => {
    const rotating = await anIssuer()
    const read = readerOf(rotating)
    await read(await rotating.token({ role: 'reader' }))

    await rotating.rotate()
    const token = await rotating.token({ role: 'reader' })
    expect(await read(token)).toBeNull()
    expect(rotating.requests).toHaveLength(2)
    vi.advanceTimersByTime(15_000)

    expect(await read(token)).toMatchObject({ role: 'reader' })
    expect(rotating.requests).toHaveLength(3)
  })

  test('are trusted for ten minutes after the issuer took one back', async () => {
    const rotating = await anIssuer()
    const read = readerOf(rotating)
    const token = await rotating.token({ role: 'reader' })
    await read(token)

    await rotating.rotate()
    vi.advanceTimersByTime(599_000)
    expect(await read(token)).toMatchObject({ role: 'reader' })
    vi.advanceTimersByTime(1000)

    expect(await read(token)).toBeNull()
  })
})

describe('an issuer that cannot be asked', async () => {
  test('makes its tokens 503, not 401, and no others; it is asked again after a while', async () => {
    const away = await anIssuer()
    const withAway = await aService({ oidc: { ...oidc, issuer: away.url } })
    const ask = (token: string) => withAway.client.get('/v1/me').auth(token, bearer)
    const token = await away.token({ role: 'reader' })
    await away.stop()

    const { body, headers } = await ask(token).expect(503)
    expect(body.code).toBe('unavailable')
    expect(headers['retry-after']).toBe('1')
    await (await aColleague(withAway, 'reader')).get('/v1/me').expect(200)
    await ask('nonsense').expect(401)
    await withAway.client.get('/v1/authors').expect(200)
    await away.start()
    await ask(token).expect(503)
    vi.advanceTimersByTime(5000)

    await ask(token).expect(200)
  })

  test('locks nobody out whose key is known already', async () => {
    const away = await anIssuer()
    const read = readerOf(away)
    const token = await away.token({ role: 'reader' })
    await read(token)
    await away.rotate()
    const newToken = await away.token({ role: 'reader' })
    await away.stop()
    vi.advanceTimersByTime(60_000)

    await expect(read(newToken)).rejects.toMatchObject({ code: 'unavailable' })

    expect(await read(token)).toMatchObject({ role: 'reader' })
  })

  const foreign = { issuer: 'https://login.test', jwks_uri: 'https://login.test/keys' }

  test.each<[string, Answers]>([
    ['answers with an error', { configuration: { status: 500, body: {} } }],
    ['answers what is no JSON', { configuration: { status: 200, body: '<html>' } }],
    ['speaks for another issuer', { configuration: { status: 200, body: foreign } }],
    ['has no keys', { keys: { status: 404, body: {} } }],
    ['has keys that are none', { keys: { status: 200, body: { keys: 'none' } } }],
    ['sends us somewhere else', { keys: { status: 302, body: {} } }],
  ])('is one that %s', async (_, answers) => {
    const broken = await anIssuer(answers)

    const reading = readerOf(broken)(await broken.token({ role: 'reader' }))

    await expect(reading).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('is given up within seconds when it says nothing', { timeout: 10_000 }, async () => {
    const silent = await anIssuer({ configuration: 'silence' })

    const reading = readerOf(silent)(await silent.token({ role: 'reader' }))

    await expect(reading).rejects.toMatchObject({ code: 'unavailable' })
  })
})
