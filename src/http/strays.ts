import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyReply } from 'fastify'
import type { App } from './app.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Ends the request, if any, in whose work an error came up that nobody caught. Called by whoever hears of such errors. */
    endWithStray(error: unknown): void
  }
}

/**
 * An error that nobody catches (in a callback, in a promise that nobody awaits) leaves its request without an answer. The
 * request is ended here, and everything else goes on: nothing that a request leaves half done is shared with others, for
 * what it changes is a transaction, and what is kept is whole.
 */
export function endStrays(app: App): void {
  const replies = new AsyncLocalStorage<FastifyReply>()
  app.addHook('onRequest', (_, reply, done) => replies.run(reply, done))
  app.decorate('endWithStray', (thrown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const reply = replies.getStore()
    const log = reply?.request.log ?? app.log
    log.fatal({ err: error }, 'nobody caught an error')
    if (reply === undefined || reply.raw.writableEnded) return
    // An answer that has begun has no better way to say that it failed.
    if (reply.sent || reply.raw.headersSent) reply.raw.destroy()
    else reply.send(error)
  })
}
