import pg from 'pg'

/** Thrown where the person at the terminal can mend it; the message tells them how. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** A table of ours, with its columns in order. */
export interface Table {
  name: string
  columns: { name: string; type: string }[]
}

/** Values as text mean the same to every connection that has these. */
const unmistakable = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601';
  SET bytea_output = 'hex'; SET extra_float_digits = 1`

/** Runs work on a connection of its own, without any limit of time. */
export async function withConnection<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A connection that is lost fails its query too; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(unmistakable)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** All of ours. Those of jobs are not: what is to be done follows from the rest. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT relname AS table, attname AS name, format_type(atttypid, atttypmod) AS type
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY relname, attnum`,
  )
  const tables = new Map<string, Table>()
  for (const { table, ...column } of rows) {
    const known = tables.get(table)
    if (known) known.columns.push(column)
    else tables.set(table, { name: table, columns: [column] })
  }
  return [...tables.values()]
}

/** Where names come from the database itself, and no parameter can stand. */
export const quoted = pg.escapeIdentifier
