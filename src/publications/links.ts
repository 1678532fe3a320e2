import type { Services } from '../http/app.ts'

type Origin = Pick<Services, 'publicUrl' | 'articleUrlPattern'>

/** Where the site shows an article. */
export function articleUrl({ articleUrlPattern }: Origin, article: { id: string; slug: string }): string {
  return articleUrlPattern.replaceAll('{id}', article.id).replaceAll('{slug}', article.slug)
}

/** Where this service has an article and its parts. */
export function articleLinks({ publicUrl }: Origin, article: { id: string }) {
  const self = `${publicUrl}/v1/articles/${article.id}`
  return { self, sections: `${self}/sections`, takeaways: `${self}/takeaways` }
}

/** The site that shows the articles: by its name, or by its host where it was given none. */
export function siteOf({ articleUrlPattern, siteName }: Pick<Services, 'articleUrlPattern' | 'siteName'>) {
  const { host, origin } = new URL(articleUrlPattern)
  return { siteName: siteName ?? host, siteUrl: `${origin}/` }
}
