import { createArticle } from '../../src/articles/change.ts'
import { authors } from '../../src/authors/store.ts'
import { type Database, Prisma } from '../../src/database/client.ts'
import { makeChange } from '../../src/events/record.ts'
import { publish } from '../../src/publishing/publish.ts'
import { topics } from '../../src/topics/store.ts'
import { seedArticle, seedAuthor, seedTopics } from './article.ts'

/** Any number that nothing else in this database locks: "seed" in ASCII. */
const seedLock = 0x73656564

/**
 * Puts in and publishes the seed article, by the functions that editors' requests use. What is there already, in
 * whatever state editors left it, stays as it is. Returns whether it planted anything.
 */
export function plantSeed(database: Database): Promise<boolean> {
  return makeChange(database, 'system:seed', async (change) => {
    const { db } = change
    await db.execute(Prisma.sql`SELECT pg_advisory_xact_lock(${seedLock}::bigint)`)
    const id = seedArticle.id ?? ''
    if (await db.article.findUnique({ where: { id }, select: { id: true } })) return false
    await authors.create(change, seedAuthor)
    for (const topic of seedTopics) await topics.create(change, topic)
    await publish(change, await createArticle(change, seedArticle), { override: false })
    return true
  })
}

/** A database in which nothing has ever happened. */
export async function isFresh(database: Database): Promise<boolean> {
  const [counter] = await database.rows<{ isFresh: boolean }>(
    Prisma.sql`SELECT last_seq = 0 AS "isFresh" FROM event_counter`,
  )
  return counter?.isFresh ?? false
}
