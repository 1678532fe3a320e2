import swaggerUi from '@fastify/swagger-ui'
import { z } from 'zod'
import { serveApiCatalog } from './apiCatalog.ts'
import type { App } from './app.ts'
import { inOpenApi30 } from './document30.ts'
import { documentationLinks } from './documentationLinks.ts'
import { serveGuides } from './guides.ts'
import type { OpenApiDocument } from './openapi.ts'
import { documentForPage } from './pageDocument.ts'
import { serveProblemPages } from './problemPages.ts'

const DocumentQuery = z.strictObject({ version: z.enum(['3.0', '3.1']).default('3.1') })

/** What people and programs read about the service: the document, as a page to try it on too, guides, and problems. */
export async function servePages(app: App, publicUrl: string): Promise<void> {
  await serveReference(app)
  serveGuides(app)
  serveProblemPages(app, publicUrl)
  serveApiCatalog(app, publicUrl)

  app.get('/', { schema: { hide: true } }, async (_, reply) =>
    reply.header('link', documentationLinks).redirect('/docs'),
  )

  // Made when it is first asked for: the routes are all there by then, and never change.
  const written = new Map<string, string>()
  const write = (version: '3.0' | '3.1') => {
    const document = app.swagger() as OpenApiDocument
    return JSON.stringify(version === '3.0' ? inOpenApi30(document) : document)
  }

  app.get('/openapi.json', {
    schema: { hide: true, querystring: DocumentQuery },
    handler: async (request, reply) => {
      const { version } = request.query
      const text = written.get(version) ?? write(version)
      written.set(version, text)
      return reply.type('application/json').header('link', documentationLinks).send(text)
    },
  })

  app.get('/openapi.yaml', { schema: { hide: true } }, async (_, reply) =>
    reply
      .type('application/yaml')
      .header('link', documentationLinks)
      .send(app.swagger({ yaml: true })),
  )
}

/** Of the one style that Swagger UI 5 writes into the page; `test/docs.test.ts` fails once it is another. */
const ownStyle = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"

/**
 * Nothing comes from elsewhere, and nothing goes there. Swagger UI's own policy lets in styles of any host, and would have
 * browsers ask for it by HTTPS where there is none (upgrade-insecure-requests).
 */
const referencePolicy = [
  `default-src 'none'; script-src 'self'; style-src 'self' ${ownStyle}; img-src 'self' data:; connect-src 'self'`,
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ')

/** Its bar asks for the URL of another document, and there is one server to choose: the one that the page came from. */
const referenceStyle = `
.swagger-ui .topbar, .swagger-ui .scheme-container .servers-title, .swagger-ui .scheme-container .servers,
.swagger-ui .info hgroup a { display: none }
.swagger-ui .info { margin: 30px 0 }
.swagger-ui .scheme-container { padding: 12px 0 }
.swagger-ui .auth-container input { width: 100%; max-width: 100% }
.swagger-ui details summary { cursor: pointer }
`

async function serveReference(app: App): Promise<void> {
  let page: OpenApiDocument | undefined
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: referencePolicy,
    theme: { title: 'Copydesk', css: [{ filename: 'page.css', content: referenceStyle }] },
    uiConfig: {
      deepLinking: true,
      persistAuthorization: true,
      tryItOutEnabled: true,
      docExpansion: 'list',
      filter: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      // Would send the address of the service to a host that is none of ours.
      validatorUrl: null,
    },
    transformSpecificationClone: false,
    transformSpecification: (document) => {
      page ??= documentForPage(document as unknown as OpenApiDocument, app.operations.values())
      return page as unknown as Record<string, unknown>
    },
  })
}
