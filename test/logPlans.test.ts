import { describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { planOf, scannedWhole } from './support/plans.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const admin = await aColleague(service, 'admin')

/** A long log, most of it of drafts. */
await service.database.transaction(async (db) => {
  await db.$executeRaw`
    INSERT INTO event (seq, id, type, subject, actor, at, data)
    SELECT last_seq + n, gen_random_uuid(), CASE WHEN n % 50 = 0 THEN 'article.published' ELSE 'article.updated' END,
      'articles/' || md5((n % 500)::text)::uuid, 'key:' || n % 100, moment() - make_interval(mins => 20000 - n), '{"tags":[]}'::jsonb
    FROM event_counter, generate_series(1, 20000) AS n`
  await db.$executeRaw`UPDATE event_counter SET last_seq = last_seq + 20000`
})
await service.database.rows(Prisma.sql`ANALYZE event`)

const subject = 'articles/c4ca4238-a0b9-2382-0dcc-509a6f75849b'

describe.each([
  ['/v1/changes', ['', 'after=19990', 'types=article.published', `subject=${subject}`]],
  [
    '/v1/audit',
    ['', 'types=article.published', `subject=${subject}`, 'actor=key:7', 'since=2026-01-01T00:00:00Z'],
  ],
])('%s', (path, queries) => {
  test.each(queries)('is read through indexes with "%s"', async (query) => {
    const plan = await planOf({ ...service, client: admin }, `${path}?limit=20&${query}`)

    expect(scannedWhole(plan)).not.toContain('event')
  })
})

test('without a key /v1/changes is read through indexes too', async () => {
  const plan = await planOf(service, '/v1/changes?limit=20')

  expect(scannedWhole(plan)).not.toContain('event')
})
