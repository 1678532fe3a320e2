import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import type { App } from '../../src/http/app.ts'
import type { Answer } from './contract.ts'

/**
 * Sends bytes as they are to a service that listens, and reads what comes back until the service closes the connection;
 * `Connection: close` asks it to.
 */
export async function sendBytes(app: App, bytes: string | Buffer): Promise<Answer> {
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  // A service that has heard enough may close the connection while the rest is still being written.
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(bytes)
  await once(socket, 'close')
  return parse(String(bytes), Buffer.concat(chunks).toString())
}

function parse(sent: string, received: string): Answer {
  const [method = '', url = ''] = sent.split(/[ \r\n]/, 2)
  const [head = '', body = ''] = received.split('\r\n\r\n', 2)
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { method, url, status: Number(statusLine.split(' ')[1]), headers: Object.fromEntries(headers), body }
}
