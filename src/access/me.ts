import { Prisma, type Reader } from '../database/client.ts'
import { type Caller, hasRole } from '../http/caller.ts'
import { roles } from '../http/contract.ts'
import { abilities, type Me } from './schema.ts'

/** A caller as they see themselves. */
export async function getMe(reader: Reader, caller: Caller): Promise<Me> {
  const allowed = roles.filter((role) => hasRole(caller, role)).flatMap((role) => abilities[role])
  return { ...caller, abilities: allowed, key: await findOwnKey(reader, caller) }
}

async function findOwnKey(reader: Reader, { actor }: Caller): Promise<Me['key']> {
  const id = /^key:(.+)$/.exec(actor)?.[1]
  if (id === undefined) return null
  const [key] = await reader.rows<NonNullable<Me['key']>>(
    Prisma.sql`SELECT id, prefix, expires_at AS "expiresAt" FROM api_key WHERE id = ${id}::uuid`,
  )
  return key ?? null
}
