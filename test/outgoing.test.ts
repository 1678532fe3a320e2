import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { ForbiddenHostError, type LookUp, openOutgoing } from '../src/http/outgoing.ts'
import { aReceiver } from './support/receiver.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const service = await aService()
const admin = await aColleague(service, 'admin')

/** Somebody who listens on every address of this machine, in IPv4 and IPv6, and counts who comes. */
let visits = 0
const listener = createServer((socket) => {
  visits += 1
  socket.destroy()
})
await new Promise<void>((resolve) => listener.listen(0, '::', resolve))
const { port } = listener.address() as AddressInfo
afterAll(() => new Promise((resolve) => listener.close(resolve)))

/** Ways of writing an address that nobody outside may have us call. */
const hostile = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001'],
  ...['127.255.255.254', '0', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
  ...[
    '100.64.0.1',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
  ],
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[::ffff:0:127.0.0.1]', '[fe80::1]'],
  ...['[fc00::1]', '[fd00:ec2::254]', '[fec0::1]', '[ff02::1]', '[2001:db8::1]', '[2001::1]'],
  ...['localhost', 'localhost.', 'LOCALHOST', '%6cocalhost'],
]
const urls = hostile.flatMap((host) => [`http://${host}:${port}/`])

/** Answers each question with the next of these, and then with the last one: names may lead elsewhere the second time. */
function nameServer(...answers: string[][]): LookUp {
  let asked = 0
  return async () => {
    asked += 1
    const addresses = answers[asked - 1] ?? answers.at(-1) ?? []
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
}

describe('a webhook to an address inside', () => {
  test.each(urls)('is refused when it is made: %s', async (url) => {
    const { body } = await admin.post('/v1/webhooks').send({ name: 'Hostile', url }).expect(400)

    expect(body.errors).toMatchObject([{ pointer: '/url' }])
  })

  test.each(urls)('is refused when it is sent, whoever let it in: %s', async (url) => {
    const outgoing = openOutgoing([])

    const sending = outgoing.send(url, { method: 'POST', headers: {}, body: '{}', timeoutMs: 3000 })

    await expect(sending).rejects.toThrow(ForbiddenHostError)
    await outgoing.close()
  })

  test.each([
    'ftp://93.184.215.14/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://a:b@93.184.215.14/',
  ])('is refused where the URL is none to be sent to: %s', async (url) => {
    await admin.post('/v1/webhooks').send({ name: 'Hostile', url }).expect(400)
  })

  test('is refused when a patch makes it so, by whatever road', async () => {
    const draft = { name: `http://127.0.0.1:${port}/`, url: 'https://93.184.215.14/' }
    const { body } = await admin.post('/v1/webhooks').send(draft).expect(201)
    const patch = (change: object, type: string) =>
      admin.patch(`/v1/webhooks/${body.id}`).set({ 'if-match': '*', 'content-type': type }).send(change)

    await patch({ url: `http://[::1]:${port}/` }, 'application/merge-patch+json').expect(400)
    await patch([{ op: 'copy', from: '/name', path: '/url' }], 'application/json-patch+json').expect(400)

    expect((await admin.get(`/v1/webhooks/${body.id}`)).body.url).toBe(draft.url)
  })

  test.each([
    ['loopback', ['127.0.0.1']],
    ['a private network', ['10.1.2.3']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['IPv4 mapped into IPv6', ['::ffff:127.0.0.1']],
    ['somewhere public and inside', ['93.184.215.14', '127.0.0.1']],
    ['inside in IPv6 alone', ['93.184.215.14', '::1']],
  ])('is refused, when it is made and when it is sent, for a name that leads to %s', async (_, addresses) => {
    const outgoing = openOutgoing([], nameServer(addresses))
    const url = `http://news.example:${port}/`

    await expect(outgoing.check(url)).rejects.toThrow(ForbiddenHostError)
    const sending = outgoing.send(url, { method: 'POST', headers: {}, body: '{}', timeoutMs: 3000 })
    await expect(sending).rejects.toThrow(ForbiddenHostError)
    await outgoing.close()
  })

  test('is refused when it is sent to a name that led elsewhere when it was made', async () => {
    const outgoing = openOutgoing([], nameServer(['93.184.215.14'], ['127.0.0.1']))
    const url = `http://news.example:${port}/`
    await outgoing.check(url)

    const sending = outgoing.send(url, { method: 'POST', headers: {}, body: '{}', timeoutMs: 3000 })

    await expect(sending).rejects.toThrow(ForbiddenHostError)
    await outgoing.close()
  })

  test('is not reached by a redirect', async () => {
    const receiver = await aReceiver()
    receiver.react = () => ({ status: 307, headers: { location: `http://127.0.0.1:${port}/` } })
    const outgoing = openOutgoing(['127.0.0.1'])

    const { status } = await outgoing.send(receiver.url, { method: 'POST', headers: {}, timeoutMs: 3000 })

    expect(status).toBe(307)
    await outgoing.close()
  })

  test('has reached nobody', async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40)
    expect(visits).toBe(0)
  })
})

describe('an answer', () => {
  test('is read for a kilobyte, however much it is', async () => {
    const receiver = await aReceiver()
    receiver.react = () => ({ status: 200, body: 'x'.repeat(10_000_000) })
    const outgoing = openOutgoing(['127.0.0.1'])

    const { text } = await outgoing.send(receiver.url, { method: 'POST', headers: {}, timeoutMs: 3000 })

    expect(text).toHaveLength(1024)
    await outgoing.close()
  })

  test('is not waited for beyond the time', async () => {
    const receiver = await aReceiver()
    receiver.react = () => undefined
    const outgoing = openOutgoing(['127.0.0.1'])

    const sending = outgoing.send(receiver.url, { method: 'POST', headers: {}, timeoutMs: 50 })

    await expect(sending).rejects.toMatchObject({ name: 'TimeoutError' })
    await outgoing.close()
  })

  test('that stalls or breaks off after its status has been given, with what there was of it', async () => {
    const receiver = await aReceiver()
    receiver.react = () => ({ status: 200, headers: { 'content-length': '10' }, body: 'some' })
    const outgoing = openOutgoing(['127.0.0.1'])

    const answer = await outgoing.send(receiver.url, { method: 'POST', headers: {}, timeoutMs: 200 })

    expect(answer).toEqual({ status: 200, text: 'some' })
    await outgoing.close()
  })

  test('sends no cookie back that was set before', async () => {
    const receiver = await aReceiver()
    receiver.react = () => ({ status: 200, headers: { 'set-cookie': 'a=b' } })
    const outgoing = openOutgoing(['127.0.0.1'])

    for (let count = 0; count < 2; count += 1) {
      await outgoing.send(receiver.url, { method: 'POST', headers: {}, timeoutMs: 3000 })
    }

    expect(receiver.received.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
    await outgoing.close()
  })
})
