import { Prisma, type Reader } from '../database/client.ts'
import { type EventType, publicTypes } from './types.ts'

/** A fact as it stands in the log. */
export interface LoggedEvent {
  seq: number
  id: string
  type: EventType
  subject: string
  actor: string
  at: string
  data: Record<string, unknown> & { tags: string[] }
}

/** Who reads: everybody, who is told of public facts only, or somebody who may read drafts. */
export type Audience = 'public' | 'editors'

export interface EventFilter {
  audience: Audience
  types?: readonly EventType[] | undefined
  subjects?: readonly string[] | undefined
}

/** A stretch of the log: what of it fits the filter, and how far it reaches. */
export interface Stretch {
  events: LoggedEvent[]
  /** Everything up to here has been looked at. */
  upTo: number
  /**
   * The place that its readers are told, from which they go on: for everybody it is that of a public fact, because how fast
   * the log grows says how much is worked on. Null: it is the one that they were told before.
   */
  cursor: number | null
  hasMore: boolean
}

export const eventColumns = Prisma.sql`seq::float8 AS seq, id, type, subject, actor, at, data`

/** The events after a place in the log that fit, oldest first, in one statement and so as of one moment. */
export async function readLog(
  reader: Reader,
  { after, limit, ...filter }: EventFilter & { after: number; limit: number },
): Promise<Stretch> {
  const rows = await reader.rows<LoggedEvent & { lastSeq: number; end: number | null }>(Prisma.sql`
    SELECT found.*, last_seq::float8 AS "lastSeq", ${endOf(filter.audience)} AS "end"
    FROM event_counter LEFT JOIN LATERAL (
      SELECT ${eventColumns} FROM event
      WHERE ${Prisma.join([Prisma.sql`event.seq > ${after}`, ...conditionsOf(filter)], ' AND ')}
      ORDER BY event.seq LIMIT ${limit + 1}) AS found ON true
    ORDER BY found.seq`)
  const events = rows.filter(({ seq }) => seq !== null).map(({ lastSeq: _, end: __, ...event }) => event)
  const hasMore = events.length > limit
  const page = events.slice(0, limit)
  const [{ lastSeq = after, end = null } = {}] = rows
  const last = page.at(-1)?.seq ?? after
  return hasMore
    ? { events: page, hasMore, upTo: last, cursor: last }
    : { events: page, hasMore, upTo: lastSeq, cursor: end }
}

/** The place of the newest event that an audience is told of. */
export async function readEnd(reader: Reader, audience: Audience): Promise<number> {
  const [row] = await reader.rows<{ end: number | null }>(
    Prisma.sql`SELECT ${endOf(audience)} AS "end" FROM event_counter`,
  )
  return row?.end ?? 0
}

/** One look into an index for each type: Postgres finds no maximum of several types by itself. */
function endOf(audience: Audience): Prisma.Sql {
  if (audience === 'editors') return Prisma.sql`last_seq::float8`
  return Prisma.sql`(SELECT max(newest.seq)::float8 FROM unnest(${[...publicTypes]}::text[]) AS kind (type),
    LATERAL (SELECT max(seq) AS seq FROM event WHERE event.type = kind.type) AS newest)`
}

function conditionsOf({ audience, types, subjects }: EventFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (audience === 'public') conditions.push(Prisma.sql`event.type = ANY(${[...publicTypes]})`)
  if (types) conditions.push(Prisma.sql`event.type = ANY(${[...types]})`)
  if (subjects) conditions.push(Prisma.sql`event.subject = ANY(${[...subjects]})`)
  return conditions
}

/** The same conditions for an event that is in memory. */
export function fits({ audience, types, subjects }: EventFilter, { type, subject }: LoggedEvent): boolean {
  if (audience === 'public' && !publicTypes.includes(type)) return false
  return (types?.includes(type) ?? true) && (subjects?.includes(subject) ?? true)
}
