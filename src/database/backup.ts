import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { BackupError, listTables, quoted, type Table, withConnection } from './tables.ts'

/*
 * A backup without any program of Postgres: NDJSON, of one snapshot. The first line says what it is and which migrations
 * the database had; then comes a line for each row, its values in the form that Postgres reads them in again exactly; the
 * last line says how many there were, so that half a backup is not taken for a whole one.
 */
export type BackupLine =
  | { backup: 'copydesk'; migrations: string[] }
  | { table: string; row: Record<string, string | null> }
  | { end: Record<string, number> }

/** Rows that are fetched at a time. */
const batchSize = 200

/** Writes a file that takes the place of an earlier one only when it is whole. Returns how many rows each table has. */
export async function backUpRows(url: string, file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const part = `${file}.part`
  await withConnection(url, async (client) => {
    await refuseForeign(client)
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const lines = Readable.from(readLines(client, counts))
    await pipeline(lines, createWriteStream(part, { mode: 0o600 }))
  })
  await keep(part)
  await rename(part, file)
  return counts
}

/** Throws where a database is none of ours. */
async function refuseForeign(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ isOurs: boolean }>(
    `SELECT to_regclass('event_counter') IS NOT NULL AS "isOurs"`,
  )
  if (!rows[0]?.isOurs) throw new BackupError('There is nothing of Copydesk in this database.')
}

async function* readLines(client: pg.Client, counts: Record<string, number>): AsyncGenerator<string> {
  const migrations = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  )
  yield line({ backup: 'copydesk', migrations: migrations.rows.map(({ name }) => name) })
  for (const table of await listTables(client)) {
    counts[table.name] = 0
    for await (const rows of readRows(client, table)) {
      counts[table.name] = (counts[table.name] ?? 0) + rows.length
      yield rows.map((row) => line({ table: table.name, row })).join('')
    }
  }
  yield line({ end: counts })
}

async function* readRows(
  client: pg.Client,
  { name, columns }: Table,
): AsyncGenerator<Record<string, string | null>[]> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${values} FROM ${quoted(name)}`)
  for (;;) {
    const { rows } = await client.query<Record<string, string | null>>(`FETCH ${batchSize} FROM backup`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query('CLOSE backup')
}

function line(content: BackupLine): string {
  return `${JSON.stringify(content)}\n`
}

/** Waits until the disk has it. */
async function keep(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
