import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { Prisma, type Reader } from '../database/client.ts'
import type { App } from '../http/app.ts'
import type { Caller } from '../http/caller.ts'
import { deprecationsOf } from '../http/deprecations.ts'
import { Moment } from '../http/schemas.ts'

/** Something deprecated that a caller used. */
const DeprecatedUse = z
  .object({
    operationId: z.string(),
    method: z.string(),
    path: z.string().describe('As in the document, with its parameters in braces.'),
    parameter: z.string().nullable().describe('A parameter of the query; null: the operation as a whole.'),
    since: z.string().describe('The day since which it is deprecated.'),
    sunset: z.string().nullable().describe('The day from which on it may be gone; null: none is set.'),
    instead: z.string().describe('What to use in its place.'),
    lastUsedAt: Moment.describe('To the day: the first use of the last day on which it was used.'),
  })
  .meta({ id: 'DeprecatedUse', description: 'Something that is to go, and that the caller used lately.' })

export const DeprecatedUses = z
  .object({ data: z.array(DeprecatedUse) })
  .meta({ id: 'DeprecatedUses', description: 'What the caller used lately of what is to go.' })
type DeprecatedUses = z.output<typeof DeprecatedUses>

/** A use is noted once in a day by each process, so that what is called a thousand times a second costs no more. */
const noteEveryMs = 86_400_000
const maxNoted = 10_000

/** "Lately": long enough for what runs once a month. */
const shownFor = Prisma.sql`interval '60 days'`

/** Remembers which caller uses what is to go, after the answer, which neither waits for it nor fails with it. */
export function noteDeprecatedUses(app: App, database: Reader): void {
  const noted = new LRUCache<string, true>({ max: maxNoted, ttl: noteEveryMs })
  const underWay = new Set<Promise<void>>()

  const note = async (actor: string, operationId: string, parameter: string | null) => {
    const name = [actor, operationId, parameter].join('\n')
    if (noted.has(name)) return
    noted.set(name, true)
    try {
      await saveUse(database, actor, operationId, parameter)
    } catch (error) {
      noted.delete(name)
      app.log.warn({ err: error }, 'a deprecated use was not noted')
    }
  }

  app.addHook('onResponse', (request, _, done) => {
    const { caller, routeOptions } = request
    const { operationId } = routeOptions.schema ?? {}
    if (!caller || operationId === undefined) return done()
    for (const { parameter } of deprecationsOf(request)) {
      const noting = note(caller.actor, operationId, parameter)
      underWay.add(noting)
      void noting.finally(() => underWay.delete(noting))
    }
    done()
  })
  app.addHook('onClose', async () => void (await Promise.all(underWay)))
}

async function saveUse(
  database: Reader,
  actor: string,
  operationId: string,
  parameter: string | null,
): Promise<void> {
  await database.rows(Prisma.sql`
    INSERT INTO deprecated_use (actor, operation_id, parameter, last_used_at)
    VALUES (${actor}, ${operationId}, ${parameter ?? ''}, moment())
    ON CONFLICT (actor, operation_id, parameter) DO UPDATE SET last_used_at = excluded.last_used_at`)
}

/** What a caller used lately and is still there, in the order of the document. */
export async function listDeprecatedUses(
  reader: Reader,
  operations: App['operations'],
  { actor }: Caller,
): Promise<DeprecatedUses> {
  const uses = await reader.rows<{ operationId: string; parameter: string; lastUsedAt: string }>(Prisma.sql`
    SELECT operation_id AS "operationId", parameter, last_used_at AS "lastUsedAt" FROM deprecated_use
    WHERE actor = ${actor} AND last_used_at > moment() - ${shownFor}`)
  const data = [...operations.values()].flatMap(
    ({ operationId, method, url, deprecated, deprecatedParameters }) => {
      const path = url.replace(/:(\w+)/g, '{$1}')
      const own = uses.filter((use) => use.operationId === operationId)
      return own.flatMap(({ parameter, lastUsedAt }) => {
        const declared = parameter === '' ? deprecated : deprecatedParameters[parameter]
        if (!declared) return []
        const { since, sunset = null, instead } = declared
        return [
          { operationId, method, path, parameter: parameter || null, since, sunset, instead, lastUsedAt },
        ]
      })
    },
  )
  return { data }
}
