import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { findRunningPostgres } from './database/running.ts'

/** There is neither a configured database nor one of our own. */
export class NoDatabase extends Error {
  override name = 'NoDatabase'
  override message = 'There is no database yet. Start Copydesk once: that makes it, and the first admin key.'
}

/**
 * Runs a command's work on the configured database, whether the service runs or not: where nobody runs the embedded
 * Postgres, it runs for as long as the work takes.
 *
 * @throws {NoDatabase} unless one may be made
 */
export async function withDatabaseUrl<Result>(
  config: Config,
  work: (url: string) => Promise<Result>,
  { mayMake }: { mayMake: boolean },
): Promise<Result> {
  const url = config.databaseDirectUrl ?? (await findRunningPostgres(config.dataDirectory))
  if (url !== null) return work(url)
  if (!mayMake && !existsSync(join(config.dataDirectory, 'postgres'))) throw new NoDatabase()
  const { startEmbeddedPostgres } = await import('./database/embedded.ts')
  const server = await startEmbeddedPostgres({ dataDirectory: config.dataDirectory })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}
