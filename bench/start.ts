import { median } from './results.ts'
import { startService } from './servers.ts'

const startCount = 5

/** Milliseconds from the start of the service's process to its first answer, on a database that runs; of several starts the median. */
export async function measureStart(databaseUrl: string): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < startCount; count += 1) {
    const startedAt = performance.now()
    const server = await startService(databaseUrl)
    times.push(performance.now() - startedAt)
    await server.stop()
  }
  return median(times)
}
