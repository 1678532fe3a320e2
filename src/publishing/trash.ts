import type { FastifyRequest } from 'fastify'
import { changeArticle, recordArticleEvent } from '../articles/change.ts'
import type { WorkingCopy } from '../articles/content.ts'
import { requireOwn, requireUntrashed } from '../articles/permission.ts'
import { articleEtag } from '../articles/workingCopy.ts'
import { readMoment } from '../database/client.ts'
import { requireRole } from '../http/caller.ts'
import { heedConditions, requireMatch } from '../http/conditional.ts'
import { ProblemError } from '../http/problems.ts'
import { liveSpan, readTimeline, type Span, scheduledSpans } from '../publications/timeline.ts'
import { takeDown } from './transitions.ts'

/** Puts an article into the trash: it is taken down, and its slug is free. What is public only an editor takes away. */
export async function trashArticle(request: FastifyRequest, key: string): Promise<WorkingCopy> {
  const { change } = request
  let spans: readonly Span[] = []
  const copy = await changeArticle(change, key, async (before, now) => {
    requireOwn(requireRole(request, 'writer'), before)
    requireUntrashed(before)
    requireMatch(request, articleEtag(before))
    spans = await readTimeline(change.db, before.id)
    if (liveSpan(spans, now) || scheduledSpans(spans, now).length > 0) requireRole(request, 'editor')
    return { trashedAt: now, eventTypes: ['article.trashed'] }
  })
  // Readers know nothing of the trash, but see that the article is gone.
  if (await takeDown(change, copy, spans)) {
    recordArticleEvent(change, 'article.unpublished', copy, {
      previousRevision: copy.revision - 1,
      changed: [],
    })
  }
  return copy
}

/** Takes an article out of the trash; it is not published by that. Throws `slug-taken` where another has its slug now. */
export function restoreArticle(request: FastifyRequest, key: string): Promise<WorkingCopy> {
  return changeArticle(request.change, key, (before) => {
    requireOwn(requireRole(request, 'writer'), before)
    if (before.trashedAt === null) throw new ProblemError('conflict', 'The article is not in the trash.')
    heedConditions(request, articleEtag(before))
    return { trashedAt: null, eventTypes: ['article.restored'] }
  })
}

/** Removes a trashed article for good, with its revisions and publications; only its events stay. */
export async function purgeArticle(request: FastifyRequest, key: string): Promise<void> {
  const { change } = request
  const { db } = change
  const copy = await changeArticle(change, key, (before) => {
    if (before.trashedAt === null)
      throw new ProblemError('conflict', 'Only what is in the trash can be purged.')
    requireMatch(request, articleEtag(before))
    return {}
  })
  const where = { articleId: copy.id }
  await db.correction.deleteMany({ where })
  await db.withdrawal.deleteMany({ where })
  await db.publication.deleteMany({ where })
  await db.revision.deleteMany({ where })
  await db.byline.deleteMany({ where })
  await db.articleTopic.deleteMany({ where })
  await db.section.deleteMany({ where })
  await db.takeaway.deleteMany({ where })
  await db.article.delete({ where: { id: copy.id } })
  recordArticleEvent(
    change,
    'article.purged',
    { ...copy, updatedAt: await readMoment(db) },
    { previousRevision: copy.revision, changed: [] },
  )
}
