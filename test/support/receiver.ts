import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { atEnd } from './ending.ts'

/** A request as a receiver of webhooks gets it. */
export interface Received {
  method: string
  id: string
  headers: IncomingHttpHeaders
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: what is sent is the test's to know
  body: any
}

/** What a receiver answers; undefined: nothing, ever. */
export type Reaction = { status: number; headers?: Record<string, string>; body?: string } | undefined

/** Somebody on this machine who is told of events. */
export interface Receiver {
  url: string
  port: number
  /** What arrived, oldest first. */
  received: Received[]
  /** How it answers; 204 until a test says otherwise. */
  react: (received: Received) => Reaction | Promise<Reaction>
  close(): Promise<void>
}

export async function aReceiver(port = 0): Promise<Receiver> {
  const receiver: Receiver = { url: '', port: 0, received: [], react: () => ({ status: 204 }), close }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const method = request.method ?? ''
    const received = {
      method,
      id: String(request.headers['webhook-id']),
      headers: request.headers,
      text,
      body: null,
    }
    if (text !== '') received.body = JSON.parse(text)
    receiver.received.push(received)
    const reaction = await receiver.react(received)
    if (reaction) response.writeHead(reaction.status, reaction.headers).end(reaction.body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  receiver.port = (server.address() as AddressInfo).port
  receiver.url = `http://127.0.0.1:${receiver.port}/hook`
  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  atEnd(close)
  return receiver
}
