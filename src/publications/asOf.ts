import { Prisma, type Reader } from '../database/client.ts'
import { type Fault, invalidRequest } from '../http/problems.ts'
import { currentMoment } from '../query/moments.ts'

/** SQL of the moment that a public read shows: now, or a past one. Throws `invalid-request` for the future, where embargoes are. */
export async function momentShown(reader: Reader, asOf: string | undefined): Promise<Prisma.Sql> {
  if (asOf === undefined) return currentMoment
  const given = Prisma.sql`${asOf}::timestamptz`
  const [clock] = await reader.rows<{ isFuture: boolean }>(
    Prisma.sql`SELECT ${given} > moment() AS "isFuture"`,
  )
  if (clock?.isFuture !== false) {
    const message = 'Must not be in the future: it would show what is only scheduled.'
    throw invalidRequest({ parameter: 'asOf', code: 'not-allowed', message })
  }
  return given
}

/**
 * A draft has no past: a moment is refused, so that nobody believes that it was heard. Throws `invalid-request`, with the
 * `others` that were found.
 */
export function refuseForDraft(asOf: string | undefined, others: readonly Fault[] = []): void {
  const message = 'Goes with version=published only; revisions show what was once a draft.'
  const faults = [
    ...(asOf === undefined ? [] : [{ parameter: 'asOf', code: 'not-allowed', message }]),
    ...others,
  ]
  if (faults.length > 0) throw invalidRequest(...faults)
}
