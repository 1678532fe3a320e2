import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database/client.ts'
import { recordSuccesses, type Success } from './outcome.ts'

/** Writes down which deliveries to one webhook arrived. */
export interface Successes {
  /** Soon, together with others: to write each down by itself takes longer than to send it. */
  add(success: Success): void
  /** When all is written. Throws what the database did. */
  written(): Promise<void>
  /** Whether something could not be written, and will be sent again. */
  hasFailed(): boolean
}

/** Milliseconds. A process that is killed sends again what it had not written down. */
const gatheringMs = 25

export function gatherSuccesses(database: Database, webhookId: string): Successes {
  let gathered: Success[] = []
  let writes: Promise<void>[] = []
  let hasFailed = false

  const writeSoon = async () => {
    await sleep(gatheringMs)
    const successes = gathered
    gathered = []
    await recordSuccesses(database, webhookId, successes)
  }
  return {
    add(success) {
      if (gathered.push(success) > 1) return
      const write = writeSoon()
      // Whoever waits for it is told; nobody may be waiting yet.
      write.catch(() => {
        hasFailed = true
      })
      writes.push(write)
    },
    async written() {
      const all = writes
      writes = []
      await Promise.all(all)
    },
    hasFailed: () => hasFailed,
  }
}
