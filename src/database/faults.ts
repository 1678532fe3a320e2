/** What a failed statement means to whoever sent it. */
export interface DatabaseFault {
  /**
   * `duplicate`: a unique or exclusion constraint; `reference`: a foreign key; `rule`: a check; `value`: Postgres cannot
   * hold the value; `retry`: the same transaction may succeed when tried again; `unavailable`: nobody's fault here, later.
   */
  kind: 'duplicate' | 'reference' | 'rule' | 'value' | 'retry' | 'unavailable'
  constraint: string | null
}

/** By SQLSTATE (PostgreSQL manual, appendix A) or by its class, the first two characters. */
const kinds: Record<string, DatabaseFault['kind']> = {
  '23505': 'duplicate',
  '23P01': 'duplicate',
  '23503': 'reference',
  '23001': 'reference',
  '23514': 'rule',
  '22': 'value',
  '54': 'value',
  '40': 'retry',
  '08': 'unavailable',
  '25006': 'unavailable',
  '25P03': 'unavailable',
  '25P04': 'unavailable',
  '28': 'unavailable',
  '3D': 'unavailable',
  '53': 'unavailable',
  '55P03': 'unavailable',
  '57': 'unavailable',
  '58': 'unavailable',
}

/** Prisma's own codes that carry no SQLSTATE: no connection, no database, no access, no transaction to be had. */
const prismaUnavailable: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1017',
  'P2024',
  'P2028',
])

const socketErrors: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
])

/** pg reports a full pool and a lost connection as plain errors without a code (pg 8.23). */
const connectionMessages = /timeout exceeded when trying to connect|Connection terminated|is not queryable/

/** Reads an error of Prisma, its driver adapter or pg; null when it is none of the database's making. */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error)) return null
  const { code, constraint, meta, cause } = error as ErrorOfDriver
  const origin = meta?.driverAdapterError?.cause ?? (isOrigin(cause) ? cause : undefined)
  const sqlState = origin?.originalCode ?? code ?? ''
  const kind = kinds[sqlState] ?? (/^[0-9A-Z]{5}$/.test(sqlState) ? kinds[sqlState.slice(0, 2)] : undefined)
  if (kind) return { kind, constraint: constraint ?? constraintOf(origin) }
  if (code === 'P2034') return { kind: 'retry', constraint: null }
  const isUnavailable =
    prismaUnavailable.has(sqlState) ||
    prismaUnavailable.has(code ?? '') ||
    socketErrors.has(sqlState) ||
    connectionMessages.test(error.message)
  return isUnavailable ? { kind: 'unavailable', constraint: null } : null
}

interface Origin {
  originalCode?: string
  originalMessage?: string
  constraint?: { index?: string }
}

interface ErrorOfDriver extends Error {
  code?: string
  constraint?: string
  meta?: { driverAdapterError?: { cause?: Origin } }
}

function isOrigin(cause: unknown): cause is Origin {
  return typeof cause === 'object' && cause !== null && 'originalCode' in cause
}

/** Postgres names the constraint in its message; only for some kinds does Prisma pass it on by itself. */
function constraintOf(origin: Origin | undefined): string | null {
  return origin?.constraint?.index ?? origin?.originalMessage?.match(/constraint "([^"]+)"/)?.[1] ?? null
}
