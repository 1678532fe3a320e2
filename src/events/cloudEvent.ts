import type { Audience, LoggedEvent } from './log.ts'
import type { ChangeEvent } from './schema.ts'

/** Digits of a sequence, so that it sorts as text too; the largest is below 2^53. */
const sequenceLength = 16

/** The place of an event in the log, as callers see it. */
export function sequenceOf(seq: number): string {
  return String(seq).padStart(sequenceLength, '0')
}

/**
 * An event as its audience is told it (CloudEvents 1.0). Who did it, and what else moved in the newsroom, is nobody's
 * business outside of it: when a publication is to end least of all.
 */
export function cloudEventOf(event: LoggedEvent, source: string, audience: Audience): ChangeEvent {
  const { id, type, subject, at: time, seq, actor, data } = event
  const isForEditors = audience === 'editors'
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time,
    datacontenttype: 'application/json',
    sequence: sequenceOf(seq),
    ...(isForEditors && { actor }),
    data: isForEditors ? data : publicData(event),
  }
}

/** The revision of what is public; what a working copy counts while it is taken down says how much it is worked on. */
function publicData({ type, data: { id, tags, revision } }: LoggedEvent): ChangeEvent['data'] {
  const isOfPublication = type === 'article.published' || type === 'article.corrected'
  return { id: id as string, tags, ...(isOfPublication && { revision: revision as number }) }
}
