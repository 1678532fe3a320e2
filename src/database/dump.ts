import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, rename } from 'node:fs/promises'
import { promisify } from 'node:util'
import { BackupError, withConnection } from './tables.ts'

/*
 * A backup by the programs of Postgres, where they are installed: the whole database, in pg_dump's own format.
 */

/** Whether there is a pg_dump, and it is no older than the server, which it would refuse (pg_dump, "Notes"). */
export async function canDump(url: string): Promise<boolean> {
  const program = await majorOf('pg_dump')
  if (program === null) return false
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ major: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS major`,
    )
    return program >= (rows[0]?.major ?? Number.POSITIVE_INFINITY)
  })
}

/** Writes a file that takes the place of an earlier one only when it is whole. */
export async function dump(url: string, file: string): Promise<void> {
  const part = `${file}.part`
  // Made before, so that nobody else may read it from the start.
  await (await open(part, 'w', 0o600)).close()
  await run('pg_dump', url, ['--format=custom', '--no-owner', '--no-privileges', `--file=${part}`])
  await rename(part, file)
}

/** Whether a file is of pg_dump's own format, by its first bytes. */
export async function isDump(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0)
    return buffer.toString() === 'PGDMP'
  } finally {
    await handle.close()
  }
}

/**
 * Puts a dump into a database in which there is nothing at all: all of it, or nothing.
 *
 * @throws {BackupError}
 */
export async function restoreDump(url: string, file: string): Promise<void> {
  if ((await majorOf('pg_restore')) === null)
    throw new BackupError('The backup was made by pg_dump: install pg_restore, which comes with it.')
  const isEmpty = await withConnection(url, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'`,
    )
    return rowCount === 0
  })
  if (!isEmpty)
    throw new BackupError('The database is not empty. Restore into a new one, before its first start.')
  const options = [
    '--no-owner',
    '--no-privileges',
    '--no-comments',
    '--single-transaction',
    '--exit-on-error',
  ]
  await run('pg_restore', url, [...options, file])
}

/** Null where it is not installed. */
async function majorOf(program: string): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'])
    return Number(/(\d+)/.exec(stdout)?.[1] ?? 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function run(program: string, url: string, options: string[]): Promise<void> {
  const withoutPassword = new URL(url)
  const password = decodeURIComponent(withoutPassword.password)
  withoutPassword.password = ''
  // Arguments are read by everybody on the machine, the environment is not.
  const env = { ...process.env, ...(password && { PGPASSWORD: password }) }
  const child = spawn(program, [`--dbname=${withoutPassword.href}`, ...options], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new BackupError(`${program} failed:\n${complaint.trimEnd()}`)
}
