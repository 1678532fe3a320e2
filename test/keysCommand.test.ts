import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import { parseKeysCommand } from '../src/access/cli.ts'
import { KeyDraft } from '../src/access/schema.ts'
import { createKey } from '../src/access/store.ts'
import { Prisma } from '../src/database/client.ts'
import { startEmbeddedPostgres } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { makeChange } from '../src/events/record.ts'
import { newId } from '../src/lib/ids.ts'
import { projectPath } from '../src/lib/root.ts'
import { anAuthor } from './support/factories.ts'
import { query, urlOf } from './support/postgres.ts'
import { aDatabase, aService, type TestService } from './support/service.ts'
import { theLog } from './support/writing.ts'

const service = await aService()
const { client, database } = service
const databaseUrl = urlOf(inject('databaseUrl'), await nameOf(service))
const bearer = { type: 'bearer' } as const

/** What a command says, without a process of its own. */
const keys = async (...args: string[]) => parseKeysCommand(args)(database, undefined)
const whoIs = async (secret: string) => (await client.get('/v1/me').auth(secret, bearer).expect(200)).body

describe('keys create', () => {
  test('gives a key that lets in, and says whose it is', async () => {
    const { result, note } = await keys('create', '--role', 'editor', '--name', 'Night desk')

    expect(result).toMatch(/^cd_\w{8}_\w{43}$/)
    expect(note).toMatch(/the editor key “Night desk” \(\w{8}\), which never expires/)
    expect(note).not.toContain(result)
    const me = await whoIs(result)
    expect(me).toMatchObject({ name: 'Night desk', role: 'editor', key: { expiresAt: null } })
    const fact = (await theLog(service)).find(({ subject }) => subject === `keys/${me.key.id}`)
    expect(fact).toMatchObject({ type: 'key.created', actor: 'system:keys' })
  })

  test('takes an end, and an author by slug or id', async () => {
    const author = await anAuthor(service)
    const options = ['--role', 'writer', '--name', 'Morgan', '--expires', '2100-01-01T00:00:00Z']

    for (const name of [author.slug, author.id]) {
      const { result } = await keys('create', ...options, '--author', name)

      const key = { expiresAt: '2100-01-01T00:00:00.000Z' }
      expect(await whoIs(result)).toMatchObject({ authorId: author.id, key })
    }
  })

  const valid = ['--role', 'reader', '--name', 'x']

  test.each([
    ['a role', ['--name', 'x'], /^--role: Must be one of: reader, writer, editor, admin\.$/],
    ['a known role', ['--name', 'x', '--role', 'owner'], /^--role: Must be one of/],
    ['a name', ['--role', 'reader'], /^--name: This is required\.$/],
    ['a time', [...valid, '--expires', 'soon'], /^--expires: Must be a time/],
    ['a time to come', [...valid, '--expires', '2001-01-01T00:00:00Z'], /^--expires: Must be in the future/],
    ['a known author', [...valid, '--author', 'nobody'], /^--author: There is no author/],
    ['an author who exists', [...valid, '--author', newId()], /^--author: There is no author/],
    ['known options', ['--rôle', 'reader'], /Unknown option '--rôle'.*Usage/s],
    ['options with values', ['--name'], /argument missing.*Usage/s],
    ['everything at once', [], /^--role: .*\n--name: .*$|^--name: .*\n--role: .*$/],
  ])('asks for %s', async (_, options, message) => {
    await expect(keys('create', ...options)).rejects.toThrow(message)
  })
})

describe('keys list', () => {
  test('shows every key on a line of its own, whatever its name is made of', async () => {
    const key = await aKey({ name: 'Two\nlines \u001b[31mand red', role: 'reader' })

    const { result } = await keys('list')

    const line = result.split('\n').find((one) => one.startsWith(key.prefix))
    expect(line).toMatch(/ active +reader +never +never +[\w-]{36} {2}Two lines {2}\[31mand red$/)
    expect(result).not.toContain(key.secret)
  })

  test('goes on past the first page', async () => {
    await query(
      databaseUrl,
      `INSERT INTO api_key (id, name, prefix, sha256, role, created_by, created_at)
       SELECT gen_random_uuid(), 'Many', 'many' || n, sha256(n::text::bytea), 'reader', 'system:x', moment()
       FROM generate_series(1, 250) AS n`,
    )

    const { result } = await keys('list')

    expect(new Set(result.split('\n').filter((line) => line.endsWith('Many'))).size).toBe(250)
  })
})

describe('keys revoke', () => {
  test.each(['id', 'prefix'] as const)('revokes by %s what the service then refuses', async (name) => {
    await aKey()
    const key = await aKey()

    const { note } = await keys('revoke', key[name])

    expect(note).toContain(`Revoked the admin key “${key.name}”`)
    await client.get('/v1/me').auth(key.secret, bearer).expect(401)
  })

  test('spares the last admin key that never expires, where no issuer lets admins in', async () => {
    const alone = await aService()
    const { prefix } = await aKey({}, alone)
    const revoke = parseKeysCommand(['revoke', prefix])

    await expect(revoke(alone.database, undefined)).rejects.toThrow('the last admin key')
    await revoke(alone.database, { issuer: 'https://login.test', audience: 'x', roleClaim: 'role' })
  })

  test.each(['nothing', newId()])('says that there is no key %s', async (key) => {
    await expect(keys('revoke', key)).rejects.toThrow('There is no key')
  })
})

describe('keys', () => {
  test.each([
    [[]],
    [['help']],
    [['constructor']],
    [['revoke']],
    [['revoke', 'one', 'other']],
    [['list', 'all']],
  ])('shows how it is used: %j', async (args) => {
    await expect(keys(...args)).rejects.toThrow('Usage: npm run keys')
  })
})

/** Each process reads and compiles the whole program. */
describe('npm run keys', { timeout: 60_000 }, () => {
  test('prints the key where a script takes it, and ends with 0', async () => {
    const create = ['create', '--role', 'reader', '--name', 'From a script']

    const { code, stdout, stderr } = await run(create, { DATABASE_URL: databaseUrl })

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^cd_\w{8}_\w{43}\n$/) })
    expect(stderr).toMatch(/^Created the reader key “From a script” [^\n]+\n$/)
  })

  test('says what is wrong in words, and ends with 1', async () => {
    const { url: emptyUrl, drop } = await aDatabase({ from: null })
    onTestFinished(async () => void (await drop()))
    const nowhere = join(tmpdir(), `copydesk-${newId()}`)

    const faults = await Promise.all([
      run(['list'], { DATABASE_URL: 'mysql://x' }),
      run(['list'], { DATABASE_URL: 'postgres://copydesk@127.0.0.1:1/none' }),
      run(['list'], { DATABASE_URL: emptyUrl }),
      run(['list'], { DATA_DIR: nowhere }),
    ])

    const messages = [/DATABASE_URL must be/, /cannot be reached/, /no database/, /no database/]
    for (const [index, { code, stdout, stderr }] of faults.entries()) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(messages[index] ?? '')
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect(existsSync(nowhere)).toBe(false)
  })

  test('works beside a service on its embedded Postgres, and without one', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'copydesk-'))
    onTestFinished(() => rm(dataDirectory, { recursive: true }))
    const server = await startEmbeddedPostgres({ dataDirectory, isDurable: false })
    await migrate(server.url)

    const create = ['create', '--role', 'reader', '--name', 'Beside']
    const beside = await run(create, { DATA_DIR: dataDirectory })
    const [row] = await query<{ name: string }>(server.url, 'SELECT name FROM api_key')
    await server.stop()
    const alone = await run(['list'], { DATA_DIR: dataDirectory })

    expect(beside).toMatchObject({ code: 0, stdout: expect.stringMatching(/^cd_/) })
    expect(row).toEqual({ name: 'Beside' })
    expect(alone).toMatchObject({ code: 0, stdout: expect.stringContaining('Beside') })
    await (await startEmbeddedPostgres({ dataDirectory, isDurable: false })).stop()
  })
})

async function aKey(given: Partial<z.input<typeof KeyDraft>> = {}, { database: db } = service) {
  const draft = KeyDraft.parse({ name: 'A key', role: 'admin', ...given })
  const { key, secret } = await makeChange(db, 'system:test', (change) => createKey(change, draft))
  return { ...key, secret }
}

async function nameOf({ database: db }: TestService): Promise<string> {
  const [row] = await db.rows<{ name: string }>(Prisma.sql`SELECT current_database() AS name`)
  return row?.name ?? ''
}

/** The command as a process, in an environment that has nothing else in it. */
async function run(args: string[], environment: Record<string, string>) {
  const command = ['--import', 'tsx', projectPath('src/keys.ts'), ...args]
  const env = { PATH: process.env['PATH'], ...environment }
  const child = spawn(process.execPath, command, { cwd: projectPath(), env })
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ])
  return { code, stdout, stderr }
}
