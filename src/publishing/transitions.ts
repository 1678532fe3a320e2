import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changeArticle } from '../articles/change.ts'
import type { WorkingCopy } from '../articles/content.ts'
import { mayEdit, requireOwn, requireUntrashed } from '../articles/permission.ts'
import { PublicationRequest } from '../articles/schema.ts'
import { articleEtag } from '../articles/workingCopy.ts'
import { type Db, Prisma } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import type { EventType } from '../events/types.ts'
import { type Caller, requireRole } from '../http/caller.ts'
import { requireMatch } from '../http/conditional.ts'
import { roles } from '../http/contract.ts'
import { limits } from '../http/limits.ts'
import { invalidRequest } from '../http/problems.ts'
import { text } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { settleBoundaries } from '../publications/boundaries.ts'
import {
  liveSpan,
  readTimeline,
  type Span,
  saveTimeline,
  takenDown,
  withoutSchedules,
} from '../publications/timeline.ts'
import { publish } from './publish.ts'
import { type Move, moves, obstacles, requireMove, rules, type Standing } from './workflow.ts'

export const TransitionRequest = PublicationRequest.extend({
  to: z.enum(moves).describe('Where the article is to go.'),
  legalGround: text(limits.note)
    .optional()
    .describe('For `withdrawn`: the law or order; the article answers 451 then.'),
}).meta({ id: 'TransitionRequest', description: 'A move in the workflow; `at` in the future schedules.' })
export type TransitionRequest = z.output<typeof TransitionRequest>

export const Transition = z
  .object({
    to: z.enum(moves),
    isAllowed: z.boolean().describe('Whether you may make this move now.'),
    role: z.enum(roles).describe('The least role that may.'),
    obstacles: z.array(z.string()).describe('Why not, when not.'),
  })
  .meta({ id: 'Transition', description: 'A move that the workflow knows, and whether it is possible now.' })
export type Transition = z.output<typeof Transition>

/** Every move, and for those that are not possible now, why. */
export async function listTransitions(
  db: Db,
  caller: Caller,
  copy: WorkingCopy,
  now: Date,
): Promise<Transition[]> {
  const standing = await readStanding(db, copy.id, now)
  const foreign = mayEdit(caller, copy) ? [] : ['It is another writer’s.']
  return moves.map((to) => {
    const found = [...obstacles(caller, copy.stage, to, standing), ...foreign]
    return { to, isAllowed: found.length === 0, role: rules[to].role, obstacles: found }
  })
}

/** Makes a move: one revision, one event, one transaction. Throws `transition-refused` or `forbidden`. */
export async function makeTransition(
  request: FastifyRequest,
  key: string,
  transition: TransitionRequest,
): Promise<WorkingCopy> {
  refuseStrangeFields(transition)
  const { change } = request
  const { to, note = null } = transition
  const rule = rules[to]
  let spans: readonly Span[] = []
  const copy = await changeArticle(change, key, async (before, now) => {
    const caller = requireRole(request, 'writer')
    requireOwn(caller, before)
    requireUntrashed(before)
    requireMatch(request, articleEtag(before))
    const standing = await readStanding(change.db, before.id, now)
    requireMove(caller, before.stage, to, standing)
    spans = standing.spans
    const stage = rule.to === 'unchanged' ? before.stage : rule.to
    return { stage, note, eventTypes: to === 'published' ? [] : [eventOf(to, standing)] }
  })
  await followThrough(change, copy, transition, spans)
  return copy
}

/** Readers are told that something was taken down only where there was something that they could see. */
function eventOf(to: Move, { spans, now }: Standing): EventType {
  return to === 'unpublished' && !liveSpan(spans, now) ? 'article.unscheduled' : rules[to].event
}

/** What a move does to the timeline. */
async function followThrough(
  change: Change,
  copy: WorkingCopy,
  transition: TransitionRequest,
  spans: readonly Span[],
): Promise<void> {
  const { db } = change
  const { to, legalGround, ...publication } = transition
  if (to === 'published') return publish(change, copy, publication, spans)
  if (to === 'unscheduled') return saveTimeline(db, spans, withoutSchedules(spans, copy.updatedAt))
  if (to === 'unpublished' || to === 'withdrawn') await takeDown(change, copy, spans)
  if (to === 'withdrawn') {
    const withdrawal = {
      articleId: copy.id,
      reason: publication.note ?? '',
      legalGround: legalGround ?? null,
    }
    await db.withdrawal.create({ data: { id: newId(), ...withdrawal, at: copy.updatedAt } })
  }
}

/** Ends what is public and drops what is scheduled. Returns whether anything was public. */
export async function takeDown(
  change: Change,
  copy: WorkingCopy,
  timeline?: readonly Span[],
): Promise<boolean> {
  const { db } = change
  const spans = timeline ?? (await readTimeline(db, copy.id))
  await saveTimeline(db, spans, takenDown(spans, copy.updatedAt))
  await settleBoundaries(change, copy.id, 'all')
  return liveSpan(spans, copy.updatedAt) !== undefined
}

async function readStanding(db: Db, articleId: string, now: Date): Promise<Standing> {
  const spans = await readTimeline(db, articleId)
  const [withdrawal] = await db.rows(Prisma.sql`
    SELECT id FROM withdrawal WHERE article_id = ${articleId}::uuid AND ended_at IS NULL`)
  return { spans, now, isWithdrawn: withdrawal !== undefined }
}

/** What belongs to one move is refused with another, so that nobody believes that it was heard. */
function refuseStrangeFields({ to, at, until, override, legalGround, note }: TransitionRequest): void {
  const given: Partial<Record<string, { isGiven: boolean; belongsTo: Move }>> = {
    at: { isGiven: at !== undefined, belongsTo: 'published' },
    until: { isGiven: until !== undefined, belongsTo: 'published' },
    override: { isGiven: override, belongsTo: 'published' },
    legalGround: { isGiven: legalGround !== undefined, belongsTo: 'withdrawn' },
  }
  const faults = Object.entries(given).flatMap(([name, field]) =>
    field?.isGiven && field.belongsTo !== to
      ? [
          {
            pointer: `/${name}`,
            code: 'not-allowed',
            message: `Belongs to the move ${field.belongsTo} only.`,
          },
        ]
      : [],
  )
  if (to === 'withdrawn' && note === undefined) {
    faults.push({ pointer: '/note', code: 'required', message: 'A withdrawal is told to readers: say why.' })
  }
  if (faults.length > 0) throw invalidRequest(...faults)
}
