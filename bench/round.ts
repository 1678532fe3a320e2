import { type Connection, openConnection, type Request } from './connection.ts'
import { quantile } from './quantile.ts'
import type { Server } from './servers.ts'
import { cpuBetween, type DatabaseUsage, readCpu, readResidentBytes } from './usage.ts'

/** What one server did in one timed round. A figure is null where the system does not tell it. */
export interface Round {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** CPU time of the server's process. */
  cpuMicrosecondsPerRequest: number | null
  /** CPU time of Postgres' processes. */
  databaseMicrosecondsPerRequest: number | null
  residentMebibytes: number | null
}

export interface Load {
  connections: number
  seconds: number
  /** Every request has to be answered with it. */
  status: number
  /** A request that was not sent before, or one that may be sent again. */
  nextRequest(): Request
}

/** Before each round, as a share of it: pools open connections that idled too long, and prepare statements on them. */
const warmUpShare = 0.25

export async function runRound(server: Server, database: DatabaseUsage, load: Load): Promise<Round> {
  const opening = Array.from({ length: load.connections }, () => openConnection(server.port))
  const connections = await Promise.all(opening)
  try {
    await drive(connections, load, load.seconds * warmUpShare)
    const databaseBefore = await database.read()
    const cpuBefore = readCpu(server.pid)
    const { latenciesMs, seconds } = await drive(connections, load, load.seconds)
    const cpuAfter = readCpu(server.pid)
    const databaseAfter = await database.read()

    const count = latenciesMs.length
    const perRequest = (total: number | null) => total && total / count
    const residentBytes = readResidentBytes(server.pid)
    return {
      requestsPerSecond: count / seconds,
      p50Ms: quantile(latenciesMs, 0.5),
      p99Ms: quantile(latenciesMs, 0.99),
      cpuMicrosecondsPerRequest: perRequest(cpuAfter && cpuBefore && cpuAfter - cpuBefore),
      databaseMicrosecondsPerRequest: perRequest(cpuBetween(databaseBefore, databaseAfter)),
      residentMebibytes: residentBytes && residentBytes / 2 ** 20,
    }
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** Keeps every connection busy for a time. Latencies come sorted. Throws for an answer of another status. */
async function drive(connections: readonly Connection[], load: Load, seconds: number) {
  const latenciesMs: number[] = []
  const startedAt = performance.now()
  const deadline = startedAt + seconds * 1000
  const keepBusy = async (connection: Connection) => {
    for (let now = performance.now(); now < deadline; ) {
      const request = load.nextRequest()
      const sentAt = performance.now()
      const status = await connection.send(request)
      now = performance.now()
      if (status !== load.status) throw new Error(`${request.method} ${request.path} was answered ${status}`)
      latenciesMs.push(now - sentAt)
    }
  }
  await Promise.all(connections.map(keepBusy))
  const endedAt = performance.now()
  return { latenciesMs: latenciesMs.sort((a, b) => a - b), seconds: (endedAt - startedAt) / 1000 }
}
