import type { AddressInfo } from 'node:net'
import supertest from 'supertest'
import type { App } from '../../src/http/app.ts'
import type { OpenApiDocument } from '../../src/http/openapi.ts'
import { type Answer, contractOf } from './contract.ts'

type Test = ReturnType<ReturnType<typeof supertest>['get']>

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const

/** supertest, whose every answer has to be as the OpenAPI document says, or the request fails. */
export type Client = Record<(typeof methods)[number], (url: string) => Test> & {
  /** The same check for an answer that came by another way. */
  check(answer: Answer): void
}

/** Where a service of this process listens; its `publicUrl` is what it tells the world. */
export function addressOf({ server }: Pick<App, 'server'>): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export function clientOf(app: App): Client {
  const check = contractOf(app.swagger() as OpenApiDocument)
  const requests = methods.map((method) => {
    const send = (url: string) =>
      supertest(app.server)
        [method](url)
        // A coding has an ETag of its own; supertest asks for one with some methods only.
        .set('accept-encoding', 'identity')
        .expect((response) => check(answerTo(method, url, response)))
    return [method, send] as const
  })
  return { ...(Object.fromEntries(requests) as Omit<Client, 'check'>), check }
}

function answerTo(method: string, url: string, { status, headers, text }: supertest.Response): Answer {
  return { method: method.toUpperCase(), url, status, headers, body: text ?? '' }
}
