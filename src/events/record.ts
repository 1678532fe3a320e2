import { type Database, type Db, Prisma, readMoment } from '../database/client.ts'
import { newId } from '../lib/ids.ts'
import { tagsOf } from './tags.ts'
import type { EventType } from './types.ts'

/** A fact to be recorded: what happened to which thing. */
export interface EventDraft {
  type: EventType
  /** `articles/<id>`, say. */
  subject: string
  at: Date
  /** Whoever makes the change when absent. */
  actor?: string
  data: Record<string, unknown>
}

/** One change while it is made: its transaction, who makes it, and the facts to be recorded at its end. */
export interface Change {
  db: Db
  /** `key:<id>`, `oidc:<subject>` or `system:<name>`. */
  actor: string
  events: EventDraft[]
  /** When it happens: the first moment that it read, one for all that it does. */
  at?: Date
  /** What Postgres ended a request of a batch with, when the whole batch may be tried again. */
  fault?: unknown
}

/** Makes a change in a transaction of its own: all of it is kept together with its events, or nothing. */
export function makeChange<Result>(
  database: Database,
  actor: string,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (db) => {
    const change: Change = { db, actor, events: [] }
    const result = await work(change)
    await recordEvents(change)
    return result
  })
}

/** When a change happens, by the database's clock. */
export async function momentOf(change: Change): Promise<Date> {
  change.at ??= await readMoment(change.db)
  return change.at
}

/** Deferred constraints speak up here, and not at COMMIT. */
export async function checkConstraints(db: Db): Promise<void> {
  await db.execute(Prisma.sql`SELECT check_constraints()`)
}

/**
 * Writes the facts of a change, with which it is over: its last statement, and COMMIT. Deferred constraints are checked first, because the counter's row is
 * locked from here to COMMIT, so that `seq` has no gaps and grows in the order of commits; any row lock taken after it could
 * deadlock, and whatever takes time then keeps all others waiting.
 */
export async function recordEvents({ db, actor, events }: Change): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event, index) => ({
    ...event,
    data: { ...event.data, tags: tagsOf(event) },
    id: newId(),
    place: index + 1,
  }))
  await db.commitWith(Prisma.sql`
    WITH checked AS MATERIALIZED (SELECT check_constraints() AS are_kept),
      counter AS (UPDATE event_counter SET last_seq = last_seq + ${events.length}::int FROM checked WHERE are_kept
        RETURNING last_seq)
    INSERT INTO event (seq, id, type, subject, actor, at, data)
    SELECT counter.last_seq - ${events.length}::int + draft.place, draft.id, draft.type, draft.subject, coalesce(draft.actor, ${actor}), draft.at, draft.data
    FROM counter, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS draft (place int, id uuid, type text, subject text, actor text, at timestamptz, data jsonb)`)
}
