import { escapeMarkdown } from '../lib/markdown.ts'
import { bylineOf, correctionTitle, readSections } from './readingOrder.ts'
import type { Article } from './schema.ts'

/** The article as one Markdown document (CommonMark); `article` holds its bodies as Markdown. */
export function articleMarkdown(article: Article): string {
  const byline = bylineOf(article)
  const blocks = [
    `# ${escapeMarkdown(article.headline)}`,
    byline && escapeMarkdown(byline),
    ...readSections(article).flatMap(({ heading, points, body }) => [
      heading && `## ${escapeMarkdown(heading)}`,
      points.map((point) => `- ${escapeMarkdown(point)}`).join('\n'),
      body,
    ]),
    ...article.corrections.map(
      (correction) => `**${correctionTitle(correction)}:** ${escapeMarkdown(correction.note)}`,
    ),
    ...article.byline.map(({ author }) => author.bio),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
