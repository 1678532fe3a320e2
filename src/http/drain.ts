import { setMaxListeners } from 'node:events'
import type { App } from './app.ts'
import { ProblemError } from './problems.ts'
import type { Shortcut } from './shortcut.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the service begins to close: whatever would go on for long ends then. */
    closing: AbortSignal
    /** Says from now on that it is not ready, and asks clients to come no more; whoever comes is served until it closes. */
    leave(): void
  }
}

/**
 * While the service closes, requests under way are answered and their connections are closed with the answer: Fastify
 * would wait for idle clients until their keep-alive runs out (72 s). Readiness says no from the first moment.
 */
export function drainOnClose(app: App, shortcut: Shortcut | null): void {
  const closing = new AbortController()
  let isLeaving = false
  app.decorate('leave', () => {
    isLeaving = true
    shortcut?.close()
  })
  app.decorate('closing', closing.signal)
  // Every stream of events and every long poll listens for it.
  setMaxListeners(0, closing.signal)
  app.addHook('preClose', async () => {
    app.leave()
    closing.abort()
  })
  app.addHook('onRequest', (request, _, done) => {
    if (isLeaving && request.url === '/health/ready')
      throw new ProblemError('unavailable', 'The service is shutting down.')
    done()
  })
  app.addHook('onSend', (_, reply, payload, done) => {
    if (isLeaving) reply.header('connection', 'close')
    done(null, payload)
  })
}
