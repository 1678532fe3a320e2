import { cpus } from 'node:os'
import type { Performance } from './measure.ts'
import type { Round } from './round.ts'
import type { Workload } from './workloads.ts'

/** What one contender did: of each figure the median of its rounds. */
export interface Result {
  name: string
  figures: Round
  /** How many times as good as this one the service was; null for the service itself. */
  ratio: number | null
  rounds: readonly Round[]
}

export interface WorkloadResult {
  name: string
  title: string
  connections: number
  figure: Workload['figure']
  results: readonly Result[]
}

/** Where and on what the figures were taken. */
export interface Circumstances {
  at: string
  articles: number
  seconds: number
  rounds: number
  node: string
  postgres: string
  processors: string
  /** From the start of the service's process to its first answer. */
  startMs: number
}

export function summarise(
  { name, title, connections, figure }: Workload,
  performances: readonly Performance[],
): WorkloadResult {
  const [service] = performances
  const results = performances.map((performance) => ({
    name: performance.name,
    figures: medians(performance.rounds),
    ratio: service && performance !== service ? ratioOf(figure, service, performance) : null,
    rounds: performance.rounds,
  }))
  return { name, title, connections, figure, results }
}

export function processors(): string {
  const all = cpus()
  return `${all.length} × ${all[0]?.model.trim()}`
}

/**
 * How many times as many requests the service answered in a second, or how many times as short its median was. Each round
 * is compared with the one beside it, and the median of that counts.
 */
function ratioOf(figure: Workload['figure'], service: Performance, other: Performance): number {
  const ratios = service.rounds.flatMap((round, index) => {
    const beside = other.rounds[index]
    if (!beside) return []
    return figure === 'rate'
      ? [round.requestsPerSecond / beside.requestsPerSecond]
      : [beside.p50Ms / round.p50Ms]
  })
  return median(ratios)
}

function medians(rounds: readonly Round[]): Round {
  const medianOf = (read: (round: Round) => number) => median(rounds.map(read))
  const known = (read: (round: Round) => number | null) => {
    const values = rounds.map(read).filter((value) => value !== null)
    return values.length > 0 ? median(values) : null
  }
  return {
    requestsPerSecond: medianOf((round) => round.requestsPerSecond),
    p50Ms: medianOf((round) => round.p50Ms),
    p99Ms: medianOf((round) => round.p99Ms),
    cpuMicrosecondsPerRequest: known((round) => round.cpuMicrosecondsPerRequest),
    databaseMicrosecondsPerRequest: known((round) => round.databaseMicrosecondsPerRequest),
    residentMebibytes: known((round) => round.residentMebibytes),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
