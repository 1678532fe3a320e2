import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import type { Page } from './schemas.ts'

/** Says where a list begins and goes on in Link headers too. */
export function linkPages(app: App, publicUrl: string): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const links = pageLinks(request, payload, publicUrl)
    if (links) reply.header('link', links)
    return payload
  })
}

/** The Link header of an answer that is a page of a list (RFC 8288); null for any other. */
export function pageLinks(request: FastifyRequest, payload: unknown, publicUrl: string): string | null {
  const page = (payload as { page?: Page } | null)?.page
  const { limit } = request.query as { limit?: number }
  if (!page || limit === undefined) return null
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
