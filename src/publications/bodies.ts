import { renderHtml, renderText } from '../lib/markdown.ts'
import type { BodyFormat } from './schema.ts'

/** How a body is written in each format. Publications hold all three; drafts are written when they are read. */
const writers: Record<BodyFormat, (markdown: string) => string> = {
  markdown: (body) => body,
  html: renderHtml,
  text: renderText,
}

export function withBodyIn<Section extends { body: string }>(format: BodyFormat, section: Section): Section {
  return { ...section, body: writers[format](section.body) }
}
