import { generalHeaders } from './documentHeaders.ts'
import { limitsInWords } from './documentLimits.ts'

const headersInWords = Object.entries(generalHeaders)
  .map(([purpose, names]) => `- ${purpose}: ${names.map((name) => `\`${name}\``).join(', ')}`)
  .join('\n')

/** What stands before all operations. */
export const introduction = `Articles, authors, body sections and key takeaways over HTTP.

- **Frontends** read what is published, without a key: [guide](/docs/guides/frontend).
- **Editors’ tools** write with a key: every change needs the ETag of what it changes, may be retried safely with an
  \`Idempotency-Key\`, and is kept whole or not at all: [guide](/docs/guides/editor).
- **Integrators** build on this document: every answer of the service is checked against it by the service’s tests:
  [guide](/docs/guides/integrator).

To publish a first article, give your key to “Authorize” (the first start of the service printed one), send
\`{ "headline": "My first article", "publish": true }\` to \`POST /v1/articles\`, and read it at
\`GET /v1/articles/my-first-article\`.

Errors are \`application/problem+json\` (RFC 9457); their \`type\` is a URL that explains them.

Answers may get more members, and choices in them more values, within a version: pass over what you do not know.

### Headers

What an operation says in headers of its own stands with its answers. Beyond that, any answer may have these:

${headersInWords}

${limitsInWords}`
