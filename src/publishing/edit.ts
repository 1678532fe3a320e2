import type { FastifyReply, FastifyRequest } from 'fastify'
import { changeArticle, type Edit, type NewArticle } from '../articles/change.ts'
import {
  type ArticleContent,
  changedPointers,
  contentOf,
  draftOf,
  settle,
  type WorkingCopy,
} from '../articles/content.ts'
import type { ArticleWorkingCopy } from '../articles/draftSchema.ts'
import { requireOwn, requireUntrashed } from '../articles/permission.ts'
import { getRevisionContent } from '../articles/revisions.ts'
import { ArticleDraft } from '../articles/schema.ts'
import { articleEtag, presentNewArticle, presentWorkingCopy } from '../articles/workingCopy.ts'
import type { Change } from '../events/record.ts'
import { requireRole } from '../http/caller.ts'
import { heedConditions, requireMatch } from '../http/conditional.ts'
import { parseBody } from '../http/patch.ts'
import { invalidRequest, ProblemError } from '../http/problems.ts'
import { readTimeline } from '../publications/timeline.ts'
import { publish } from './publish.ts'
import { requireMove } from './workflow.ts'

/** What an editor's request makes of a draft: the whole of a PUT, or a patch applied to what is there. */
export type DraftEdit = (current: ReturnType<typeof draftOf>) => unknown

/**
 * Changes an article the way a PUT or PATCH asks for: by somebody who may, only if it is still what they read, and made
 * public in the same change when `publish` says so. Throws `forbidden`, `precondition-failed` (saying what both changed)
 * and all that `changeArticle` and `publish` throw.
 */
export async function editArticle(
  request: FastifyRequest,
  key: string,
  edit: DraftEdit,
): Promise<WorkingCopy> {
  let draft: ArticleDraft | undefined
  const copy = await changeArticle(request.change, key, async (before) => {
    requireOwn(requireRole(request, 'writer'), before)
    requireUntrashed(before)
    await requireCurrent(request, before, edit)
    draft = parseBody(ArticleDraft, edit(draftOf(before.content)))
    requireSameId(before, draft)
    const content = contentOf({ ...draft, slug: draft.slug ?? before.content.slug })
    return { content, ...publishingEdit(request, before, draft) }
  })
  return publishIfAsked(request, copy, draft)
}

/**
 * Brings an article to what another system says of it, on no condition but those that it sends: the same content again
 * changes nothing, and `publish` publishes what changed or is not public yet.
 */
export async function replaceExternal(
  request: FastifyRequest,
  id: string,
  draft: ArticleDraft,
): Promise<WorkingCopy> {
  const { change } = request
  let isPublishing = false
  const copy = await changeArticle(change, id, async (before) => {
    requireOwn(requireRole(request, 'writer'), before)
    requireUntrashed(before)
    heedConditions(request, articleEtag(before))
    requireSameId(before, draft)
    const content = contentOf({ ...draft, slug: draft.slug ?? before.content.slug }, before.content)
    const changed = changedPointers(before.content, settle(before.content, content, before.revision + 1))
    const isLive = (await readTimeline(change.db, id)).length > 0
    isPublishing = Boolean(draft.publish) && (changed.length > 0 || !isLive)
    return { content, ...(isPublishing && publishingEdit(request, before, draft)) }
  })
  return isPublishing ? publishIfAsked(request, copy, draft) : copy
}

/** An article has its id for life; one that is given may only say what it is. */
function requireSameId({ id }: WorkingCopy, draft: ArticleDraft): void {
  if (draft.id === undefined || draft.id === id) return
  throw invalidRequest({
    pointer: '/id',
    code: 'not-allowed',
    message: 'Must be the id of the article, or absent.',
  })
}

/** Publishes in the same change what was just edited, if its draft says so; role editor. */
async function publishIfAsked(
  request: FastifyRequest,
  copy: WorkingCopy,
  draft: ArticleDraft | undefined,
): Promise<WorkingCopy> {
  if (!draft?.publish) return copy
  requireRole(request, 'editor')
  await publish(request.change, copy, draft.publish === true ? { override: false } : draft.publish)
  return copy
}

/** Sends an article that was just created, published if its draft says so. */
export async function answerCreated(
  request: FastifyRequest,
  reply: FastifyReply,
  created: NewArticle,
  draft: ArticleDraft,
): Promise<ArticleWorkingCopy> {
  reply.code(201).header('location', `/v1/articles/${created.id}`).header('etag', articleEtag(created))
  if (!draft.publish) return presentNewArticle(created)
  return presentWorkingCopy(request.change.db, await publishIfAsked(request, created, draft))
}

/** Sends a working copy with its ETag. */
export function answerCopy(
  change: Change,
  reply: FastifyReply,
  copy: WorkingCopy,
): Promise<ArticleWorkingCopy> {
  reply.header('etag', articleEtag(copy))
  return presentWorkingCopy(change.db, copy)
}

/** Sends a part of a working copy with the ETag of the whole. */
export function answerPart<Part>(reply: FastifyReply, copy: WorkingCopy, part: Part): Part {
  reply.header('etag', articleEtag(copy))
  return part
}

/** A publication counts a revision of its own even where not a word is changed, and sets the workflow back. */
function publishingEdit(request: FastifyRequest, before: WorkingCopy, draft: ArticleDraft): Edit {
  if (!draft.publish) return {}
  requireMove(requireRole(request, 'editor'), before.stage, 'published')
  return { stage: 'draft', eventTypes: ['article.updated'] }
}

/**
 * Throws unless the request's If-Match is the article's ETag; then says what changed since the version that it names, if
 * the edit can be applied to that one.
 */
async function requireCurrent(request: FastifyRequest, before: WorkingCopy, edit: DraftEdit): Promise<void> {
  const etag = articleEtag(before)
  try {
    requireMatch(request, etag)
  } catch (error) {
    const base = Number(/^"([1-9]\d{0,8})"$/.exec(request.headers['if-match'] ?? '')?.[1])
    if (!(error instanceof ProblemError) || error.code !== 'precondition-failed' || !(base < before.revision))
      throw error
    const read = await getRevisionContent(request.change.db, before.id, base)
    const edited = editedContent(read, edit)
    if (!edited) throw error
    const changedByOthers = changedPointers(read, before.content)
    const changedByYou = changedPointers(read, edited)
    const overlaps = changedByYou.some((pointer) => changedByOthers.includes(pointer))
    const changes = { etag, changedByOthers, changedByYou, overlaps }
    throw new ProblemError('precondition-failed', 'It was changed since you read it.', changes, { etag })
  }
}

/** Null where the edit fits only what the article was since. */
function editedContent(read: ArticleContent, edit: DraftEdit): ArticleContent | null {
  try {
    const draft = parseBody(ArticleDraft, edit(draftOf(read)))
    return settle(read, contentOf({ ...draft, slug: draft.slug ?? read.slug }), Number.MAX_SAFE_INTEGER)
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}
