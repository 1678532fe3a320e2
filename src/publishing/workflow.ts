import type { Stage } from '../articles/content.ts'
import type { EventType } from '../events/types.ts'
import { type Caller, hasRole } from '../http/caller.ts'
import type { Role } from '../http/contract.ts'
import { ProblemError } from '../http/problems.ts'
import { liveSpan, type Span, scheduledSpans } from '../publications/timeline.ts'

export const moves = [
  'in_review',
  'approved',
  'draft',
  'published',
  'unscheduled',
  'unpublished',
  'withdrawn',
] as const
export type Move = (typeof moves)[number]

/** What the workflow asks of a move. */
interface Rule {
  /** The least role; a writer moves only what is their own. */
  role: Role
  /** Stages that it starts from. */
  from: readonly Stage[]
  /** What else must hold, and the words for when it does not. */
  needs?: keyof typeof conditions
  /** What the article is afterwards. */
  to: Stage | 'unchanged'
  event: EventType
}

/** The rule book: what may follow what, and who may do it. Everything else is a conflict. */
export const rules: Record<Move, Rule> = {
  in_review: { role: 'writer', from: ['draft'], to: 'in_review', event: 'article.submitted' },
  approved: { role: 'editor', from: ['in_review'], to: 'approved', event: 'article.approved' },
  draft: { role: 'writer', from: ['in_review', 'approved'], to: 'draft', event: 'article.returned' },
  published: { role: 'editor', from: ['draft', 'approved'], to: 'draft', event: 'article.published' },
  unscheduled: {
    role: 'editor',
    from: anyStage(),
    needs: 'scheduled',
    to: 'unchanged',
    event: 'article.unscheduled',
  },
  unpublished: {
    role: 'editor',
    from: anyStage(),
    needs: 'liveOrScheduled',
    to: 'unchanged',
    event: 'article.unpublished',
  },
  withdrawn: {
    role: 'editor',
    from: anyStage(),
    needs: 'oncePublic',
    to: 'unchanged',
    event: 'article.withdrawn',
  },
}

/** Where an article stands in time. */
export interface Standing {
  spans: readonly Span[]
  now: Date
  isWithdrawn: boolean
}

const conditions = {
  scheduled: {
    holds: ({ spans, now }: Standing) => scheduledSpans(spans, now).length > 0,
    otherwise: 'Nothing is scheduled.',
  },
  liveOrScheduled: {
    holds: ({ spans, now }: Standing) =>
      liveSpan(spans, now) !== undefined || scheduledSpans(spans, now).length > 0,
    otherwise: 'Nothing is public or scheduled.',
  },
  oncePublic: {
    holds: ({ spans, now, isWithdrawn }: Standing) => !isWithdrawn && spans.some(({ from }) => from <= now),
    otherwise: 'It was never public, or is withdrawn already.',
  },
}

/** Why a move is not possible now, as sentences; none when it is. */
export function obstacles(caller: Caller, stage: Stage, move: Move, standing: Standing | null): string[] {
  const { role, from, needs } = rules[move]
  const found: string[] = []
  if (!hasRole(caller, role)) found.push(`It needs the role ${role}.`)
  if (!from.includes(stage)) found.push(`It starts from ${from.join(' or ')}; the article is ${stage}.`)
  if (needs && standing && !conditions[needs].holds(standing)) found.push(conditions[needs].otherwise)
  return found
}

/** Throws `forbidden` for a role that is too low, `transition-refused` for a move that the article cannot make now. */
export function requireMove(
  caller: Caller,
  stage: Stage,
  move: Move,
  standing: Standing | null = null,
): void {
  const [obstacle] = obstacles(caller, stage, move, standing)
  if (!obstacle) return
  throw new ProblemError(hasRole(caller, rules[move].role) ? 'transition-refused' : 'forbidden', obstacle)
}

function anyStage(): readonly Stage[] {
  return ['draft', 'in_review', 'approved']
}
