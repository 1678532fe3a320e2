import { type Database, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { makeChange, momentOf } from '../events/record.ts'
import { type Watch, watch } from '../events/watch.ts'
import { announceBoundaries } from './boundaries.ts'

/** Boundaries that are looked at together. */
const maxBatch = 100

/** Milliseconds to sleep where nothing is scheduled: whatever is scheduled meanwhile is heard of. */
const idleMs = 60_000

/**
 * Tells the log of schedules that fire, at the moment when they do. Every instance does; they meet at the article's lock,
 * where the first finds the boundary and the others find that it was told. What passed while nobody ran is told at the start.
 */
export function openAnnouncer(
  database: Database,
  listener: Listener,
  onFault: (error: unknown) => void,
): Watch {
  return watch(listener, {
    work: () => announcePassed(database),
    // What editors do to drafts drops no tags, and moves no boundary.
    isCalledBy: (tags) => tags !== '',
    onFault,
  })
}

/** Tells of everything that has passed. Returns the milliseconds until the next boundary. */
async function announcePassed(database: Database): Promise<number> {
  for (;;) {
    const next = await database.rows<{ articleId: string; inMs: number }>(Prisma.sql`
      SELECT article_id AS "articleId", ceil(extract(epoch FROM at - moment()) * 1000)::float8 AS "inMs"
      FROM boundary ORDER BY at LIMIT ${maxBatch}`)
    const passed = next.filter(({ inMs }) => inMs <= 0)
    for (const articleId of new Set(passed.map(({ articleId }) => articleId))) {
      await announceArticle(database, articleId)
    }
    if (passed.length < maxBatch) return next[passed.length]?.inMs ?? idleMs
  }
}

function announceArticle(database: Database, articleId: string): Promise<void> {
  return makeChange(database, 'system:schedule', async (change) => {
    await change.db.rows(Prisma.sql`SELECT FROM article WHERE id = ${articleId}::uuid FOR UPDATE`)
    await announceBoundaries(change, articleId, await momentOf(change))
  })
}
