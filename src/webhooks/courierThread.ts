import { Worker } from 'node:worker_threads'
import type { Courier } from './courier.ts'
import type { DueDelivery, Receiver } from './due.ts'
import type { Outcome } from './outcome.ts'

/** What the thread is given when it starts. */
export interface CourierThreadSettings {
  publicUrl: string
  encryptionKey: Uint8Array
  /** Hosts that webhooks may lead to though they are not public. */
  allowedHosts: readonly string[]
}

/** To the thread. */
export interface Parcel {
  number: number
  receiver: Receiver
  delivery: DueDelivery
}

/** From the thread. */
export interface Receipt {
  number: number
  outcome: Outcome
}

/**
 * A courier in a thread of its own: what is sent does not keep readers waiting. `program` is the thread's, which `Parcel` and
 * `Receipt` are for. It is started when first something is sent, because few newsrooms send anything, and again after it died.
 */
export function openCourierThread(
  program: URL,
  settings: CourierThreadSettings,
  onFault: (error: unknown) => void,
): Courier {
  const underWay = new Map<number, (outcome: Outcome) => void>()
  let lastNumber = 0
  let thread: Worker | undefined
  let isClosed = false

  const start = () => {
    const started = new Worker(program, { workerData: settings })
    started.on('message', ({ number, outcome }: Receipt) => settle(number, outcome))
    started.on('error', onFault)
    started.on('exit', () => {
      thread = undefined
      for (const number of underWay.keys()) settle(number, interrupted)
    })
    return started
  }
  const settle = (number: number, outcome: Outcome) => {
    underWay.get(number)?.(outcome)
    underWay.delete(number)
  }

  return {
    async deliver(receiver, delivery) {
      if (isClosed) return interrupted
      thread ??= start()
      lastNumber += 1
      const parcel: Parcel = { number: lastNumber, receiver: alone(receiver), delivery }
      thread.postMessage(parcel)
      return new Promise((resolve) => underWay.set(parcel.number, resolve))
    },
    async close() {
      isClosed = true
      await thread?.terminate()
    },
  }
}

/** A Buffer is a piece of something larger, all of which would go with it. */
function alone({ secret, previousSecret, ...receiver }: Receiver): Receiver {
  const copied = {
    secret: Uint8Array.from(secret),
    previousSecret: previousSecret && Uint8Array.from(previousSecret),
  }
  return { ...receiver, ...copied }
}

const interrupted: Outcome = { status: null, error: 'Sending was cut off.', response: null, durationMs: 0 }
