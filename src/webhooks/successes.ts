import type { Database } from '../database/client.ts'
import { recordSuccesses, type Success } from './outcome.ts'

/** Writes down which deliveries to one webhook arrived. */
export interface Successes {
  /** Soon, together with others: to write each down by itself takes longer than to send it. */
  add(success: Success): void
  /** At once; when all is written. Throws what the database did. */
  written(): Promise<void>
  /** Whether something could not be written, and will be sent again. */
  hasFailed(): boolean
}

/** Milliseconds. A process that is killed sends again what it had not written down. */
const gatheringMs = 100

export function gatherSuccesses(database: Database, webhookId: string): Successes {
  let gathered: Success[] = []
  const writes = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let hasFailed = false

  const write = () => {
    clearTimeout(timer)
    if (gathered.length === 0) return
    const written = recordSuccesses(database, webhookId, gathered)
    gathered = []
    writes.add(written)
    written.then(
      () => writes.delete(written),
      // It stays, for whoever will ask whether all is written.
      () => {
        hasFailed = true
      },
    )
  }
  return {
    add(success) {
      if (gathered.push(success) === 1) timer = setTimeout(write, gatheringMs)
    },
    async written() {
      write()
      await Promise.all(writes)
    },
    hasFailed: () => hasFailed,
  }
}
