import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exchange, statusesIn } from '../support/bytes.ts'
import { report, scale } from '../support/faults.ts'
import { adminKey, authorization, startReaders, startWriters } from '../support/load.ts'
import { query } from '../support/postgres.ts'
import { aServiceProcess, type ServiceProcess } from '../support/process.ts'
import { aDatabase } from '../support/service.ts'

/*
 * A rolling upgrade: processes of this version serve while one of the next has migrated the database already.
 */
const { url: databaseUrl, drop } = await aDatabase()
let directory: string
let service: ServiceProcess

const environment = () => ({
  DATABASE_URL: databaseUrl,
  DATA_DIR: directory,
  BOOTSTRAP_ADMIN_KEY: adminKey,
})

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-faults-'))
  service = await aServiceProcess(environment())
}, 120_000)

afterAll(async () => {
  await service.stop()
  await drop()
  await rm(directory, { recursive: true })
})

/** What a migration may do (src/README.md): everything that was there stays, and means the same. */
async function migrateFurther(): Promise<number> {
  const tables = await query<{ name: string }>(
    databaseUrl,
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
  )
  for (const { name } of tables)
    await query(
      databaseUrl,
      `ALTER TABLE "${name}" ADD COLUMN "of_next_version" text, ADD COLUMN "also_new" int NOT NULL DEFAULT 0`,
    )
  await query(databaseUrl, 'CREATE TABLE "new_thing" (id uuid PRIMARY KEY)')
  await query(databaseUrl, 'CREATE INDEX "new_index" ON "article" ("of_next_version")')
  await query(
    databaseUrl,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (gen_random_uuid()::text, 'x', '29990101000000_next', now(), now(), 1)`,
  )
  return tables.length
}

test('this version serves on, and starts, on a database that the next version has migrated', async () => {
  const writerCount = scale(20, 5)
  const writers = startWriters(service, writerCount)
  const readers = startReaders(`${service.url}/v1/articles`, 4)
  const searchers = startReaders(`${service.url}/v1/articles?q=ukraine&highlight=true`, 2)
  await expect.poll(() => writers.acknowledged(), { timeout: 60_000 }).toBeGreaterThan(writerCount)

  const tableCount = await migrateFurther()
  const before = writers.acknowledged()
  await expect
    .poll(() => writers.acknowledged(), { timeout: 60_000 })
    .toBeGreaterThan(before + writerCount * 3)
  const second = await aServiceProcess(environment())
  const paths = ['/v1/articles', '/v1/articles?version=draft', '/v1/authors', '/v1/topics', '/v1/changes']
  const asking = `Host: a\r\nAuthorization: ${authorization.authorization}\r\nConnection: close\r\n\r\n`
  const answers = await Promise.all(
    paths.map((path) => exchange(second.url, `GET ${path} HTTP/1.1\r\n${asking}`, 20_000)),
  )
  const others = startWriters(second, 2)
  await expect.poll(() => others.acknowledged(), { timeout: 60_000 }).toBeGreaterThan(4)
  await others.stop()
  await second.stop()
  await Promise.all([writers.stop(), readers.stop(), searchers.stop()])

  const { lost, doubled } = await writers.compare(databaseUrl)
  report('Rolling upgrade', {
    'tables changed under load': tableCount,
    writers: writerCount,
    acknowledged: writers.acknowledged() + others.acknowledged(),
    refused: writers.statuses[503] ?? 0,
    lost,
    doubled,
  })
  expect(answers.map(statusesIn)).toEqual(answers.map(() => [200]))
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
  expect([writers.bad, readers.bad, searchers.bad, others.bad]).toEqual([[], [], [], []])
}, 180_000)
