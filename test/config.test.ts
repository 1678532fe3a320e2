import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigurationError, readConfig } from '../src/config.ts'

const oidcIssuer = { OIDC_ISSUER: 'https://login.example' }
const adminKey = `cd_${'a'.repeat(8)}_${'B'.repeat(32)}`

/** The message of the error that an environment is refused with. */
function refusalOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  throw new Error('was not refused')
}

describe('readConfig', () => {
  test('works without any variable', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDirectory: resolve('.copydesk'),
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      publicUrl: undefined,
      articleUrl: undefined,
      siteName: undefined,
      bootstrapAdminKey: undefined,
      isReadPublic: true,
      isSeeded: true,
      cacheMaxBytes: 64 * 1024 * 1024,
      rates: { perAddress: 6000, perKey: 6000, failedLogins: 60 },
      redisUrl: undefined,
      trustedProxies: [],
      corsOrigins: [],
      oidc: undefined,
      encryptionKey: undefined,
      webhookAllowHosts: [],
      purge: undefined,
      metricsPort: undefined,
      tracing: undefined,
      drainSeconds: 0,
      logLevel: 'info',
      environment: 'development',
    })
  })

  test('takes an empty variable for an unset one', () => {
    const empty = { HOST: '', PORT: '', DATABASE_URL: '', PUBLIC_READ: '', OIDC_ISSUER: '', NODE_ENV: '' }

    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  test.each([
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', '::1', { host: '::1' }],
    ['HOST', 'copydesk_api.internal', { host: 'copydesk_api.internal' }],
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['CACHE_MAX_BYTES', '0', { cacheMaxBytes: 0 }],
    ['CACHE_MAX_BYTES', '268435456', { cacheMaxBytes: 268_435_456 }],
    ['DATA_DIR', '/var/lib/copydesk', { dataDirectory: '/var/lib/copydesk' }],
    ['DATA_DIR', 'news', { dataDirectory: resolve('news') }],
    ['DATABASE_URL', 'postgres://a:b@c/d', { databaseUrl: 'postgres://a:b@c/d' }],
    ['DATABASE_URL', 'postgresql://one,two:5433/d', { databaseUrl: 'postgresql://one,two:5433/d' }],
    ['PUBLIC_URL', 'https://cms.example/', { publicUrl: 'https://cms.example' }],
    ['PUBLIC_URL', 'http://127.0.0.1:8080', { publicUrl: 'http://127.0.0.1:8080' }],
    ['ARTICLE_URL', 'https://a.example/{slug}', { articleUrl: 'https://a.example/{slug}' }],
    ['ARTICLE_URL', 'https://a.example/?story={id}', { articleUrl: 'https://a.example/?story={id}' }],
    ['SITE_NAME', 'The Daily News', { siteName: 'The Daily News' }],
    ['BOOTSTRAP_ADMIN_KEY', adminKey, { bootstrapAdminKey: adminKey }],
    ['PUBLIC_READ', 'false', { isReadPublic: false }],
    ['RATE_LIMIT_ADDRESS', '0', { rates: { perAddress: 0, perKey: 6000 } }],
    ['RATE_LIMIT_KEY', '100', { rates: { perKey: 100 } }],
    ['RATE_LIMIT_LOGINS', '5', { rates: { failedLogins: 5 } }],
    ['REDIS_URL', 'rediss://user:secret@redis:6379/1', { redisUrl: 'rediss://user:secret@redis:6379/1' }],
    ['TRUST_PROXY', '10.0.0.0/8,::1,fd00::/8', { trustedProxies: ['10.0.0.0/8', '::1', 'fd00::/8'] }],
    ['CORS_ORIGINS', '*', { corsOrigins: ['*'] }],
    [
      'CORS_ORIGINS',
      'https://News.example/,http://localhost:5173',
      { corsOrigins: ['https://news.example', 'http://localhost:5173'] },
    ],
    ['METRICS_PORT', '9464', { metricsPort: 9464 }],
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'http://collector:4318',
      { tracing: { endpoint: 'http://collector:4318', serviceName: 'copydesk' } },
    ],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['NODE_ENV', 'production', { environment: 'production', isSeeded: false }],
    ['SEED', 'none', { isSeeded: false }],
    ['ENCRYPTION_KEY', `${'A'.repeat(43)}=`, { encryptionKey: Buffer.alloc(32) }],
    [
      'WEBHOOK_ALLOW_HOSTS',
      '127.0.0.1,localhost,::1',
      { webhookAllowHosts: ['127.0.0.1', 'localhost', '::1'] },
    ],
    [
      'PURGE_URL',
      'http://a:6081,http://b',
      { purge: { urls: ['http://a:6081', 'http://b'], method: 'varnish-xkey' } },
    ],
  ])('accepts %s=%s', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected)
  })

  test.each([
    ['HOST', 'http://localhost'],
    ['HOST', 'two hosts'],
    ['PORT', '65536'],
    ['ENCRYPTION_KEY', 'hunter2'],
    ['ENCRYPTION_KEY', 'A'.repeat(44)],
    ['WEBHOOK_ALLOW_HOSTS', 'http://localhost'],
    ['PURGE_URL', 'varnish'],
    ['PORT', '-1'],
    ['PORT', '080'],
    ['PORT', '0x10'],
    ['PORT', '1e2'],
    ['PORT', ' 5'],
    ['PORT', '٣'],
    ['CACHE_MAX_BYTES', '-1'],
    ['CACHE_MAX_BYTES', '64MiB'],
    ['DATABASE_URL', 'mysql://a/b'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'host=secret-host'],
    ['DATABASE_DIRECT_URL', 'mysql://a/b'],
    ['PUBLIC_URL', 'cms.example'],
    ['PUBLIC_URL', 'ftp://cms.example'],
    ['PUBLIC_URL', 'https://cms.example/path'],
    ['PUBLIC_URL', 'https://cms.example?a=b'],
    ['PUBLIC_URL', 'https://cms.example/?'],
    ['PUBLIC_URL', 'https://cms.example/#top'],
    ['PUBLIC_URL', 'https://user:secret@cms.example'],
    ['ARTICLE_URL', 'https://a.example/story'],
    ['ARTICLE_URL', 'javascript:{slug}'],
    ['ARTICLE_URL', '/{slug}'],
    ['BOOTSTRAP_ADMIN_KEY', 'secret'],
    ['BOOTSTRAP_ADMIN_KEY', adminKey.slice(0, -1)],
    ['BOOTSTRAP_ADMIN_KEY', `${adminKey}\n`],
    ['PUBLIC_READ', 'yes'],
    ['PUBLIC_READ', 'TRUE'],
    ['RATE_LIMIT_KEY', '-1'],
    ['RATE_LIMIT_ADDRESS', 'unlimited'],
    ['RATE_LIMIT_LOGINS', '1.5'],
    ['REDIS_URL', 'http://redis'],
    ['METRICS_PORT', 'on'],
    ['CORS_ORIGINS', 'news.example'],
    ['CORS_ORIGINS', 'https://*.news.example'],
    ['CORS_ORIGINS', 'https://news.example/path'],
    ['CORS_ORIGINS', 'null'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', 'loopback'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '::/00'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['OIDC_ISSUER', 'http://login.example'],
    ['OIDC_ISSUER', 'https://login.example/?tenant=1'],
    ['OIDC_ISSUER', 'http://localhost.example'],
    ['LOG_LEVEL', 'loud'],
    ['SEED', 'true'],
    ['NODE_ENV', 'staging'],
  ])('refuses %s=%j, and says what would be right', (name, value) => {
    const message = refusalOf({
      DATABASE_URL: 'postgres://a/b',
      OIDC_AUDIENCE: 'copydesk',
      ...oidcIssuer,
      [name]: value,
    })

    expect(message).toMatch(new RegExp(`^${name} must be .+$`))
  })

  test.each([
    'HOST',
    'PORT',
    'DATABASE_URL',
    'DATABASE_DIRECT_URL',
    'PUBLIC_URL',
    'ARTICLE_URL',
    'BOOTSTRAP_ADMIN_KEY',
    'ENCRYPTION_KEY',
    'PURGE_TOKEN',
    'REDIS_URL',
    'TRUST_PROXY',
    'PUBLIC_READ',
    'OIDC_ISSUER',
    'LOG_LEVEL',
    'SEED',
    'NODE_ENV',
  ])('keeps the refused value of %s to itself', (name) => {
    expect(refusalOf({ [name]: 'hush hush' })).not.toContain('hush')
  })

  test('tells of every fault, each in its own line', () => {
    const message = refusalOf({ PORT: 'http', LOG_LEVEL: 'loud', OIDC_ISSUER: 'https://login.example' })

    expect(message.split('\n')).toEqual([
      'PORT must be a whole number from 0 to 65535, in decimal digits',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
      'OIDC_AUDIENCE must be set too where OIDC_ISSUER is',
    ])
  })

  test('sends direct connections to the database that serves the others', () => {
    const pooled = 'postgres://pooler/news'
    const direct = 'postgres://primary/news'

    expect(readConfig({ DATABASE_URL: pooled }).databaseDirectUrl).toBe(pooled)
    expect(readConfig({ DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct }).databaseDirectUrl).toBe(direct)
    expect(refusalOf({ DATABASE_DIRECT_URL: direct })).toMatch(/^DATABASE_URL must be set/)
  })

  test.each(['https://login.example/news', 'http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:80'])(
    'believes the tokens of %s',
    (issuer) => {
      const { oidc } = readConfig({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'copydesk' })

      expect(oidc).toEqual({ issuer, audience: 'copydesk', roleClaim: 'role' })
    },
  )

  test('refuses an audience of no issuer, for it would look as if tokens were checked', () => {
    expect(refusalOf({ OIDC_AUDIENCE: 'copydesk' })).toBe(
      'OIDC_ISSUER must be set too where OIDC_AUDIENCE is',
    )
  })

  test('seeds in production only where it is told to', () => {
    expect(readConfig({ NODE_ENV: 'production', SEED: 'article' }).isSeeded).toBe(true)
  })

  test('is frozen, all the way down', () => {
    const config = readConfig({ ...oidcIssuer, OIDC_AUDIENCE: 'copydesk' })

    expect(Object.isFrozen(config)).toBe(true)
    expect(Object.isFrozen(config.oidc)).toBe(true)
  })
})
