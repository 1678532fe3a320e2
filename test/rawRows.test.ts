import fc from 'fast-check'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { type Database, openDatabase, Prisma } from '../src/database/client.ts'
import { atEnd } from './support/ending.ts'
import { aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'

/** One connection, so that all that is asked at once comes one after the other on it. */
function aDatabase(): Database {
  const database = openDatabase(inject('databaseUrl'), { maxConnections: 1 })
  atEnd(() => database.close())
  return database
}

/** Texts as long as a few of what a socket reads at a time (64 KiB), made of letters of one to four bytes. */
const texts = fc
  .tuple(fc.constantFrom('a', 'é', '“', '🗞'), fc.nat({ max: 200_000 }))
  .map(([letter, count]) => letter.repeat(count))

const columns = fc.array(fc.record({ json: fc.option(texts), text: fc.option(texts) }), { maxLength: 20 })

const rowsOf = (values: readonly { json: string | null; text: string | null }[]) => Prisma.sql`
  SELECT to_json(given.json) AS json, given.text FROM unnest(${values.map(({ json }) => json)}::text[],
    ${values.map(({ text }) => text)}::text[]) AS given (json, text)`

test('JSON comes as the bytes that Postgres sent, which stay as they are while more is read', async () => {
  const database = aDatabase()
  const property = fc.asyncProperty(fc.array(columns, { maxLength: 4 }), async (statements) => {
    const found = await Promise.all(
      statements.map((values) =>
        database.rows<{ json: Buffer | null; text: string | null }>(rowsOf(values), { json: 'bytes' }),
      ),
    )

    const told = found.map((rows) => rows.map(({ json, text }) => ({ json: json?.toString() ?? null, text })))
    const meant = statements.map((values) =>
      values.map(({ json, text }) => ({ json: json === null ? null : JSON.stringify(json), text })),
    )
    expect(told).toEqual(meant)
  })

  await fc.assert(property, { numRuns: 50 })
})

test('JSON comes as values to who does not ask for bytes', async () => {
  const statement = Prisma.sql`SELECT '{"a":["é"]}'::json AS json, '{"b":1}'::jsonb AS binary, NULL::json AS none`

  const [row] = await aDatabase().rows(statement)

  expect(row).toEqual({ json: { a: ['é'] }, binary: { b: 1 }, none: null })
})

test('values are what pg makes of them, asked for the first time and again', async () => {
  const statement = Prisma.sql`SELECT 7::int AS int, 7::bigint AS big, 0.5::float8 AS float, true AS boolean, ''::text AS empty,
    NULL::text AS none, '{1,2}'::int[] AS ints, '{a,"b c"}'::text[] AS texts, ${'given'} AS given`
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  atEnd(() => client.end())
  const { rows: expected } = await client.query(statement.text, statement.values)
  const database = aDatabase()

  const rows = [await database.rows(statement), await database.rows(statement)]

  expect(rows).toEqual([expected, expected])
})

test('a statement that gives other columns than before fails, and gives them the next time', async () => {
  const database = aDatabase()
  await database.transaction((db) => db.execute(Prisma.sql`CREATE TABLE reshaped AS SELECT 1 AS first`))
  atEnd(() => database.transaction((db) => db.execute(Prisma.sql`DROP TABLE reshaped`)))
  const statement = Prisma.sql`SELECT * FROM reshaped`
  const before = await database.rows(statement)
  await database.transaction((db) =>
    db.execute(Prisma.sql`ALTER TABLE reshaped ADD COLUMN second int DEFAULT 2`),
  )

  const failing = database.rows(statement)

  await expect(failing).rejects.toThrow('cached plan must not change result type')
  expect([before, await database.rows(statement)]).toEqual([[{ first: 1 }], [{ first: 1, second: 2 }]])
})

test('JSON comes as values to Prisma', async () => {
  const service = await aService()
  const headline = '“Élan”'
  await aPublishedArticle(service, { headline })

  const { document } = await service.ownDatabase.transaction((db) => db.publication.findFirstOrThrow())

  expect(document).toMatchObject({ headline })
})
