import { isDeepStrictEqual } from 'node:util'
import { diffWordsWithSpace } from 'diff'
import { z } from 'zod'
import { Id } from '../http/schemas.ts'
import type { ArticleContent } from './content.ts'

const Run = z
  .object({ op: z.enum(['equal', 'added', 'removed']), text: z.string() })
  .meta({ id: 'Run', description: 'Words that stayed, came or went; all runs together are both texts.' })
type Run = z.output<typeof Run>

const PartChange = z.enum(['added', 'removed', 'moved', 'edited'])

const PartDiff = z
  .object({
    id: Id,
    changes: z.array(PartChange).describe('A part may be moved and edited at once.'),
    heading: z.string().nullable(),
    runs: z.array(Run).describe('The words of the body; empty unless added, removed or edited.'),
  })
  .meta({ id: 'PartDiff' })
type PartDiff = z.output<typeof PartDiff>

/** What changed from one revision to another. */
export const ArticleDiff = z
  .object({
    from: z.int32(),
    to: z.int32(),
    fields: z
      .array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))
      .describe('Fields of the article itself that differ.'),
    sections: z
      .array(PartDiff)
      .describe('Sections that differ, in their new order, and then those that are gone.'),
    takeaways: z.array(PartDiff),
  })
  .meta({ id: 'ArticleDiff', description: 'What changed from one revision to another.' })
export type ArticleDiff = z.output<typeof ArticleDiff>

export function diffContents(from: ArticleContent, to: ArticleContent): Omit<ArticleDiff, 'from' | 'to'> {
  const { sections: fromSections, takeaways: fromTakeaways, ...fromFields } = from
  const { sections, takeaways, ...toFields } = to
  const fields = Object.entries(toFields).flatMap(([field, value]) => {
    const before = fromFields[field as keyof typeof fromFields]
    return isDeepStrictEqual(before, value) ? [] : [{ field, from: before ?? null, to: value }]
  })
  return {
    fields,
    sections: diffParts(fromSections.map(sectionPart), sections.map(sectionPart)),
    takeaways: diffParts(fromTakeaways.map(takeawayPart), takeaways.map(takeawayPart)),
  }
}

interface Part {
  id: string
  heading: string | null
  words: string
  /** Everything that an editor wrote of it. */
  written: unknown
}

function sectionPart({ id, kind, heading, body }: ArticleContent['sections'][number]): Part {
  return { id, heading, words: body, written: [kind, heading, body] }
}

function takeawayPart({ id, text, evidence }: ArticleContent['takeaways'][number]): Part {
  return { id, heading: null, words: text, written: [text, evidence] }
}

function diffParts(from: Part[], to: Part[]): PartDiff[] {
  const before = new Map(from.map((part, index) => [part.id, { part, index }]))
  const stayed = inOrder(to.flatMap(({ id }) => before.get(id) ?? []))
  const present = to.flatMap((part): PartDiff[] => {
    const previous = before.get(part.id)
    if (!previous) return [{ ...shown(part), changes: ['added'], runs: [{ op: 'added', text: part.words }] }]
    const isEdited = !isDeepStrictEqual(previous.part.written, part.written)
    const isMoved = !stayed.has(part.id)
    if (!isEdited && !isMoved) return []
    const changes = [...(isMoved ? (['moved'] as const) : []), ...(isEdited ? (['edited'] as const) : [])]
    return [{ ...shown(part), changes, runs: isEdited ? wordRuns(previous.part.words, part.words) : [] }]
  })
  const gone = from
    .filter(({ id }) => !to.some((part) => part.id === id))
    .map(
      (part): PartDiff => ({
        ...shown(part),
        changes: ['removed'],
        runs: [{ op: 'removed', text: part.words }],
      }),
    )
  return [...present, ...gone]
}

function shown({ id, heading }: Part) {
  return { id, heading }
}

/**
 * The parts that did not move: a longest run of them in their old order, so that one section taken to the front counts as
 * one move and not as a move of all others.
 */
function inOrder(parts: readonly { part: Part; index: number }[]): Set<string> {
  const best: { length: number; previous: number }[] = []
  for (const [place, { index }] of parts.entries()) {
    best[place] = { length: 1, previous: -1 }
    for (let earlier = 0; earlier < place; earlier += 1) {
      const candidate = best[earlier]
      const other = parts[earlier]
      if (candidate && other && other.index < index && candidate.length + 1 > (best[place]?.length ?? 0)) {
        best[place] = { length: candidate.length + 1, previous: earlier }
      }
    }
  }
  const kept = new Set<string>()
  let place = best.findIndex(({ length }) => length === Math.max(...best.map((one) => one.length)))
  while (place >= 0) {
    const id = parts[place]?.part.id
    if (id !== undefined) kept.add(id)
    place = best[place]?.previous ?? -1
  }
  return kept
}

/** Beyond this many edits of words (Myers' algorithm is quadratic in them) a body counts as written anew. */
const maxEdits = 300

function wordRuns(from: string, to: string): Run[] {
  const changes = diffWordsWithSpace(from, to, { maxEditLength: maxEdits })
  if (!changes)
    return [
      { op: 'removed', text: from },
      { op: 'added', text: to },
    ]
  return changes.map(({ added, removed, value }) => ({ op: opOf(added, removed), text: value }))
}

function opOf(isAdded: boolean, isRemoved: boolean): Run['op'] {
  if (isAdded) return 'added'
  return isRemoved ? 'removed' : 'equal'
}
