import { renderText } from '../lib/markdown.ts'
import type { Article } from './schema.ts'

/** The article as plain text, in the order in which it is read; `article` holds its bodies as text. */
export function articleText(article: Article): string {
  const names = article.byline.map(({ author }) => author.name)
  const blocks = [article.headline, ...(names.length > 0 ? [`By ${names.join(', ')}`] : [])]
  const hasPlaceForTakeaways = article.sections.some(({ kind }) => kind === 'takeaways')
  for (const { heading, kind, body } of article.sections) {
    if (heading) blocks.push(heading)
    if (kind === 'takeaways') blocks.push(takeawayList(article))
    blocks.push(body)
  }
  if (!hasPlaceForTakeaways) blocks.push(takeawayList(article))
  for (const { kind, note, at } of article.corrections)
    blocks.push(`${correctionTitles[kind]} (${at.slice(0, 10)}): ${note}`)
  for (const { author } of article.byline) if (author.bio) blocks.push(renderText(author.bio))
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

const correctionTitles = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  retraction: 'Retraction',
}

function takeawayList(article: Article): string {
  return article.takeaways.map(({ text }) => `- ${text}`).join('\n')
}
