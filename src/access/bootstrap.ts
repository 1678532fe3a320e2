import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, Prisma } from '../database/client.ts'
import { makeChange } from '../events/record.ts'
import { createKey, lockKeys } from './store.ts'

/** The first admin key of a database, and where it is written down. */
export interface FirstKey {
  secret: string
  file: string | null
}

/**
 * Makes the first admin key where there is no key yet; null where there is. A given one is taken as it is,
 * and nowhere written down; of several processes that start together, one makes it.
 */
export async function bootstrapAdminKey(
  database: Database,
  given: string | undefined,
  dataDirectory: string,
): Promise<FirstKey | null> {
  // Every start but the first ends here, before Prisma has to be loaded.
  const keys = await database.rows(Prisma.sql`SELECT FROM api_key LIMIT 1`)
  if (keys.length > 0) return null
  const secret = await makeChange(database, 'system:bootstrap', async (change) => {
    await lockKeys(change.db)
    if ((await change.db.apiKey.count()) > 0) return null
    const draft = { name: 'First admin', role: 'admin', authorId: null, expiresAt: null } as const
    return (await createKey(change, draft, given)).secret
  })
  if (secret === null) return null
  return { secret, file: given === undefined ? await writeDown(secret, dataDirectory) : null }
}

async function writeDown(secret: string, dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'admin-key')
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return file
}
