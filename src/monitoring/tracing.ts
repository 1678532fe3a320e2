import FastifyOtel from '@fastify/otel'
import { context, propagation, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { App } from '../http/app.ts'
import { pathOf } from '../http/url.ts'

/** Traces of what the service does, sent to a collector. */
export interface Tracing {
  /** Follows the requests of an app that has no routes yet. */
  watch(app: App): Promise<void>
  /** Sends what was not sent. */
  close(): Promise<void>
}

export interface TracingSettings {
  /** Of a collector (opentelemetry.io, OTLP exporter). */
  endpoint: string
  serviceName: string
}

/** By OTLP over HTTP, as JSON; the exporter reads headers and timeouts from the `OTEL_EXPORTER_OTLP_` variables itself. */
export function openTracing({ endpoint, serviceName }: TracingSettings): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  provider.register()
  const instrumentation = new FastifyOtel.FastifyOtelInstrumentation({
    // A span for each of our twenty hooks would say nothing.
    instrumentHooks: false,
    // Messages may hold what a caller sent.
    recordExceptions: false,
    requestHook: (span, { method, url, routeOptions }) => {
      span.updateName(`${method} ${routeOptions.url ?? 'unknown'}`)
      // @fastify/otel 0.21 would put the query there, too, which may hold what is nobody's business.
      span.setAttribute('url.path', pathOf(url))
    },
  })
  instrumentation.setTracerProvider(provider)
  return {
    async watch(app) {
      await app.register(instrumentation.plugin())
    },
    async close() {
      await provider.shutdown()
      for (const api of [trace, context, propagation]) api.disable()
    },
  }
}
