import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectPath } from '../src/lib/root.ts'
import { addressOf } from './support/client.ts'
import { atEnd } from './support/ending.ts'
import { aPublishedArticle } from './support/factories.ts'
import { aServiceProcess } from './support/process.ts'
import { aReceiver } from './support/receiver.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const run = promisify(execFile)
const compiler = projectPath('node_modules/typescript/bin/tsc')

const service = await aService({ allowedHosts: ['127.0.0.1'] })
/** Somebody else's project, which has this package among its own. */
let project: string

const program = `
import { type components, createClient, eachOf, Problem } from 'copydesk/client'

const copydesk = createClient({ url: ${JSON.stringify(addressOf(service.app))} })
const article: components['schemas']['Article'] = await copydesk.getArticle({ article: 'rain' })
const headlines: string[] = [article.headline]
for await (const listed of eachOf((cursor) => copydesk.listArticles({ cursor }))) headlines.push(listed.slug)
const code = await copydesk.getArticle({ article: 'nowhere' }).catch((error: unknown) => (error as Problem).code)
console.log(JSON.stringify([...headlines, code]))
`

beforeAll(async () => {
  await aPublishedArticle(service, { slug: 'rain', headline: 'Rain' })
  project = await mkdtemp(join(tmpdir(), 'copydesk-package-'))
  const installed = join(project, 'node_modules/copydesk')
  await mkdir(installed, { recursive: true })
  await copyFile(projectPath('package.json'), join(installed, 'package.json'))
  const build = ['-p', projectPath('openapi/client'), '--outDir', join(installed, 'dist')]
  await run(process.execPath, [compiler, ...build])
  await writeFile(join(project, 'package.json'), '{ "type": "module" }')
  await writeFile(join(project, 'main.ts'), program)
})

afterAll(() => rm(project, { recursive: true }))

test.each([
  ['Node', ['--module', 'nodenext', '--types', 'node', '--typeRoots', projectPath('node_modules/@types')]],
  ['a bundler', ['--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom,dom.iterable']],
])('copydesk/client compiles under strict for %s, and runs', { timeout: 120_000 }, async (_, options) => {
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes']
  const output = [
    '--target',
    'es2023',
    '--skipLibCheck',
    'false',
    '--outDir',
    join(project, 'dist'),
    'main.ts',
  ]
  await run(process.execPath, [compiler, ...strict, ...options, ...output], { cwd: project })

  const { stdout } = await run(process.execPath, [join(project, 'dist/main.js')], { cwd: project })

  expect(JSON.parse(stdout)).toEqual(['Rain', 'rain', 'not-found'])
})

test('serves as it is built and started', { timeout: 60_000 }, async () => {
  const { scripts } = JSON.parse(await readFile(projectPath('package.json'), 'utf8'))
  await run('npm', ['run', 'bundle'], { cwd: projectPath('.') })
  const [, ...program]: string[] = scripts.start.split(' ')

  const receiver = await aReceiver()
  const settings = {
    DATABASE_URL: service.url,
    ENCRYPTION_KEY: service.encryptionKey.toString('base64'),
    WEBHOOK_ALLOW_HOSTS: '127.0.0.1',
  }

  const built = await aServiceProcess(settings, program.map(fromProject))
  atEnd(() => built.stop())

  const answer = await fetch(`${built.url}/v1/articles/rain`)
  expect(await answer.json()).toMatchObject({ headline: 'Rain' })

  const admin = await aColleague(service, 'admin')
  const { body: webhook } = await admin
    .post('/v1/webhooks')
    .send({ name: 'Built', url: receiver.url })
    .expect(201)
  await admin.post(`/v1/webhooks/${webhook.id}/test`).expect(200)
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
  const [{ text, headers } = { text: '', headers: {} }] = receiver.received
  expect(new Webhook(webhook.secret).verify(text, headers as Record<string, string>)).toMatchObject({
    type: 'webhook.test',
  })
})

const fromProject = (argument: string) => (argument.startsWith('-') ? argument : projectPath(argument))

test('starts in its image as by `npm start`', async () => {
  const { scripts } = JSON.parse(await readFile(projectPath('package.json'), 'utf8'))
  const [, command = '[]'] = /^CMD (.*)$/m.exec(await readFile(projectPath('Dockerfile'), 'utf8')) ?? []

  expect(JSON.parse(command).join(' ')).toBe(scripts.start)
})
