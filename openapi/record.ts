import pg from 'pg'
import { plantSeed } from '../prisma/seed/seed.ts'
import { bootstrapAdminKey } from '../src/access/bootstrap.ts'
import { type AppOptions, buildApp } from '../src/app.ts'
import { openDatabase } from '../src/database/client.ts'
import { openListener } from '../src/database/listener.ts'
import { migrate } from '../src/database/migrate.ts'
import type { App } from '../src/http/app.ts'
import type { Example, Operation } from '../src/http/contract.ts'
import type { RecordedExamples, RecordedProblems } from '../src/http/documentExamples.ts'
import type { OpenApiDocument } from '../src/http/openapi.ts'
import { openOutgoing } from '../src/http/outgoing.ts'
import { provokeLimit, provokeProblems } from './provoke.ts'

/** The origin that the committed document names; a running service names its own. */
const publicUrl = 'http://localhost:3000'

/** When everything in the examples happens. */
const exampleMoment = '2026-11-23T08:00:00.000Z'

const adminKey = 'cd_Examples_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'

/** The document as the service on this database describes itself. */
export async function readDocument(databaseUrl: string): Promise<OpenApiDocument> {
  const document = await withApp(databaseUrl, async (app) => app.swagger())
  // As a reader gets it: without what JSON leaves out.
  return JSON.parse(JSON.stringify(document))
}

/** "Examples" and nothing else. */
const webhookSecret = 'whsec_RXhhbXBsZXMgYW5kIG5vdGhpbmcgZWxzZSwgZXZlci4='

/**
 * The answers of all operations to their own examples, each on a database that holds nothing but the seed. Whatever
 * differs from run to run (new ids, secrets) is given a name that stays.
 */
export async function recordExamples(databaseUrl: string): Promise<RecordedExamples> {
  return atExampleMoment(databaseUrl, (empty) =>
    withApp(databaseUrl, async (app, reset) => {
      const recorded: RecordedExamples = {}
      let isDirty = true
      for (const operation of app.operations.values()) {
        if (isDirty) {
          await empty()
          await reset()
        }
        isDirty = operation.isWriting || operation.example.after !== undefined
        recorded[operation.operationId] = await record(app, operation)
      }
      return recorded
    }),
  )
}

/** One problem of each kind that operations answer, in the same newsroom. */
export async function recordProblems(databaseUrl: string): Promise<RecordedProblems> {
  const problems = await atExampleMoment(databaseUrl, async (empty) => {
    await empty()
    const provoked = await withApp(databaseUrl, async (app, reset) => {
      await reset()
      return provokeProblems(app, databaseUrl, adminKey)
    })
    const rates = { perAddress: 1, perKey: 0, failedLogins: 0 }
    return { ...provoked, ...(await withApp(databaseUrl, provokeLimit, { rates })) }
  })
  return steady(problems) as RecordedProblems
}

/** Works on a database whose clock stands still; `empty` leaves no row in it. */
async function atExampleMoment<Result>(
  databaseUrl: string,
  work: (empty: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  await migrate(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz(3) LANGUAGE sql STABLE PARALLEL SAFE
      AS $$ SELECT timestamptz '${exampleMoment}' $$`)
    return await work(async () => {
      await client.query(
        'TRUNCATE author, topic, article, event, api_key, idempotency_record, webhook CASCADE',
      )
      await client.query('UPDATE event_counter SET last_seq = 0')
    })
  } finally {
    await client.end()
  }
}

async function withApp<Result>(
  databaseUrl: string,
  work: (app: App, reset: () => Promise<void>) => Promise<Result>,
  more: Pick<AppOptions, 'rates'> = {},
): Promise<Result> {
  const database = openDatabase(databaseUrl, { maxConnections: 4 })
  const listener = await openListener(databaseUrl)
  const articleUrlPattern = `${publicUrl}/v1/articles/{slug}`
  const outgoing = openOutgoing([])
  const webhooks = { outgoing, encryptionKey: Buffer.alloc(32) }
  const services = { database, listener, publicUrl, articleUrlPattern, ...webhooks }
  const options = {
    logger: false,
    isTimed: false,
    isReadPublic: true,
    cacheMaxBytes: 0,
    oidc: undefined,
    ...more,
  } as const
  const app = await buildApp(services, options)
  try {
    return await work(app, async () => {
      await plantSeed(database)
      await bootstrapAdminKey(database, adminKey, '')
    })
  } finally {
    await app.close()
    await outgoing.close()
    await listener.close()
    await database.close()
  }
}

async function record(app: App, operation: Operation): Promise<RecordedExamples[string]> {
  const { example, method, operationId } = operation
  for (const request of example.after ?? [])
    refuseFailure(operationId, await send(app, request.method ?? 'POST', request))
  const response = await send(app, method, example)
  refuseFailure(operationId, response)
  const contentType = String(response.headers['content-type'] ?? '').split(';', 1)[0] ?? ''
  const body = contentType.endsWith('json') ? steady(response.json()) : response.body
  return { status: response.statusCode, contentType, body }
}

function send(app: App, method: string, { url, body, headers }: Example) {
  return app.inject({
    method: method as 'GET',
    url,
    headers: {
      authorization: `Bearer ${adminKey}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
}

function refuseFailure(
  operationId: string,
  { statusCode, body }: { statusCode: number; body: string },
): void {
  if (statusCode >= 400)
    throw new Error(`The example of ${operationId} was refused with ${statusCode}: ${body}`)
}

/** Ids of the seed and of the examples begin like this; all others are new in each run. */
const steadyId = '019b1f00-'

function steady(body: unknown): unknown {
  const names = new Map<string, string>()
  const text = JSON.stringify(body)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (id.startsWith(steadyId)) return id
      const name = names.get(id) ?? `${steadyId}0000-7000-8000-${String(1000 + names.size).padStart(12, '0')}`
      names.set(id, name)
      return name
    })
    .replace(/cd_[A-Za-z0-9]{8}_[A-Za-z0-9]{32,}/g, adminKey)
    .replace(/whsec_[A-Za-z0-9+/]{43}=/g, webhookSecret)
    .replace(/"prefix":"[^"]+"/g, '"prefix":"Examples"')
  return JSON.parse(text)
}
