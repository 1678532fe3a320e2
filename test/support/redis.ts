import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { findFreePort } from '../../src/lib/freePort.ts'

export interface TestRedis {
  url: string
  /** Ends it at once. */
  stop(): Promise<void>
  /** Starts it again at the same address, with nothing in it. */
  start(): Promise<void>
  close(): Promise<void>
}

/** A Redis of this file's own; null where none is installed. */
export async function aRedis(): Promise<TestRedis | null> {
  const directory = await mkdtemp(join(tmpdir(), 'copydesk-redis-'))
  const port = await findFreePort()
  const launch = () =>
    spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory],
      { stdio: 'ignore' },
    )
  let server = launch()
  const isThere = await once(server, 'spawn').then(
    () => true,
    () => false,
  )
  if (!isThere) {
    await rm(directory, { recursive: true })
    return null
  }
  const url = `redis://127.0.0.1:${port}`
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  await answers(url)
  return {
    url,
    stop,
    async start() {
      server = launch()
      await answers(url)
    },
    async close() {
      await stop()
      await rm(directory, { recursive: true })
    },
  }
}

/** Waits until it takes commands. */
async function answers(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  client.on('error', () => {})
  await client.ping()
  client.disconnect()
}
