import fc from 'fast-check'
import { authorization } from './load.ts'

/*
 * Requests that nobody should send, as bytes: from nearly right to hardly HTTP.
 */
const methods = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PURGE',
  'get',
  'G T',
)

const places = fc.constantFrom(
  ...[
    '/v1/articles',
    '/v1/authors',
    '/v1/topics',
    '/v1/sections',
    '/v1/takeaways',
    '/v1/changes',
    '/v1/audit',
  ],
  ...[
    '/v1/batch',
    '/v1/articles/search',
    '/v1/trash',
    '/v1/webhooks',
    '/v1/me',
    '/feeds/articles.rss',
    '/sitemap.xml',
  ],
  ...['/problems', '/docs', '/openapi.json', '/health/ready', '/v2', ''],
)

const nasty = fc.oneof(
  fc.constantFrom(
    '%',
    '%ff',
    '%2F',
    '%00',
    '..',
    '..%2f',
    '%c0%ae',
    'null',
    '-1',
    '1e9',
    '0x10',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(
    '019b1f00-0000-7000-8000-000000000100',
    'rain',
    "' OR 1=1--",
    '{"and":[',
    '[]',
    '{}',
    '9'.repeat(400),
  ),
  fc.string({ maxLength: 30 }).map(encodeURIComponent),
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.webPath().filter((path) => path.length < 100),
)

const names = fc.constantFrom(
  ...[
    'limit',
    'cursor',
    'offset',
    'sort',
    'filter',
    'fields',
    'include',
    'format',
    'q',
    'asOf',
    'version',
    'state',
    'count',
  ],
  ...[
    'facets',
    'topic',
    'author',
    'language',
    'publishedAfter',
    'id',
    'slug',
    'after',
    'types',
    'highlight',
    '__proto__',
    '',
  ],
)

const query = fc.array(
  fc.tuple(names, nasty).map(([name, value]) => `${name}=${value}`),
  { maxLength: 4 },
)

const headers = fc.constantFrom(
  ...[
    'Accept: */*',
    'Accept: text/html;q=x',
    'Accept: image/png',
    'Accept-Encoding: br;q=2, gzip',
    'Accept-Datetime: now',
  ],
  ...[
    'If-Match: x',
    'If-Match: "1", W/"2"',
    'If-None-Match: *',
    'If-Modified-Since: yesterday',
    'Idempotency-Key: ',
  ],
  ...[
    'Prefer: tx=rollback, return=minimal',
    'Range: bytes=0-',
    'Expect: 100-continue',
    'Origin: null',
    'Last-Event-ID: x',
  ],
  ...[
    'Content-Encoding: gzip',
    'Transfer-Encoding: chunked',
    'Authorization: Basic eA==',
    'Authorization: Bearer cd_x_y',
  ],
  ...[
    'X-HTTP-Method-Override: DELETE',
    'X-Forwarded-Host: evil.test',
    'Cookie: a=b',
    'Upgrade: h2c',
    'X: \u00ff',
  ],
  `Authorization: ${authorization.authorization}`,
)

const bodies = fc.oneof(
  fc.constant(''),
  fc.json({ maxDepth: 4 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    '{"headline":"x"}',
    '{"headline":"x","publish":true}',
    '{"operations":[{}]}',
    '{"a":"\\u0000"}',
    '['.repeat(5000),
  ),
  fc.constantFrom(
    '{"headline":{"$ne":1}}',
    '[{"op":"test"}]',
    '{"__proto__":{"x":1}}',
    '{"headline":"\\ud800"}',
    '1e999',
  ),
)

const mediaTypes = fc.constantFrom(
  ...[
    'application/json',
    'application/merge-patch+json',
    'application/json-patch+json',
    'text/plain',
    'x',
    '',
  ],
)

const requests = fc
  .tuple(
    methods,
    places,
    fc.array(nasty, { maxLength: 3 }),
    query,
    fc.array(headers, { maxLength: 4 }),
    bodies,
    mediaTypes,
  )
  .map(([method, place, rest, parameters, given, body, mediaType]) => {
    const url = [place, ...rest].join('/') + (parameters.length > 0 ? `?${parameters.join('&')}` : '')
    const length = given.some((header) => header.startsWith('Transfer'))
      ? []
      : [`Content-Length: ${Buffer.byteLength(body)}`]
    const lines = [
      'Host: a',
      'Connection: close',
      ...given,
      ...(mediaType && body ? [`Content-Type: ${mediaType}`] : []),
      ...length,
    ]
    return `${method} ${url || '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
  })

/** The same for every run with this seed. */
export function badRequests(count: number, seed: number): string[] {
  return fc.sample(requests, { numRuns: count, seed })
}
