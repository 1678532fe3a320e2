import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { newsroomActor } from './newsroomEvents.ts'
import { type History, tellHistory } from './newsroomHistory.ts'
import { newsroomDays, planStories, type StoryPlan } from './newsroomPlan.ts'
import { saveEvents, saveHistories, saveStaff } from './newsroomRows.ts'
import { authors, staffEvents, topics } from './newsroomStaff.ts'

export interface NewsroomOptions {
  articleCount: number
  /** The newsroom's last day, cut to midnight UTC: all but what is scheduled lies before it. The database's when absent. */
  today?: Date | undefined
  /** Told after each batch how many articles are there. */
  onProgress?: (articleCount: number) => void
  /** Stops between two batches, which leaves whole articles only. */
  signal?: AbortSignal | undefined
}

/** What a person who plants a newsroom can do something about. */
export class NewsroomError extends Error {
  override name = 'NewsroomError'
}

/** Any number that nothing else in this database locks: "news" in ASCII. */
const newsroomLock = 0x6e657773

/** Articles that are saved in one transaction: about ten megabytes of JSON. */
const batchSize = 100

const dayMs = 86_400_000

/**
 * Fills a migrated database with a believable newsroom: two hundred authors, sixty topics, and so many articles with their
 * revisions, publications and events. The same number gives the same rows, if the newsroom has the same day; what is
 * there already stays as it is, and so does the day of the first time. Returns how many articles were added.
 *
 * @throws {NewsroomError}
 */
export async function plantNewsroom(databaseUrl: string, options: NewsroomOptions): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A connection that is lost fails its query too; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SET statement_timeout = 0')
    await client.query('SELECT pg_advisory_lock($1)', [newsroomLock])
    const today = await openNewsroom(client, options.today)
    const addedCount = await addStories(client, today, options)
    // Statistics for the planner; and what would slow the first reads down is cleaned up, as Postgres would do by itself later.
    if (addedCount > 0) await client.query('VACUUM (ANALYZE)')
    return addedCount
  } catch (error) {
    throw obstacle(error) ?? error
  } finally {
    await client.end()
  }
}

/** Hires the staff, unless that was done before, and returns the newsroom's day. */
async function openNewsroom(client: pg.Client, given: Date | undefined): Promise<Date> {
  const founded = await readFounding(client)
  if (founded) {
    const today = new Date(founded.getTime() + newsroomDays * dayMs)
    if (!given || startOfDay(given).getTime() === today.getTime()) return today
    throw new NewsroomError(`The newsroom of this database has the day ${today.toISOString().slice(0, 10)}.`)
  }
  const now = await readMoment(client)
  if (given && given > now) throw new NewsroomError('The day of a newsroom cannot lie ahead.')
  const today = startOfDay(given ?? now)
  const foundedAt = new Date(today.getTime() - newsroomDays * dayMs)
  await inTransaction(client, async () => {
    await saveStaff(client, foundedAt)
    await saveEvents(client, staffEvents(foundedAt))
  })
  return today
}

/** Tells the stories of one batch while the batch before is saved: Postgres and this process work at the same time. */
async function addStories(
  client: pg.Client,
  today: Date,
  { articleCount, onProgress, signal }: NewsroomOptions,
): Promise<number> {
  const known = await readKnownArticles(client)
  let addedCount = 0
  let saving = Promise.resolve()
  try {
    for (const batch of batchesOf(planStories(articleCount, today))) {
      signal?.throwIfAborted()
      const absent = batch.plans.filter(({ id }) => !known.has(id))
      if (absent.length > 0 && addedCount === 0) await requireStaff(client)
      const histories = await tellHistories(absent)
      await saving
      saving = saveBatch(client, histories).then(() => onProgress?.(batch.end))
      // A failure is thrown where it is awaited; until then it must not count as unhandled.
      saving.catch(() => {})
      addedCount += absent.length
    }
  } finally {
    await saving
  }
  return addedCount
}

interface Batch {
  plans: StoryPlan[]
  /** How many stories there are up to its last one. */
  end: number
}

function* batchesOf(plans: Iterable<StoryPlan>): Generator<Batch> {
  let batch: Batch = { plans: [], end: 0 }
  for (const plan of plans) {
    batch.plans.push(plan)
    batch.end += 1
    if (batch.plans.length < batchSize) continue
    yield batch
    batch = { plans: [], end: batch.end }
  }
  if (batch.plans.length > 0) yield batch
}

async function tellHistories(plans: readonly StoryPlan[]): Promise<History[]> {
  const histories: History[] = []
  for (const plan of plans) {
    histories.push(tellHistory(plan))
    // Between two stories, what is being saved gets its turn.
    await setImmediate()
  }
  return histories
}

async function saveBatch(client: pg.Client, histories: readonly History[]): Promise<void> {
  if (histories.length === 0) return
  const events = histories.flatMap((history) => history.events)
  await inTransaction(client, async () => {
    await saveHistories(client, histories)
    // Deferred constraints are checked before the event counter is locked, so that editors wait for it no longer than needed.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    await saveEvents(client, events)
  })
}

/** By their events, which outlive them: an article that was purged since is not written again. */
async function readKnownArticles(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT data ->> 'id' AS id FROM event WHERE type = 'article.created' AND actor = $1`,
    [newsroomActor],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Bylines and topics name what has to be there; editors may have deleted or merged it since. */
async function requireStaff(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT ((SELECT count(*) FROM author WHERE id = ANY($1) AND merged_into_id IS NULL)
           + (SELECT count(*) FROM topic WHERE id = ANY($2) AND merged_into_id IS NULL))::int AS count`,
    [authors.map(({ id }) => id), topics.map(({ id }) => id)],
  )
  if (rows[0]?.count === authors.length + topics.length) return
  throw new NewsroomError(
    'Authors or topics of the newsroom were deleted or merged, so it cannot grow any more.',
  )
}

/** When the staff was hired; null where there is none yet. */
async function readFounding(client: pg.Client): Promise<Date | null> {
  const { rows } = await client.query<{ at: Date }>(
    `SELECT at FROM event WHERE subject = $1 AND type = 'author.created'`,
    [`authors/${authors[0]?.id}`],
  )
  return rows[0]?.at ?? null
}

async function readMoment(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ moment: Date }>('SELECT moment() AS moment')
  if (!rows[0]) throw new Error('SELECT moment() gave no row')
  return rows[0].moment
}

function startOfDay(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / dayMs) * dayMs)
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Somebody else's slug, most likely: Postgres says whose way is barred by what. */
function obstacle(error: unknown): NewsroomError | null {
  const { code, detail } = error as { code?: string; detail?: string }
  const isTaken = code === '23505' || code === '23P01'
  return isTaken ? new NewsroomError(`The newsroom needs what this database has already: ${detail}`) : null
}
