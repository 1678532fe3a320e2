import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChangeEvent } from '../../src/events/schema.ts'
import type { TestService } from './service.ts'

/** A stream of server-sent events as a browser's EventSource reads it. */
export interface Stream {
  status: number
  headers: IncomingMessage['headers']
  /** What came so far. */
  events: ChangeEvent[]
  /** Lines that are comments: signs of life. */
  comments: string[]
  lastEventId(): string
  /** Resolves when so many events are there. */
  until(count: number): Promise<ChangeEvent[]>
  /** Resolves when the service ended it. */
  ended: Promise<unknown>
  /** Reads no more until it is resumed. */
  response: IncomingMessage
  close(): void
}

export async function aStream(
  { app }: Pick<TestService, 'app'>,
  query = '',
  headers: Record<string, string> = {},
): Promise<Stream> {
  const { port } = app.server.address() as AddressInfo
  const sent: ClientRequest = request({
    port,
    host: '127.0.0.1',
    path: `/v1/changes${query}`,
    headers: { accept: 'text/event-stream', ...headers },
    agent: false,
  })
  sent.end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return read(sent, response)
}

function read(sent: ClientRequest, response: IncomingMessage): Stream {
  const events: ChangeEvent[] = []
  const comments: string[] = []
  let lastEventId = ''
  let text = ''
  const waiting = new Set<() => void>()
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const line of frames.flatMap((frame) => frame.split('\n'))) {
      if (line.startsWith('id: ')) lastEventId = line.slice(4)
      else if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)))
      else if (line.startsWith(':')) comments.push(line)
    }
    for (const wake of waiting) wake()
  })
  // A stream that is closed by its reader breaks off, as it should.
  sent.on('error', () => {})
  response.on('error', () => {})
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    events,
    comments,
    response,
    lastEventId: () => lastEventId,
    async until(count) {
      while (events.length < count) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
      return events
    },
    ended: new Promise((resolve) => response.once('close', resolve)),
    close: () => sent.destroy(),
  }
}
