import { createHash } from 'node:crypto'
import swaggerUi from '@fastify/swagger-ui'
import { z } from 'zod'
import type { App } from './app.ts'
import { tags } from './contract.ts'
import { type ProblemCode, problemCodes, problems } from './problems.ts'

const ProblemKey = z.strictObject({ code: z.enum(problemCodes).describe('The `code` of a problem.') })

/** What people read: the document, in its own words and as a page to try it on, and what each problem means. */
export async function servePages(app: App): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    theme: {
      title: 'Copydesk',
      // Its bar asks for the URL of another document.
      css: [{ filename: 'page.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    uiConfig: { deepLinking: true, persistAuthorization: true, tryItOutEnabled: true, docExpansion: 'list' },
  })

  app.get('/openapi.json', { schema: { hide: true } }, async (_, reply) =>
    reply.type('application/json').send(JSON.stringify(app.swagger())),
  )

  app.get('/openapi.yaml', { schema: { hide: true } }, async (_, reply) =>
    reply.type('application/yaml').send(app.swagger({ yaml: true })),
  )

  app.get('/problems/:code', {
    config: { access: 'anyone', produces: ['text/html'], example: { url: '/problems/not-found' } },
    schema: {
      operationId: 'explainProblem',
      tags: [tags.service],
      summary: 'Read what a problem means',
      description: 'The page at the `type` of every error.',
      params: ProblemKey,
      response: { 200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } } },
    },
    handler: async (request, reply) => {
      reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy)
      return problemPage(request.params.code)
    },
  })
}

const style =
  'body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }'

/** The one style that the page may have, by its hash (Content Security Policy 3, 2.3.1). */
const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

function problemPage(code: ProblemCode): string {
  const { status, title, explanation } = problems[code]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
<p><code>${code}</code>, status ${status}</p>
<p>${explanation.replace(/`([^`]+)`/g, (_, code: string) => `<code>${code.replaceAll('<', '&lt;')}</code>`)}</p>
<p><a href="/docs">The API’s documentation</a></p>
</html>
`
}
