import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { pause } from './faults.ts'

/** A connection to a service, to say anything on; errors of it are no news. */
export async function aConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** What a service says that has no time, as it may have none on a busy machine: whoever asks again gets an answer. */
const overloaded = 'more to do than it can'

/** Asks until there is time for an answer. */
export async function insistOn<Answer>(
  ask: () => Promise<Answer>,
  textOf: (answer: Answer) => string,
): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (!textOf(answer).includes(overloaded)) return answer
    await pause(500)
  }
}

/** What comes back for bytes until the service closes the connection, or has said nothing for so long. */
export function exchange(url: string, bytes: string | Buffer, silenceMs = 2000): Promise<string> {
  return insistOn(
    () => exchangeOnce(url, bytes, silenceMs),
    (received) => received,
  )
}

async function exchangeOnce(url: string, bytes: string | Buffer, silenceMs: number): Promise<string> {
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
