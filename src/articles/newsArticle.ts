import { z } from 'zod'
import type { Author } from '../authors/schema.ts'
import type { Services } from '../http/app.ts'
import { Moment } from '../http/schemas.ts'
import { renderText } from '../lib/markdown.ts'
import { siteOf } from '../publications/links.ts'
import type { Article } from './schema.ts'

const Organization = z.object({
  '@type': z.literal('Organization'),
  name: z.string(),
  url: z.string().optional(),
})

const Person = z.object({
  '@type': z.literal('Person'),
  '@id': z.string(),
  name: z.string(),
  url: z.string().optional(),
  jobTitle: z.string().optional(),
  description: z.string().optional(),
  worksFor: Organization.optional(),
  sameAs: z.array(z.string()).optional(),
})

const WebPageElement = z.object({
  '@type': z.literal('WebPageElement'),
  '@id': z.string().describe('The page with the anchor of the section.'),
  name: z.string().optional(),
  text: z.string(),
})

const CorrectionComment = z.object({
  '@type': z.literal('CorrectionComment'),
  text: z.string(),
  datePublished: Moment,
  about: z.object({ '@id': z.string() }).optional().describe('The section that it is about.'),
})

/** What does not hold of an article is left out. */
export const NewsArticle = z
  .object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('NewsArticle'),
    '@id': z.string(),
    identifier: z.string(),
    url: z.string(),
    mainEntityOfPage: z.string(),
    sameAs: z.string().optional().describe('Where it first appeared, if elsewhere.'),
    headline: z.string(),
    description: z.string().optional(),
    abstract: z.string().optional().describe('The takeaways, one a line.'),
    inLanguage: z.string(),
    dateline: z.string().optional(),
    datePublished: Moment,
    dateModified: Moment,
    author: z.array(z.union([Person, Organization])).optional(),
    contributor: z.array(Person).optional(),
    editor: z.array(Person).optional(),
    translator: z.array(Person).optional(),
    publisher: Organization.optional(),
    keywords: z.array(z.string()).optional(),
    wordCount: z.int32(),
    timeRequired: z.string().describe('Of reading; ISO 8601.'),
    hasPart: z.array(WebPageElement).optional(),
    correction: z.array(CorrectionComment).optional(),
  })
  .meta({ id: 'NewsArticle', description: 'The article in the words of schema.org (JSON-LD 1.1).' })
export type NewsArticle = z.output<typeof NewsArticle>

/** The article as schema.org describes one; `article` holds its bodies as text. */
export function newsArticle(article: Article, services: Services): NewsArticle {
  const { url, headline, summary, takeaways, topics, sections, corrections, canonicalUrl } = article
  const { siteName, siteUrl } = siteOf(services)
  const publisher = services.siteName === undefined ? null : organization(siteName, siteUrl)
  const anchors = new Map(sections.map(({ id, anchor }) => [id, `${url}#${anchor}`]))
  const inRole = (...roles: string[]) =>
    article.byline.filter(({ role }) => roles.includes(role)).map(({ author }) => person(author))
  const authors = inRole('author')

  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    identifier: article.id,
    url,
    mainEntityOfPage: url,
    headline,
    inLanguage: article.language,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    wordCount: article.wordCount,
    timeRequired: `PT${article.readingMinutes}M`,
    ...(canonicalUrl && { sameAs: canonicalUrl }),
    ...(summary && { description: summary }),
    ...(article.dateline && { dateline: article.dateline }),
    ...(publisher && { publisher }),
    ...unlessEmpty({
      // What nobody signed is the newsroom’s own.
      author: authors.length > 0 || !publisher ? authors : [publisher],
      // schema.org has no property for who took the pictures of an article.
      contributor: inRole('contributor', 'photographer'),
      editor: inRole('editor'),
      translator: inRole('translator'),
      keywords: topics.map(({ name }) => name),
      hasPart: sections.map(({ id, heading, body }) => ({
        '@type': 'WebPageElement' as const,
        '@id': anchors.get(id) ?? url,
        ...(heading && { name: heading }),
        text: body,
      })),
      correction: corrections.map(({ note, at, sectionId }) => {
        const section = anchors.get(sectionId ?? '')
        const about = section && { about: { '@id': section } }
        return { '@type': 'CorrectionComment' as const, text: note, datePublished: at, ...about }
      }),
    }),
    ...(takeaways.length > 0 && { abstract: takeaways.map(({ text }) => text).join('\n') }),
  }

  function person(author: Author): z.output<typeof Person> {
    const { id, name, jobTitle, bio, organisation, website, links } = author
    return {
      '@type': 'Person',
      '@id': `${services.publicUrl}/v1/authors/${id}`,
      name,
      ...(website && { url: website }),
      ...(jobTitle && { jobTitle }),
      ...(bio && { description: renderText(bio) }),
      ...(organisation && { worksFor: { '@type': 'Organization' as const, name: organisation } }),
      ...unlessEmpty({ sameAs: links.map((link) => link.url) }),
    }
  }
}

function organization(name: string, url: string): z.output<typeof Organization> {
  return { '@type': 'Organization', name, url }
}

/** What has no members is left out. */
function unlessEmpty<Lists extends Record<string, readonly unknown[]>>(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>
}
