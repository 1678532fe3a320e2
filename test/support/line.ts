import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import type { App } from '../../src/http/app.ts'
import { atEnd } from './ending.ts'

/** A connection between a client and a service that can break. */
export interface Line {
  url: string
  /** How many requests reached the service. */
  readonly requestCount: number
  /** Loses the next so many answers: the service has done what was asked, and the client never hears of it. */
  loseAnswers(count: number): void
}

export async function aLineTo(app: App): Promise<Line> {
  const { port } = app.server.address() as AddressInfo
  let requestCount = 0
  let toLose = 0
  const line = createServer((client) => {
    const service = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [client, service],
      [service, client],
    ] as const) {
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
    client.on('data', (bytes) => {
      if (/^[A-Z]+ \/\S* HTTP/.test(bytes.toString('latin1'))) requestCount += 1
      service.write(bytes)
    })
    service.on('data', (bytes) => {
      if (toLose === 0) return void client.write(bytes)
      toLose -= 1
      client.destroy()
    })
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  atEnd(() => void line.close())
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    get requestCount() {
      return requestCount
    },
    loseAnswers(count) {
      toLose = count
    },
  }
}
