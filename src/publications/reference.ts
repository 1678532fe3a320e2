import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { articleUrl } from './links.ts'

/** What names the article of a row of `publication`. */
export const articleReferenceColumns = Prisma.sql`publication.article_id AS "articleId", publication.slug,
  publication.headline, publication.published_at AS "publishedAt"`

export interface ArticleRow {
  articleId: string
  slug: string
  headline: string
  publishedAt: string
}

export function articleReference(
  services: Services,
  { articleId: id, slug, headline, publishedAt }: ArticleRow,
) {
  return { id, slug, headline, url: articleUrl(services, { id, slug }), publishedAt }
}
