import type { Database } from '../database/client.ts'
import { type Noted, recordFailures, recordSuccesses, type Standing } from './outcome.ts'

/** Writes down what came of deliveries to one webhook: of several together, which takes as long as of one. */
export interface Notes {
  /** Soon. */
  arrived(noted: Noted): void
  /** Once what failed before is written down, with all that failed meanwhile. Throws what the database did. */
  failed(noted: Noted): Promise<Standing>
  /** At once, what arrived; when all of that is written. Throws what the database did. */
  written(): Promise<void>
  /** Whether something could not be written, and will be sent again. */
  hasFailed(): boolean
}

/** Milliseconds. A process that is killed sends again what it had not written down. */
const gatheringMs = 100

export function takeNotes(database: Database, webhookId: string): Notes {
  let arrived: Noted[] = []
  const writes = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let hasFailed = false

  const write = () => {
    clearTimeout(timer)
    if (arrived.length === 0) return
    const written = recordSuccesses(database, webhookId, arrived)
    arrived = []
    writes.add(written)
    written.then(
      () => writes.delete(written),
      // It stays, for whoever will ask whether all is written.
      () => {
        hasFailed = true
      },
    )
  }
  const written = async () => {
    write()
    await Promise.all(writes)
  }

  let failed: Noted[] = []
  /** The write that `failed` waits for. */
  let next: Promise<Standing> | undefined
  /** Of the failures before; it never rejects. */
  let last: Promise<unknown> = Promise.resolve()

  const writeFailures = async () => {
    await last
    const together = failed
    failed = []
    next = undefined
    // What arrived before these failed must not wake a receiver that goes to rest now.
    await written()
    return recordFailures(database, webhookId, together)
  }
  return {
    arrived(noted) {
      if (arrived.push(noted) === 1) timer = setTimeout(write, gatheringMs)
    },
    failed(noted) {
      failed.push(noted)
      if (!next) {
        next = writeFailures()
        // Whoever noted them hears of it.
        last = next.catch(() => {})
      }
      return next
    },
    written,
    hasFailed: () => hasFailed,
  }
}
