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

describe('the migration that brings search', () => {
  test('indexes anew what was published before it', async () => {
    const url = await anEmptyDatabase()
    const script = (name: string) =>
      readFileSync(projectPath('prisma/migrations', name, 'migration.sql'), 'utf8')
    const place = migrations.findIndex((name) => name.endsWith('_search'))
    for (const name of migrations.slice(0, place)) await query(url, script(name))
    await query(
      url,
      `INSERT INTO article (id, slug, headline, language, revision, created_by, created_at, updated_at)
         VALUES ('019b1f00-0000-7000-8000-000000000001', 'old', '', 'en', 1, '', 'epoch', 'epoch');
       INSERT INTO revision (article_id, number, content, created_by, created_at)
         SELECT id, 1, '{}', '', 'epoch' FROM article;
       INSERT INTO publication (id, article_id, revision_number, slug, language, headline, word_count, document,
           sections_markdown, sections_html, sections_text, takeaways, search,
           visible_from, published_at, first_published_at, created_by, created_at)
         SELECT id, id, 1, 'old', 'en', 'The “Odeon”', 2, '{"summary":"Reopened in Zürich…"}',
           '[]', '[]', '[{"heading":"A five‑hour film","body":"Café"}]', '[]', '', 'epoch', 'epoch', 'epoch', '', 'epoch'
         FROM article`,
    )

    await query(url, script(migrations[place] ?? ''))

    const [{ search } = { search: '' }] = await query<{ search: string }>(
      url,
      'SELECT search::text FROM publication',
    )
    for (const stem of [
      "'odeon':2A",
      "'reopen':3B",
      "'zurich'",
      "'zürich'",
      "'five-hour'",
      "'café'",
      "'cafe'",
    ])
      expect(search).toContain(stem)
    const words = await query<{ word: string; folded: string }>(
      url,
      'SELECT * FROM search_word ORDER BY folded',
    )
    expect(words).toContainEqual({ word: 'zürich', folded: 'zurich' })
    await expect(query(url, `UPDATE publication SET search = ''`)).rejects.toThrow('append-only')
  })
})

describe('diffSchema', () => {
  test('finds no difference between the migrations and schema.prisma', async () => {
    const url = await anEmptyDatabase()

    expect(await diffSchema(url)).toBe('')
  })
})
