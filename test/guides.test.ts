import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { plantSeed } from '../prisma/seed/seed.ts'
import { guides, places } from '../src/http/guides.ts'
import { projectPath } from '../src/lib/root.ts'
import { addressOf } from './support/client.ts'
import { aKey } from './support/factories.ts'
import { aService } from './support/service.ts'

const run = promisify(execFile)
const compiler = projectPath('node_modules/typescript/bin/tsc')
const runner = projectPath('node_modules/tsx/dist/cli.mjs')

const service = await aService()

const projects: string[] = []
afterAll(() => Promise.all(projects.map((project) => rm(project, { recursive: true }))))

/** Somebody's project with nothing in it but this package and one module. */
async function aProjectWith(code: string): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'copydesk-guide-'))
  projects.push(project)
  const compilerOptions = {
    noEmit: true,
    incremental: false,
    rootDir: '/',
    paths: { 'copydesk/client': [projectPath('openapi/client/client.ts')] },
    typeRoots: [projectPath('node_modules/@types')],
  }
  const configuration = { extends: projectPath('tsconfig.json'), compilerOptions, include: ['main.ts'] }
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(configuration))
  await writeFile(join(project, 'package.json'), '{ "type": "module" }')
  await writeFile(join(project, 'main.ts'), code)
  return project
}

interface Examples {
  /** All of a guide's examples, one after the other, as one module. */
  code: string
  /** What they say that they print, a line each. */
  printed: string[]
}

async function examplesOf(guide: string): Promise<Examples> {
  const source = await readFile(projectPath('openapi/guides', `${guide}.md`), 'utf8')
  const code = [...source.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block]) => block).join('\n')
  const printed = [...code.matchAll(/console\.log\(.*\).* \/\/ (.*)$/gm)].map(([, line]) => line ?? '')
  return { code, printed }
}

describe.each(Object.entries(guides))('the guide %s', (guide, title) => {
  test('has examples that compile, and print what they say', { timeout: 120_000 }, async () => {
    const own = await aService()
    await plantSeed(own.database)
    const { code, printed } = await examplesOf(guide)
    const cwd = await aProjectWith(code.replaceAll('http://localhost:3000', addressOf(own.app)))
    const env = { ...process.env, COPYDESK_KEY: await aKey(own, 'admin') }

    const faults = await run(process.execPath, [compiler], { cwd }).then(
      () => '',
      ({ stdout }) => stdout,
    )
    expect(faults).toBe('')
    const { stdout } = await run(process.execPath, [runner, 'main.ts'], { cwd, env })

    expect(stdout.trimEnd().split('\n')).toEqual(printed)
  })

  test('is a page that leads to the others', async () => {
    const { text, headers } = await service.client.get(`/docs/guides/${guide}`).expect(200)

    expect(text).toContain(`<title>${title} · Copydesk</title>`)
    for (const { url } of places) expect(text).toContain(`<a href="${url}">`)
    expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'sha256-")
  })
})

test('a guide for nobody is not found', async () => {
  await service.client.get('/docs/guides/nobody').expect(404)
})
