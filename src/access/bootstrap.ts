import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, readMoment } from '../database/client.ts'
import { makeChange } from '../events/record.ts'
import { newId } from '../lib/ids.ts'
import { digestOf, newKeySecret, prefixOf } from './secret.ts'

/** The first admin key of a database, and where it is written down. */
export interface FirstKey {
  secret: string
  file: string | null
}

/** Any number that nothing else in this database locks: "keys" in ASCII. */
const bootstrapLock = 0x6b657973

/**
 * Makes the first admin key where there is no key yet; null where there is. A given one is taken as it is, and nowhere
 * written down; of several processes that start together, one makes it.
 */
export async function bootstrapAdminKey(
  database: Database,
  given: string | undefined,
  dataDirectory: string,
): Promise<FirstKey | null> {
  const secret = given ?? newKeySecret()
  const isMade = await makeChange(database, 'system:bootstrap', async (change) => {
    const { db, actor, events } = change
    await db.$executeRaw`SELECT pg_advisory_xact_lock(${bootstrapLock}::bigint)`
    if ((await db.apiKey.count()) > 0) return false
    const at = await readMoment(db)
    const id = newId()
    const key = { id, name: 'First admin', role: 'admin', createdBy: actor, createdAt: at }
    await db.apiKey.create({ data: { ...key, prefix: prefixOf(secret) ?? '', sha256: digestOf(secret) } })
    events.push({ type: 'key.created', subject: `keys/${id}`, at, data: { id, role: 'admin' } })
    return true
  })
  if (!isMade) return null
  return { secret, file: given === undefined ? await writeDown(secret, dataDirectory) : null }
}

async function writeDown(secret: string, dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'admin-key')
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return file
}
