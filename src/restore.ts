import { openDatabase, Prisma } from './database/client.ts'
import { isDump, restoreDump } from './database/dump.ts'
import { migrate } from './database/migrate.ts'
import { restoreRows } from './database/restore.ts'
import { fileOf, runCommand } from './fileCommand.ts'
import { withDatabaseUrl } from './reach.ts'
import { wakeWebhook } from './webhooks/jobs.ts'

const usage = `Usage: npm run restore -- <file>

Puts a backup into a database in which nothing ever happened: that of DATABASE_URL, or a new one in DATA_DIR. The service
must not run. Give it the encryption key of before, or webhooks cannot be signed.`

await runCommand(async (config, args) => {
  const { file } = fileOf(args, usage)
  return withDatabaseUrl(config, (url) => restore(url, file), { mayMake: true })
})

async function restore(url: string, file: string): Promise<string> {
  if (await isDump(file)) {
    await restoreDump(url, file)
    await migrate(url)
    return `Restored ${file}.`
  }
  const counts = await restoreRows(url, file)
  await wakeWebhooks(url)
  return `Restored ${Object.values(counts).reduce((sum, each) => sum + each, 0)} rows from ${file}.`
}

/** Jobs are no rows of ours: whoever has not been sent everything is looked at when the service starts. */
async function wakeWebhooks(url: string): Promise<void> {
  const database = openDatabase(url, { maxConnections: 1 })
  try {
    await database.transaction(async (db) => {
      const waiting = await db.rows<{ id: string }>(
        Prisma.sql`SELECT DISTINCT webhook_id AS id FROM webhook_delivery WHERE state = 'pending'`,
      )
      for (const { id } of waiting) await wakeWebhook(db, id)
    })
  } finally {
    await database.close()
  }
}
