import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { findFreePort } from '../../src/lib/freePort.ts'
import { query } from './postgres.ts'

/** `npm run test:faults` holds more load for longer than the suite does, which has a minute for everything. */
export const isWhole = process.env['FAULTS'] === 'whole'

/** One number for the whole of the faults, another for the suite. */
export function scale(whole: number, short: number): number {
  return isWhole ? whole : short
}

/** One line for each promise: what was done, the load that was held, the faults that were survived, and what was lost. */
export function report(promise: string, facts: Record<string, number | string>): void {
  const told = Object.entries(facts).map(([name, fact]) => `${name}: ${fact}`)
  console.log(`${promise}: ${told.join(', ')}`)
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The value below which so much of all of them is: 0.99 for the slowest of a hundred. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((first, second) => first - second)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

/** A Postgres of this file's own, which keeps what it commits, and to which bad things may be done. */
export interface FaultyPostgres {
  url: string
  /** Ends it at once, as a crash does (an "immediate shutdown"). */
  crash(): Promise<void>
  /** Starts it again at the same address; it first goes through what the crash left behind. */
  restart(): Promise<void>
  /** Lets none of its processes run: connections stay open, and say nothing. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  close(): Promise<void>
}

export async function aPostgres(): Promise<FaultyPostgres> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
  const port = await findFreePort()
  let server = await startEmbeddedPostgres({ dataDirectory, port })
  const { url } = server
  let frozen: number[] = []

  const postmaster = async () => {
    const [pid] = (await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
    return Number(pid)
  }
  const signalAll = (pids: number[], signal: NodeJS.Signals) => {
    for (const pid of pids) {
      // A process may have ended since it was listed.
      if (isRunning(pid)) process.kill(pid, signal)
    }
  }
  return {
    url,
    async crash() {
      const pid = await postmaster()
      process.kill(pid, 'SIGQUIT')
      while (isRunning(pid)) await pause(20)
      await server.stop()
    },
    async restart() {
      server = await startEmbeddedPostgres({ dataDirectory, port })
    },
    async freeze() {
      const others = await query<{ pid: number }>(url, 'SELECT pid FROM pg_stat_activity')
      // The first is who starts others.
      frozen = [await postmaster(), ...others.map(({ pid }) => pid)]
      signalAll(frozen, 'SIGSTOP')
    },
    async thaw() {
      signalAll(frozen, 'SIGCONT')
      frozen = []
    },
    async close() {
      signalAll(frozen, 'SIGCONT')
      await server.stop()
      await rm(dataDirectory, { recursive: true })
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
