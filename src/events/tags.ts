/**
 * Cache tags: names of what a public answer shows. An answer carries the tags of all it shows; an event names those of what
 * it changed, and every kept answer that carries one of them is dropped.
 */

/** What editors do to a working copy alone; no public answer looks at one. */
const draftOnly: ReadonlySet<string> = new Set([
  'article.created',
  'article.updated',
  'article.submitted',
  'article.returned',
  'article.approved',
  'article.restored',
])

/** The tags that an event drops: of the one thing, and of all lists of its kind. */
export function tagsOf({ type, subject }: { type: string; subject: string }): string[] {
  const [collection, id] = subject.split('/')
  if (draftOnly.has(type) || collection === undefined || id === undefined) return []
  return [`${collection.replace(/s$/, '')}:${id}`, collection]
}
