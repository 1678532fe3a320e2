import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that the whole run uses. */
    databaseUrl: string
    /** A migrated database with nothing in it. The names of all databases of this run begin with it. */
    templateName: string
  }
}

/** Once for the whole run: a Postgres, and the database that every test file begins with a copy of. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const templateName = `copydesk_test_${randomBytes(6).toString('hex')}`
  const stop = async () => {
    await dropDatabases(server.url, templateName)
    await server.stop()
  }
  try {
    await query(server.url, `CREATE DATABASE "${templateName}"`)
    await migrate(urlOf(server.url, templateName))
    await disconnectAll(server.url, templateName)
    provide('databaseUrl', server.url)
    provide('templateName', templateName)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** The server of `DATABASE_URL`; where that is not set, one of our own that lives as long as the run. */
async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const dataDirectory = await mkdtemp(join(tmpdir(), 'copydesk-test-'))
  const server = await startEmbeddedPostgres({ dataDirectory, isDurable: false })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(dataDirectory, { recursive: true })
    },
  }
}

/** Postgres copies a database only while nobody is connected to it. */
async function disconnectAll(serverUrl: string, databaseName: string): Promise<void> {
  await query(serverUrl, `ALTER DATABASE "${databaseName}" ALLOW_CONNECTIONS false`)
  await query(serverUrl, 'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [
    databaseName,
  ])
}

/** Those too that a killed test file left behind. */
async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  const found = await query<{ datname: string }>(
    serverUrl,
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of found) await query(serverUrl, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`)
}

/** The address of another database on the same server. */
export function urlOf(serverUrl: string, databaseName: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${databaseName}`
  return url.href
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends object>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}
