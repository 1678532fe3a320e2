import type { Socket } from 'node:net'
import type { App } from './app.ts'

/** Milliseconds that a connection is given to send its first byte once the service closes; what was on its way is here by then. */
const patienceMs = 500

/**
 * Cuts connections on which nobody ever asked for anything when the service closes. Browsers and HTTP clients open some ahead
 * of time; Node takes them for busy, so `closeIdleConnections` leaves them and the service would wait for them (Node 20 to 24).
 */
export function cutSilentConnections(app: App): void {
  const open = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  app.addHook('preClose', async () => {
    setTimeout(() => {
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
    }, patienceMs)
  })
}
