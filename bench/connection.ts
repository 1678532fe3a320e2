import { once } from 'node:events'
import { connect } from 'node:net'

/** A request as a workload says it. */
export interface Request {
  method: 'GET' | 'PUT' | 'POST' | 'PATCH'
  path: string
  headers?: Readonly<Record<string, string>>
  body?: unknown
}

/** One kept-alive connection with one request under way at a time. */
export interface Connection {
  /** Sends a request and returns the status of its answer, once all of that is here. */
  send(request: Request): Promise<number>
  close(): void
}

/**
 * A client of HTTP/1.1 that does no more than time answers. Whatever the load costs is taken from the server on a machine
 * with few cores, and Node's own clients cost more than a bare Fastify does.
 */
export async function openConnection(port: number): Promise<Connection> {
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null
  let received = nothing
  let answer: Head | null = null
  let missingBytes = 0

  const fail = (error: Error) => waiting?.reject(error)
  const read = (chunk: Buffer) => {
    if (answer) {
      missingBytes -= chunk.length
    } else {
      received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk
      answer = readHead(received)
      if (!answer) {
        received = Buffer.from(received)
        return
      }
      if (answer.bodyBytes === null) return fail(new Error('An answer does not say how long it is'))
      missingBytes = answer.headBytes + answer.bodyBytes - received.length
      received = nothing
    }
    if (missingBytes > 0) return
    const { status } = answer
    answer = null
    waiting?.resolve(status)
  }
  // One buffer for all that comes: to clear away one for each answer would hold up others, and count as the server's time.
  const callback = (byteCount: number, buffer: Uint8Array) => {
    read((buffer as Buffer).subarray(0, byteCount))
    return true
  }
  const onread = { buffer: Buffer.alloc(readBytes), callback }
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server closed the connection')))
  await once(socket, 'connect')
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(encode(request))
      }),
    close: () => socket.destroy(),
  }
}

const readBytes = 65_536

const nothing: Buffer = Buffer.alloc(0)

interface Head {
  status: number
  headBytes: number
  /** Null where it does not say: all that is timed here has a Content-Length, or no body (RFC 9112, 6.3). */
  bodyBytes: number | null
}

/** Null while it is not all here. */
function readHead(received: Buffer): Head | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const headBytes = end + 4
  if (status === 304 || status === 204) return { status, headBytes, bodyBytes: 0 }
  return { status, headBytes, bodyBytes: length === undefined ? null : Number(length) }
}

/** Workloads that read use the same request objects again and again. */
const encoded = new WeakMap<Request, Buffer>()

function encode(request: Request): Buffer {
  const known = encoded.get(request)
  if (known) return known
  const { method, path, headers = {}, body } = request
  const content = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const fields = {
    host: 'localhost',
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': content.length }),
    ...headers,
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  const bytes = Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), content])
  encoded.set(request, bytes)
  return bytes
}
