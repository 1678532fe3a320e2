import { Prisma, type Reader } from '../database/client.ts'
import type { PageOf } from '../http/schemas.ts'
import { readPage } from '../query/page.ts'
import type { AuditEntry, AuditFilter, AuditQuery } from './auditSchema.ts'
import { typesOf } from './types.ts'

const entryJson = Prisma.sql`json_build_object('sequence', lpad(event.seq::text, 16, '0'), 'id', event.id,
  'at', iso_moment(event.at), 'actor', event.actor, 'type', event.type, 'subject', event.subject, 'data', event.data)`

/** The newest first. */
export async function listAudit(reader: Reader, query: AuditQuery): Promise<PageOf<AuditEntry>> {
  const { limit, cursor, ...filter } = query
  const order = [{ column: Prisma.sql`event.seq`, type: 'int', isDescending: true }] as const
  const request = { limit, cursor, order, boundTo: ['audit', filter] }
  const { rows, page } = await readPage<{ entry: AuditEntry }>(reader, request, {
    columns: Prisma.sql`${entryJson} AS entry`,
    from: Prisma.sql`event`,
    where: () => conditionsOf(filter),
  })
  return { data: rows.map(({ entry }) => entry), page }
}

/** Entries that are read at a time: an export holds no more than this in memory. */
const exportBatch = 500

/** Everything that fits, one JSON object on each line, the oldest first; what happens meanwhile comes along. */
export async function* exportAudit(reader: Reader, filter: AuditFilter): AsyncGenerator<string> {
  let after = 0
  for (;;) {
    const rows = await reader.rows<{ seq: number; line: string }>(Prisma.sql`
      SELECT event.seq::float8 AS seq, ${entryJson}::text AS line FROM event
      WHERE ${Prisma.join([Prisma.sql`event.seq > ${after}`, ...conditionsOf(filter)], ' AND ')}
      ORDER BY event.seq LIMIT ${exportBatch}`)
    if (rows.length > 0) yield `${rows.map(({ line }) => line).join('\n')}\n`
    if (rows.length < exportBatch) return
    after = rows.at(-1)?.seq ?? after
  }
}

function conditionsOf({ actor, types, subject, since, until }: AuditFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (actor !== undefined) conditions.push(Prisma.sql`event.actor = ${actor}`)
  if (types) conditions.push(Prisma.sql`event.type = ANY(${typesOf(types)}::text[])`)
  if (subject) conditions.push(Prisma.sql`event.subject = ANY(${subject}::text[])`)
  if (since) conditions.push(Prisma.sql`event.at >= ${since}::timestamptz`)
  if (until) conditions.push(Prisma.sql`event.at < ${until}::timestamptz`)
  return conditions
}
