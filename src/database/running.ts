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
  const { cluster, passwordFile } = placesIn(directory)
  const record = await readRecord(cluster)
  if (!record?.isCurrent || !record.isOwn) return null
  const password = await readIfExists(passwordFile)
  return password ? addressOf({ port: record.port, password, database: 'copydesk' }) : null
}

/** Where a data directory has the cluster, and what goes with it. */
export function placesIn(dataDirectory: string): { cluster: string; log: string; passwordFile: string } {
  return {
    cluster: join(dataDirectory, 'postgres'),
    log: join(dataDirectory, 'postgres.log'),
    passwordFile: join(dataDirectory, 'postgres.password'),
  }
}

export function addressOf(server: { port: number; password: string; database: string }): string {
  return `postgres://copydesk:${server.password}@127.0.0.1:${server.port}/${server.database}`
}

/** What Postgres keeps of the server that it last started on a cluster. */
interface ServerRecord {
  pid: number
  port: number
  /** Not where a crash left it over, and its process is a zombie or another program by now. */
  isCurrent: boolean
  /** A copy of a directory has the record of the original's server. */
  isOwn: boolean
}

/** Its lines are pid, directory, start and port (Postgres' src/include/utils/pidfile.h); null where there is none. */
export async function readRecord(cluster: string): Promise<ServerRecord | null> {
  const record = await readIfExists(join(cluster, 'postmaster.pid'))
  if (record === null) return null
  const [pid, directory = '', , port] = record.split('\n')
  const running = await findProcess(Number(pid))
  return {
    pid: Number(pid),
    port: Number(port),
    isCurrent: running !== null && /(^|\/)postgres$|^$/.test(running.command),
    isOwn: resolve(directory) === cluster,
  }
}

async function findDirectory(path: string): Promise<string | null> {
  try {
    return await realpath(resolve(path))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
