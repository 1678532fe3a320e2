import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { projectPath } from '../lib/root.ts'
import { migrateJobs } from './jobs.ts'

const migrationsDirectory = projectPath('prisma/migrations')

/** Any number that nothing else in this database locks: "copy" in ASCII. */
const migrationLock = 0x636f7079

interface Migration {
  name: string
  script: string
}

/**
 * Brings a database to the newest migration and returns the names of those that were applied. Several processes may
 * start together: one migrates, the others wait. The engine is not even loaded where there is nothing to do. With `names`,
 * only those are applied.
 *
 * @throws {UnknownMigration}
 */
export async function migrate(databaseUrl: string, names?: readonly string[]): Promise<string[]> {
  const migrations = chosen(await readMigrations(), names)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const applied = (await isCurrent(client, migrations)) ? [] : await apply(databaseUrl, migrations)
    await migrateJobs(databaseUrl)
    return applied
  } finally {
    await client.end()
  }
}

/** A name is none that this version has: it is a newer one's. */
export class UnknownMigration extends Error {
  override name = 'UnknownMigration'
}

function chosen(all: Migration[], names: readonly string[] | undefined): Migration[] {
  if (names === undefined) return all
  const known = new Set(all.map(({ name }) => name))
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined) throw new UnknownMigration(unknown)
  return all.filter(({ name }) => names.includes(name))
}

async function apply(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const { openSchemaEngine } = await import('./schemaEngine.ts')
  const { engine, close } = await openSchemaEngine(databaseUrl)
  try {
    const input = { migrationsList: await migrationList(migrations), filters: noFilters }
    return (await engine.applyMigrations(input)).appliedMigrationNames
  } finally {
    await close()
  }
}

/** The SQL that leads from the migrations to `schema.prisma`; empty when they agree. Needs the right to make a database. */
export async function diffSchema(databaseUrl: string): Promise<string> {
  const { openSchemaEngine, schemaFile } = await import('./schemaEngine.ts')
  const { engine, close } = await openSchemaEngine(databaseUrl)
  try {
    const result = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList(await readMigrations())) },
      to: {
        tag: 'schemaDatamodel',
        files: [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }],
      },
      script: true,
      exitCode: null,
      filters: noFilters,
    })
    const script = (result.stdout ?? '').trim()
    return script === '-- This is an empty migration.' ? '' : script
  } finally {
    await close()
  }
}

const noFilters = { externalTables: [], externalEnums: [] }

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      script: await readFile(join(migrationsDirectory, name, 'migration.sql'), 'utf8'),
    })),
  )
}

async function migrationList(migrations: Migration[]) {
  return {
    baseDir: migrationsDirectory,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(migrationsDirectory, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  }
}

/** Prisma records each migration with the SHA-256 of its script. */
async function isCurrent(client: pg.Client, migrations: Migration[]): Promise<boolean> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  )
  if (!tables[0]?.exists) return false
  const { rows } = await client.query<{ record: string }>(
    `SELECT migration_name || ' ' || checksum AS record FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  const recorded = new Set(rows.map((row) => row.record))
  return migrations.every(({ name, script }) =>
    recorded.has(`${name} ${createHash('sha256').update(script).digest('hex')}`),
  )
}
