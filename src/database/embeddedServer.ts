import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Stats } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findFreePort } from '../lib/freePort.ts'
import { EmbeddedPostgresError, hasCode, readIfExists, type ServerUser } from './ownership.ts'
import { addressOf, readRecord } from './running.ts'

/** The server of a cluster that is there, or is about to be made. */
export interface Server {
  /** Postgres' own data directory, inside of ours. */
  cluster: string
  log: string
  passwordFile: string
  programs: { initdb: string; pg_ctl: string }
  user: ServerUser
  isDurable: boolean
  /** Any free one where it is absent. */
  port: number | undefined
}

/** Long enough for the recovery of a large database after a crash; pg_ctl's own default is 60. */
const startTimeoutSeconds = 300

/** A server that outlived its owner is up already, or starting or stopping, which takes it seconds. */
const adoptTimeoutMs = 30_000

/** Some thousands of lines: enough to tell what happened before a start. */
const maxLogBytes = 1_000_000

/** Another program may take the port before Postgres does, and a killed server's children may outlive it by seconds. */
const passingFault = /could not bind|is still in use/
const maxTryCount = 10
const retryDelayMs = 500

/** Without quotes, because pg_ctl hands them to a shell. */
const settings = '-c listen_addresses=127.0.0.1 -c unix_socket_directories='
const volatileSettings =
  '-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200'

/** The port of a server that already runs on the cluster, or null where none does. */
export async function adoptServer(server: Server): Promise<number | null> {
  const deadline = Date.now() + adoptTimeoutMs
  for (;;) {
    const found = await findServer(server)
    if (found === null) return null
    const refusal = await connect(server, found.port, 'postgres').then(
      (client) => client.end(),
      (error: Error & { code?: string }) => error,
    )
    if (!refusal) return found.port
    const isPassing = refusal.code === 'ECONNREFUSED' || refusal.code === '57P03'
    if (!isPassing || Date.now() > deadline) {
      const fault = `process ${found.pid} holds ${server.cluster} and does not let us in: ${refusal.message}`
      throw new EmbeddedPostgresError(`${fault}; stop it, or if it is no Postgres, delete postmaster.pid`)
    }
    await sleep(100)
  }
}

/**
 * The running server of the cluster. A record of another process, or that a crash cut short, is deleted: Postgres only asks
 * if there is a process of that id, and would refuse to start. What is left of an earlier server it still finds, by the
 * memory that they share.
 */
async function findServer({ cluster }: Server): Promise<{ pid: number; port: number } | null> {
  const record = await readRecord(cluster)
  if (record && !record.isCurrent) await fs.rm(join(cluster, 'postmaster.pid'))
  return record?.isCurrent && record.isOwn ? record : null
}

export async function startServer(server: Server): Promise<number> {
  const { log, cluster, user, isDurable } = server
  if (((await statIfExists(log))?.size ?? 0) > maxLogBytes) await fs.rename(log, `${log}.old`)
  if (user.ids && (await fs.stat(cluster)).uid === 0) await giveToServer(server, cluster)
  const options = isDurable ? settings : `${settings} ${volatileSettings}`
  const start = ['start', '-s', '-w', '-t', String(startTimeoutSeconds)]
  for (let tryCount = 1; ; tryCount += 1) {
    const port = server.port ?? (await findFreePort())
    try {
      await runProgram(server, 'pg_ctl', [...start, '-o', `-c port=${port} ${options}`])
      return port
    } catch (error) {
      if (tryCount === maxTryCount || !passingFault.test(String(error))) throw error
      await sleep(retryDelayMs)
    }
  }
}

export async function stopServer(server: Server): Promise<void> {
  try {
    if (await findServer(server)) await runProgram(server, 'pg_ctl', ['stop', '-s', '-w', '-m', 'fast'])
  } catch (error) {
    // A shutdown of the machine stops it at the same time.
    if (await findServer(server)) throw error
  }
}

export async function createDatabase(server: Server, port: number): Promise<void> {
  const client = await connect(server, port, 'postgres')
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'copydesk'`)
    if (rowCount === 0) await client.query('CREATE DATABASE copydesk')
  } finally {
    await client.end()
  }
}

async function connect(server: Server, port: number, database: string): Promise<pg.Client> {
  const connectionString = await databaseUrl(server, port, database)
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  // A connection that is lost fails its query too; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function databaseUrl({ passwordFile }: Server, port: number, database: string): Promise<string> {
  const password = await readIfExists(passwordFile)
  if (!password)
    throw new EmbeddedPostgresError(`${passwordFile}, the database's password, is lost; restore it`)
  return addressOf({ port, password, database })
}

/**
 * Runs a program of Postgres on the cluster, as the user and in the small environment that it needs. What it prints,
 * and what a server that it leaves behind prints, goes to the log.
 */
export async function runProgram(
  server: Server,
  program: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<void> {
  const { PATH, SystemRoot, TEMP } = process.env
  const output = await fs.open(server.log, 'a', 0o600)
  try {
    if (server.user.ids) await output.chown(server.user.ids.uid, server.user.ids.gid)
    const { size } = await output.stat()
    const [command = '', ...rest] = [...server.user.launcher, server.programs[program], ...args]
    const child = spawn(command, rest, {
      cwd: dirname(server.cluster),
      env: { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC', PGDATA: server.cluster },
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    })
    const [outcome] = await once(child, 'exit').catch((error: Error) => [error.message])
    if (outcome === 0) return
    const printed = (await fs.readFile(server.log)).subarray(size).toString().trimEnd()
    const lastLines = printed.split('\n').slice(-12).join('\n')
    throw new EmbeddedPostgresError(`${program} failed (${outcome}); ${server.log} ends with:\n${lastLines}`)
  } finally {
    await output.close()
  }
}

/** What root makes is not yet the server's. */
export async function giveToServer({ user }: Server, path: string): Promise<void> {
  if (user.ids) await promisify(execFile)('chown', ['-R', `${user.ids.uid}:${user.ids.gid}`, path])
}

/** Strict, because nothing may be made anew in the place of what merely cannot be looked at. */
export async function statIfExists(path: string): Promise<Stats | null> {
  try {
    return await fs.stat(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
