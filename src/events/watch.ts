import type { Listener } from '../database/listener.ts'

/** Work that follows the log for as long as the service runs. */
export interface Watch {
  close(): Promise<void>
}

export interface Watcher {
  /** Does what there is to do, and says after how many milliseconds to look again if nothing is heard. */
  work: () => Promise<number>
  /** Whether a notification, which is the tags that events drop, calls for the work. */
  isCalledBy?: (tags: string) => boolean
  onFault: (error: unknown) => void
}

/** Milliseconds. A timer of Node is no longer than 24 days. */
const longestWaitMs = 3_600_000
const retryMs = 1000

/** What is told within so many milliseconds of the last look is looked at together: many small changes cost few looks. */
const restMs = 25

/** Works at the start, whenever something is heard, and when its own time has come; once at a time, and never in vain for long. */
export function watch(listener: Listener, { work, isCalledBy = () => true, onFault }: Watcher): Watch {
  let isClosed = false
  let isStale = false
  let timer: NodeJS.Timeout | undefined
  let earliestAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | null = null

  const run = async () => {
    earliestAt = performance.now() + restMs
    isStale = false
    let waitMs = longestWaitMs
    try {
      waitMs = Math.min(await work(), longestWaitMs)
    } catch (error) {
      onFault(error)
      waitMs = retryMs
      earliestAt = performance.now() + retryMs
    }
    running = null
    if (!isClosed) runIn(isStale ? 0 : waitMs)
  }
  const runIn = (waitMs: number) => {
    clearTimeout(timer)
    const inMs = Math.max(waitMs, earliestAt - performance.now())
    if (inMs > 0) timer = setTimeout(start, inMs)
    else start()
  }
  const start = () => {
    running = run()
  }
  const wake = () => {
    isStale = true
    if (!running && !isClosed) runIn(0)
  }

  const unsubscribe = [
    listener.onNotification((tags) => {
      if (isCalledBy(tags)) wake()
    }),
    listener.onConnection((isListening) => {
      if (isListening) wake()
    }),
  ]
  wake()
  return {
    async close() {
      isClosed = true
      for (const stop of unsubscribe) stop()
      clearTimeout(timer)
      await running
    },
  }
}
