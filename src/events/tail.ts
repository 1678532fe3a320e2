import type { Reader } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'
import { type LoggedEvent, readEnd, readLog } from './log.ts'

/** The newest events in memory, read once however many follow: streams and long polls at the end of the log ask it. */
export interface Tail {
  /** Keeps it up to date until the function that comes back is called. */
  join(): () => void
  /** What came after a place in the log; null where memory does not reach back that far. */
  since(seq: number): LoggedEvent[] | null
  /** Resolves when there is more than at this place, when the time is over, or when the signal says stop. */
  news(after: number, waitMs: number, signal: AbortSignal): Promise<void>
  close(): void
}

/** Events that are kept; who is further behind reads the log. */
const maxKept = 500

/** Milliseconds between looks at the log while nothing can be heard of it. */
const deafIntervalMs = 1000

export function openTail(reader: Reader, listener: Listener): Tail {
  let followerCount = 0
  /** Memory reaches back to here; null: nothing is kept up to date. */
  let start: number | null = null
  let kept: LoggedEvent[] = []
  let isListening = true
  let isReading = false
  let isStale = false
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<() => void>()

  const end = () => kept.at(-1)?.seq ?? start ?? 0

  const readOnce = async () => {
    if (start === null) {
      start = await readEnd(reader, 'editors')
      return
    }
    const { events, hasMore } = await readLog(reader, { audience: 'editors', after: end(), limit: 200 })
    kept.push(...events)
    const dropped = kept.splice(0, Math.max(0, kept.length - maxKept))
    start = dropped.at(-1)?.seq ?? start
    isStale ||= hasMore
  }

  /** One look at a time; what is told during a look calls for another. */
  const refresh = async () => {
    isStale = true
    if (isReading || followerCount === 0) return
    isReading = true
    clearTimeout(timer)
    let isFailing = false
    try {
      while (isStale) {
        isStale = false
        await readOnce()
      }
    } catch {
      // The database is away: whoever asks it for more is told so, and this looks again.
      isFailing = true
    }
    isReading = false
    for (const wake of waiting) wake()
    if ((isFailing || !isListening) && followerCount > 0) timer = setTimeout(refresh, deafIntervalMs)
  }

  const unsubscribe = [
    listener.onNotification(() => void refresh()),
    listener.onConnection((isOn) => {
      isListening = isOn
      void refresh()
    }),
  ]

  return {
    join() {
      followerCount += 1
      if (followerCount === 1) void refresh()
      return () => {
        followerCount -= 1
        if (followerCount > 0) return
        clearTimeout(timer)
        start = null
        kept = []
      }
    },
    since: (seq) => (start !== null && seq >= start ? kept.filter((event) => event.seq > seq) : null),
    async news(after, waitMs, signal) {
      if (signal.aborted || (start !== null && end() > after)) return
      await new Promise<void>((resolve) => {
        const stop = () => {
          waiting.delete(wake)
          clearTimeout(timeout)
          signal.removeEventListener('abort', stop)
          resolve()
        }
        const wake = () => {
          if (end() > after) stop()
        }
        const timeout = setTimeout(stop, waitMs)
        waiting.add(wake)
        signal.addEventListener('abort', stop)
      })
    },
    close() {
      for (const stop of unsubscribe) stop()
      clearTimeout(timer)
      followerCount = 0
    },
  }
}
