import { limits } from './limits.ts'

const count = new Intl.NumberFormat('en').format
const kibibytes = (bytes: number) => `${count(bytes / 1024)} KiB`
const seconds = (milliseconds: number) => `${count(milliseconds / 1000)} s`

/** Limits that belong to no single operation; the rest is said by schemas and parameters. */
const rows: [what: string, limit: string, over: string][] = [
  ['Body of a request', kibibytes(limits.bodyBytes), '413'],
  ['Levels of nested JSON', count(limits.jsonDepth), '400'],
  ['A whole article as JSON', kibibytes(limits.articleBytes), '413'],
  ['URL', `${count(limits.requestUrl)} characters`, '414'],
  ['All headers', kibibytes(limits.headerBytes), '431'],
  [
    'Time for the headers, for the whole request',
    `${seconds(limits.headersMs)}, ${seconds(limits.requestMs)}`,
    '408',
  ],
  ['Time without a byte on a connection', seconds(limits.silenceMs), 'the connection is closed'],
  ['Connections to one process', count(limits.connections), 'the connection is closed'],
  ['Requests that one process works on', count(limits.requestsUnderWay), '503 with Retry-After'],
  [
    'Who follows the event log at a time, with one key, from one address',
    `${limits.followersOfOneKey}, ${limits.followersOfOneAddress}`,
    '429 with Retry-After',
  ],
]

/** A section of the introduction to the document. */
export const limitsInWords = `### Limits

| what | limit | over it |
|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

Requests are counted by the minute: of a valid key, and of an address (an IPv6 network of /64) where there is none. Answers say in
\`RateLimit-Policy\` what the limit is, and in \`RateLimit\` what is left of it. Over it, and after too many keys that are not
valid, the answer is 429 with \`Retry-After\`. What is answered from memory without a key does not count, and does not say so.`
