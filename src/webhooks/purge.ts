import type { Database, Db } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type Watch, watch } from '../events/watch.ts'
import type { Purger } from './purgers.ts'

/** Events whose tags are purged together, and tags in one request: a header may have 8 KiB in most servers. */
const maxEvents = 100
const maxTags = 100

const idleMs = 10_000

/** Milliseconds until an instance looks whether the one that is purging has come to the end. */
const busyMs = 500

/** Tells the caches before us which tags events drop, in the order of the log; what they do not take is told again. */
export function openPurging(
  database: Database,
  listener: Listener,
  purge: Purger,
  onFault: (error: unknown) => void,
): Watch {
  return watch(listener, {
    async work() {
      for (;;) {
        const result = await database.transaction((db) => purgeNext(db, purge))
        if (result !== 'more') return result === 'busy' ? busyMs : idleMs
      }
    },
    isCalledBy: (tags) => tags !== '',
    onFault,
  })
}

/** The cursor moves only when every cache took the tags; a crash in between purges them twice. */
async function purgeNext(db: Db, purge: Purger): Promise<'busy' | 'more' | 'done'> {
  // A cache that is new to us has nothing of before: it begins where the log ends.
  await db.$executeRaw`
    INSERT INTO log_reader (name, last_seq) SELECT 'purge', last_seq FROM event_counter ON CONFLICT DO NOTHING`
  const [cursor] = await db.$queryRaw<{ from: bigint }[]>`
    SELECT last_seq AS "from" FROM log_reader WHERE name = 'purge' FOR UPDATE SKIP LOCKED`
  if (!cursor) return 'busy'
  const events = await db.$queryRaw<{ seq: bigint; tags: string[] }[]>`
    SELECT seq, ARRAY(SELECT jsonb_array_elements_text(data -> 'tags')) AS tags
    FROM event WHERE seq > ${cursor.from} ORDER BY seq LIMIT ${maxEvents}`
  const last = events.at(-1)
  if (!last) return 'done'
  const tags = [...new Set(events.flatMap((event) => event.tags))]
  for (let start = 0; start < tags.length; start += maxTags) await purge(tags.slice(start, start + maxTags))
  await db.$executeRaw`UPDATE log_reader SET last_seq = ${last.seq} WHERE name = 'purge'`
  return events.length < maxEvents ? 'done' : 'more'
}
