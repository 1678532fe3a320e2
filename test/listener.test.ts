import { afterEach, expect, test, vi } from 'vitest'
import { type Listener, openListener } from '../src/database/listener.ts'
import { query } from './support/postgres.ts'
import { aDatabase } from './support/service.ts'

const opened: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function aListener(): Promise<{ url: string; listener: Listener }> {
  const { url, drop } = await aDatabase()
  opened.push(drop)
  const listener = await openListener(url)
  opened.push(() => listener.close())
  return { url, listener }
}

async function recordEvent(url: string, tags: string[]): Promise<void> {
  await query(
    url,
    `INSERT INTO event (seq, id, type, subject, actor, at, data)
     SELECT coalesce(max(seq), 0) + 1, gen_random_uuid(), 'article.published', 'articles/1', 'test', now(),
       '${JSON.stringify({ tags })}' FROM event`,
  )
}

test('hears the tags of every event when it is committed', async () => {
  const { url, listener } = await aListener()
  const heard: string[] = []
  listener.onNotification((payload) => heard.push(payload))

  await recordEvent(url, ['article:1', 'articles'])
  await recordEvent(url, [])

  await vi.waitFor(() => expect(heard).toEqual(['article:1 articles', '']))
})

test('hears a star for more tags than a notification can name', async () => {
  const { url, listener } = await aListener()
  const heard: string[] = []
  listener.onNotification((payload) => heard.push(payload))

  await recordEvent(
    url,
    Array.from({ length: 500 }, (_, index) => `article:019b1f00-0000-7000-8000-${index}`),
  )

  await vi.waitFor(() => expect(heard).toEqual(['*']))
})

test('says that it lost its connection and when it has one again, and goes on hearing', async () => {
  const { url, listener } = await aListener()
  const states: boolean[] = []
  const heard: string[] = []
  listener.onConnection((isListening) => states.push(isListening))
  listener.onNotification((payload) => heard.push(payload))

  await query(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'`,
  )
  await vi.waitFor(() => expect(states).toEqual([true, false, true]), { timeout: 5000 })
  await recordEvent(url, ['articles'])

  await vi.waitFor(() => expect(heard).toEqual(['articles']))
})

test('stops telling whoever has had enough', async () => {
  const { url, listener } = await aListener()
  const [first, second]: [string[], string[]] = [[], []]
  const stop = listener.onNotification((payload) => first.push(payload))
  listener.onNotification((payload) => second.push(payload))

  stop()
  await recordEvent(url, ['articles'])

  await vi.waitFor(() => expect(second).toEqual(['articles']))
  expect(first).toEqual([])
})
