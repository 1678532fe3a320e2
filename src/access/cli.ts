import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Database, Prisma } from '../database/client.ts'
import { makeChange } from '../events/record.ts'
import { parseBody } from '../http/patch.ts'
import { type Fault, ProblemError } from '../http/problems.ts'
import { isId } from '../lib/ids.ts'
import type { OidcSettings } from './oidc.ts'
import { type Key, KeyDraft } from './schema.ts'
import { createKey, getKey, keepWayIn, listKeys, revokeKey } from './store.ts'

const usage = `Usage: npm run keys -- <command>

  create --role <reader|writer|editor|admin> --name <words> [--expires <time>] [--author <id|slug>]
  list
  revoke <id|prefix>

A time is written as 2027-01-01T00:00:00Z. The key itself is printed once, when it is created.`

/** Thrown where the person at the terminal can mend it; the message tells them how. */
export class KeysCommandError extends Error {
  override name = 'KeysCommandError'
}

/** What a command says: the result alone is for scripts. */
interface Said {
  result: string
  note: string
}

export type KeysCommand = (database: Database, oidc: OidcSettings | undefined) => Promise<Said>

interface CommandKind {
  options: NonNullable<ParseArgsConfig['options']>
  operandCount: number
  of(options: Record<string, unknown>, operands: string[]): KeysCommand
}

const text = { type: 'string' } as const

const kinds: Record<string, CommandKind> = {
  create: {
    options: { role: text, name: text, expires: text, author: text },
    operandCount: 0,
    of: ({ role, name, expires, author }) => {
      const draft = parseBody(KeyDraft, { role, name, expiresAt: expires })
      return (database) => create(database, draft, author as string | undefined)
    },
  },
  list: { options: {}, operandCount: 0, of: () => list },
  revoke: {
    options: {},
    operandCount: 1,
    of:
      (_, [key = '']) =>
      (database, oidc) =>
        revoke(database, oidc, key),
  },
}

/**
 * The command that a command line asks for, which has not done anything yet.
 *
 * @throws {KeysCommandError} here, and when the command is run
 */
export function parseKeysCommand([name = '', ...args]: string[]): KeysCommand {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) throw new KeysCommandError(usage)
  try {
    const { values, positionals } = parseArgs({ args, options: kind.options, allowPositionals: true })
    if (positionals.length !== kind.operandCount) throw new KeysCommandError(usage)
    const command = kind.of(values, positionals)
    return async (database, oidc) => {
      try {
        return await command(database, oidc)
      } catch (error) {
        throw explained(error)
      }
    }
  } catch (error) {
    throw explained(error)
  }
}

async function create(database: Database, draft: KeyDraft, author: string | undefined): Promise<Said> {
  const authorId = author === undefined ? null : await findAuthorId(database, author)
  const { key, secret } = await makeChange(database, 'system:keys', (change) =>
    createKey(change, { ...draft, authorId }),
  )
  const end = key.expiresAt === null ? 'never expires' : `expires at ${key.expiresAt}`
  return { result: secret, note: `Created ${described(key)}, which ${end}. It is not shown again:` }
}

async function list(database: Database): Promise<Said> {
  const keys: Key[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listKeys(database, { limit: 100, cursor })
    keys.push(...(page.data as Key[]))
    cursor = page.page.nextCursor
  }
  const heads = ['PREFIX', 'STATE', 'ROLE', 'EXPIRES', 'LAST USED', 'ID', 'NAME']
  const rows = keys.map(({ prefix, state, role, expiresAt, lastUsedAt, id, name }) => [
    ...[prefix, state, role, expiresAt ?? 'never', lastUsedAt ?? 'never', id],
    printable(name),
  ])
  return { result: table([heads, ...rows]), note: '' }
}

async function revoke(database: Database, oidc: OidcSettings | undefined, idOrPrefix: string): Promise<Said> {
  const id = await findKeyId(database, idOrPrefix)
  await makeChange(database, 'system:keys', (change) =>
    revokeKey(change, id, async (key) => {
      if (!oidc) await keepWayIn(change.db, key, null)
    }),
  )
  return { result: '', note: `Revoked ${described(await getKey(database, id))}. It lets nobody in any more.` }
}

async function findAuthorId(database: Database, key: string): Promise<string> {
  const [author] = await database.rows<{ id: string }>(Prisma.sql`
    SELECT id FROM author WHERE merged_into_id IS NULL
      AND ${isId(key) ? Prisma.sql`id = ${key}::uuid` : Prisma.sql`slug = ${key}`}`)
  if (!author) throw new KeysCommandError('--author: There is no author of this id or slug.')
  return author.id
}

async function findKeyId(database: Database, key: string): Promise<string> {
  const [found] = await database.rows<{ id: string }>(Prisma.sql`
    SELECT id FROM api_key WHERE ${isId(key) ? Prisma.sql`id = ${key}::uuid` : Prisma.sql`prefix = ${key}`}`)
  if (!found) throw new KeysCommandError('There is no key of this id or prefix; `list` shows all.')
  return found.id
}

/** Names for faults of a draft, as they are given here. */
const optionNames: Record<string, string> = {
  '/role': '--role',
  '/name': '--name',
  '/expiresAt': '--expires',
  '/authorId': '--author',
}

/** What a person can mend, in words for them; anything else as it is. */
function explained(error: unknown): unknown {
  if (error instanceof ProblemError) {
    const { errors } = error.extensions
    const lines = errors?.map(({ pointer = '', message }: Fault) => `${optionNames[pointer]}: ${message}`)
    return new KeysCommandError(lines?.join('\n') ?? error.message)
  }
  const isArgument = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  return isArgument ? new KeysCommandError(`${(error as Error).message}\n\n${usage}`) : error
}

function described({ role, name, prefix }: Key): string {
  return `the ${role} key “${printable(name)}” (${prefix})`
}

/** A name must not move a terminal's cursor. */
function printable(name: string): string {
  return name.replace(/\p{Control}/gu, ' ')
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
