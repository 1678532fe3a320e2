import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test, vi } from 'vitest'
import { openJobs } from '../src/database/jobs.ts'
import { cutSilent } from '../src/database/silence.ts'
import { atEnd } from './support/ending.ts'
import { query } from './support/postgres.ts'
import { aDatabase } from './support/service.ts'

const silenceMs = 200

/** A way to a Postgres that nothing comes back on any more, though it stays open. */
async function aLineTo(databaseUrl: string) {
  const url = new URL(databaseUrl)
  const { hostname, port } = url
  const silent = new Set<Socket>()
  const open = new Set<Socket>()
  let isSilent = false
  const line = createServer((client) => {
    const server = connect(Number(port), hostname)
    open.add(client)
    client.on('data', (bytes) => server.write(bytes)).on('close', () => server.destroy())
    server.on('data', (bytes) => isSilent || silent.has(client) || client.write(bytes))
    server.on('close', () => client.destroy())
    for (const socket of [client, server]) socket.on('error', () => socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
  atEnd(() => void line.close())
  url.host = `127.0.0.1:${(line.address() as AddressInfo).port}`
  return {
    url: url.href,
    beSilent(whether: boolean) {
      isSilent = whether
    },
    /** On the connections that there are; others speak. */
    beSilentOnOpen() {
      for (const client of open) silent.add(client)
    },
  }
}

/** A pool of one connection whose Postgres can fall silent. */
async function aPool() {
  const { url, beSilent } = await aLineTo(inject('databaseUrl'))
  const pool = new pg.Pool({ connectionString: url, max: 1, pipeline: true })
  pool.on('error', () => {})
  cutSilent(pool, silenceMs)
  atEnd(() => pool.end())
  const ask = async () => (await pool.query('SELECT pg_backend_pid() AS pid')).rows[0].pid as number
  return { pool, ask, beSilent }
}

test('a connection that idles longer than somebody would wait on it is used again', async () => {
  const { ask } = await aPool()
  const pid = await ask()

  await sleep(3 * silenceMs)

  expect(await ask()).toBe(pid)
})

test.each([
  ['is new', 0],
  ['idled', 3 * silenceMs],
])(
  'who waits for a silent Postgres is told so where the connection %s, and asks on another then',
  async (_, idleMs) => {
    const { ask, beSilent } = await aPool()
    const pid = await ask()
    await sleep(idleMs)

    beSilent(true)
    await expect(ask()).rejects.toMatchObject({ code: 'ETIMEDOUT' })

    beSilent(false)
    expect(await ask()).not.toBe(pid)
  },
)

test('who listens to a Postgres that has nothing to say is left alone', async () => {
  const { pool } = await aPool()
  const client = await pool.connect()
  const heard = once(client, 'notification')
  await client.query('LISTEN silence')
  await sleep(3 * silenceMs)

  await client.query('NOTIFY silence')
  client.release()

  expect(await heard).toMatchObject([{ channel: 'silence' }])
})

test('jobs are done where the connections that they are looked for on fell silent', {
  timeout: 60_000,
}, async () => {
  const { url, drop } = await aDatabase()
  atEnd(drop)
  const { url: throughLine, beSilentOnOpen } = await aLineTo(url)
  const work = vi.fn(async () => {})
  const jobs = await openJobs(throughLine, { work }, { concurrency: 1, onFault: () => {} })
  atEnd(() => jobs.close())
  const addJob = () => query(url, `SELECT graphile_worker.add_job('work')`)
  await addJob()
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(1), 10_000)

  beSilentOnOpen()
  await addJob()

  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2), 40_000)
})
