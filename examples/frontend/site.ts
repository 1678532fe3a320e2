import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Client, Problem } from 'copydesk/client'
import { absencePage, articlePage, frontPage } from './pages.ts'

const articlesOnAPage = 10

/**
 * A site over Copydesk: a front page, and a page of each article. The client keeps what it was answered and asks by ETag
 * whether that is still so; readers’ browsers do the same with the pages.
 */
export function createSite(copydesk: Client): RequestListener {
  return (request, response) => {
    answer(copydesk, request, response).catch((error: unknown) => {
      const refusal = absenceOf(error)
      if (refusal.status >= 500) console.error(error)
      sendPage(request, response, absencePage(refusal.title, refusal.reason), refusal.status)
    })
  }
}

async function answer(copydesk: Client, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site')
  if (pathname === '/style.css') {
    response.setHeader('content-type', 'text/css')
    return void response.end(await readFile(new URL('style.css', import.meta.url)))
  }
  if (pathname === '/') {
    const cursor = searchParams.get('cursor') ?? undefined
    const { data, page } = await copydesk.listArticles({ limit: articlesOnAPage, cursor })
    return sendPage(request, response, frontPage(data, page.nextCursor))
  }
  const [, slug] = /^\/articles\/([^/]+)$/.exec(pathname) ?? []
  if (slug === undefined) throw new Problem(404, {})
  const article = await copydesk.getArticle({ article: decodeURIComponent(slug), format: 'html' })
  if (article.slug !== decodeURIComponent(slug)) {
    // The article was renamed; the client followed, and readers should too.
    return void response.writeHead(301, { location: `/articles/${article.slug}` }).end()
  }
  sendPage(request, response, articlePage(article))
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: string, status = 200): void {
  const etag = `"${createHash('sha256').update(page).digest('base64url')}"`
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'self'; img-src https:")
  response.setHeader('cache-control', 'public, max-age=0, must-revalidate')
  response.setHeader('etag', etag)
  if (status === 200 && request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  response.writeHead(status).end(page)
}

interface Absence {
  status: number
  title: string
  reason?: string | undefined
}

/** What readers are told of what the service refused. */
function absenceOf(error: unknown): Absence {
  if (error instanceof Problem && [410, 451].includes(error.status))
    return { status: error.status, title: 'This article was withdrawn', reason: error.body.reason }
  if (error instanceof URIError || (error instanceof Problem && [400, 404].includes(error.status)))
    return { status: 404, title: 'There is no such page' }
  return { status: 503, title: 'The newspaper is late', reason: 'Please come back in a minute.' }
}
