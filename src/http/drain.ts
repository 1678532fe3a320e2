import { setMaxListeners } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
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
  const cutOff = watchConnections(app)
  app.addHook('preClose', async () => {
    app.leave()
    closing.abort()
    cutOff()
  })
  app.addHook('onRequest', async (request) => {
    if (isLeaving && request.url === '/health/ready')
      throw new ProblemError('unavailable', 'The service is shutting down.')
  })
  app.addHook('onSend', async (_, reply, payload) => {
    if (isLeaving) reply.header('connection', 'close')
    return payload
  })
}

/** Milliseconds that who is in the middle of sending a request has left when the service closes. */
const lastWordsMs = 3000

/**
 * Node closes what it takes for idle, waits for the rest, and looks for slow clients no more (20.20): a connection that was
 * opened to be used later, or half a request, would keep the service from ending.
 */
function watchConnections(app: App): () => void {
  const connections = new Set<Socket>()
  const underWay = new Map<Socket, IncomingMessage>()
  app.server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  app.addHook('onRequest', async ({ raw }) => void underWay.set(raw.socket, raw))
  app.addHook('onResponse', async ({ raw }) => void underWay.delete(raw.socket))

  const isWaitedFor = (socket: Socket) => {
    const request = underWay.get(socket)
    return request ? request.complete : socket.writableLength > 0
  }
  return () => {
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
    const cutting = setTimeout(() => {
      for (const socket of connections) if (!isWaitedFor(socket)) socket.destroy()
    }, lastWordsMs)
    cutting.unref()
  }
}
