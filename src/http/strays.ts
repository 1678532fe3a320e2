import type { FastifyReply } from 'fastify'
import type { App } from './app.ts'
import { limits } from './limits.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Ends requests that an error which nobody caught leaves without an answer. Called by whoever hears of such errors. */
    endStrays(error: unknown): void
  }
}

/** Milliseconds. Longer than the last byte of a request may take to come, or a long poll waits for something new. */
const patienceMs = Math.max(limits.requestMs, limits.waitSeconds * 1000) + 5000

/**
 * An error that nobody catches (in a callback, in a promise that nobody awaits) may leave its request without an answer, and
 * does not say which that was. So those under way at the time are ended that still are when nobody would answer them any
 * more; a stream among them goes on where it was by its cursor. Everything else goes on: nothing that a request leaves half
 * done is shared with others, for what it changes is a transaction, and what is kept is whole. (`AsyncLocalStorage` would
 * know the request, at a sixth of what an answer from memory takes: on Node 20 each callback and promise pays for it.)
 */
export function endStrays(app: App): void {
  const underWay = new Set<FastifyReply>()
  app.addHook('onRequest', (_, reply, done) => {
    underWay.add(reply)
    reply.raw.once('close', () => underWay.delete(reply))
    done()
  })
  app.decorate('endStrays', (thrown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    app.log.fatal({ err: error }, 'nobody caught an error')
    const suspects = [...underWay]
    setTimeout(() => {
      for (const reply of suspects) if (underWay.has(reply)) end(reply, error)
    }, patienceMs).unref()
  })
}

function end(reply: FastifyReply, error: Error): void {
  // It has its answer, and takes its time to read it.
  if (reply.raw.writableEnded) return
  reply.request.log.fatal({ err: error }, 'ended, since nobody caught an error while it was under way')
  // An answer that has begun has no better way to say that it failed.
  if (reply.sent || reply.raw.headersSent) reply.raw.destroy()
  else reply.send(error)
}
