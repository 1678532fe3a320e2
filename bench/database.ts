import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { plantNewsroom } from '../prisma/seed/newsroom.ts'
import { startEmbeddedPostgres } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { projectPath } from '../src/lib/root.ts'

/** Tables of the yardstick that reads: see there. */
const plainTables = projectPath('bench/yardsticks/plain.sql')

/**
 * A database of this run's own with a newsroom in it: on the server of `DATABASE_URL`, or else on a Postgres of our own in
 * a temporary directory, which waits for the disk as production's does. What is opened is told to `closers`.
 */
export async function makeDatabase(
  articleCount: number,
  closers: (() => Promise<void>)[],
  onProgress: (articleCount: number) => void,
): Promise<string> {
  const given = process.env['DATABASE_URL']
  const url = given ? await createDatabase(given, closers) : await startPostgres(closers)
  await migrate(url)
  await plantNewsroom(url, { articleCount, onProgress })
  await query(url, await readFile(plainTables, 'utf8'))
  await query(url, 'VACUUM (ANALYZE)')
  return url
}

/** Runs one statement, or several without values, on a connection of its own. */
export async function query<Row extends object>(
  url: string,
  statement: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}

async function createDatabase(serverUrl: string, closers: (() => Promise<void>)[]): Promise<string> {
  const name = `bench_${randomBytes(6).toString('hex')}`
  await query(serverUrl, `CREATE DATABASE "${name}"`)
  closers.push(async () => {
    await query(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`)
  })
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function startPostgres(closers: (() => Promise<void>)[]): Promise<string> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'copydesk-bench-'))
  closers.push(() => rm(dataDirectory, { recursive: true, force: true }))
  const server = await startEmbeddedPostgres({ dataDirectory })
  closers.push(() => server.stop())
  return server.url
}
