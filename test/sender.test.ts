import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Database, Prisma } from '../src/database/client.ts'
import type { Courier } from '../src/webhooks/courier.ts'
import { sendDue } from '../src/webhooks/sender.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const { database } = service
const admin = await aColleague(service, 'admin')

test('what cannot be written down ends the job when nothing is under way any more', async () => {
  const draft = { name: 'Sent', url: 'https://receiver.test/', audience: 'editors' }
  const { id } = (await admin.post('/v1/webhooks').send(draft).expect(201)).body
  await database.rows(Prisma.sql`
    INSERT INTO webhook_delivery (webhook_id, event_id, seq, type, subject, next_attempt_at, created_at)
    SELECT ${id}::uuid, gen_random_uuid(), n, 'article.updated', 'articles/' || n, moment(), moment()
    FROM generate_series(1, 20) AS n`)
  const begun: string[] = []
  const ended: string[] = []
  const courier: Courier = {
    async deliver(_, { subject }) {
      begun.push(subject)
      const status = subject === 'articles/1' ? 500 : 204
      if (status === 204) await setTimeout(300)
      ended.push(subject)
      return { status, error: null, response: '', durationMs: 1 }
    },
    close: async () => {},
  }
  const away: Database = { ...database, transaction: () => Promise.reject(new Error('The database is away')) }
  const { signal: stopping } = new AbortController()

  const sending = sendDue({ database: away, courier, stopping }, id)

  await expect(sending).rejects.toThrow('The database is away')
  expect(begun).toHaveLength(16)
  expect(ended.toSorted()).toEqual(begun.toSorted())
  const [row] = await database.rows<{ delivered: number }>(Prisma.sql`
    SELECT count(*)::int AS delivered FROM webhook_delivery WHERE webhook_id = ${id}::uuid AND state = 'delivered'`)
  expect(row?.delivered).toBe(15)
})
