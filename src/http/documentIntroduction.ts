import { generalHeaders } from './documentHeaders.ts'
import { limitsInWords } from './documentLimits.ts'

const headersInWords = Object.entries(generalHeaders)
  .map(([purpose, names]) => `- ${purpose}: ${names.map((name) => `\`${name}\``).join(', ')}`)
  .join('\n')

/** What stands before all operations. */
export const introduction = `Articles, authors, body sections and key takeaways over HTTP.

**Frontends** read what is published, without a key. **Editors' tools** write with a key: every change needs the ETag of what
it changes, may be retried safely with an \`Idempotency-Key\`, and is kept whole or not at all. **Integrators** build on
this document: every answer of the service is checked against it by the service's tests.

Errors are \`application/problem+json\` (RFC 9457); their \`type\` is a URL that explains them.

### Headers

What an operation says in headers of its own stands with its answers. Beyond that, any answer may have these:

${headersInWords}

${limitsInWords}`
