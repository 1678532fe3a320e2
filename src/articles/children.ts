import { type Db, Prisma } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import { limits } from '../http/limits.ts'
import { invalidRequest, notFound } from '../http/problems.ts'
import { type Position, place } from '../lib/place.ts'
import { type ArticleKey, changeArticle, getWorkingCopy } from './change.ts'
import type { ArticleContent, SectionContent, TakeawayContent, WorkingCopy } from './content.ts'
import type { DraftSection, DraftTakeaway } from './draftSchema.ts'
import { presentSection, presentTakeaway } from './workingCopy.ts'

/** What sections and takeaways have in common: members of one list of their article, each with its own ETag. */
export interface ChildKind<Child extends { id: string }, Presented extends { etag: string }> {
  noun: string
  /** So many are in one article at most. */
  max: number
  listOf(content: ArticleContent): Child[]
  withList(content: ArticleContent, list: Child[]): ArticleContent
  present(child: Child, position: number): Presented
  /** The article that a child is in. */
  articleOf(id: string): ArticleKey
}

export const sectionChild: ChildKind<SectionContent, DraftSection> = {
  noun: 'section',
  max: limits.sections,
  listOf: ({ sections }) => sections,
  withList: (content, sections) => ({ ...content, sections }),
  present: presentSection,
  articleOf: (id) => ({
    noun: 'section',
    isIt: Prisma.sql`article.id = (SELECT article_id FROM section WHERE id = ${id}::uuid)`,
  }),
}

export const takeawayChild: ChildKind<TakeawayContent, DraftTakeaway> = {
  noun: 'takeaway',
  max: limits.takeaways,
  listOf: ({ takeaways }) => takeaways,
  withList: (content, takeaways) => ({ ...content, takeaways }),
  present: presentTakeaway,
  articleOf: (id) => ({
    noun: 'takeaway',
    isIt: Prisma.sql`article.id = (SELECT article_id FROM takeaway WHERE id = ${id}::uuid)`,
  }),
}

/** A section or takeaway as the working copy has it. Throws `not-found`. */
export function presentChild<Child extends { id: string }, Presented extends { etag: string }>(
  kind: ChildKind<Child, Presented>,
  { content }: WorkingCopy,
  id: string,
): Presented {
  const list = kind.listOf(content)
  const position = list.findIndex((child) => child.id === id)
  const child = list[position]
  if (!child) throw notFound(kind.noun)
  return kind.present(child, position)
}

/** The same, found by the child's id alone. Throws `not-found`. */
export async function getDraftChild<Child extends { id: string }, Presented extends { etag: string }>(
  db: Db,
  kind: ChildKind<Child, Presented>,
  id: string,
): Promise<Presented> {
  return presentChild(kind, await getWorkingCopy(db, kind.articleOf(id)), id)
}

/**
 * Puts a new section or takeaway into its article. Throws `invalid-request` where one of that id is there already, or as
 * many as there may be.
 */
export async function addChild<Child extends { id: string }, Presented extends { etag: string }>(
  change: Change,
  kind: ChildKind<Child, Presented>,
  articleKey: string,
  addition: { child: Child; position: Position },
  check: (copy: WorkingCopy) => void,
): Promise<Presented> {
  const { child, position } = addition
  const copy = await changeArticle(change, articleKey, (before) => {
    check(before)
    const list = kind.listOf(before.content)
    if (list.some(({ id }) => id === child.id)) throw idIsThere(kind.noun)
    if (list.length >= kind.max) throw isFull(kind)
    return { content: kind.withList(before.content, placed(list, child, position)) }
  })
  return presentChild(kind, copy, child.id)
}

/** What an edit makes of one child, and where it moves; `null` takes it out. */
export type ChildEdit<Child> = { child: Child; position?: Position | undefined } | null

/** Changes, moves or removes one section or takeaway. `edit` checks the child's own ETag before it does anything. */
export async function changeChild<Child extends { id: string }, Presented extends { etag: string }>(
  change: Change,
  kind: ChildKind<Child, Presented>,
  id: string,
  edit: (presented: Presented, child: Child, copy: WorkingCopy) => ChildEdit<Child>,
): Promise<WorkingCopy> {
  return changeArticle(change, kind.articleOf(id), (before) => {
    const list = kind.listOf(before.content)
    const child = list.find((one) => one.id === id)
    if (!child) throw notFound(kind.noun)
    const edited = edit(presentChild(kind, before, id), child, before)
    if (edited === null) {
      return {
        content: kind.withList(
          before.content,
          list.filter((one) => one.id !== id),
        ),
      }
    }
    const changed = list.map((one) => (one.id === id ? edited.child : one))
    const { position } = edited
    const next = position === undefined ? changed : placed(changed, edited.child, position)
    return { content: kind.withList(before.content, next) }
  })
}

function placed<Child extends { id: string }>(
  list: readonly Child[],
  child: Child,
  position: Position,
): Child[] {
  const next = place(list, child, position)
  if (next) return next
  const message = 'The article has no such neighbour.'
  throw invalidRequest({ pointer: '/position', code: 'unknown-reference', message })
}

function isFull({ noun, max }: { noun: string; max: number }) {
  const message = `The article may have at most ${max} ${noun}s, and has them.`
  return invalidRequest({ pointer: '', code: 'too-large', message })
}

function idIsThere(noun: string) {
  const message = `The article has a ${noun} of this id already.`
  return invalidRequest({ pointer: '/id', code: 'id-taken', message })
}
