import { isIP } from 'node:net'
import { resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** Its message has a line for each fault: the variable, and what would be right. It never holds a value. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

export type Config = ReturnType<typeof readConfig>

/**
 * The settings of one process, read from environment variables. A variable that is empty counts as unset.
 *
 * @throws {ConfigurationError}
 */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { data: variables, error } = Variables.safeParse(given)
  const faults = [
    ...(error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...findMissing(given),
  ]
  if (variables === undefined || faults.length > 0) throw new ConfigurationError(faults.join('\n'))
  return Object.freeze({
    host: variables.HOST,
    port: variables.PORT,
    dataDirectory: variables.DATA_DIR,
    databaseUrl: variables.DATABASE_URL,
    /** For migrations, LISTEN and jobs, which a pooler between us and Postgres would break. */
    databaseDirectUrl: variables.DATABASE_DIRECT_URL ?? variables.DATABASE_URL,
    /** Without a slash at its end. */
    publicUrl: variables.PUBLIC_URL,
    articleUrl: variables.ARTICLE_URL,
    siteName: variables.SITE_NAME,
    bootstrapAdminKey: variables.BOOTSTRAP_ADMIN_KEY,
    isReadPublic: variables.PUBLIC_READ,
    cacheMaxBytes: variables.CACHE_MAX_BYTES,
    rates: Object.freeze({
      perAddress: variables.RATE_LIMIT_ADDRESS,
      perKey: variables.RATE_LIMIT_KEY,
      failedLogins: variables.RATE_LIMIT_LOGINS,
    }),
    redisUrl: variables.REDIS_URL,
    trustedProxies: variables.TRUST_PROXY,
    corsOrigins: variables.CORS_ORIGINS,
    oidc: readOidc(variables),
    /** Undefined: one is made in the data directory. */
    encryptionKey: variables.ENCRYPTION_KEY,
    /** Hosts that webhooks may lead to though they are not public. */
    webhookAllowHosts: variables.WEBHOOK_ALLOW_HOSTS,
    purge: readPurge(variables),
    /** Undefined: nobody is told. */
    metricsPort: variables.METRICS_PORT,
    tracing: readTracing(variables),
    /** How long it goes on serving after it was asked to end, and said that it is not ready. */
    drainSeconds: variables.DRAIN_SECONDS ?? (variables.NODE_ENV === 'production' ? 2 : 0),
    logLevel: variables.LOG_LEVEL,
    environment: variables.NODE_ENV,
    /** Whether a database in which nothing ever happened is given the seed article. */
    isSeeded: (variables.SEED ?? (variables.NODE_ENV === 'production' ? 'none' : 'article')) === 'article',
  })
}

/** A variable whose value is text, with what its fault says: "DATA_DIR must …". */
function text(isRight: (value: string) => boolean, rule: string) {
  return z.string().refine(isRight, `must be ${rule}`)
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, `must be one of ${values.join(', ')}`)
}

/** Requests in a minute. */
function rate(standard: number) {
  const rule = 'a whole number of requests in a minute, in decimal digits; 0 for no limit'
  return text((value) => /^(0|[1-9]\d{0,8})$/.test(value), rule)
    .transform(Number)
    .default(standard)
}

const Variables = z.object({
  HOST: text(isHost, 'a host name or an IP address').default('127.0.0.1'),
  PORT: text(isPort, 'a whole number from 0 to 65535, in decimal digits').transform(Number).default(3000),
  DATA_DIR: z
    .string()
    .default('.copydesk')
    .transform((path) => resolve(path)),
  DATABASE_URL: text(isPostgresUrl, 'a URL that begins with postgres:// or postgresql://').optional(),
  DATABASE_DIRECT_URL: text(isPostgresUrl, 'a URL that begins with postgres:// or postgresql://').optional(),
  PUBLIC_URL: text(isOrigin, 'an http:// or https:// URL without a path, query or fragment')
    .transform((url) => new URL(url).origin)
    .optional(),
  ARTICLE_URL: text(isArticleUrl, 'an http:// or https:// URL that contains {slug} or {id}').optional(),
  SITE_NAME: text((value) => value.trim() !== '', 'a name').optional(),
  BOOTSTRAP_ADMIN_KEY: text(
    (value) => /^cd_[A-Za-z0-9]{8}_[A-Za-z0-9]{32,}$/.test(value),
    'cd_, 8 letters or digits, _, and at least 32 letters or digits, in ASCII',
  ).optional(),
  PUBLIC_READ: oneOf(['true', 'false'])
    .transform((value) => value === 'true')
    .default(true),
  CACHE_MAX_BYTES: text(
    (value) => /^(0|[1-9]\d{0,11})$/.test(value),
    'a whole number of bytes, in decimal digits; 0 for no cache',
  )
    .transform(Number)
    .default(64 * 1024 * 1024),
  RATE_LIMIT_ADDRESS: rate(6000),
  RATE_LIMIT_KEY: rate(6000),
  RATE_LIMIT_LOGINS: rate(60),
  REDIS_URL: text(isRedisUrl, 'a URL that begins with redis:// or rediss://').optional(),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((value) => value.split(',').filter((network) => network !== ''))
    .refine(
      (networks) => networks.every(isNetwork),
      'must be IP addresses or CIDRs with commas between them',
    ),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((value) => value.split(',').filter((origin) => origin !== ''))
    .refine(
      (origins) => origins.every(isSite),
      'must be * or origins such as https://news.example with commas between them',
    )
    .transform((origins) => origins.map((origin) => (origin === '*' ? origin : new URL(origin).origin))),
  OIDC_ISSUER: text(
    isIssuer,
    'an https:// URL without a query or fragment; http:// only for localhost',
  ).optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_ROLE_CLAIM: z.string().default('role'),
  ENCRYPTION_KEY: text(isEncryptionKey, '32 bytes in base64')
    .transform((value) => Buffer.from(value, 'base64'))
    .optional(),
  WEBHOOK_ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((value) => value.split(',').filter((host) => host !== ''))
    .refine((hosts) => hosts.every(isHost), 'must be host names or IP addresses with commas between them'),
  PURGE_URL: text(
    (value) => value.split(',').every((url) => parseWebUrl(url) !== null),
    'http:// or https:// URLs with commas between them',
  ).optional(),
  PURGE_METHOD: oneOf(['varnish-xkey', 'varnish-ban', 'http']).default('varnish-xkey'),
  PURGE_TOKEN: text((value) => /^[\x21-\x7e]+$/.test(value), 'ASCII without blanks').optional(),
  METRICS_PORT: text(isPort, 'a whole number from 0 to 65535, in decimal digits')
    .transform(Number)
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: text(
    (value) => parseWebUrl(value) !== null,
    'an http:// or https:// URL without a user in it',
  ).optional(),
  OTEL_SERVICE_NAME: z.string().default('copydesk'),
  DRAIN_SECONDS: text((value) => /^[0-5]$/.test(value), 'a whole number of seconds from 0 to 5')
    .transform(Number)
    .optional(),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SEED: oneOf(['article', 'none']).optional(),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
})

/** What one variable wants of another. Apart from the schema, which would leave it out while another is at fault. */
function findMissing(given: NodeJS.ProcessEnv): string[] {
  const wants = [
    ['OIDC_ISSUER', 'OIDC_AUDIENCE'],
    ['OIDC_AUDIENCE', 'OIDC_ISSUER'],
    ['DATABASE_DIRECT_URL', 'DATABASE_URL'],
    ['PURGE_METHOD', 'PURGE_URL'],
    ['PURGE_TOKEN', 'PURGE_URL'],
  ] as const
  return wants
    .filter(([name, wanted]) => given[name] !== undefined && given[wanted] === undefined)
    .map(([name, wanted]) => `${wanted} must be set too where ${name} is`)
}

function readOidc(variables: z.output<typeof Variables>) {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ROLE_CLAIM: roleClaim } = variables
  return issuer === undefined || audience === undefined
    ? undefined
    : Object.freeze({ issuer, audience, roleClaim })
}

function readPurge(variables: z.output<typeof Variables>) {
  const { PURGE_URL: urls, PURGE_METHOD: method, PURGE_TOKEN: token } = variables
  return urls === undefined ? undefined : Object.freeze({ urls: urls.split(','), method, token })
}

function readTracing(variables: z.output<typeof Variables>) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = variables
  return endpoint === undefined ? undefined : Object.freeze({ endpoint, serviceName })
}

/** RFC 1123, 2.1, with the underscore that names in container networks have. */
function isHost(value: string): boolean {
  return isIP(value) > 0 || /^(?!-)[\w-]{1,63}(\.[\w-]{1,63})*\.?$/.test(value)
}

function isEncryptionKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(value)
}

function isPort(value: string): boolean {
  return /^(0|[1-9]\d{0,4})$/.test(value) && Number(value) <= 65_535
}

/** Not taken apart: Postgres' own URLs may name several hosts, or none, which `URL` does not understand. */
function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\/\S+$/.test(value)
}

function isRedisUrl(value: string): boolean {
  return /^rediss?:\/\/\S+$/.test(value) && URL.canParse(value)
}

/** Not all of the internet: whoever may write X-Forwarded-For may be anybody. */
function isNetwork(value: string): boolean {
  return isIP(value) > 0 || (ipaddr.isValidCIDR(value) && ipaddr.parseCIDR(value)[1] > 0)
}

function isOrigin(value: string): boolean {
  const url = parseWebUrl(value)
  return url !== null && url.href === `${url.origin}/` && !/[?#]/.test(value)
}

function isSite(value: string): boolean {
  return value === '*' || (isOrigin(value) && !value.includes('*'))
}

function isArticleUrl(value: string): boolean {
  return /\{(slug|id)\}/.test(value) && parseWebUrl(value.replaceAll(/\{(slug|id)\}/g, 'x')) !== null
}

/** OpenID Connect Discovery 1.0, 3 (issuer), but a provider on this machine may do without TLS. */
function isIssuer(value: string): boolean {
  const url = parseWebUrl(value)
  if (url === null || /[?#]/.test(value)) return false
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

/** Null for anything but http and https; and with a user in it, which would end up in documents and logs. */
function parseWebUrl(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null
  return url && /^https?:\/\/\S+$/i.test(value) && !url.username && !url.password ? url : null
}
