import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import type { Page } from './schemas.ts'

/** Says where a list begins and goes on in Link headers too. */
export function linkPages(app: App, publicUrl: string): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const page = pageIn(request, payload)
    if (page) reply.header('link', pageLinks(request, page, publicUrl))
    return payload
  })
}

/** The page that an answer is; null for any other answer. */
export function pageIn(request: FastifyRequest, payload: unknown): Page | null {
  const page = (payload as { page?: Page } | null)?.page
  const { limit } = request.query as { limit?: number }
  return page && limit !== undefined ? page : null
}

/** The Link header of a page of a list (RFC 8288). */
export function pageLinks(request: FastifyRequest, page: Page, publicUrl: string): string {
  const linkTo = (cursor: string | null, relation: string) => {
    const url = new URL(request.url, publicUrl)
    url.searchParams.delete('offset')
    if (cursor === null) url.searchParams.delete('cursor')
    else url.searchParams.set('cursor', cursor)
    return `<${url.href}>; rel="${relation}"`
  }
  const links = [linkTo(null, 'first')]
  if (page.prevCursor !== null) links.push(linkTo(page.prevCursor, 'prev'))
  if (page.nextCursor !== null) links.push(linkTo(page.nextCursor, 'next'))
  return links.join(', ')
}
