import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../src/database/client.ts'
import { findFreePort } from '../src/lib/freePort.ts'
import { projectPath } from '../src/lib/root.ts'
import { createMeasures } from '../src/monitoring/measures.ts'
import { type MeasuresServer, serveMeasures } from '../src/monitoring/server.ts'
import { anAuthor } from './support/factories.ts'
import { query } from './support/postgres.ts'
import { aServiceProcess } from './support/process.ts'
import { aDatabase, aService, type TestService } from './support/service.ts'
import { aColleague } from './support/writing.ts'

describe('/metrics', () => {
  let service: TestService
  let server: MeasuresServer
  const faults: unknown[] = []

  beforeAll(async () => {
    const measures = createMeasures()
    service = await aService({ measures })
    server = await serveMeasures(measures, { host: '127.0.0.1', port: 0 }, (error) => faults.push(error))
  })

  afterAll(async () => {
    await server.close()
    expect(faults).toEqual([])
  })

  const read = async () => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text()

  /** The value of one series as it is now. */
  async function measured(series: string): Promise<number | undefined> {
    const line = (await read()).split('\n').find((one) => one.startsWith(`${series} `))
    return line === undefined ? undefined : Number(line.slice(series.length))
  }

  test('counts requests by their route, never by their path', async () => {
    const { id } = await anAuthor(service, {})
    const series =
      'copydesk_request_duration_seconds_count{method="GET",route="/v1/authors/:author",status="200"}'

    await service.client.get(`/v1/authors/${id}?fields=name`).expect(200)
    await service.client.get('/hush/hush').expect(404)

    await expect.poll(() => measured(series)).toBe(1)
    const text = await read()
    expect(text).toContain('route="unknown",status="404"')
    expect(text).not.toContain('hush')
    expect(text).not.toContain(id)
  })

  test('counts where public answers come from, the shortest way included', async () => {
    const { id } = await anAuthor(service, {})
    const { get } = await aColleague(service, 'reader')
    const counts = () =>
      Promise.all(
        ['database', 'memory', 'shortcut'].map((from) =>
          measured(`copydesk_public_answers_total{from="${from}"}`),
        ),
      )
    const before = await counts()
    const grown = async () => (await counts()).map((count, index) => (count ?? 0) - (before[index] ?? 0))
    let asked = 0

    await expect
      .poll(async () => {
        await service.client.get(`/v1/authors/${id}`).expect(200)
        await get(`/v1/authors/${id}`).expect(200)
        asked += 2
        return Math.min(...(await grown()))
      })
      .toBeGreaterThan(0)

    expect((await grown()).reduce((sum, count) => sum + count)).toBe(asked)
  })

  test('tells of the pool and the event loop', async () => {
    expect(await measured('copydesk_database_connections{state="idle"}')).toBeGreaterThan(0)
    expect(await measured('copydesk_database_connections{state="wanted"}')).toBe(0)
    expect(await measured('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
  })

  test('tells how far behind the world is', async () => {
    const { post } = await aColleague(service, 'admin')
    const hook = { name: 'Away', url: 'https://receiver.test/hook' }
    const { id } = (await post('/v1/webhooks').send(hook).expect(201)).body
    const lag = (await measured('copydesk_event_lag{reader="webhooks"}')) ?? Number.NaN
    await anAuthor(service, {})
    await query(
      service.url,
      `INSERT INTO webhook_delivery (webhook_id, event_id, type, subject, next_attempt_at, created_at)
       VALUES ($1, gen_random_uuid(), 'webhook.test', 'x', moment() - interval '1 minute', moment())`,
      [id],
    )

    expect(await measured('copydesk_event_lag{reader="webhooks"}')).toBe(lag + 1)
    expect(await measured('copydesk_deliveries_pending')).toBe(1)
    expect(await measured('copydesk_deliveries_overdue_seconds')).toBeGreaterThanOrEqual(60)
    expect(await measured('copydesk_database_up')).toBe(1)
  })

  test('says that the database is away, and what it knows without it', async () => {
    const measures = createMeasures()
    const away = openDatabase('postgres://127.0.0.1:1/nothing', { maxConnections: 1 })
    await aService({ measures }, { database: away })

    const { text } = await measures.read()
    await away.close()

    expect(text).toContain('copydesk_database_up 0')
    expect(text).toContain('copydesk_database_connections{state="busy"} 0')
    expect(text).not.toMatch(/^copydesk_event_lag\{/m)
  })

  test('has nothing else at its port, and is not at the port of the service', async () => {
    expect((await fetch(`http://127.0.0.1:${server.port}/v1/articles`)).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${server.port}/metrics`, { method: 'POST' })).status).toBe(404)
    await service.client.get('/metrics').expect(404)
  })

  test('has all that the dashboard shows', async () => {
    const dashboard = JSON.parse(
      readFileSync(projectPath('src/monitoring/grafana.json'), 'utf8'),
    ) as Dashboard
    const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
    const names = new Set(shown.flatMap((expr) => expr.match(/\b(?:copydesk|nodejs|process)_\w+/g) ?? []))
    const text = await read()

    expect(names.size).toBeGreaterThan(8)
    expect([...names].filter((name) => !new RegExp(`^${name}[{ ]`, 'm').test(text))).toEqual([])
  })
})

interface Dashboard {
  panels: { targets: { expr: string }[] }[]
}

interface Span {
  name: string
  attributes: { key: string; value: { stringValue?: string } }[]
}

test('a service that is told to measures and traces itself, and says no query to anybody', async () => {
  const { url, drop } = await aDatabase()
  const collector = await aCollector()
  const metricsPort = String(await findFreePort())
  const service = await aServiceProcess({
    DATABASE_URL: url,
    METRICS_PORT: metricsPort,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  })
  await fetch(`${service.url}/v1/articles?limit=1&count=exact`)

  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  await service.stop()

  const asked = collector.spans().find(({ name }) => name === 'GET /v1/articles')
  const path = asked?.attributes.find(({ key }) => key === 'url.path')?.value.stringValue
  await collector.close()
  await drop()
  expect(text).toContain('copydesk_database_up 1')
  expect(path).toBe('/v1/articles')
  expect(collector.received()).toContain('"copydesk"')
  expect(collector.received()).not.toContain('count=exact')
})

/** Somebody who gets traces by OTLP. */
async function aCollector() {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(Buffer.concat(chunks).toString())
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => bodies.join('\n'),
    spans: (): Span[] =>
      bodies.flatMap((body) =>
        JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Span[] }[] }) =>
          scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
