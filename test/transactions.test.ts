import { describe, expect, test } from 'vitest'
import { type Db, Prisma } from '../src/database/client.ts'
import { newId } from '../src/lib/ids.ts'
import { anAuthor, aTopic } from './support/factories.ts'
import { aService } from './support/service.ts'
import { statementsOf } from './support/statements.ts'
import { aDesk, theDraft, whatever } from './support/writing.ts'

const service = await aService()
const { database } = service

const insertion = (name: string) =>
  Prisma.sql`INSERT INTO topic (id, slug, name, revision, created_at, updated_at)
    VALUES (gen_random_uuid(), ${name}, ${name}, 1, moment(), moment())`

async function countTopics(name: string): Promise<number> {
  return (await database.rows(Prisma.sql`SELECT FROM topic WHERE slug = ${name}`)).length
}

/** The process of Postgres that a transaction is with: by its own statements, and by Prisma. */
async function connectionsOf(db: Db): Promise<number[]> {
  const statement = Prisma.sql`SELECT pg_backend_pid() AS pid`
  const [own] = await db.rows<{ pid: number }>(statement)
  const [prisma] = await db.$queryRaw<{ pid: number }[]>(statement)
  return [own?.pid ?? 0, prisma?.pid ?? 0]
}

describe('a transaction', () => {
  test('is on one connection, whoever sends its statements, and no other is on it', async () => {
    const pids = await Promise.all(
      Array.from({ length: 5 }, () =>
        database.transaction(async (db) => {
          const first = await connectionsOf(db)
          await db.execute(Prisma.sql`SELECT pg_sleep(0.05)`)
          return [...first, ...(await connectionsOf(db))]
        }),
      ),
    )

    expect(pids.map((ofOne) => new Set(ofOne).size)).toEqual([1, 1, 1, 1, 1])
    expect(new Set(pids.flat()).size).toBe(5)
  })

  test('keeps nothing of what it did when its work fails', async () => {
    const work = database.transaction(async (db) => {
      expect(await db.execute(insertion('undone'))).toBe(1)
      throw new Error('Enough')
    })

    await expect(work).rejects.toThrow('Enough')
    expect(await countTopics('undone')).toBe(0)
  })

  test('refuses a statement that comes after its end', async () => {
    const late = await database.transaction(async (db) => () => db.execute(insertion('late')))

    await expect(late()).rejects.toThrow('The transaction is over')
    expect(await countTopics('late')).toBe(0)
  })

  test('keeps nothing of what Prisma did in it when its work fails', async () => {
    const at = new Date()
    const dates = { createdAt: at, updatedAt: at }
    const work = database.transaction(async (db) => {
      await db.topic.create({ data: { id: newId(), slug: 'lent', name: 'Lent', revision: 1, ...dates } })
      expect(await db.topic.count({ where: { slug: 'lent' } })).toBe(1)
      throw new Error('Enough')
    })

    await expect(work).rejects.toThrow('Enough')
    expect(await countTopics('lent')).toBe(0)
  })

  test('is over with its last statement', async () => {
    const late = await database.transaction(async (db) => {
      await db.commitWith(insertion('last'))
      expect(await countTopics('last')).toBe(1)
      return () => db.execute(insertion('after'))
    })

    await expect(late()).rejects.toThrow('The transaction is over')
  })

  test('keeps nothing when its last statement fails, and says why', async () => {
    const work = database.transaction(async (db) => {
      await db.execute(insertion('first'))
      await db.commitWith(insertion('first'))
    })

    await expect(work).rejects.toMatchObject({ code: '23505' })
    expect(await countTopics('first')).toBe(0)
  })

  test('fails where a failure in it was passed over, because Postgres keeps nothing then', async () => {
    const work = database.transaction(async (db) => {
      await db.execute(insertion('passed-over'))
      await db.execute(insertion('passed-over')).catch(() => {})
    })

    await expect(work).rejects.toThrow('A statement of the transaction had failed')
    expect(await countTopics('passed-over')).toBe(0)
  })

  test('leaves its connection fit for the next', async () => {
    const fail = () => database.transaction((db) => db.execute(Prisma.sql`SELECT 1 / 0`))
    for (let count = 0; count < 30; count += 1) await expect(fail()).rejects.toThrow('division by zero')

    expect(await database.transaction((db) => db.topic.count({ where: { slug: 'nowhere' } }))).toBe(0)
    expect(database.connections().busy).toBe(0)
  })

  test('is not begun by a read beside it', async () => {
    await database.transaction(async (db) => {
      await db.execute(insertion('unseen'))
      expect(await countTopics('unseen')).toBe(0)
    })

    expect(await countTopics('unseen')).toBe(1)
  })
})

describe('a writing request', async () => {
  const { editor } = await aDesk(service)
  const author = await anAuthor(service)
  const topic = await aTopic(service)
  const draft = {
    headline: 'Council votes for a second bridge',
    byline: [{ authorId: author.id }],
    topicIds: [topic.id],
    sections: [{ body: 'The council voted.' }, { body: 'A bridge is to be built.' }],
    takeaways: [{ text: 'There is to be a bridge.' }],
  }

  const countStatements = async (doing: () => PromiseLike<unknown>) =>
    (await statementsOf(service, doing)).length

  // With the caller's key, BEGIN and COMMIT.
  test('creates an article in 6 statements, however much is in it', async () => {
    const few = await countStatements(() => editor.post('/v1/articles').send(draft).expect(201))
    const sections = Array.from({ length: 20 }, () => ({ body: 'Many.' }))
    const other = { ...draft, headline: 'Another', sections }
    const many = await countStatements(() => editor.post('/v1/articles').send(other).expect(201))

    expect([few, many]).toEqual([6, 6])
  })

  test('changes a section in 7 and an article in 8', async () => {
    const made = (
      await editor
        .post('/v1/articles')
        .send({ ...draft, slug: 'to-be-changed' })
        .expect(201)
    ).body
    const section = `/v1/sections/${made.sections[0].id}`

    const ofSection = await countStatements(() =>
      editor.patch(section).set(whatever).send({ body: 'The council voted again.' }).expect(200),
    )
    const ofArticle = await countStatements(() =>
      editor.patch(`/v1/articles/${made.id}`).set(whatever).send({ headline: 'Third' }).expect(200),
    )

    expect([ofSection, ofArticle]).toEqual([7, 8])
  })

  test('publishes an article in 16', async () => {
    const made = (
      await editor
        .post('/v1/articles')
        .send({ ...draft, slug: 'to-be-public' })
        .expect(201)
    ).body
    const publish = () =>
      editor.post(`/v1/articles/${made.id}/transitions`).set(whatever).send({ to: 'published' }).expect(200)
    await publish()

    expect(await countStatements(publish)).toBe(16)
  })

  test('answers of a new article what is read back of it', async () => {
    const { body } = await editor
      .post('/v1/articles')
      .send({ ...draft, slug: 'read-back' })
      .expect(201)

    expect(await theDraft(editor, body)).toEqual(body)
  })
})
