import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, type Db, Prisma } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type Watch, watch } from '../events/watch.ts'
import type { Purger } from './purgers.ts'

/** Events whose tags are purged together. */
const maxEvents = 100

/**
 * Milliseconds between an event and its purge. An answer that was under way when the change was committed, or one that another
 * instance gave before it heard of it, may come to a cache after the change did; a purge at once would miss it.
 */
const settlingMs = 1000

const idleMs = 10_000

/** Milliseconds until an instance looks whether the one that is purging has come to the end. */
const busyMs = 500

/**
 * Tells the caches before us which tags events drop, in the order of the log; what they do not take is told again. Caches
 * that are near were told before, by whoever made the change (purgePromptly.ts); this is what they can rely on.
 */
export function openPurging(
  database: Database,
  listener: Listener,
  purge: Purger,
  onFault: (error: unknown) => void,
): Watch {
  const closing = new AbortController()
  const purging = watch(listener, {
    async work() {
      const until = await findEnd(database)
      await sleep(settlingMs, undefined, { signal: closing.signal }).catch(() => {})
      while (!closing.signal.aborted) {
        const result = await database.transaction((db) => purgeNext(db, purge, until))
        if (result !== 'more') return result === 'busy' ? busyMs : idleMs
      }
      return idleMs
    },
    isCalledBy: (tags) => tags !== '',
    onFault,
  })
  return {
    close() {
      closing.abort()
      return purging.close()
    },
  }
}

/** A cache that is new to us has nothing of before: its cursor begins where the log ends. */
async function findEnd(database: Database): Promise<string> {
  await database.rows(Prisma.sql`
    INSERT INTO log_reader (name, last_seq) SELECT 'purge', last_seq FROM event_counter ON CONFLICT DO NOTHING`)
  const [end] = await database.rows<{ seq: string }>(Prisma.sql`SELECT last_seq AS seq FROM event_counter`)
  return end?.seq ?? '0'
}

/** The cursor moves only when every cache took the tags; a crash in between purges them twice. */
async function purgeNext(db: Db, purge: Purger, until: string): Promise<'busy' | 'more' | 'done'> {
  const [cursor] = await db.rows<{ from: string }>(Prisma.sql`
    SELECT last_seq AS "from" FROM log_reader WHERE name = 'purge' FOR UPDATE SKIP LOCKED`)
  if (!cursor) return 'busy'
  const events = await db.rows<{ seq: string; tags: string[] }>(Prisma.sql`
    SELECT seq, ARRAY(SELECT jsonb_array_elements_text(data -> 'tags')) AS tags
    FROM event WHERE seq > ${cursor.from} AND seq <= ${until} ORDER BY seq LIMIT ${maxEvents}`)
  const last = events.at(-1)
  if (!last) return 'done'
  await purge([...new Set(events.flatMap((event) => event.tags))])
  await db.execute(Prisma.sql`UPDATE log_reader SET last_seq = ${last.seq} WHERE name = 'purge'`)
  return events.length < maxEvents ? 'done' : 'more'
}
