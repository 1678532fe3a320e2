import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { KeysCommandError, parseKeysCommand } from './access/cli.ts'
import { type Config, ConfigurationError, readConfig } from './config.ts'
import { type Database, openDatabase, Prisma } from './database/client.ts'
import { databaseFault } from './database/faults.ts'
import { EmbeddedPostgresError } from './database/ownership.ts'
import { findRunningPostgres } from './database/running.ts'

const neverStarted = 'There is no database yet. Start Copydesk once: that makes it, and the first admin key.'

const unreachable =
  'The database cannot be reached. Is DATABASE_URL right, or is Copydesk about to start or stop?'

// `npm run keys`: makes, lists and revokes API keys on the configured database, whether the service runs or not.
try {
  const command = parseKeysCommand(process.argv.slice(2))
  const config = readConfig(process.env)
  const { result, note } = await withDatabase(config, (database) => command(database, config.oidc))
  if (note !== '') process.stderr.write(`${note}\n`)
  if (result !== '') process.stdout.write(`${result}\n`)
} catch (error) {
  const explanation = explain(error)
  if (explanation === null) throw error
  process.stderr.write(`${explanation}\n`)
  process.exitCode = 1
}

/** Where nobody runs the embedded Postgres, it runs for as long as the work takes. */
async function withDatabase<Result>(
  config: Config,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const url = config.databaseUrl ?? (await findRunningPostgres(config.dataDirectory))
  if (url !== null) return withDatabaseAt(url, work)
  if (!existsSync(join(config.dataDirectory, 'postgres'))) throw new KeysCommandError(neverStarted)
  const { startEmbeddedPostgres } = await import('./database/embedded.ts')
  const server = await startEmbeddedPostgres({ dataDirectory: config.dataDirectory })
  try {
    return await withDatabaseAt(server.url, work)
  } finally {
    await server.stop()
  }
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
    if (!table?.exists) throw new KeysCommandError(neverStarted)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What the person at the terminal can do something about; null for a fault of our own. */
function explain(error: unknown): string | null {
  const isPlain = [KeysCommandError, ConfigurationError, EmbeddedPostgresError].some(
    (kind) => error instanceof kind,
  )
  if (isPlain) return (error as Error).message
  return databaseFault(error)?.kind === 'unavailable' ? unreachable : null
}
