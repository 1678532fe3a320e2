import { STATUS_CODES } from 'node:http'
import { createServer } from 'node:net'

// Somebody who is told of events, in a process of its own. Says when each arrived, by the clock that all processes share. It does
// no more of HTTP/1.1 than that takes: what it costs is taken from the service here, and elsewhere from another machine.

let status = 204
const arrivals: { id: string; at: number }[] = []

const server = createServer({ noDelay: true }, (socket) => {
  let received: Buffer = Buffer.alloc(0)
  // Whoever goes away in the middle has had what it wanted.
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (let request = readRequest(received); request; request = readRequest(received)) {
      received = received.subarray(request.byteCount)
      socket.write(answerTo(request.head))
    }
  })
})

server.listen(Number(process.env['PORT']), '127.0.0.1')

/** The first request that was received; null while it is not all here. One that has a body says here how long that is. */
function readRequest(received: Buffer): { head: string; byteCount: number } | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const byteCount = end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  return received.length < byteCount ? null : { head, byteCount }
}

function answerTo(head: string): string {
  const [method, path = '/'] = head.split(' ', 2)
  if (method === 'POST') {
    const id = String(/\r\nwebhook-id: (\S+)/i.exec(head)?.[1])
    if (status < 300) arrivals.push({ id, at: monotonicMs() })
    return answer(status)
  }
  if (method === 'PUT') {
    status = Number(path.split('/').at(-1))
    return answer(204)
  }
  // To ask for all of them often would take the time that is measured.
  return answer(200, JSON.stringify(path === '/count' ? { count: arrivals.length } : arrivals))
}

/** One without content must not say how long it is (RFC 9110, 8.6). */
function answer(code: number, content = ''): string {
  const length = code === 204 ? '' : `content-length: ${Buffer.byteLength(content)}\r\n`
  return `HTTP/1.1 ${code} ${STATUS_CODES[code]}\r\n${length}\r\n${content}`
}

function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
