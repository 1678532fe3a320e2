import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathOf } from '../http/url.ts'
import type { Measures } from './measures.ts'

export interface MeasuresServer {
  port: number
  close(): Promise<void>
}

/** Serves `/metrics` on a port of its own, which only those who watch over the service should reach. */
export async function serveMeasures(
  measures: Measures,
  { host, port }: { host: string; port: number },
  onFault: (error: unknown) => void,
): Promise<MeasuresServer> {
  const server = createServer(async ({ method, url }, response) => {
    if (method !== 'GET' || pathOf(url) !== '/metrics') return void response.writeHead(404).end()
    try {
      const { contentType, text } = await measures.read()
      response.writeHead(200, { 'content-type': contentType }).end(text)
    } catch (error) {
      onFault(error)
      response.writeHead(500).end()
    }
  })
  await once(server.listen(port, host), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
