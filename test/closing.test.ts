import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { aService } from './support/service.ts'

test('a service that closes does not wait for a connection on which nobody asked for anything', async () => {
  const { app } = await aService()
  const { port } = app.server.address() as AddressInfo
  const socket = connect({ port, host: '127.0.0.1' })
  await once(socket, 'connect')

  await app.close()

  expect(app.server.listening).toBe(false)
})
