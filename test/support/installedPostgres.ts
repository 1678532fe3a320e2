import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chooseServerUser } from '../../src/database/ownership.ts'
import { findFreePort } from '../../src/lib/freePort.ts'

const run = promisify(execFile)

export interface InstalledPostgres {
  url: string
  close(): Promise<void>
}

/** Where Debian and Ubuntu put each version's programs. */
const versions = '/usr/lib/postgresql'

/**
 * A Postgres of the machine's own, of the version that its pg_dump is of, which the one from npm comes without; null
 * where there is none.
 */
export async function anInstalledPostgres(): Promise<InstalledPostgres | null> {
  const major = await run('pg_dump', ['--version']).then(
    ({ stdout }) => /(\d+)/.exec(stdout)?.[1] ?? '',
    () => '',
  )
  const installed = await readdir(versions).catch((): string[] => [])
  const programs = join(versions, major, 'bin')
  if (!installed.includes(major) || !(await readdir(programs)).includes('initdb')) return null

  const directory = await mkdtemp(join(tmpdir(), 'copydesk-installed-'))
  await run('chmod', ['0777', directory])
  const cluster = join(directory, 'cluster')
  const { launcher } = await chooseServerUser(cluster, join(programs, 'initdb'))
  const start = async (program: string, args: string[]) => {
    const [command = '', ...rest] = [...launcher, join(programs, program), '-D', cluster, ...args]
    await run(command, rest, { cwd: directory })
  }
  const port = await findFreePort()
  await start('initdb', ['--username=copydesk', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'])
  const settings = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  await start('pg_ctl', ['start', '-s', '-w', '-l', join(directory, 'log'), '-o', settings])
  return {
    url: `postgres://copydesk@127.0.0.1:${port}/postgres`,
    async close() {
      await start('pg_ctl', ['stop', '-s', '-w', '-m', 'immediate'])
      await rm(directory, { recursive: true })
    },
  }
}
