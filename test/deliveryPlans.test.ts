import { expect, test } from 'vitest'
import { type Database, type Db, Prisma } from '../src/database/client.ts'
import { findDue, findReceiver } from '../src/webhooks/due.ts'
import { recordFailures, recordSuccesses } from '../src/webhooks/outcome.ts'
import { rowsReadOf, sentThrough, takenSteps } from './support/plans.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const { database } = service
const admin = await aColleague(service, 'admin')
const draft = { name: 'Much', url: 'https://receiver.test/', audience: 'editors' }
const webhookId: string = (await admin.post('/v1/webhooks').send(draft).expect(201)).body.id

/** More than Postgres can know of: a replay is sent before it has any statistics. */
await database.rows(Prisma.sql`
  INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
  SELECT ${webhookId}::uuid, gen_random_uuid(), n, 'article.updated', 'articles/' || n % 500, moment(), moment()
  FROM generate_series(1, 10000) AS n`)

const receiver = await findReceiver(database, webhookId)
if (!receiver) throw new Error('The webhook is not there')
const due = await findDue(database, receiver)

test('what is due is found without a look at all that waits', async () => {
  const sent = await sentThrough(database, () => findDue(database, receiver))
  const steps = await takenSteps(database, sent)

  expect(due).toHaveLength(32)
  expect(rowsReadOf('webhook_delivery', steps)).toBe(due.length)
})

test('what arrived is noted without a look at what else there is', async () => {
  const outcome = { status: 204, error: null, response: '', durationMs: 1 }
  const successes = due.slice(0, 16).map(({ eventId }) => ({ eventId, outcome }))

  const sent = await sentThrough(database, () => recordSuccesses(database, webhookId, successes))
  const steps = await takenSteps(database, sent)

  // Once to lock them in their order, and once to change them.
  expect(rowsReadOf('webhook_delivery', steps)).toBe(2 * successes.length)
})

test('what failed is noted without a look at what else there is', async () => {
  const outcome = { status: 500, error: null, response: '', durationMs: 1 }
  const failures = due.slice(16).map(({ eventId }) => ({ eventId, outcome }))
  let rowsRead = 0
  const counting: Database = {
    ...database,
    transaction: (work) =>
      database.transaction(async (db) => {
        const before = await rowsReadUntilNow(db)
        const result = await work(db)
        rowsRead = (await rowsReadUntilNow(db)) - before
        return result
      }),
  }

  await recordFailures(counting, webhookId, failures)

  // Once to lock them in their order, once to change them, and once for the reference of their attempts.
  expect(rowsRead).toBe(3 * failures.length)
})

/** Of deliveries, by this connection, with some of what it did before this transaction. */
async function rowsReadUntilNow(db: Db): Promise<number> {
  const [table] = await db.rows<{ rowsRead: number }>(Prisma.sql`
    SELECT (seq_tup_read + idx_tup_fetch)::int AS "rowsRead" FROM pg_stat_xact_user_tables
    WHERE relname = 'webhook_delivery'`)
  return table?.rowsRead ?? 0
}
