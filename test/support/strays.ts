import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

/*
 * Loaded into a service before it starts: it has pages whose handlers have an error that nobody catches, in a callback or in
 * a promise that nobody awaits, and either answer nothing after it or have answered before.
 */
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  let areThere = false
  fastify.addHook('onRegister', (instance) => {
    if (!areThere) addPages(instance)
    areThere = true
  })
})

function addPages(app: FastifyInstance): void {
  const page = { schema: { hide: true } }
  const unanswered = () => new Promise<never>(() => {})
  app.get('/strays/exception', page, () => {
    throwLater()
    return unanswered()
  })
  app.get('/strays/rejection', page, () => {
    Promise.reject(new Error('A stray rejection'))
    return unanswered()
  })
  app.get('/strays/stream', page, (_, reply) => {
    throwLater()
    reply.hijack()
    reply.raw.writeHead(200).write('What comes first')
  })
  app.get('/strays/answered', page, async () => {
    throwLater()
    return 'All of it'
  })
}

function throwLater(): void {
  setImmediate(() => {
    throw new Error('A stray exception')
  })
}
