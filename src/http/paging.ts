import type { App } from './app.ts'
import type { Page } from './schemas.ts'

/** Says where a list begins and goes on in Link headers too (RFC 8288). */
export function linkPages(app: App, publicUrl: string): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const page = (payload as { page?: Page } | null)?.page
    const { limit } = request.query as { limit?: number }
    if (!page || limit === undefined) return payload
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
    reply.header('link', links.join(', '))
    return payload
  })
}
