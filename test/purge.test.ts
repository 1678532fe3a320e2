import { type AddressInfo, createServer } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import { openOutgoing } from '../src/http/outgoing.ts'
import { openPurging } from '../src/webhooks/purge.ts'
import { purgePromptly } from '../src/webhooks/purgePromptly.ts'
import { createPurger } from '../src/webhooks/purgers.ts'
import { anArticle, anAuthor, aPublishedArticle } from './support/factories.ts'
import { aReceiver } from './support/receiver.ts'
import { aService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

const outgoing = openOutgoing(['127.0.0.1'])
afterAll(() => outgoing.close())

/** Who reads the log from within; purging is one of them from its first look on. */
const readers = Prisma.sql`SELECT name FROM log_reader`

/** However busy the machine is. */
const patiently = { timeout: 20_000 }

describe('a cache', () => {
  test('is told the tags of what changed for readers, and of nothing else', async () => {
    const cache = await aReceiver()
    const settings = { urls: [cache.url], method: 'varnish-xkey', token: 'secret' } as const
    const service = await aService({ isWorking: true, purging: createPurger(settings, outgoing) })
    await expect.poll(async () => (await service.database.rows(readers)).length, patiently).toBe(2)

    await anArticle(service)
    const article = await aPublishedArticle(service)

    await expect.poll(() => cache.received, patiently).toHaveLength(1)
    expect(cache.received[0]?.headers).toMatchObject({
      'xkey-purge': `article:${article.id} articles`,
      authorization: 'Bearer secret',
    })
  })

  test('is told before the change is answered, and once more for answers that were under way', async () => {
    const told: string[] = []
    const purging = async (tags: readonly string[]) => void told.push(tags.join(' '))
    const service = await aService({ isWorking: true, purging })
    await expect.poll(async () => (await service.database.rows(readers)).length, patiently).toBe(2)
    const editor = await aColleague(service, 'editor')

    const { body } = await editor.post('/v1/topics').send({ name: 'Weather' }).expect(201)

    const tags = `topic:${body.id} topics`
    expect(told).toContain(tags)
    await expect.poll(() => told.filter((each) => each.includes(tags)).length, patiently).toBe(2)
  })

  test('is told again until it takes it', async () => {
    const told: string[][] = []
    let isDown = true
    const purging = async (tags: readonly string[]) => {
      told.push([...tags])
      if (isDown) throw new Error('down')
    }
    const faults: unknown[] = []
    const service = await aService()
    const purge = openPurging(service.database, service.listener, purging, (error) => faults.push(error))
    await expect.poll(async () => (await service.database.rows(readers)).length, patiently).toBe(2)

    const author = await anAuthor(service)
    await expect.poll(() => faults.length, patiently).toBeGreaterThan(0)
    isDown = false

    await expect.poll(() => told.length, patiently).toBeGreaterThan(faults.length)
    expect(told.at(-1)).toEqual([`author:${author.id}`, 'authors'])
    await purge.close()
  })
})

describe('purgePromptly', () => {
  test('waits for a cache, but not for one that does not answer, until it does', async () => {
    const answers: (() => void)[] = []
    let told = 0
    const tell = purgePromptly(() => {
      told += 1
      return new Promise((resolve) => answers.push(resolve))
    })

    await tell(['articles'])
    await Promise.race([tell(['articles']), Promise.reject(new Error('It is waited for again.'))])
    answers[1]?.()
    await new Promise(setImmediate)
    const waiting = tell(['articles'])
    answers[2]?.()

    await waiting
    expect(told).toBe(3)
  })

  test('fails for no cache', async () => {
    const tell = purgePromptly(async () => {
      throw new Error('down')
    })

    await expect(tell(['articles'])).resolves.toBeUndefined()
  })
})

describe('createPurger', () => {
  test.each([
    ['varnish-xkey', 'PURGE', { 'xkey-purge': 'article:1 articles' }, ''],
    ['http', 'POST', { 'content-type': 'application/json' }, '{"tags":["article:1","articles"]}'],
  ] as const)('speaks %s to every cache', async (method, verb, headers, text) => {
    const caches = [await aReceiver(), await aReceiver()]
    const purge = createPurger({ urls: caches.map(({ url }) => url), method, token: undefined }, outgoing)

    await purge(['article:1', 'articles'])

    for (const { received } of caches) expect(received).toMatchObject([{ method: verb, headers, text }])
  })

  test('bans by a regular expression, with the method that Varnish has for it', async () => {
    let heard = ''
    // Node's own server knows no method BAN.
    const varnish = createServer((socket) => {
      socket.on('data', (data) => {
        heard += data
        socket.end('HTTP/1.1 200 Banned\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      })
    })
    await new Promise<void>((resolve) => varnish.listen(0, '127.0.0.1', resolve))
    const { port } = varnish.address() as AddressInfo
    const settings = { urls: [`http://127.0.0.1:${port}/`], method: 'varnish-ban', token: undefined } as const

    await createPurger(settings, outgoing)(['article:1', 'articles'])

    expect(heard).toMatch(/^BAN \/ HTTP\/1\.1\r\n/)
    expect(heard).toContain('x-cache-tags: (^|\\s)(article:1|articles)(\\s|$)\r\n')
    await new Promise((resolve) => varnish.close(resolve))
  })

  test('fails where one of them does not take it', async () => {
    const cache = await aReceiver()
    cache.react = () => ({ status: 503 })
    const purge = createPurger({ urls: [cache.url], method: 'http', token: undefined }, outgoing)

    await expect(purge(['articles'])).rejects.toThrow('503')
  })
})
