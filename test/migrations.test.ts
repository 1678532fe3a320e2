import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { diffSchema, migrate } from '../src/database/migrate.ts'
import { projectPath } from '../src/lib/root.ts'
import { query } from './support/postgres.ts'
import { aDatabase } from './support/service.ts'

const migrations = readdirSync(projectPath('prisma/migrations'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

const drops: (() => Promise<unknown>)[] = []

afterAll(() => Promise.all(drops.map((drop) => drop())))

async function anEmptyDatabase(): Promise<string> {
  const { url, drop } = await aDatabase({ from: null })
  drops.push(drop)
  return url
}

describe('migrate', () => {
  test('applies every migration in order, and none again', async () => {
    const url = await anEmptyDatabase()

    const first = await migrate(url)
    const second = await migrate(url)

    expect(first).toEqual(migrations)
    expect(second).toEqual([])
  })

  test('lets one of several that start together do the work', async () => {
    const url = await anEmptyDatabase()

    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url)))

    expect(applied.flat()).toEqual(migrations)
  })

  test('keeps the records that the Prisma CLI keeps', async () => {
    const url = await anEmptyDatabase()

    await migrate(url)

    const records = await query(
      url,
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished", rolled_back_at, logs,
              applied_steps_count AS steps
       FROM _prisma_migrations ORDER BY started_at`,
    )
    expect(records).toEqual(
      migrations.map((name) => ({
        name,
        checksum: createHash('sha256')
          .update(readFileSync(projectPath('prisma/migrations', name, 'migration.sql')))
          .digest('hex'),
        isFinished: true,
        rolled_back_at: null,
        logs: null,
        steps: 1,
      })),
    )
  })

  test('leaves no connection behind', async () => {
    const url = await anEmptyDatabase()
    const others = `SELECT application_name FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()`

    await migrate(url)

    // A server process ends a moment after its connection.
    await expect.poll(() => query(url, others), { timeout: 3000 }).toEqual([])
  })
})

describe('diffSchema', () => {
  test('finds no difference between the migrations and schema.prisma', async () => {
    const url = await anEmptyDatabase()

    expect(await diffSchema(url)).toBe('')
  })
})
