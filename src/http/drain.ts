import type { App } from './app.ts'
import { ProblemError } from './problems.ts'

/**
 * While the service closes, requests under way are answered and their connections are closed with the answer: Fastify
 * would wait for idle clients until their keep-alive runs out (72 s). Readiness says no from the first moment.
 */
export function drainOnClose(app: App): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onRequest', async (request) => {
    if (isClosing && request.url === '/health/ready')
      throw new ProblemError('unavailable', 'The service is shutting down.')
  })
  app.addHook('onSend', async (_, reply, payload) => {
    if (isClosing) reply.header('connection', 'close')
    return payload
  })
}
