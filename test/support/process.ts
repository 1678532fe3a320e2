import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { projectPath } from '../../src/lib/root.ts'

/** The service as a process of its own, which can be killed. */
export interface ServiceProcess {
  url: string
  /** Ends it the way a power cut does, and starts another at the same address. */
  killAndRestart(): Promise<void>
  /** Asks it to end, and throws unless it does so by itself, with 0. */
  stop(): Promise<void>
}

export async function aServiceProcess(environment: Record<string, string>): Promise<ServiceProcess> {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  let child = start({ ...environment, PORT: port })
  await isReady(url, child)
  return {
    url,
    async killAndRestart() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      child = start({ ...environment, PORT: port })
      await isReady(url, child)
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code, signal] = await ended
      if (code !== 0) throw new Error(`The service did not stop in peace: ${signal ?? code}`)
    },
  }
}

function start(environment: Record<string, string>): ChildProcess {
  const args = ['--import', 'tsx', projectPath('src/main.ts')]
  // All requests of a test come from one address.
  const uncounted = { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_KEY: '0' }
  const env = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...uncounted, ...environment }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function isReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isUp = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The service ended with ${child.exitCode}`)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
