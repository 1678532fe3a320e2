import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../src/lib/freePort.ts'
import { projectPath } from '../src/lib/root.ts'

/** A server in a process of its own. */
export interface Server {
  port: number
  pid: number
  stop(): Promise<void>
}

export type ServerName = 'service' | 'uncached' | 'constant' | 'statement'
export type Servers = Record<ServerName, Server>

/** What all of them say in URLs, so that their answers are the same. */
const publicUrl = 'https://bench.example'

/** Open to an editor of nothing but this run's own database. */
export const adminKey = `cd_benchkey_${'0'.repeat(43)}`

const startTimeoutMs = 60_000
const stopTimeoutMs = 15_000

const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'))

/** What `npm start` gives to Node. */
const [, ...startCommand] = scripts.start.split(' ')

/** The service as it was built and as production starts it, and the two yardsticks. */
export async function startServers(
  databaseUrl: string,
  profileDirectory: string | undefined,
  closers: (() => Promise<void>)[],
): Promise<Servers> {
  const profiling = profileDirectory ? ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`] : []
  const settings = { NODE_ENV: 'production', DATABASE_URL: databaseUrl }
  const opened = async (starting: Promise<Server>) => {
    const server = await starting
    closers.push(server.stop)
    return server
  }
  return {
    service: await opened(startService(databaseUrl, {}, profiling)),
    uncached: await opened(startService(databaseUrl, uncached, profiling)),
    constant: await opened(startScript(new URL('./yardsticks/constant.ts', import.meta.url), settings)),
    statement: await opened(startScript(new URL('./yardsticks/statement.ts', import.meta.url), settings)),
  }
}

/** Every answer is read from the database. */
export const uncached = { CACHE_MAX_BYTES: '0' }

export function startService(
  databaseUrl: string,
  settings: NodeJS.ProcessEnv = {},
  flags: readonly string[] = [],
): Promise<Server> {
  return startServer([...flags, ...startCommand], {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    BOOTSTRAP_ADMIN_KEY: adminKey,
    // All load comes from one address.
    RATE_LIMIT_ADDRESS: '0',
    RATE_LIMIT_KEY: '0',
    ...settings,
  })
}

/** A server of the benchmark's own, in TypeScript. */
export function startScript(file: URL, settings: NodeJS.ProcessEnv = {}): Promise<Server> {
  const command = ['--import', import.meta.resolve('tsx'), fileURLToPath(file)]
  return startServer(command, { ...process.env, ...settings })
}

async function startServer(command: string[], environment: NodeJS.ProcessEnv): Promise<Server> {
  const port = await findFreePort()
  const child = spawn(process.execPath, command, {
    cwd: projectPath('.'),
    env: { ...environment, PORT: String(port) },
    // The service logs every request, as in production; nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = () => stopProcess(child)
  try {
    await untilItAnswers(child, port)
    return { port, pid: child.pid ?? 0, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilItAnswers(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + startTimeoutMs
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`)
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await sleep(10)
  }
  throw new Error(`${child.spawnargs.join(' ')} does not answer`)
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
  await ended
  clearTimeout(killer)
}
