import { KeysCommandError, parseKeysCommand } from './access/cli.ts'
import { ConfigurationError, readConfig } from './config.ts'
import { type Database, openDatabase, Prisma } from './database/client.ts'
import { databaseFault } from './database/faults.ts'
import { EmbeddedPostgresError } from './database/ownership.ts'
import { NoDatabase, withDatabaseUrl } from './reach.ts'

const unreachable =
  'The database cannot be reached. Is DATABASE_URL right, or is Copydesk about to start or stop?'

// `npm run keys`: makes, lists and revokes API keys on the configured database, whether the service runs or not.
try {
  const command = parseKeysCommand(process.argv.slice(2))
  const config = readConfig(process.env)
  const run = (url: string) => withDatabaseAt(url, (database) => command(database, config.oidc))
  const { result, note } = await withDatabaseUrl(config, run, { mayMake: false })
  if (note !== '') process.stderr.write(`${note}\n`)
  if (result !== '') process.stdout.write(`${result}\n`)
} catch (error) {
  const explanation = explain(error)
  if (explanation === null) throw error
  process.stderr.write(`${explanation}\n`)
  process.exitCode = 1
}

async function withDatabaseAt<Result>(
  url: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = openDatabase(url, { maxConnections: 1 })
  try {
    const [table] = await database.rows<{ exists: boolean }>(
      Prisma.sql`SELECT to_regclass('api_key') IS NOT NULL AS exists`,
    )
    if (!table?.exists) throw new NoDatabase()
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What the person at the terminal can do something about; null for a fault of our own. */
function explain(error: unknown): string | null {
  const isPlain = [KeysCommandError, NoDatabase, ConfigurationError, EmbeddedPostgresError].some(
    (kind) => error instanceof kind,
  )
  if (isPlain) return (error as Error).message
  return databaseFault(error)?.kind === 'unavailable' ? unreachable : null
}
