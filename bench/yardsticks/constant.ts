import Fastify from 'fastify'

// Yardstick: what Fastify alone can do. Answers every GET with the bytes that it was given last.

interface Constant {
  status: number
  body: string
}

let status = 200
let body: Buffer = Buffer.from('')

const app = Fastify()

app.put<{ Body: Constant }>('/', (request, reply) => {
  status = request.body.status
  body = Buffer.from(request.body.body)
  reply.code(204).send()
})

app.get('/*', (_, reply) => {
  reply.code(status).type('application/json; charset=utf-8').send(body)
})

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
