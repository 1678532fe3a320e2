import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { cutSilent } from '../src/database/silence.ts'
import { atEnd } from './support/ending.ts'

const silenceMs = 200

/** A pool of one connection whose Postgres can fall silent, with the connection open. */
async function aPool() {
  const { hostname, port } = new URL(inject('databaseUrl'))
  let isSilent = false
  const line = createServer((client) => {
    const server = connect(Number(port), hostname)
    client.on('data', (bytes) => server.write(bytes)).on('close', () => server.destroy())
    server.on('data', (bytes) => isSilent || client.write(bytes)).on('close', () => client.destroy())
    for (const socket of [client, server]) socket.on('error', () => socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')

  const url = new URL(inject('databaseUrl'))
  url.host = `127.0.0.1:${(line.address() as AddressInfo).port}`
  const pool = new pg.Pool({ connectionString: url.href, max: 1, pipeline: true })
  pool.on('error', () => {})
  cutSilent(pool, silenceMs)
  atEnd(async () => {
    await pool.end()
    line.close()
  })
  return {
    ask: async () => (await pool.query('SELECT pg_backend_pid() AS pid')).rows[0].pid as number,
    beSilent(whether: boolean) {
      isSilent = whether
    },
  }
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
