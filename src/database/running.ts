import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findProcess, hasCode, readIfExists } from './ownership.ts'

/**
 * The address of the embedded Postgres that another process runs on a data directory; null where none runs.
 * Whoever connects to it does not own it: its owner may stop it at any time.
 */
export async function findRunningPostgres(dataDirectory: string): Promise<string | null> {
  const directory = await findDirectory(dataDirectory)
  if (directory === null) return null
  const cluster = join(directory, 'postgres')
  // Postgres' own record (its src/include/utils/pidfile.h): lines for pid, directory, start and port.
  const record = await readIfExists(join(cluster, 'postmaster.pid'))
  const [pid, clusterOfRecord = '', , port] = record?.split('\n') ?? []
  const running = await findProcess(Number(pid))
  // A record may be left over, its pid another program's by now; a copy of a directory has the original's.
  const isPostgres = running !== null && /(^|\/)postgres$|^$/.test(running.command)
  if (!isPostgres || resolve(clusterOfRecord) !== cluster) return null
  const password = await readIfExists(join(directory, 'postgres.password'))
  return password ? `postgres://copydesk:${password}@127.0.0.1:${port}/copydesk` : null
}

async function findDirectory(path: string): Promise<string | null> {
  try {
    return await realpath(resolve(path))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
