import type { Reader } from '../database/client.ts'
import { type EventFilter, fits, readLog, type Stretch } from './log.ts'
import type { Tail } from './tail.ts'

/** Events that are sent at a time: who reads slowly holds no more than this in memory. */
const maxBatch = 100

export interface Follower {
  filter: EventFilter
  after: number
  /** Ends what is under way. */
  signal: AbortSignal
  /** Ends too when something happens to this subject. */
  endsWith?: string | undefined
}

/** The next stretch of the log: from memory where that reaches back far enough. */
export async function readOn(
  reader: Reader,
  tail: Tail,
  { filter, after }: Pick<Follower, 'filter' | 'after'>,
  limit = maxBatch,
): Promise<Stretch> {
  const recent = tail.since(after)
  if (recent === null) return readLog(reader, { ...filter, after, limit })
  const fitting = recent.filter((event) => fits(filter, event))
  const events = fitting.slice(0, limit)
  const hasMore = fitting.length > limit
  const upTo = (hasMore ? events.at(-1)?.seq : recent.at(-1)?.seq) ?? after
  const told = recent.findLast((event) => event.seq <= upTo && fits({ audience: filter.audience }, event))
  return { events, hasMore, upTo, cursor: told?.seq ?? null }
}

/** Waits until something fits, for so long at most. */
export async function waitForEvents(
  reader: Reader,
  tail: Tail,
  { filter, after, signal }: Follower,
  waitMs: number,
  limit: number,
): Promise<Stretch> {
  const leave = tail.join()
  try {
    const deadline = performance.now() + waitMs
    let stretch = await readLog(reader, { ...filter, after, limit })
    while (stretch.events.length === 0 && !signal.aborted) {
      const leftMs = deadline - performance.now()
      if (leftMs <= 0) break
      await tail.news(stretch.upTo, leftMs, signal)
      const next = await readOn(reader, tail, { filter, after: stretch.upTo }, limit)
      stretch = { ...next, cursor: next.cursor ?? stretch.cursor }
    }
    return stretch
  } finally {
    leave()
  }
}

/** What a stream is made of: stretches with events, and empty ones when nothing came for a while. */
export async function* follow(
  reader: Reader,
  tail: Tail,
  { filter, after, signal, endsWith }: Follower,
  heartbeatMs: number,
): AsyncGenerator<Stretch> {
  const leave = tail.join()
  try {
    let isOver = false
    const step = async (from: number) => {
      const stretch = await readOn(reader, tail, { filter, after: from })
      const passed = endsWith === undefined ? null : tail.since(from)
      isOver ||= passed?.some(({ seq, subject }) => subject === endsWith && seq <= stretch.upTo) ?? false
      return stretch
    }
    let stretch = await step(after)
    while (!signal.aborted) {
      const deadline = performance.now() + heartbeatMs
      while (stretch.events.length === 0 && !isOver && !signal.aborted) {
        const leftMs = deadline - performance.now()
        if (leftMs <= 0) break
        await tail.news(stretch.upTo, leftMs, signal)
        const next = await step(stretch.upTo)
        stretch = { ...next, cursor: next.cursor ?? stretch.cursor }
      }
      yield stretch
      if (isOver) return
      stretch = await step(stretch.upTo)
    }
  } finally {
    leave()
  }
}
