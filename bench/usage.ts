import { readFileSync } from 'node:fs'
import pg from 'pg'

/** CPU time and memory of processes, from Linux' /proc (proc(5)); null on other systems. */

/** `_SC_CLK_TCK` is 100 on every Linux that Node runs on. */
const microsecondsPerTick = 10_000

const pageBytes = 4096

/** User and system time of all threads of a process since it began, microseconds. */
export function readCpu(pid: number): number | null {
  const stat = readProcess(pid, 'stat')
  if (stat === null) return null
  // The second field is the program's name, which may hold spaces and brackets; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * microsecondsPerTick
}

export function readResidentBytes(pid: number): number | null {
  const statm = readProcess(pid, 'statm')
  return statm === null ? null : Number(statm.split(' ')[1]) * pageBytes
}

/** Looks at the processes that work for one database. */
export interface DatabaseUsage {
  /** CPU time of each process that serves the database, by its id, microseconds; empty where they are not to be seen. */
  read(): Promise<ReadonlyMap<number, number>>
  close(): Promise<void>
}

/** Where nobody asks what the database does. */
export const unwatched: DatabaseUsage = { read: async () => new Map(), close: async () => {} }

export async function watchDatabase(url: string): Promise<DatabaseUsage> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const read = async () => {
    const { rows } = await client.query<{ pid: number; name: string }>(
      `SELECT pid, datname AS name FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    // A server on another machine, or in a container, has other processes under these ids.
    const ours = rows.filter(({ pid, name }) => readProcess(pid, 'cmdline')?.includes(` ${name} `))
    return new Map(ours.map(({ pid }) => [pid, readCpu(pid) ?? 0]))
  }
  return { read, close: () => client.end() }
}

/** What the processes used between two looks; null where none is to be seen. */
export function cpuBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number | null {
  if (after.size === 0) return null
  return [...after].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0)
}

function readProcess(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}
