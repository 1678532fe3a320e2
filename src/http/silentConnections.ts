import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { App } from './app.ts'

/** Milliseconds that a connection is given to send its first byte once the service closes; what was on its way is here by then. */
const patienceMs = 500

/** Milliseconds that somebody is given who has begun to send a request. */
const lastWordsMs = 3000

/**
 * Cuts connections on which nobody ever asked for anything when the service closes, and a little later those on which only
 * half a request came. Browsers and HTTP clients open some ahead of time; Node takes them for busy, so `closeIdleConnections`
 * leaves them, looks for slow clients no more, and the service would wait for them (Node 20 to 24).
 */
export function cutSilentConnections(app: App): void {
  const open = new Set<Socket>()
  // Weak, because an answer that its client did not wait for is told of by no hook.
  const underWay = new WeakMap<Socket, IncomingMessage>()
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  app.addHook('onRequest', ({ raw }, _, done) => {
    underWay.set(raw.socket, raw)
    done()
  })
  app.addHook('onResponse', ({ raw }, _, done) => {
    underWay.delete(raw.socket)
    done()
  })

  const isWaitedFor = (socket: Socket) => {
    const request = underWay.get(socket)
    return request ? request.complete : socket.writableLength > 0
  }
  const cutAfter = (durationMs: number, isCut: (socket: Socket) => boolean) =>
    setTimeout(() => {
      for (const socket of open) if (isCut(socket)) socket.destroy()
    }, durationMs).unref()
  app.addHook('preClose', async () => {
    cutAfter(patienceMs, (socket) => socket.bytesRead === 0)
    cutAfter(lastWordsMs, (socket) => !isWaitedFor(socket))
  })
}
