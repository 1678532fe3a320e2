import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type pg from 'pg'
import type { BackupLine } from './backup.ts'
import { migrate, UnknownMigration } from './migrate.ts'
import { BackupError, listTables, quoted, type Table, withConnection } from './tables.ts'

/** Rows that are put in at a time. */
const batchSize = 200

/**
 * Puts a backup of rows into a database in which nothing ever happened: all of it, or nothing. The database is given the
 * migrations that the backup's had, then its rows, then the migrations since. Returns how many rows each table got.
 *
 * @throws {BackupError}
 */
export async function restoreRows(url: string, file: string): Promise<Record<string, number>> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  const reading = lines[Symbol.asyncIterator]() as AsyncIterator<string>
  try {
    const first = parse((await reading.next()).value)
    if (!('backup' in first)) throw new BackupError('The file is no backup of Copydesk.')
    await refuseUsed(url)
    await migrateTo(url, first.migrations)
    const counts = await withConnection(url, (client) => insertAll(client, reading))
    await migrate(url)
    return counts
  } finally {
    lines.close()
  }
}

async function migrateTo(url: string, migrations: string[]): Promise<void> {
  try {
    await migrate(url, migrations)
  } catch (error) {
    if (!(error instanceof UnknownMigration)) throw error
    throw new BackupError('The backup was made by a newer Copydesk. Restore it with that one.')
  }
}

/** Every change is an event: where there is none, there is nothing to lose. */
async function refuseUsed(url: string): Promise<void> {
  const isUsed = await withConnection(url, async (client) => {
    const { rows: tables } = await client.query<{ isThere: boolean }>(
      `SELECT to_regclass('event_counter') IS NOT NULL AS "isThere"`,
    )
    if (!tables[0]?.isThere) return false
    const { rowCount } = await client.query('SELECT FROM event_counter WHERE last_seq > 0')
    return rowCount !== 0
  })
  if (isUsed) throw new BackupError('The database is not empty. Restore into a new one.')
}

async function insertAll(client: pg.Client, lines: AsyncIterator<string>): Promise<Record<string, number>> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
  const counts = Object.fromEntries([...tables.keys()].map((name) => [name, 0]))
  await client.query('BEGIN')
  const loosened = await loosen(client, tables)
  let expected: Record<string, number> | null = null
  let batch: { table: Table; rows: Record<string, string | null>[] } | null = null
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const content = parse(next.value)
    if ('end' in content) {
      expected = content.end
      break
    }
    const table = 'table' in content ? tables.get(content.table) : undefined
    if (!table || !('row' in content)) throw damaged()
    if (batch && (batch.table !== table || batch.rows.length === batchSize)) {
      await insert(client, batch.table, batch.rows)
      batch = null
    }
    batch ??= { table, rows: [] }
    batch.rows.push(content.row)
    counts[table.name] = (counts[table.name] ?? 0) + 1
  }
  if (batch) await insert(client, batch.table, batch.rows)
  for (const [name, count] of Object.entries(expected ?? {})) if (counts[name] !== count) throw damaged()
  if (expected === null) throw damaged()
  await tighten(client, tables, loosened)
  await client.query('COMMIT')
  return counts
}

async function insert(
  client: pg.Client,
  { name, columns }: Table,
  rows: Record<string, string | null>[],
): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const values = columns.map((column) => `${quoted(column.name)}::${column.type}`).join(', ')
  const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  await client.query(
    `INSERT INTO ${quoted(name)} (${names}) SELECT ${values} FROM unnest(${lists}) AS row (${names})`,
    columns.map((column) => rows.map((row) => row[column.name] ?? null)),
  )
}

/** Rows come in no order, and what triggers do when a change is made was done when it was made. */
async function loosen(client: pg.Client, tables: ReadonlyMap<string, Table>): Promise<ForeignKey[]> {
  const keys = await foreignKeys(client)
  for (const key of keys) await client.query(`${altering(key)} DEFERRABLE INITIALLY DEFERRED`)
  for (const name of tables.keys()) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
  // What migrations put in is in the backup too.
  await client.query(`TRUNCATE ${[...tables.keys()].map(quoted).join(', ')}`)
  return keys
}

/** Checks everything that was put off, and makes the rules what they were. */
async function tighten(
  client: pg.Client,
  tables: ReadonlyMap<string, Table>,
  keys: readonly ForeignKey[],
): Promise<void> {
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  for (const name of tables.keys()) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
  for (const key of keys) await client.query(`${altering(key)} NOT DEFERRABLE`)
}

function altering({ table, name }: ForeignKey): string {
  return `ALTER TABLE ${quoted(table)} ALTER CONSTRAINT ${quoted(name)}`
}

interface ForeignKey {
  table: string
  name: string
}

/** Those that are checked at once. */
async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT relname AS table, conname AS name FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
     WHERE contype = 'f' AND NOT condeferrable AND relnamespace = current_schema()::regnamespace`,
  )
  return rows
}

function parse(line: string | undefined): BackupLine {
  try {
    return JSON.parse(line ?? '')
  } catch {
    throw damaged()
  }
}

function damaged(): BackupError {
  return new BackupError('The backup is damaged, or not whole. Nothing was restored.')
}
