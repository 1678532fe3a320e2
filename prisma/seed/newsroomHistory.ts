import { type Edit, recordArticleEvent } from '../../src/articles/change.ts'
import { type ArticleContent, changedPointers, settle, type WorkingCopy } from '../../src/articles/content.ts'
import { correctionKinds } from '../../src/articles/schema.ts'
import type { Change, EventDraft } from '../../src/events/record.ts'
import type { EventType } from '../../src/events/types.ts'
import { earliestStart, liveSpan, type Span, takenDown, withSpan } from '../../src/publications/timeline.ts'
import { type Compiled, compile } from '../../src/publishing/compile.ts'
import { findFault, reviseArticle, writeArticle } from './newsroomArticle.ts'
import { idAt, pick, pickByRank } from './newsroomChance.ts'
import { type IdentifiedEvent, newsroomActor } from './newsroomEvents.ts'
import type { Move, StoryPlan } from './newsroomPlan.ts'

/** All that ever happened to one article. */
export interface History {
  plan: StoryPlan
  copy: WorkingCopy
  revisions: { copy: WorkingCopy; note: string | null }[]
  spans: readonly Span[]
  /** What was published, by the ids of the spans. */
  publications: Map<string, { copy: WorkingCopy; compiled: Compiled }>
  corrections: Correction[]
  /** The article put right, until that is published. */
  corrected: ArticleContent | null
  withdrawals: Withdrawal[]
  events: IdentifiedEvent[]
}

interface Correction {
  id: string
  kind: (typeof correctionKinds)[number]
  sectionId: string
  note: string
  textBefore: string | null
  textAfter: string | null
  publicationId: string | null
  createdAt: Date
}

interface Withdrawal {
  id: string
  reason: string
  legalGround: string | null
  at: Date
}

/**
 * Writes an article and makes the moves of its plan, by the rules that editors' requests go by: `settle` numbers sections
 * and checks evidence, the timeline's functions arrange publications, `compile` makes them ready for readers.
 */
export function tellHistory(plan: StoryPlan): History {
  const history = beginHistory(plan)
  for (const { name, at } of plan.moves) moves[name](history, at)
  return history
}

function beginHistory(plan: StoryPlan): History {
  const { id, createdAt: at } = plan
  const root = { id, stage: 'draft', revision: 1, externalSource: null, externalId: null } as const
  const origin = { createdBy: newsroomActor, createdAt: at, updatedAt: at, trashedAt: null }
  const copy = { ...root, ...origin, content: settle(null, writeArticle(plan), 1) }
  const history: History = {
    plan,
    copy,
    revisions: [{ copy, note: null }],
    spans: [],
    publications: new Map(),
    corrections: [],
    corrected: null,
    withdrawals: [],
    events: [],
  }
  recordEvent(history, 'article.created', { previousRevision: null, changed: [] })
  return history
}

const moves: Record<Move, (history: History, at: Date) => void> = {
  edit: (history, at) => changeCopy(history, at, editOf(history)),
  submit: (history, at) => changeCopy(history, at, { stage: 'in_review', eventTypes: ['article.submitted'] }),
  approve: (history, at) => changeCopy(history, at, { stage: 'approved', eventTypes: ['article.approved'] }),
  publish: (history, at) => publishCopy(history, at, { eventTypes: [] }),
  publishUntil: (history, at) =>
    publishCopy(history, at, { eventTypes: [] }, { until: history.plan.comingAt }),
  schedule: (history, at) => publishCopy(history, at, { eventTypes: [] }, { from: history.plan.comingAt }),
  update: (history, at) => publishCopy(history, at, editOf(history)),
  rename: (history, at) =>
    publishCopy(history, at, { content: { ...history.copy.content, ...history.plan.nextName } }),
  findFault(history, at) {
    const { plan, corrections } = history
    const { corrected, ...fault } = findFault(history.copy.content, plan)
    const kind = pickByRank(plan.chance, correctionKinds)
    changeCopy(history, at, { eventTypes: ['article.updated'], note: `${kind}: ${fault.note}` })
    const id = idAt(plan.chance, at)
    const unpublished = { textBefore: null, textAfter: null, publicationId: null }
    corrections.push({ ...fault, ...unpublished, id, kind, createdAt: at })
    history.corrected = corrected
  },
  correct: (history, at) => publishCopy(history, at, { content: history.corrected ?? history.copy.content }),
  unpublish: (history, at) => takeDownCopy(history, at, { eventTypes: ['article.unpublished'] }),
  withdraw: (history, at) => withdrawCopy(history, at, pick(history.plan.chance, withdrawalReasons), null),
  withdrawByLaw: (history, at) =>
    withdrawCopy(history, at, 'A court has forbidden it.', 'Interim order of a district court'),
  trash: (history, at) => takeDownCopy(history, at, { trashedAt: at, eventTypes: ['article.trashed'] }),
}

const withdrawalReasons = [
  'The newsroom can no longer stand by the account of its main source.',
  'Large parts of it had appeared elsewhere before.',
  'It named a person who should not have been named.',
]

function editOf({ copy, plan }: History): Edit {
  const note = plan.chance() < 0.5 ? plan.writer.write('editNote') : null
  return { content: reviseArticle(copy.content, plan), note }
}

/** What `changeArticle` does, to a history instead of rows. */
function changeCopy(history: History, at: Date, editOfCopy: Edit): void {
  const { eventTypes = ['article.updated'], note = null, ...edited } = editOfCopy
  const before = history.copy
  const content = edited.content
    ? settle(before.content, edited.content, before.revision + 1)
    : before.content
  const changed = changedPointers(before.content, content)
  history.copy = { ...before, ...edited, content, revision: before.revision + 1, updatedAt: at }
  history.revisions.push({ copy: history.copy, note })
  for (const type of eventTypes) recordEvent(history, type, { previousRevision: before.revision, changed })
}

/** What `publish` of src/publishing does, to a history instead of rows. */
function publishCopy(
  history: History,
  at: Date,
  editOfCopy: Edit,
  given: { from?: Date; until?: Date } = {},
): void {
  changeCopy(history, at, { ...editOfCopy, stage: 'draft' })
  const { plan, copy, spans: before, publications } = history
  const id = idAt(plan.chance, at)
  const from = given.from ?? earliestStart(before, at)
  const live = liveSpan(before, at)
  const added = { id, revision: copy.revision, from, intendedUntil: given.until ?? null }
  history.spans = withSpan(before, added, at)
  const compiled = compile(copy.content)
  publications.set(id, { copy, compiled })

  const until = history.spans.find((span) => span.id === id)?.until ?? null
  const details = { previousRevision: live?.revision ?? null, changed: [], from, until }
  recordEvent(history, given.from ? 'article.scheduled' : 'article.published', details)
  const waiting = history.corrections.filter(({ publicationId }) => publicationId === null)
  for (const correction of waiting) {
    correction.publicationId = id
    correction.textBefore = textOf(live && publications.get(live.id)?.compiled, correction.sectionId)
    correction.textAfter = textOf(compiled, correction.sectionId)
  }
  if (waiting.length > 0 && !given.from) recordEvent(history, 'article.corrected', details)
}

function textOf(compiled: Compiled | undefined, sectionId: string): string | null {
  return compiled?.sections.text.find(({ id }) => id === sectionId)?.body ?? null
}

function takeDownCopy(history: History, at: Date, editOfCopy: Edit): void {
  changeCopy(history, at, editOfCopy)
  history.spans = takenDown(history.spans, at)
}

function withdrawCopy(history: History, at: Date, reason: string, legalGround: string | null): void {
  takeDownCopy(history, at, { eventTypes: ['article.withdrawn'], note: reason })
  history.withdrawals.push({ id: idAt(history.plan.chance, at), reason, legalGround, at })
}

type Details = Parameters<typeof recordArticleEvent>[3]

function recordEvent({ copy, events, plan }: History, type: EventType, details: Details): void {
  const recorded: EventDraft[] = []
  recordArticleEvent({ events: recorded } as unknown as Change, type, copy, details)
  events.push(...recorded.map((event) => ({ ...event, id: idAt(plan.chance, event.at) })))
}
