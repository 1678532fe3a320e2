import { isDeepStrictEqual } from 'node:util'
import { needsSlug, ProblemError } from '../http/problems.ts'
import { newId } from '../lib/ids.ts'
import { slugify } from '../lib/slug.ts'
import type { SectionKind } from '../sections/schema.ts'
import { evidenceAmong } from '../takeaways/evidence.ts'
import type { Evidence, EvidenceState } from '../takeaways/schema.ts'
import type { ArticleDraft } from './schema.ts'

export interface SectionContent {
  id: string
  kind: SectionKind
  heading: string | null
  body: string
  revision: number
}

export interface TakeawayContent {
  id: string
  text: string
  evidence: Evidence[]
  evidenceState: EvidenceState
  revision: number
}

/**
 * All that editors write of an article: what a revision snapshots and what publishing compiles. A change is a function
 * from one content to the next; `change.ts` saves the difference.
 */
export interface ArticleContent
  extends Pick<
    ArticleDraft,
    'headline' | 'summary' | 'language' | 'dateline' | 'canonicalUrl' | 'seo' | 'byline' | 'topicIds'
  > {
  slug: string
  sections: SectionContent[]
  takeaways: TakeawayContent[]
}

export type Stage = 'draft' | 'in_review' | 'approved'

/** An article as editors have it before them, with everything in it. */
export interface WorkingCopy {
  id: string
  stage: Stage
  revision: number
  externalSource: string | null
  externalId: string | null
  createdBy: string
  createdAt: Date
  updatedAt: Date
  trashedAt: Date | null
  content: ArticleContent
}

/**
 * The content that a draft asks for. What has no id is new, unless `counterpart` is given: then it is the one at its place
 * there. Throws `invalid-request` when there is no slug and none can be made.
 */
export function contentOf(draft: ArticleDraft, counterpart?: ArticleContent): ArticleContent {
  const { id: _, publish: __, slug = slugify(draft.headline), sections, takeaways, ...rest } = draft
  if (slug === null) throw needsSlug('headline')
  const identify = <Child extends { id?: string | undefined }>(
    children: Child[],
    known: { id: string }[] = [],
  ) =>
    children.map((child, index) => ({ ...child, id: child.id ?? known[index]?.id ?? newId(), revision: 0 }))
  return {
    ...rest,
    slug,
    sections: identify(sections, counterpart?.sections),
    takeaways: identify(takeaways, counterpart?.takeaways).map((takeaway) => ({
      ...takeaway,
      evidenceState: 'none',
    })),
  }
}

/** The draft that would make this content: what a patch is applied to. */
export function draftOf(content: ArticleContent) {
  return {
    ...content,
    sections: content.sections.map(({ revision, ...section }) => section),
    takeaways: content.takeaways.map(({ revision, evidenceState, ...takeaway }) => takeaway),
  }
}

/**
 * Completes the content of a revision: a section or takeaway that says something else than before gets its number, and
 * evidence is looked up again where it may have moved. An object that an edit handed on as it was stays the very same, so
 * that comparing is quick. Throws `id-taken` where one id is given twice.
 */
export function settle(
  before: ArticleContent | null,
  after: ArticleContent,
  revision: number,
): ArticleContent {
  refuseDoubles(
    after.sections,
    after.takeaways,
    after.byline.map(({ authorId }) => ({ id: authorId })),
  )
  const [sectionsBefore, takeawaysBefore] = [byId(before?.sections), byId(before?.takeaways)]
  const sections = after.sections.map((section) =>
    renumber(section, sectionsBefore.get(section.id), revision),
  )
  const evidenceStateOf = evidenceAmong(sections)
  const unchanged = new Set(sections.filter((section) => section.revision < revision).map(({ id }) => id))
  const takeaways = after.takeaways.map((takeaway) => {
    const previous = takeawaysBefore.get(takeaway.id)
    const evidenceState = staysCurrent(previous, takeaway, unchanged)
      ? 'current'
      : evidenceStateOf(takeaway.evidence)
    const isSame = evidenceState === takeaway.evidenceState
    return renumber(isSame ? takeaway : { ...takeaway, evidenceState }, previous, revision)
  })
  return { ...after, topicIds: [...new Set(after.topicIds)], sections, takeaways }
}

/** Whether the words that support a takeaway are where they were: to look for them again would render every section. */
function staysCurrent(
  before: TakeawayContent | undefined,
  after: TakeawayContent,
  unchanged: ReadonlySet<string>,
): boolean {
  return (
    before?.evidenceState === 'current' &&
    isDeepStrictEqual(before.evidence, after.evidence) &&
    after.evidence.every(({ sectionId }) => unchanged.has(sectionId))
  )
}

/** JSON Pointers to what differs; a section or takeaway is pointed to by its id, because its index may be what changed. */
export function changedPointers(before: ArticleContent, after: ArticleContent): string[] {
  const { sections, takeaways, ...fields } = after
  const changedFields = Object.keys(fields).filter(
    (name) => !isDeepStrictEqual(before[name as keyof typeof fields], fields[name as keyof typeof fields]),
  )
  return [
    ...changedFields.map((name) => `/${name}`),
    ...changedChildren('sections', before.sections, sections),
    ...changedChildren('takeaways', before.takeaways, takeaways),
  ]
}

interface Child {
  id: string
  revision: number
}

function byId<C extends Child>(children: readonly C[] = []): ReadonlyMap<string, C> {
  return new Map(children.map((child) => [child.id, child]))
}

/**
 * A child says in which revision of the article it was last changed, so that no version of it is ever taken for another,
 * not even where it is taken out and put in again.
 */
function renumber<C extends Child>(child: C, previous: C | undefined, revision: number): C {
  if (child === previous) return child
  const isSame = previous !== undefined && isDeepStrictEqual(words(previous), words(child))
  return { ...child, revision: isSame ? previous.revision : revision }
}

/** What an editor wrote of a child, without what is computed. */
function words(child: Child): object {
  return { ...child, revision: undefined, evidenceState: undefined }
}

function changedChildren<C extends Child>(name: string, before: readonly C[], after: readonly C[]): string[] {
  const changed = after.filter((child, index) => {
    const previousIndex = before.findIndex(({ id }) => id === child.id)
    return previousIndex !== index || before[previousIndex]?.revision !== child.revision
  })
  const dropped = before.filter(({ id }) => !after.some((child) => child.id === id))
  return [...changed, ...dropped].map(({ id }) => `/${name}/${id}`)
}

function refuseDoubles(...lists: readonly { id: string }[][]): void {
  for (const list of lists) {
    if (new Set(list.map(({ id }) => id)).size < list.length) {
      throw new ProblemError('id-taken', 'One id stands twice in a list.')
    }
  }
}
