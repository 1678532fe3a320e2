import { z } from 'zod'
import { changeArticle } from '../articles/change.ts'
import type { WorkingCopy } from '../articles/content.ts'
import { correctionKinds } from '../articles/schema.ts'
import type { Change } from '../events/record.ts'
import { limits } from '../http/limits.ts'
import { invalidRequest, ProblemError } from '../http/problems.ts'
import { Id, text } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { readTimeline } from '../publications/timeline.ts'

/** What a new correction is made of. */
export const CorrectionDraft = z
  .strictObject({
    kind: z.enum(correctionKinds),
    sectionId: Id.nullable()
      .default(null)
      .describe('The section that it is about; null for the whole article.'),
    note: text(limits.note).describe('What was wrong and what is right, for readers.'),
  })
  .meta({ id: 'CorrectionDraft' })
export type CorrectionDraft = z.output<typeof CorrectionDraft>

/**
 * Writes a correction down; it goes public with the next publication, which also takes the words before and after from what
 * was and will be public. Throws `conflict` for an article that was never public.
 */
export async function addCorrection(
  change: Change,
  key: string,
  draft: CorrectionDraft,
  check: (copy: WorkingCopy) => void,
): Promise<WorkingCopy> {
  const copy = await changeArticle(change, key, async (before, now) => {
    check(before)
    const spans = await readTimeline(change.db, before.id)
    if (!spans.some(({ from }) => from <= now)) {
      throw new ProblemError('conflict', 'The article was never public: there is nothing to correct.')
    }
    const { sectionId } = draft
    if (sectionId !== null && !before.content.sections.some((section) => section.id === sectionId)) {
      const message = 'The article has no such section.'
      throw invalidRequest({ pointer: '/sectionId', code: 'unknown-reference', message })
    }
    return { eventTypes: ['article.updated'], note: `${draft.kind}: ${draft.note}`.slice(0, limits.note) }
  })
  const written = { id: newId(), articleId: copy.id, createdBy: change.actor, createdAt: copy.updatedAt }
  await change.db.correction.create({ data: { ...draft, ...written } })
  return copy
}
