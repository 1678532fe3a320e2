import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { readConfig } from '../src/config.ts'
import { startEmbeddedPostgres } from '../src/database/embedded.ts'
import { diffSchema } from '../src/database/migrate.ts'
import { projectPath } from '../src/lib/root.ts'

// Writes the migration that leads from those that are there to schema.prisma, for a person to review.

const [name = ''] = process.argv.slice(2)
if (/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name)) {
  const script = await withServer(diffSchema)
  process.stdout.write(script === '' ? 'no change\n' : await writeMigration(name, script))
} else {
  process.stderr.write('Name the migration, in lower-case words: npm run db:diff -- add-subtitle\n')
  process.exitCode = 1
}

/** The migrations are tried on the configured server, in a database of their own; without one, on a server made for it. */
async function withServer<Result>(work: (databaseUrl: string) => Promise<Result>): Promise<Result> {
  const { databaseDirectUrl } = readConfig(process.env)
  if (databaseDirectUrl !== undefined) return work(databaseDirectUrl)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'copydesk-diff-'))
  try {
    const server = await startEmbeddedPostgres({ dataDirectory, isDurable: false })
    return await work(server.url).finally(() => server.stop())
  } finally {
    await rm(dataDirectory, { recursive: true })
  }
}

/** Returns what to do next. */
async function writeMigration(name: string, script: string): Promise<string> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const directory = projectPath('prisma/migrations', `${timestamp}_${name}`)
  await mkdir(directory)
  const file = join(directory, 'migration.sql')
  await writeFile(file, `${script}\n`)
  const path = relative(process.cwd(), file)
  return `Wrote ${path}. Review it, and add below it what Prisma cannot say: checks, exclusions, triggers.\n`
}
