import { renderText } from '../lib/markdown.ts'
import { bylineOf, correctionTitle, readSections } from './readingOrder.ts'
import type { Article } from './schema.ts'

/** The article as plain text, in the order in which it is read; `article` holds its bodies as text. */
export function articleText(article: Article): string {
  const blocks = [
    article.headline,
    bylineOf(article),
    ...readSections(article).flatMap(({ heading, points, body }) => [
      heading,
      points.map((point) => `- ${point}`).join('\n'),
      body,
    ]),
    ...article.corrections.map((correction) => `${correctionTitle(correction)}: ${correction.note}`),
    ...article.byline.map(({ author }) => author.bio && renderText(author.bio)),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
