import pg from 'pg'
import { type IdentifiedEvent, tellHistory } from './newsroomHistory.ts'
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
    throw takenSlugError(error) ?? error
  } finally {
    await client.end()
  }
}

/** Hires the staff, unless that was done before, and returns the newsroom's day. */
async function openNewsroom(client: pg.Client, given: Date | undefined): Promise<Date> {
  const known = await readFoundingDay(client)
  if (known !== null) {
    const today = new Date(known.getTime() + newsroomDays * dayMs)
    if (given && startOfDay(given).getTime() !== today.getTime()) {
      throw new NewsroomError(`the newsroom of this database has ${today.toISOString().slice(0, 10)} as its day`)
    }
    return today
  }
  const today = startOfDay(given ?? (await readMoment(client)))
  const foundedAt = new Date(today.getTime() - newsroomDays * dayMs)
  await inTransaction(client, async () => {
    await saveStaff(client, foundedAt)
    await saveEvents(client, staffEvents(foundedAt))
  })
  return today
}
