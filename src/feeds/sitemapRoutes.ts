import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'
import { contentTypeOf } from '../http/negotiation.ts'
import { notFound } from '../http/problems.ts'
import { integerParameter } from '../http/schemas.ts'
import { readPulse } from '../publications/pulse.ts'
import { shownInList } from '../publications/shown.ts'
import { articleSitemap, newsSitemap, sitemapIndex } from './sitemaps.ts'

/** As many as an index may name (sitemaps.org 0.9). */
const maxSitemaps = 50_000

const SitemapKey = z.strictObject({
  page: integerParameter(1, maxSitemaps).describe('Which page, from 1; the index names all.'),
})

const sitemapTypes = ['application/xml', 'text/xml']

const sitemapAnswer = {
  description: 'A sitemap (sitemaps.org 0.9).',
  content: Object.fromEntries(sitemapTypes.map((type) => [type, { schema: z.string() }])),
}

export function sitemapRoutes(app: App, services: Services): void {
  app.get('/sitemap.xml', {
    config: {
      access: 'public',
      isCached: true,
      headers: ['Last-Modified'],
      produces: sitemapTypes,
      example: { url: '/sitemap.xml' },
    },
    schema: {
      operationId: 'getSitemapIndex',
      tags: [tags.feeds],
      summary: 'Get the index of sitemaps',
      description: 'Names the sitemaps of all articles, 50,000 in each.',
      response: { 200: sitemapAnswer },
    },
    handler: async (request, reply) => {
      const { changedAt, span } = await readPulse(services.database)
      request.shown = shownInList(span)
      reply.type(contentTypeOf(request)).header('last-modified', new Date(changedAt).toUTCString())
      return sitemapIndex(services)
    },
  })

  app.get('/sitemap-articles-:page.xml', {
    config: {
      access: 'public',
      isCached: true,
      produces: sitemapTypes,
      headers: ['Last-Modified'],
      example: { url: '/sitemap-articles-1.xml' },
    },
    schema: {
      operationId: 'getArticleSitemap',
      tags: [tags.feeds],
      summary: 'Get a page of the sitemap of all articles',
      description: 'The oldest first.',
      params: SitemapKey,
      response: { 200: sitemapAnswer },
    },
    handler: async (request, reply) => {
      const { changedAt, span } = await readPulse(services.database)
      request.shown = shownInList(span)
      reply.type(contentTypeOf(request)).header('last-modified', new Date(changedAt).toUTCString())
      const sitemap = await articleSitemap(services, request.params.page)
      if (sitemap === null) throw notFound('sitemap')
      return sitemap
    },
  })

  app.get('/sitemap-news.xml', {
    config: { access: 'public', produces: sitemapTypes, example: { url: '/sitemap-news.xml' } },
    schema: {
      operationId: 'getNewsSitemap',
      tags: [tags.feeds],
      summary: 'Get the sitemap of the news of the last 48 hours',
      description: 'At most 1,000 articles, the newest first, as Google News reads it.',
      response: { 200: sitemapAnswer },
    },
    // Without Last-Modified: it changes by the passing of time too.
    handler: (request, reply) => {
      reply.type(contentTypeOf(request))
      return newsSitemap(services)
    },
  })
}
