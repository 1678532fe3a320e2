import { createHook } from 'node:async_hooks'
import { setFlagsFromString } from 'node:v8'
import { ConfigurationError, readConfig } from './config.ts'
import { databaseFault } from './database/faults.ts'
import { EmbeddedPostgresError } from './database/ownership.ts'
import { type Service, startService } from './start.ts'
import { welcome } from './welcome.ts'

/** What is open after this long is cut off, so that the process ends before an orchestrator kills it. */
const stopTimeoutMs = 9000

// Of its own accord V8 collects garbage when there is several times as much of it as of what is alive: with a full cache,
// that is hundreds of MiB.
setFlagsFromString('--heap-growing-percent=40')

// V8 forgets the shape of the objects of nextTick when a collection finds none of them, and then makes each the slow way for
// good: a tenth of what an answer from memory takes. One that stays keeps their shape.
const keptTicks: object[] = []
const keeping = createHook({ init: (_, type, __, tick) => type === 'TickObject' && keptTicks.push(tick) })
keeping.enable()
process.nextTick(() => keeping.disable())

try {
  const starting = startService(readConfig(process.env))
  stopOnSignal(starting)
  const service = await starting
  // From here on there are others to go on for; what nobody caught before ends the start.
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => service.endStrays(error))
  process.stdout.write(welcome(service))
} catch (error) {
  const explanation = explain(error)
  if (explanation === null) throw error
  process.stderr.write(`${explanation}\n`)
  process.exitCode = 1
}

/**
 * The first signal lets requests finish; a second one ends the process at once. The service takes requests a little before
 * it has started, so signals are heard from the beginning.
 */
function stopOnSignal(starting: Promise<Service>): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      setTimeout(cutOff, stopTimeoutMs).unref()
      void stopWhenStarted(starting)
    })
  }
}

function cutOff(): void {
  process.stderr.write('stopping took too long: what is still open is cut off\n')
  process.exit(1)
}

async function stopWhenStarted(starting: Promise<Service>): Promise<void> {
  // What fails while it starts is told, and closes what it opened, where it was awaited.
  const service = await starting.catch(() => null)
  if (service === null) return
  try {
    await service.stop()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`stopping failed: ${String(error)}\n`)
    process.exit(1)
  }
}

/** What a person who starts the service can do something about; null for a fault of our own. */
function explain(error: unknown): string | null {
  if (error instanceof ConfigurationError || error instanceof EmbeddedPostgresError) return error.message
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    const { port } = error as { port?: number }
    return `Port ${port} is in use by another program; set PORT or METRICS_PORT to another one`
  }
  if (databaseFault(error)?.kind === 'unavailable')
    return 'DATABASE_URL names a database that cannot be reached'
  return null
}
