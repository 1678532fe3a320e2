import { afterEach, expect, test } from 'vitest'
import type { Courier } from '../src/webhooks/courier.ts'
import { openCourierThread } from '../src/webhooks/courierThread.ts'
import type { DueDelivery, Receiver } from '../src/webhooks/due.ts'

/** What stands in for `src/courier.ts`: does what the subject of a delivery says, and answers with what it was started with. */
const program = `
import { parentPort, threadId, workerData } from 'node:worker_threads'
parentPort.on('message', ({ number, receiver, delivery: { subject } }) => {
  if (subject === 'dies') throw new Error('The thread died')
  if (subject === 'hangs') return
  const response = [workerData.publicUrl, threadId, receiver.secret.buffer.byteLength, subject].join('#')
  parentPort.postMessage({ number, outcome: { status: 204, error: null, response, durationMs: 1 } })
})`

const receiver: Receiver = {
  id: '01900000-0000-7000-8000-000000000001',
  url: 'https://news.example/',
  audience: 'editors',
  state: 'active',
  secret: Buffer.from('a'.repeat(32)),
  previousSecret: null,
  failureCount: 0,
  restMs: 0,
}

const about = (subject: string): DueDelivery => ({ eventId: receiver.id, subject, event: null })

const faults: unknown[] = []
let courier: Courier

function aCourier(): Courier {
  faults.length = 0
  const settings = { publicUrl: 'https://copydesk.test', encryptionKey: Buffer.alloc(32), allowedHosts: [] }
  const url = new URL(`data:text/javascript,${encodeURIComponent(program)}`)
  courier = openCourierThread(url, settings, (fault) => faults.push(fault))
  return courier
}

afterEach(() => courier.close())

test('deliveries are told apart, whichever comes back first', async () => {
  const { deliver } = aCourier()

  const outcomes = await Promise.all(['a', 'b', 'c'].map((subject) => deliver(receiver, about(subject))))

  expect(outcomes.map(({ status, response }) => [status, response?.split('#').at(-1)])).toEqual([
    [204, 'a'],
    [204, 'b'],
    [204, 'c'],
  ])
})

test('a secret goes to the thread without the bytes that Node keeps beside it', async () => {
  const { response } = await aCourier().deliver(receiver, about('a'))

  expect(receiver.secret.buffer.byteLength).toBeGreaterThan(32)
  expect(response?.split('#')[2]).toBe('32')
})

test('a thread that dies had delivered nothing of what it had under way, and another one goes on', async () => {
  const { deliver } = aCourier()
  const before = await deliver(receiver, about('before'))

  const lost = await Promise.all(
    ['hangs', 'dies', 'late'].map((subject) => deliver(receiver, about(subject))),
  )
  const after = await deliver(receiver, about('after'))

  expect(lost).toMatchObject(lost.map(() => ({ status: null, error: 'Sending was cut off.' })))
  expect(faults).toMatchObject([{ message: 'The thread died' }])
  expect(after.status).toBe(204)
  expect(after.response?.split('#')[1]).not.toBe(before.response?.split('#')[1])
})

test('closing cuts what is under way, and nothing is sent from then on', async () => {
  const { deliver, close } = aCourier()
  const hanging = deliver(receiver, about('hangs'))

  await close()

  expect(await hanging).toMatchObject({ status: null })
  expect(await deliver(receiver, about('after'))).toMatchObject({ status: null })
  expect(faults).toEqual([])
})
