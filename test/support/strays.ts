import { subscribe } from 'node:diagnostics_channel'
import type { FastifyRequest } from 'fastify'

/*
 * Loaded into a service before it starts: requests that ask for it have an error that nobody catches, in a callback or in a
 * promise that nobody awaits, while their handler works.
 */
subscribe('tracing:fastify.request.handler:start', (message) => {
  const { headers } = (message as { request: FastifyRequest }).request
  if (headers['x-stray'] === 'exception') {
    setImmediate(() => {
      throw new Error('A stray exception')
    })
  }
  if (headers['x-stray'] === 'rejection') Promise.reject(new Error('A stray rejection'))
})
