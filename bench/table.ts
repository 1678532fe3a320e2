import type { Waiting } from './queries.ts'
import type { Result, WorkloadResult } from './results.ts'

const columns: readonly { heading: string; show(result: Result): string }[] = [
  { heading: 'req/s', show: ({ figures }) => round(figures.requestsPerSecond) },
  { heading: 'p50 ms', show: ({ figures }) => figures.p50Ms.toFixed(2) },
  { heading: 'p99 ms', show: ({ figures }) => figures.p99Ms.toFixed(2) },
  { heading: 'CPU µs', show: ({ figures }) => round(figures.cpuMicrosecondsPerRequest) },
  { heading: 'Postgres µs', show: ({ figures }) => round(figures.databaseMicrosecondsPerRequest) },
  { heading: 'RSS MiB', show: ({ figures }) => round(figures.residentMebibytes) },
  { heading: 'service is', show: ({ ratio }) => (ratio === null ? '' : `${ratio.toFixed(2)} ×`) },
]

const nameWidth = 20
const columnWidth = 12

/** The heading of all tables; CPU time is that of one request. */
export function tableHead(): string {
  return ''.padEnd(nameWidth) + columns.map(({ heading }) => heading.padStart(columnWidth)).join('')
}

/** The lines of one workload. */
export function tableOf({ name, title, connections, results }: WorkloadResult): string {
  const clients = connections === 1 ? '1 client' : `${connections} clients`
  const lines = results.map(
    (result) =>
      result.name.padEnd(nameWidth) + columns.map(({ show }) => show(result).padStart(columnWidth)).join(''),
  )
  return [`${name}: ${title} (${clients})`, ...lines].join('\n')
}

export function waitingHead(): string {
  return ['p50 ms', 'p95 ms', 'bound ms'].map((heading) => heading.padStart(columnWidth)).join('')
}

export function waitingLine({ name, boundMs, p50Ms, p95Ms }: Waiting): string {
  const figures = [p50Ms.toFixed(1), p95Ms.toFixed(1), String(boundMs)].map((text) =>
    text.padStart(columnWidth),
  )
  return `${figures.join('')}  ${name}${p95Ms > boundMs ? ' (missed)' : ''}`
}

function round(value: number | null): string {
  return value === null ? '–' : Math.round(value).toLocaleString('en')
}
