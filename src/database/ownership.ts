import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Thrown where the embedded Postgres cannot be used; the message tells an operator what to do about it. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

interface Owner {
  pid: number
  /** Tells a process from a later one with the same, recycled id; empty where the platform does not say. */
  startedAt: string
}

/** A guard is held for three calls to the file system. */
const guardPollMs = 5

const run = promisify(execFile)

/**
 * Makes this process the only one to use a data directory, and returns what gives the directory back. A lock that
 * its owner's death left behind does not count.
 *
 * @throws {EmbeddedPostgresError} where its owner is alive
 */
export async function takeOwnership(dataDirectory: string): Promise<() => Promise<void>> {
  const lock = join(dataDirectory, 'owner.json')
  const self = { pid: process.pid, startedAt: (await findProcess(process.pid))?.startedAt ?? '' }
  const owner = await seize(lock, self)
  if (owner !== null) {
    const fault = `another Copydesk (process ${owner.pid}) is using ${dataDirectory}`
    throw new EmbeddedPostgresError(`${fault}; stop it, or set DATA_DIR to another directory`)
  }
  return async () => {
    if (isSame(self, await readOwner(lock))) await rm(lock)
  }
}

/**
 * Puts a file in our name, complete and in one step; returns the living owner of a file that is another's. Once an
 * owner is dead it stays dead, so whoever holds the guard that is named after it, and still finds it in the file, is
 * alone in replacing it. A guard is such a file again.
 */
async function seize(path: string, self: Owner): Promise<Owner | null> {
  const claim = `${path}.${randomUUID()}`
  await writeFile(claim, JSON.stringify(self), { flag: 'wx' })
  try {
    while (!(await hasLinked(claim, path))) {
      const owner = await readOwner(path)
      if (owner === null) continue
      if (await isAlive(owner)) return owner
      const guard = `${path}.${owner.pid}`
      if ((await seize(guard, self)) !== null) await sleep(guardPollMs)
      else if (await hasReplaced(path, owner, claim).finally(() => rm(guard))) return null
    }
    return null
  } finally {
    await rm(claim, { force: true })
  }
}

async function hasReplaced(path: string, owner: Owner, claim: string): Promise<boolean> {
  if (!isSame(owner, await readOwner(path))) return false
  await rename(claim, path)
  return true
}

async function hasLinked(file: string, path: string): Promise<boolean> {
  try {
    await link(file, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Null where there is none. What cannot be read as an owner was cut off by a crash of the machine: nobody's. */
async function readOwner(path: string): Promise<Owner | null> {
  const text = await readIfExists(path)
  if (text === null) return null
  try {
    const { pid, startedAt } = JSON.parse(text) as Owner
    return { pid, startedAt }
  } catch {
    return { pid: 0, startedAt: '' }
  }
}

function isSame(owner: Owner, other: Owner | null): boolean {
  return owner.pid === other?.pid && owner.startedAt === other.startedAt
}

async function isAlive(owner: Owner): Promise<boolean> {
  return (await findProcess(owner.pid))?.startedAt === owner.startedAt
}

/**
 * When a living process was started, and its program's name or path, empty where the platform does not say. Null where
 * no process has this id, or only a zombie, which is dead and not yet collected.
 */
export async function findProcess(pid: number): Promise<{ startedAt: string; command: string } | null> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return findLinuxProcess(pid)
  if (process.platform === 'win32') return isSignalable(pid) ? { startedAt: '', command: '' } : null
  return findUnixProcess(pid)
}

/** proc_pid_stat(5): the state is field 3; the start is field 22, in ticks since the boot, which goes with it. */
async function findLinuxProcess(pid: number) {
  const text = await readIfExists(`/proc/${pid}/stat`)
  const [, command, rest] = /^\d+ \((.*)\) (.*)$/s.exec(text ?? '') ?? []
  if (command === undefined || rest === undefined || /^[ZX]/.test(rest)) return null
  const boot = await readIfExists('/proc/sys/kernel/random/boot_id')
  return { startedAt: `${boot?.trim()} ${rest.split(' ')[19]}`, command }
}

async function findUnixProcess(pid: number) {
  const columns = ['-o', 'stat=', '-o', 'lstart=', '-o', 'comm=']
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
  const { stdout } = await run('ps', [...columns, '-p', String(pid)], { env }).catch(() => ({ stdout: '' }))
  const [, startedAt, command] = /^[^\sZ]\S*\s+(\w+ +\w+ +\d+ +[\d:]+ +\d+)\s+(.*)/.exec(stdout.trim()) ?? []
  return startedAt === undefined || command === undefined ? null : { startedAt, command }
}

function isSignalable(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** The user of the operating system that Postgres runs as. */
export interface ServerUser {
  /** What a command line begins with in order to run as this user; empty where we are this user. */
  launcher: readonly string[]
  /** Null where whatever we make is this user's already. */
  ids: { uid: number; gid: number } | null
}

/** Ambient, it passes to every child; without the securebit, access(2) leaves it out for a user that is not root. */
const passEverywhere = [
  '--securebits=+no_setuid_fixup',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
]

/**
 * Who is to run Postgres: ourselves, but root may not. For root it is whoever owns the cluster or the directory that
 * it is in, and else the user `postgres`. Only where that user cannot reach the program or the data (below /root,
 * say), it may pass everywhere.
 *
 * @throws {EmbeddedPostgresError} where root cannot start it as another user
 */
export async function chooseServerUser(cluster: string, program: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { launcher: [], ids: null }
  try {
    const ids =
      (await findOwner(cluster)) ?? (await findOwner(dirname(cluster))) ?? (await providePostgresUser())
    const become = ['setpriv', `--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups']
    const launcher = [...become, '--']
    if (await canReach(launcher, cluster, program)) return { launcher, ids }
    const powerfulLauncher = [...become, ...passEverywhere, '--']
    await reach(powerfulLauncher, cluster, program)
    return { launcher: powerfulLauncher, ids }
  } catch (error) {
    const cause = error instanceof Error ? error.message.trim() : String(error)
    throw new EmbeddedPostgresError(
      `Postgres refuses to run as root, and root cannot start it as another user (${cause}); ` +
        'run Copydesk as an ordinary user, or set DATABASE_URL',
    )
  }
}

function canReach(launcher: string[], cluster: string, program: string): Promise<boolean> {
  return reach(launcher, cluster, program).then(
    () => true,
    () => false,
  )
}

/** Loads the program with its libraries, and enters the directory that is to hold the cluster. */
async function reach([command = '', ...options]: string[], cluster: string, program: string): Promise<void> {
  const script = '"$0" --version && cd "$1"'
  await run(command, [...options, 'sh', '-c', script, program, dirname(cluster)], { cwd: '/' })
}

/** Null where it is root's, or there is nothing. */
async function findOwner(path: string): Promise<{ uid: number; gid: number } | null> {
  const { uid, gid } = await stat(path).catch(() => ({ uid: 0, gid: 0 }))
  return uid === 0 ? null : { uid, gid }
}

/** Another process may create the user at the same instant, so all that counts is that there is one in the end. */
async function providePostgresUser(): Promise<{ uid: number; gid: number }> {
  const provide = 'id postgres >/dev/null 2>&1 || useradd --system --user-group postgres'
  const { stdout } = await run('sh', ['-c', `${provide}; id -u postgres && id -g postgres`])
  const [uid, gid] = stdout.split('\n').map(Number)
  if (uid === undefined || gid === undefined) throw new Error(`unexpected answer of id: ${stdout}`)
  return { uid, gid }
}

export async function readIfExists(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    // ESRCH is how a process that ends during the read of its file in /proc shows.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null
    throw error
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
