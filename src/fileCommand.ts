import { parseArgs } from 'node:util'
import { type Config, ConfigurationError, readConfig } from './config.ts'
import { databaseFault } from './database/faults.ts'
import { EmbeddedPostgresError } from './database/ownership.ts'
import { BackupError } from './database/tables.ts'
import { NoDatabase } from './reach.ts'

/** Runs a command that reads or writes a file. What it returns is told to the person at the terminal. */
export async function runCommand(
  command: (config: Config, args: string[]) => Promise<string>,
): Promise<void> {
  try {
    process.stderr.write(`${await command(readConfig(process.env), process.argv.slice(2))}\n`)
  } catch (error) {
    const explanation = explain(error)
    if (explanation === null) throw error
    process.stderr.write(`${explanation}\n`)
    process.exitCode = 1
  }
}

/** Throws the usage where there is not exactly one file. */
export function fileOf(args: string[], usage: string): { file: string; isRows: boolean } {
  try {
    const options = { rows: { type: 'boolean', default: false } } as const
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    const [file] = positionals
    if (file !== undefined && positionals.length === 1) return { file, isRows: values.rows }
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error
  }
  throw new BackupError(usage)
}

/** What the person at the terminal can do something about; null for a fault of our own. */
function explain(error: unknown): string | null {
  const isPlain = [BackupError, NoDatabase, ConfigurationError, EmbeddedPostgresError].some(
    (kind) => error instanceof kind,
  )
  if (isPlain) return (error as Error).message
  const { code, path } = error as NodeJS.ErrnoException
  if (path !== undefined && ['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC'].includes(code ?? ''))
    return `${path} cannot be read or written (${code}).`
  return databaseFault(error)?.kind === 'unavailable' ? 'The database cannot be reached.' : null
}
