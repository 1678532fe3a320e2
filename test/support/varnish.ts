import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../../src/lib/freePort.ts'
import { projectPath } from '../../src/lib/root.ts'
import { atEnd } from './ending.ts'

/** Debian's packages `varnish` and `varnish-modules`; other systems may have neither. */
export const hasVarnish = spawnSync('varnishd', ['-V']).status === 0

export interface Varnish {
  url: string
  /** Has the cache ask this server for what it does not have, and treat it as a recipe of the README says. */
  serve(backendPort: number, recipe: string): Promise<void>
}

/** A cache on a port that is known before the service behind it has one: each is told of the other. */
export async function aVarnish(): Promise<Varnish> {
  const port = await findFreePort()
  const directory = await mkdtemp(join(tmpdir(), 'copydesk-varnish-'))
  let child: ChildProcess | undefined
  atEnd(async () => {
    if (child?.exitCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    await rm(directory, { recursive: true, force: true })
  })
  return {
    url: `http://127.0.0.1:${port}/`,
    async serve(backendPort, recipe) {
      const backend = `backend default { .host = "127.0.0.1"; .port = "${backendPort}"; }`
      const file = join(directory, 'recipe.vcl')
      await writeFile(file, `vcl 4.1;\n${backend}\n${recipe}`)
      // No jail: whoever runs the tests may be root, and then the temporary directory is root's alone.
      const sockets = ['-a', `127.0.0.1:${port}`, '-T', 'none']
      const options = [
        '-F',
        '-j',
        'none',
        ...sockets,
        '-f',
        file,
        '-n',
        join(directory, 'work'),
        '-s',
        'malloc,64m',
      ]
      child = spawn('varnishd', options, { stdio: ['ignore', 'ignore', 'pipe'] })
      await untilItAnswers(child, `http://127.0.0.1:${port}/health/live`)
    },
  }
}

/** The README's recipe for one method, for a network in which this machine is. */
export async function recipeOf(method: 'PURGE' | 'BAN'): Promise<string> {
  const readme = await readFile(projectPath('README.md'), 'utf8')
  const recipes = [...readme.matchAll(/```vcl\n([\s\S]*?)```/g)].map(([, recipe = '']) => recipe)
  const recipe = recipes.find((text) => text.includes(`"${method}"`))
  if (recipe === undefined) throw new Error(`The README has no recipe for ${method}`)
  return recipe.replace('"10.0.0.0"/24', '"127.0.0.1"')
}

/** It compiles its configuration by a C compiler first. */
async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  let told = ''
  child.stderr?.on('data', (data) => {
    told += data
  })
  while (child.exitCode === null) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`varnishd ended with ${child.exitCode}: ${told}`)
}
