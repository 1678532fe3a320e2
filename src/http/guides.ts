import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { renderHtml } from '../lib/markdown.ts'
import { safeMarkup } from '../lib/markup.ts'
import { projectPath } from '../lib/root.ts'
import type { App } from './app.ts'
import { documentationLinks } from './documentationLinks.ts'
import { explainingPage, type Place, pagePolicy } from './pageMarkup.ts'
import { notFound } from './problems.ts'

/** Who reads: each has a guide, in `openapi/guides`. */
export const guides = {
  frontend: 'Guide for frontends',
  editor: 'Guide for editors’ tools',
  integrator: 'Guide for integrators',
} as const

type Guide = keyof typeof guides

const guideNames = Object.keys(guides) as [Guide, ...Guide[]]

/** What every page of the documentation leads to. */
export const places: readonly Place[] = [
  { url: '/docs', name: 'Reference, to try' },
  ...guideNames.map((name) => ({ url: `/docs/guides/${name}`, name: guides[name] })),
  { url: '/openapi.json', name: 'OpenAPI' },
]

/** What is to be known before the reference is read, for each kind of reader. */
export function serveGuides(app: App): void {
  const pages = new Map<string, string>(guideNames.map((name) => [name, guidePage(name)]))

  app.get('/docs/guides/:guide', {
    schema: { hide: true, params: z.strictObject({ guide: z.string() }) },
    handler: async (request, reply) => {
      const page = pages.get(request.params.guide)
      if (page === undefined) throw notFound('guide')
      reply.type('text/html; charset=utf-8')
      return reply.headers({ 'content-security-policy': pagePolicy, link: documentationLinks }).send(page)
    },
  })
}

function guidePage(name: Guide): string {
  const source = readFileSync(projectPath('openapi/guides', `${name}.md`), 'utf8')
  return explainingPage(guides[name], safeMarkup(renderHtml(source)), places)
}
