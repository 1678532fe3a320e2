import pg from 'pg'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { aPublishedArticle, type Made } from './support/factories.ts'
import { query } from './support/postgres.ts'
import { aService, aServiceOn } from './support/service.ts'
import { aColleague, theDraft, whatever } from './support/writing.ts'

const service = await aService({ isWorking: false })
const { client, url } = service
const editor = await aColleague(service, 'admin')
let [first, second]: Made[] = []

beforeAll(async () => {
  first = await aPublishedArticle(service, { headline: 'First', sections: [{ body: 'It rains.' }] })
  second = await aPublishedArticle(service, { headline: 'Second' })
})

const patch = (article: Made | undefined, headline: string) =>
  editor.patch(`/v1/articles/${article?.id}`).set(whatever).send({ headline })

/** What everybody is told who cannot be served for now. */
const unavailable = { code: 'unavailable', status: 503 }

/** Runs statements on a connection of its own, which is kept until the end. */
async function anotherConnection(): Promise<pg.Client> {
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  return other
}

describe('a database that', () => {
  test('can be read only refuses changes, and what is published is read', async () => {
    const name = new URL(url).pathname.slice(1)
    const server = inject('databaseUrl')
    await query(server, `ALTER DATABASE "${name}" SET default_transaction_read_only = on`)
    const { client: reader } = await aServiceOn(url)

    const refused = await reader
      .patch(`/v1/articles/${first?.id}`)
      .set({ ...whatever, authorization: `Bearer ${editor.secret}` })
      .send({ headline: 'Never' })
      .expect(503)
    const read = await reader.get(`/v1/articles/${first?.id}?fields=headline`).expect(200)
    await reader.get('/health/ready').expect(200)
    await query(server, `ALTER DATABASE "${name}" RESET default_transaction_read_only`)

    expect(refused.body).toMatchObject(unavailable)
    expect(refused.headers['retry-after']).toBe('1')
    expect(read.body).toMatchObject({ headline: 'First' })
    await patch(first, 'First').expect(200)
  })

  test('waits for a lock too long is given up, and works again when the lock is gone', async () => {
    const other = await anotherConnection()
    await other.query(`BEGIN; SELECT FROM article WHERE id = '${first?.id}' FOR UPDATE`)

    const refused = await patch(first, 'Never').expect(503)
    await other.end()

    expect(refused.body).toMatchObject(unavailable)
    await patch(first, 'First').expect(200)
  })

  test('takes too long for a statement is given up', async () => {
    await query(
      url,
      `CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
       CREATE TRIGGER dawdle BEFORE UPDATE ON article FOR EACH ROW EXECUTE FUNCTION dawdle()`,
    )

    const refused = await patch(first, 'Never').expect(503)
    await query(url, 'DROP TRIGGER dawdle ON article')

    expect(refused.body).toMatchObject(unavailable)
    expect((await theDraft(editor, first as Made)).headline).toBe('First')
  })

  test('has no connection left refuses what wants one, answers what is kept, and works again by itself', async () => {
    const kept = `/v1/articles/${second?.slug}`
    await client.get(kept).expect(200)
    const fromMemory = () => service.app.answersFrom.shortcut + service.app.answersFrom.memory
    await expect.poll(async () => (await client.get(kept)) && fromMemory()).toBeGreaterThan(0)
    const other = await anotherConnection()
    await other.query('BEGIN; LOCK TABLE topic')

    const waiting = Array.from({ length: 20 }, (_, index) => client.get(`/v1/topics?limit=${index + 1}`))
    const answers = Promise.all(waiting)
    await expect.poll(() => service.ownDatabase.connections().wanted).toBeGreaterThan(0)
    const live = await client.get('/health/live')
    const published = await client.get(kept)
    const statuses = new Set((await answers).map(({ status }) => status))
    await other.end()

    expect([live.status, published.status]).toEqual([200, 200])
    expect(statuses).toEqual(new Set([503]))
    await client.get('/v1/topics?limit=30').expect(200)
    await client.get('/health/ready').expect(200)
    expect(service.ownDatabase.connections()).toMatchObject({ busy: 0, wanted: 0 })
  })

  test.each([
    ['has a full disk', '53100'],
    ['takes no more connections', '53300'],
    ['is shutting down', '57P01'],
    ['has trouble with its disk', '58030'],
    ['ended what was idle too long', '25P03'],
  ])('%s is no fault of the caller, and later will do', async (_, state) => {
    await query(
      url,
      `CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN RAISE EXCEPTION ''trouble'' USING ERRCODE = ''${state}''; END';
       CREATE TRIGGER fail BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION fail()`,
    )

    const refused = await patch(first, 'Never').expect(503)
    await query(url, 'DROP TRIGGER fail ON revision')

    expect(refused.body).toMatchObject(unavailable)
    expect(refused.headers['retry-after']).toBe('1')
    expect(JSON.stringify(refused.body)).not.toContain('trouble')
    await patch(first, 'First').expect(200)
  })

  test('finds a deadlock has the change made again, and nobody notices', async () => {
    const other = await anotherConnection()
    await other.query(`BEGIN; SELECT FROM article WHERE id = '${second?.id}' FOR UPDATE`)
    const operations = [first, second].map((article) => ({
      method: 'PATCH',
      path: `/v1/articles/${article?.id}`,
      ifMatch: '*',
      body: { summary: 'Twice' },
    }))

    const batch = editor.post('/v1/batch').send({ operations })
    const answered = batch.then((answer) => answer)
    await expect
      .poll(() =>
        query(
          url,
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        ),
      )
      .toHaveLength(1)
    // Whoever waits longest is the one that is ended.
    await other.query(
      `SET deadlock_timeout = '20s'; SELECT FROM article WHERE id = '${first?.id}' FOR UPDATE`,
    )
    await other.query('COMMIT')
    await other.end()

    expect((await answered).status).toBe(200)
    expect((await theDraft(editor, second as Made)).summary).toBe('Twice')
  })
})
