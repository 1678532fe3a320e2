import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openOutgoing } from './http/outgoing.ts'
import { openCourier } from './webhooks/courier.ts'
import type { CourierThreadSettings, Parcel, Receipt } from './webhooks/courierThread.ts'

// The thread that sends to webhooks: `start.ts` has it started.

/** Who reads comes first where processors are scarce; a thread has a priority of its own on Linux alone (setpriority(2)). */
if (process.platform === 'linux') setPriority(19)

const { publicUrl, encryptionKey, allowedHosts } = workerData as CourierThreadSettings
const courier = openCourier({
  publicUrl,
  encryptionKey: Buffer.from(encryptionKey),
  outgoing: openOutgoing(allowedHosts),
})

parentPort?.on('message', async ({ number, receiver, delivery }: Parcel) => {
  const receipt: Receipt = { number, outcome: await courier.deliver(receiver, delivery) }
  parentPort?.postMessage(receipt)
})
