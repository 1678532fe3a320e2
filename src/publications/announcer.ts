import { type Database, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { makeChange, momentOf } from '../events/record.ts'
import { announceBoundaries } from './boundaries.ts'

/** Tells the log of schedules that fire, at the moment when they do. */
export interface Announcer {
  close(): Promise<void>
}

/** Milliseconds. A timer of Node is no longer than 24 days, and who was suspended looks again after waking up. */
const longestWaitMs = 60_000
const retryMs = 1000

/** Boundaries that are looked at together. */
const maxBatch = 100

/**
 * Sleeps until the next boundary, or until one is heard of. Every instance has one; they meet at the article's lock, where
 * the first finds the boundary and the others find that it was told. What passed while nobody ran is told at the start.
 */
export function openAnnouncer(
  database: Database,
  listener: Listener,
  onFault: (error: unknown) => void,
): Announcer {
  let isClosed = false
  let isStale = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null

  const run = async () => {
    let waitMs = longestWaitMs
    while (isStale && !isClosed) {
      isStale = false
      try {
        waitMs = await announcePassed(database)
      } catch (error) {
        onFault(error)
        waitMs = retryMs
      }
    }
    running = null
    if (!isClosed) timer = setTimeout(wake, Math.min(waitMs, longestWaitMs))
  }
  const wake = () => {
    isStale = true
    clearTimeout(timer)
    if (!isClosed) running ??= run()
  }

  const unsubscribe = [
    // What editors do to drafts drops no tags, and moves no boundary.
    listener.onNotification((tags) => {
      if (tags !== '') wake()
    }),
    listener.onConnection((isListening) => {
      if (isListening) wake()
    }),
  ]
  wake()
  return {
    async close() {
      isClosed = true
      for (const stop of unsubscribe) stop()
      clearTimeout(timer)
      await running
    },
  }
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
    if (passed.length < maxBatch) return next[passed.length]?.inMs ?? longestWaitMs
  }
}

function announceArticle(database: Database, articleId: string): Promise<void> {
  return makeChange(database, 'system:schedule', async (change) => {
    await change.db.$queryRaw`SELECT FROM article WHERE id = ${articleId}::uuid FOR UPDATE`
    await announceBoundaries(change, articleId, await momentOf(change))
  })
}
