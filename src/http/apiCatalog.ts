import type { App } from './app.ts'
import { documentationLinks } from './documentationLinks.ts'

/** Where programs look for APIs of a host they know nothing else of (RFC 9727). */
export function serveApiCatalog(app: App, publicUrl: string): void {
  const at = (path: string, type: string) => ({ href: `${publicUrl}${path}`, type })
  const catalog = JSON.stringify({
    linkset: [
      {
        anchor: `${publicUrl}/v1`,
        'service-desc': [at('/openapi.json', 'application/json'), at('/openapi.yaml', 'application/yaml')],
        'service-doc': [at('/docs', 'text/html')],
        status: [at('/health/ready', 'application/json')],
      },
    ],
  })

  app.get('/.well-known/api-catalog', {
    schema: { hide: true },
    handler: async (_, reply) =>
      reply
        .type('application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"')
        .header('link', documentationLinks)
        .send(catalog),
  })
}
