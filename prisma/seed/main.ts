import { parseArgs } from 'node:util'
import { type Config, ConfigurationError, readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/database/client.ts'
import { startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { databaseFault } from '../../src/database/faults.ts'
import { migrate } from '../../src/database/migrate.ts'
import { EmbeddedPostgresError } from '../../src/database/ownership.ts'
import { NewsroomError, plantNewsroom } from './newsroom.ts'
import { plantSeed } from './seed.ts'

const usage = `npm run seed                           plants the seed article
npm run seed -- --articles 10000       and a newsroom with so many articles
npm run seed -- --articles 10000 --today 2026-11-23
                                       that is the same whenever it is planted`

/** The headlines of all articles are held in memory, about 200 bytes each. */
const maxArticles = 1_000_000

interface Wish {
  articleCount: number | null
  today: Date | undefined
}

/** What was typed is not a command; the message says what would be. */
class UsageError extends Error {
  override name = 'UsageError'
}

/** The first Ctrl-C ends with the batch under way, a second one at once; both leave whole articles only. */
const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())

try {
  const wish = readWish(process.argv.slice(2))
  await plant(readConfig(process.env), wish)
} catch (error) {
  const explanation = explain(error)
  if (explanation === null) throw error
  process.stderr.write(`${explanation}\n`)
  process.exitCode = 1
}

async function plant(config: Config, { articleCount, today }: Wish): Promise<void> {
  const { url, stop } = await findDatabase(config)
  try {
    await migrate(url)
    const database = openDatabase(url, { maxConnections: 1 })
    const isPlanted = await plantSeed(database).finally(() => database.close())
    tell(isPlanted ? 'Planted the seed article.' : 'The seed article is there.')
    if (articleCount === null) return
    const onProgress = progressTeller(articleCount)
    const addedCount = await plantNewsroom(url, { articleCount, today, onProgress, signal: stopping.signal })
    tell(`Added ${addedCount} articles.`)
  } finally {
    await stop()
  }
}

async function findDatabase({ databaseDirectUrl, dataDirectory }: Config) {
  if (databaseDirectUrl !== undefined) return { url: databaseDirectUrl, stop: async () => {} }
  return startEmbeddedPostgres({ dataDirectory })
}

/** @throws {UsageError} */
function readWish(args: string[]): Wish {
  const { articles, today } = readOptions(args)
  const isCount = /^[1-9]\d{0,6}$/.test(articles ?? '1') && Number(articles ?? 1) <= maxArticles
  if (!isCount) throw new UsageError(`--articles must be a whole number from 1 to ${maxArticles}`)
  if (today !== undefined && articles === undefined) throw new UsageError('--today needs --articles')
  const day = today === undefined ? undefined : new Date(`${today}T00:00:00Z`)
  const isDay = !day || (!Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === today)
  if (!isDay) throw new UsageError('--today must be a date such as 2026-11-23')
  return { articleCount: articles === undefined ? null : Number(articles), today: day }
}

function readOptions(args: string[]): { articles?: string; today?: string } {
  try {
    return parseArgs({ args, options: { articles: { type: 'string' }, today: { type: 'string' } } }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** One line that is written over and over for a person who watches; a line every tenth of the way for a log. */
function progressTeller(total: number): (count: number) => void {
  if (process.stderr.isTTY) {
    return (count) => process.stderr.write(`\r${count} of ${total} articles${count === total ? '\n' : ''}`)
  }
  let toldTenths = 0
  return (count) => {
    const tenths = Math.floor((count / total) * 10)
    if (tenths > toldTenths) process.stderr.write(`${count} of ${total} articles\n`)
    toldTenths = tenths
  }
}

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/** What a person who plants a seed can do something about; null for a fault of our own. */
function explain(error: unknown): string | null {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`
  if (stopping.signal.aborted) return '\nStopped. What was added stays; the same command goes on from there.'
  const isTold =
    error instanceof ConfigurationError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof NewsroomError
  if (isTold) return error.message
  if (databaseFault(error)?.kind !== 'unavailable') return null
  return 'The database cannot be reached, or the connection to it was lost; the same command goes on from there.'
}
