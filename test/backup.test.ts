import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { migrate } from '../src/database/migrate.ts'
import { restoreRows } from '../src/database/restore.ts'
import { BackupError } from '../src/database/tables.ts'
import { projectPath } from '../src/lib/root.ts'
import { atEnd } from './support/ending.ts'
import { aNewVersion, anArticle, anAuthor, aPublishedArticle, aTopic, withdraw } from './support/factories.ts'
import { anInstalledPostgres } from './support/installedPostgres.ts'
import { query, urlOf } from './support/postgres.ts'
import { aDatabase, aServiceOn, type TestService } from './support/service.ts'
import { aColleague, allRows, type Colleague, matching, theDraft } from './support/writing.ts'

const directory = await mkdtemp(join(tmpdir(), 'copydesk-backup-'))
afterAll(() => rm(directory, { recursive: true }))

/** The same Postgres as everywhere, and the one whose pg_dump is installed. */
const installed = await anInstalledPostgres()
if (installed) afterAll(() => installed.close())
else
  console.log(
    'Not run: backups by pg_dump, because no Postgres with a pg_dump of its version is installed here',
  )

const forms = [
  { form: 'NDJSON', server: inject('databaseUrl'), options: ['--rows'], beginning: '{"backup":"copydesk"' },
  ...(installed ? [{ form: 'pg_dump', server: installed.url, options: [], beginning: 'PGDMP' }] : []),
]

describe.each(forms)('a backup as $form', ({ form, server, options, beginning }) => {
  const file = join(directory, form)

  test('gives back every row, ETag and cursor, and writing goes on where it was', async () => {
    const [from, to] = [await aDatabaseOn(server), await aDatabaseOn(server)]
    await migrate(from)
    const original = await aServiceOn(from)
    const editor = await aColleague(original, 'admin')
    const { publicUrls, draftUrls, article } = await aNewsroom(original, editor)
    const before = await rowsOf(original)

    const backup = await run('backup', [file, ...options], from)
    const restore = await run('restore', [file], to)

    expect(backup, backup.stderr).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('encryption-key'),
    })
    expect(restore.code, restore.stderr).toBe(0)
    expect((await readFile(file, 'latin1')).startsWith(beginning)).toBe(true)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const { encryptionKey } = original
    const restored = await aServiceOn(to, {}, { encryptionKey })
    expect(await rowsOf(restored)).toEqual(before)
    for (const url of publicUrls) expect(await seen(restored, url), url).toEqual(await seen(original, url))
    for (const url of [...draftUrls, '/v1/changes?limit=100', '/v1/audit'])
      expect(await seen(restored, url, editor.secret), url).toEqual(await seen(original, url, editor.secret))

    const copy = await theDraft(asIn(restored, editor), article)
    const { body } = await asIn(restored, editor)
      .patch(`/v1/articles/${article.id}`)
      .set(matching(copy))
      .send({ headline: 'After the fire', publish: true })
      .expect(200)
    expect(body.revision).toBe(copy.revision + 1)
    const [last] = await query<{ seq: string; count: string }>(
      to,
      'SELECT max(seq) AS seq, count(*) FROM event',
    )
    expect(last?.seq).toBe(last?.count)
    expect(await rowsOf(original)).toEqual(before)
  }, 120_000)

  test('is refused by a database in which something happened', async () => {
    const to = await aDatabaseOn(server)
    await migrate(to)
    const used = await aServiceOn(to)
    await anArticle(used)
    const before = await allRows(used)

    const { code, stderr } = await run('restore', [file], to)

    expect([code, stderr]).toEqual([1, expect.stringContaining('The database is not empty.')])
    expect(await allRows(used)).toEqual(before)
  }, 120_000)
})

describe('restore', () => {
  const whole = join(directory, 'NDJSON')
  const lines = async () => (await readFile(whole, 'utf8')).trimEnd().split('\n')

  test.each<[string, (all: string[]) => string[], string]>([
    ['is cut off', (all) => all.slice(0, -3), 'damaged, or not whole'],
    ['lacks a line', (all) => all.filter((_, index) => index !== 5), 'damaged, or not whole'],
    ['is cut off in a line', (all) => [...all.slice(0, 5), (all[5] ?? '').slice(0, 20)], 'damaged'],
    ['is something else', () => ['{"name":"package"}'], 'no backup of Copydesk'],
    [
      'is of a newer version',
      (all) => [(all[0] ?? '').replace('["', '["2999_new","'), ...all.slice(1)],
      'newer',
    ],
  ])('refuses a file that %s, and leaves nothing behind', async (_, damage, complaint) => {
    const { url, drop } = await aDatabase()
    const file = join(directory, 'damaged')
    await writeFile(file, `${damage(await lines()).join('\n')}\n`)

    const restoring = restoreRows(url, file)

    await expect(restoring).rejects.toThrow(BackupError)
    await expect(restoring).rejects.toThrow(complaint)
    const counts = await restoreRows(url, whole)
    expect(counts['event']).toBeGreaterThan(0)
    await drop()
  })

  test.each([
    [['restore'], 'Usage: npm run restore'],
    [['backup', 'file'], 'nothing of Copydesk'],
    [['restore', '/nowhere/file'], 'cannot be read or written'],
    [['burn'], 'Usage: copydesk'],
  ])('%j says what is wrong', async ([command = '', ...args], complaint) => {
    const { code, stderr } = await run(command, args, urlOf(inject('databaseUrl'), 'postgres'))

    expect([code, stderr]).toEqual([1, expect.stringContaining(complaint)])
  })
})

/** A database without tables, gone after the last test. */
async function aDatabaseOn(server: string): Promise<string> {
  if (server === inject('databaseUrl')) {
    const { url, drop } = await aDatabase({ from: null })
    atEnd(drop)
    return url
  }
  const name = `copydesk_${Math.random().toString(36).slice(2)}`
  await query(server, `CREATE DATABASE ${name}`)
  return urlOf(server, name)
}

/** Something of everything. */
async function aNewsroom(service: TestService, editor: Colleague) {
  const author = await anAuthor(service, {
    name: 'Ana Silva',
    bio: 'Writes “quotes”,\nlines and \\ slashes.',
  })
  const topic = await aTopic(service, { name: 'Ukraine' })
  const article = await aPublishedArticle(service, {
    headline: 'Rain',
    by: [author],
    about: [topic],
    sections: [{ heading: 'Storm', body: 'It *rains* — 雨.' }],
    takeaways: [{ text: 'Take an umbrella.' }],
  })
  await aNewVersion(service, article, { slug: 'rain-again' })
  await withdraw(service, await aPublishedArticle(service, {}), { reason: 'Wrong.' })
  await aPublishedArticle(service, { at: '2099-01-01T00:00:00.000Z' })
  const draft = await anArticle(service, { headline: 'Draft' })
  await editor
    .post('/v1/webhooks')
    .send({ name: 'Site', url: 'https://hooks.example/', types: ['article.*'] })
    .expect(201)
  await editor.post('/v1/topics').set('idempotency-key', 'once').send({ name: 'Weather' }).expect(201)
  return {
    article,
    publicUrls: [
      '/v1/articles',
      '/v1/articles/rain-again',
      '/v1/articles?q=rain',
      '/v1/topics',
      '/sitemap.xml',
    ],
    draftUrls: [article, draft].map(({ id }) => `/v1/articles/${id}?version=draft`),
  }
}

/** When a database got its migrations is no part of what it holds. */
async function rowsOf(service: TestService): Promise<Record<string, string>> {
  const { _prisma_migrations, ...rows } = await allRows(service)
  return rows
}

async function seen({ client }: TestService, url: string, secret?: string) {
  const asking = client.get(url)
  const { status, headers, text: body } = await (secret ? asking.auth(secret, { type: 'bearer' }) : asking)
  return { status, etag: headers['etag'], body }
}

/** The same person with the same key, at another service. */
function asIn({ client }: TestService, { secret }: Colleague) {
  const auth = { authorization: `Bearer ${secret}` }
  return {
    ...client,
    get: (url: string) => client.get(url).set(auth),
    patch: (url: string) => client.patch(url).set(auth),
  }
}

/** The command as a process, in an environment that has nothing else in it. */
async function run(command: string, args: string[], databaseUrl: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', projectPath('src/copydesk.ts'), command, ...args],
    {
      cwd: projectPath(),
      env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, DATA_DIR: directory },
    },
  )
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ])
  return { code, stdout, stderr }
}
