import type { Config } from './config.ts'
import type { App } from './http/app.ts'
import type { Measures } from './monitoring/measures.ts'
import type { Tracing } from './monitoring/tracing.ts'

/** What watches over the service; undefined where it is not configured, and then its libraries are not loaded. */
export interface Monitors {
  measures: Measures | undefined
  tracing: Tracing | undefined
}

type Closers = (() => Promise<void>)[]

export async function openMonitors(config: Config, closers: Closers): Promise<Monitors> {
  return { measures: await findMeasures(config), tracing: await findTracing(config, closers) }
}

async function findMeasures({ metricsPort }: Config): Promise<Measures | undefined> {
  if (metricsPort === undefined) return undefined
  const { createMeasures } = await import('./monitoring/measures.ts')
  return createMeasures()
}

async function findTracing({ tracing: settings }: Config, closers: Closers): Promise<Tracing | undefined> {
  if (settings === undefined) return undefined
  const { openTracing } = await import('./monitoring/tracing.ts')
  const tracing = openTracing(settings)
  closers.push(() => tracing.close())
  return tracing
}

/** Lets the measures of an app be read at their own port. */
export async function serveMonitors(
  app: App,
  { measures }: Monitors,
  { host, metricsPort: port }: Config,
  closers: Closers,
): Promise<void> {
  if (measures === undefined || port === undefined) return
  const { serveMeasures } = await import('./monitoring/server.ts')
  const server = await serveMeasures(measures, { host, port }, (error) =>
    app.log.error({ err: error }, 'measuring failed'),
  )
  closers.push(() => server.close())
}
