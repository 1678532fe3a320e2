import Fastify from 'fastify'

// Somebody who is told of events, in a process of its own. Says when each arrived, by the clock that all processes share.

let status = 204
const arrivals: { id: string; at: number }[] = []

const app = Fastify()
app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))

app.post('/', (request, reply) => {
  if (status < 300) arrivals.push({ id: String(request.headers['webhook-id']), at: monotonicMs() })
  reply.code(status).send()
})

app.put<{ Params: { status: string } }>('/status/:status', (request, reply) => {
  status = Number(request.params.status)
  reply.code(204).send()
})

app.get('/', () => arrivals)

// To ask for all of them often would take the time that is measured.
app.get('/count', () => ({ count: arrivals.length }))

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })

function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
