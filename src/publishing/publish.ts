import { recordArticleEvent } from '../articles/change.ts'
import type { WorkingCopy } from '../articles/content.ts'
import type { PublicationRequest } from '../articles/schema.ts'
import { Prisma } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import { invalidRequest, ProblemError } from '../http/problems.ts'
import { newId } from '../lib/ids.ts'
import { settleBoundaries } from '../publications/boundaries.ts'
import {
  earliestStart,
  liveSpan,
  readTimeline,
  type Span,
  saveTimeline,
  withSpan,
} from '../publications/timeline.ts'
import { type Compiled, compile } from './compile.ts'
import { rememberWords } from './lexicon.ts'
import { insertPublication } from './publishedRows.ts'

/**
 * Makes the newest revision of an article public, now or later. The caller has created or changed the article in the same
 * change, and so holds its lock; `timeline` is for who has read it since. Throws `takeaway-unsupported`, or `invalid-request`
 * for a span that cannot be.
 */
export async function publish(
  change: Change,
  copy: WorkingCopy,
  request: PublicationRequest,
  timeline?: readonly Span[],
): Promise<void> {
  const { db } = change
  requireSupport(copy, request)
  const now = copy.updatedAt
  const before = timeline ?? (await readTimeline(db, copy.id))
  const from = request.at && new Date(request.at) > now ? new Date(request.at) : earliestStart(before, now)
  const until = request.until ? new Date(request.until) : null
  if (until && until <= from) throw spanFault('/until', 'Must be later than the start.')
  const isScheduled = from > now && from.toISOString() === request.at

  const id = newId()
  const after = withSpan(before, { id, revision: copy.revision, from, intendedUntil: until }, now)
  await saveTimeline(db, before, after)
  const span = after.find((one) => one.id === id)
  if (!span) throw new Error('A timeline lost the span that was put into it')
  const compiled = compile(copy.content)
  await insertPublication(db, copy, span, compiled, { createdBy: change.actor, note: request.note ?? null })
  await rememberWords(db, compiled.words)
  if (!isScheduled) await settleBoundaries(change, copy.id, from)
  const correctionCount = await carryCorrections(change, copy.id, id, compiled)
  await endWithdrawal(change, copy.id, from, isScheduled)

  const details = {
    previousRevision: liveSpan(before, now)?.revision ?? null,
    changed: [],
    from,
    until: span.until,
  }
  recordArticleEvent(change, isScheduled ? 'article.scheduled' : 'article.published', copy, details)
  // A correction of what is to come is told when it goes live.
  if (correctionCount > 0 && !isScheduled) recordArticleEvent(change, 'article.corrected', copy, details)
}

/** Every broken takeaway is pointed to; an override has to say why. */
function requireSupport({ content }: WorkingCopy, { override, note }: PublicationRequest): void {
  if (override && !note) throw spanFault('/note', 'An override needs a note that says why.')
  const errors = content.takeaways.flatMap(({ evidenceState }, index) =>
    evidenceState === 'broken' && !override
      ? [
          {
            pointer: `/takeaways/${index}/evidence`,
            code: 'unsupported',
            message: 'The quoted words are gone.',
          },
        ]
      : [],
  )
  if (errors.length > 0) {
    throw new ProblemError('takeaway-unsupported', 'Takeaways quote words that the article no longer has.', {
      errors,
    })
  }
}

function spanFault(pointer: string, message: string) {
  return invalidRequest({ pointer, code: 'not-allowed', message })
}

/**
 * Corrections that wait go public with this publication, each with the words of its section as they were public until now
 * and as they will be. Returns how many.
 */
async function carryCorrections(
  { db }: Change,
  articleId: string,
  publicationId: string,
  { sections }: Compiled,
): Promise<number> {
  const after = new Map(sections.text.map(({ id, body }) => [id, body]))
  return db.execute(Prisma.sql`
    UPDATE correction SET publication_id = ${publicationId}::uuid,
      text_before = (SELECT part.value ->> 'body' FROM publication, json_array_elements(publication.sections_text) AS part
        WHERE publication.article_id = ${articleId}::uuid AND publication.id <> ${publicationId}::uuid
          AND publication.visible_from <= moment() AND part.value ->> 'id' = correction.section_id::text
        ORDER BY publication.visible_from DESC LIMIT 1),
      text_after = ${JSON.stringify(Object.fromEntries(after))}::jsonb ->> correction.section_id::text
    WHERE article_id = ${articleId}::uuid AND (publication_id IS NULL OR publication_id IN (
      SELECT publication.id FROM publication, publication AS sooner
      WHERE sooner.id = ${publicationId}::uuid AND publication.article_id = sooner.article_id
        AND publication.visible_from > sooner.visible_from))`)
}

/** A withdrawn article is public again at once or not at all: until a later start it would be neither. */
async function endWithdrawal(
  { db }: Change,
  articleId: string,
  from: Date,
  isScheduled: boolean,
): Promise<void> {
  const ended = await db.execute(Prisma.sql`
    UPDATE withdrawal SET ended_at = ${from} WHERE article_id = ${articleId}::uuid AND ended_at IS NULL`)
  if (isScheduled && ended > 0) {
    throw new ProblemError(
      'transition-refused',
      'A withdrawn article can be published now, but not scheduled.',
    )
  }
}
