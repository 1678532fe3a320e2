import { backUpRows } from './database/backup.ts'
import { canDump, dump } from './database/dump.ts'
import { fileOf, runCommand } from './fileCommand.ts'
import { withDatabaseUrl } from './reach.ts'

const usage = `Usage: npm run backup -- <file> [--rows]

Writes the whole database into a file: by pg_dump where that is installed and no older than the server; elsewhere, and with
--rows, as NDJSON, a line for each row. The service may run meanwhile.`

const secrets =
  'Secrets of webhooks are encrypted in it: keep ENCRYPTION_KEY, or the file encryption-key of DATA_DIR, too, in another place.'

await runCommand(async (config, args) => {
  const { file, isRows } = fileOf(args, usage)
  return withDatabaseUrl(
    config,
    async (url) => {
      if (!isRows && (await canDump(url))) {
        await dump(url, file)
        return `Wrote ${file} by pg_dump. ${secrets}`
      }
      const counts = await backUpRows(url, file)
      const count = Object.values(counts).reduce((sum, each) => sum + each, 0)
      return `Wrote ${count} rows into ${file}. ${secrets}`
    },
    { mayMake: false },
  )
})
