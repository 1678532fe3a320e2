import { type Caller, hasRole } from '../http/caller.ts'
import { ProblemError } from '../http/problems.ts'
import type { WorkingCopy } from './content.ts'

/** Whether an article is a caller's own: they made it, or are on its byline. */
function isOwn(caller: Caller, copy: WorkingCopy): boolean {
  return (
    copy.createdBy === caller.actor ||
    (caller.authorId !== null && copy.content.byline.some(({ authorId }) => authorId === caller.authorId))
  )
}

/** Editors edit anything, writers what is their own. */
export function mayEdit(caller: Caller, copy: WorkingCopy): boolean {
  return hasRole(caller, 'editor') || isOwn(caller, copy)
}

/** Writers change only what is their own. Throws `forbidden`. */
export function requireOwn(caller: Caller, copy: WorkingCopy): void {
  if (mayEdit(caller, copy)) return
  throw new ProblemError(
    'forbidden',
    'A writer changes only articles that they made or are on the byline of.',
  )
}

/** What is in the trash has to be restored before it is changed. Throws `conflict`. */
export function requireUntrashed(copy: WorkingCopy): void {
  if (copy.trashedAt !== null)
    throw new ProblemError('conflict', 'The article is in the trash. Restore it first.')
}
