import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { findFreePort } from '../../src/lib/freePort.ts'
import { projectPath } from '../../src/lib/root.ts'

/** The service as a process of its own, which can be killed. */
export interface ServiceProcess {
  url: string
  /** Of the process that runs at present. */
  pid(): number
  /** Sends it a signal. */
  send(signal: NodeJS.Signals): void
  /** How it ended, when it has: its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>
  /** What it wrote to its standard output and error since it was started; the log is its output. */
  output(): string
  /** Ends it the way a power cut does, and starts another at the same address. */
  killAndRestart(): Promise<void>
  /** Asks it to end, and throws unless it does so by itself, with 0. */
  stop(): Promise<void>
}

/** `program`: what Node runs; the source when absent. */
export async function aServiceProcess(
  environment: Record<string, string>,
  program: readonly string[] = ['--import', 'tsx', projectPath('src/main.ts')],
): Promise<ServiceProcess> {
  const port = environment['PORT'] ?? String(await findFreePort())
  const url = `http://127.0.0.1:${port}`
  let running = start(program, { ...environment, PORT: port })
  await isReady(url, running)
  return {
    url,
    pid: () => running.child.pid ?? 0,
    send: (signal) => void running.child.kill(signal),
    ended: () => running.ended,
    output: () => running.output(),
    async killAndRestart() {
      running.child.kill('SIGKILL')
      await running.ended
      running = start(program, { ...environment, PORT: port })
      await isReady(url, running)
    },
    async stop() {
      running.child.kill('SIGTERM')
      const end = await running.ended
      if (end !== 0) throw new Error(`The service did not stop in peace: ${end}\n${running.output()}`)
    },
  }
}

interface Running {
  child: ChildProcess
  ended: Promise<number | NodeJS.Signals>
  output(): string
}

/** Characters of a process's output that are remembered. */
const maxOutput = 100_000

function start(
  program: readonly string[],
  { NODE_ARGS = '', ...environment }: Record<string, string>,
): Running {
  const args = [...program.slice(0, -1), ...NODE_ARGS.split(' ').filter(Boolean), ...program.slice(-1)]
  // All requests of a test come from one address.
  const uncounted = { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_KEY: '0' }
  const standard = { NODE_ENV: 'production', LOG_LEVEL: 'error', DRAIN_SECONDS: '0', ...uncounted }
  const env = { ...process.env, ...standard, ...environment }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk).slice(-maxOutput)
    })
  }
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code)
  return { child, ended, output: () => output }
}

async function isReady(url: string, { child, output }: Running): Promise<void> {
  while (child.exitCode === null) {
    const isUp = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The service ended with ${child.exitCode}\n${output()}`)
}
