import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection to a service, to say anything on; errors of it are no news. */
export async function aConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** What comes back for bytes until the service closes the connection, or has said nothing for so long. */
export async function exchange(url: string, bytes: string | Buffer, silenceMs = 2000): Promise<string> {
  const socket = await aConnection(url)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.setTimeout(silenceMs, () => socket.destroy())
  socket.write(bytes)
  if (!socket.closed) await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

/** The statuses of all answers in what came back. */
export function statusesIn(received: string): number[] {
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}
