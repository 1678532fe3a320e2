import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { open, seal } from '../src/lib/seal.ts'
import { findEncryptionKey } from '../src/webhooks/encryptionKey.ts'
import { aReceiver } from './support/receiver.ts'
import { aService, aServiceOn } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const directory = await mkdtemp(join(tmpdir(), 'copydesk-key-'))
afterAll(() => rm(directory, { recursive: true }))

describe('findEncryptionKey', () => {
  test('takes the one that is given, and writes nothing down', async () => {
    const given = Buffer.alloc(32, 7)

    expect(await findEncryptionKey(given, join(directory, 'unused'))).toBe(given)
    await expect(stat(join(directory, 'unused'))).rejects.toThrow('ENOENT')
  })

  test('makes one that only the service may read, the same for all that start together', async () => {
    const data = join(directory, 'data')

    const keys = await Promise.all([1, 2, 3, 4].map(() => findEncryptionKey(undefined, data)))

    const file = join(data, 'encryption-key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32)
    for (const key of keys) expect(key).toEqual(keys[0])
  })
})

describe('seal', () => {
  const key = Buffer.alloc(32, 1)

  test('hides a text that only its key opens, and only for what it was sealed for', () => {
    const sealed = seal(key, 'whsec_ümlaut', 'webhook:1')

    expect(Buffer.from(sealed).includes('ümlaut')).toBe(false)
    expect(open(key, sealed, 'webhook:1')).toBe('whsec_ümlaut')
    expect(() => open(key, sealed, 'webhook:2')).toThrow()
    expect(() => open(Buffer.alloc(32, 2), sealed, 'webhook:1')).toThrow()
    expect(() => open(key, sealed.with(20, (sealed[20] ?? 0) ^ 1), 'webhook:1')).toThrow()
  })

  test('never writes the same text the same way', () => {
    expect(seal(key, 'text', 'x')).not.toEqual(seal(key, 'text', 'x'))
  })
})

test('a webhook whose secret another key encrypted is not sent to, and says why', async () => {
  const service = await aService({ allowedHosts: ['127.0.0.1'] })
  const admin = await aColleague(service, 'admin')
  const receiver = await aReceiver()
  const { body: webhook } = await admin
    .post('/v1/webhooks')
    .send({ name: 'Moved', url: receiver.url })
    .expect(201)

  await aServiceOn(service.url, { allowedHosts: ['127.0.0.1'], isWorking: true })
  const { body: delivery } = await admin.post(`/v1/webhooks/${webhook.id}/test`).expect(200)

  const path = `/v1/webhooks/${webhook.id}/deliveries/${delivery.id}`
  const attempts = async () => (await admin.get(path).expect(200)).body.attempts
  const refusal = { status: null, error: 'The secret was encrypted with another ENCRYPTION_KEY.' }
  await expect.poll(attempts, { timeout: 10_000 }).toMatchObject([refusal])
  expect(receiver.received).toEqual([])
})
