import type { CompiledDocument } from '../articles/columns.ts'
import type { ArticleContent, SectionContent } from '../articles/content.ts'
import { render } from '../lib/markdown.ts'
import { bareText, searchText, wordsOf } from '../lib/searchText.ts'
import { slugify } from '../lib/slug.ts'
import { countWords, readingMinutes } from '../lib/text.ts'
import type { BodyFormat } from '../publications/schema.ts'
import type { Section } from '../sections/schema.ts'
import type { Takeaway } from '../takeaways/schema.ts'

/** An article made ready for readers, once, at publishing. */
export interface Compiled {
  document: CompiledDocument
  sections: Record<BodyFormat, Section[]>
  takeaways: Takeaway[]
  /** What full-text search finds the article by, in descending weight. */
  searchTexts: { headline: string; points: string; headings: string; bodies: string }
  /** Each of its words once, as a search's misspelt word may have meant it. */
  words: string[]
}

/**
 * Postgres refuses a tsvector above 1 MiB (manual, 12.11); text of this many characters stays below it whatever it says,
 * so that publishing never fails for its length.
 */
const maxSearchCharacters = 200_000

export function compile(content: ArticleContent): Compiled {
  const { headline, summary, language, dateline, canonicalUrl, seo } = content
  const anchors = anchorsOf(content.sections)
  const rendered = content.sections.map(({ body }) => render(body))
  const texts = rendered.map(({ text }) => text)
  const write = (bodyOf: (section: SectionContent, index: number) => string): Section[] =>
    content.sections.map((section, index) => {
      const { id, kind, heading } = section
      return { id, kind, heading, anchor: anchors[index] ?? id, body: bodyOf(section, index) }
    })
  const takeaways = content.takeaways.map(({ id, text, evidence }) => ({ id, text, evidence }))
  const points = takeaways.map(({ text }) => text)
  const headings = content.sections.map(({ heading }) => heading)
  const wordCount = countWords([...texts, ...points].join('\n'))

  return {
    document: {
      language,
      headline,
      summary,
      dateline,
      canonicalUrl,
      wordCount,
      readingMinutes: readingMinutes(wordCount),
      seo,
    },
    sections: {
      markdown: write(({ body }) => body),
      html: write((_, index) => rendered[index]?.html ?? ''),
      text: write((_, index) => texts[index] ?? ''),
    },
    takeaways,
    searchTexts: {
      headline: searchable([headline]),
      points: searchable([summary, ...points]),
      headings: searchable(headings),
      bodies: searchable(texts),
    },
    words: wordsOf(bareText([headline, summary, ...points, ...headings, ...texts].join('\n'))),
  }
}

function searchable(texts: readonly (string | null)[]): string {
  return searchText(texts.join('\n'), maxSearchCharacters)
}

/** Names for links into the page: of the heading, or of the kind; numbered where they would be double. */
function anchorsOf(sections: readonly SectionContent[]): string[] {
  const taken = new Set<string>()
  return sections.map(({ heading, kind }) => {
    const name = (heading && slugify(heading)) || kind
    let anchor = name
    for (let count = 2; taken.has(anchor); count += 1) anchor = `${name}-${count}`
    taken.add(anchor)
    return anchor
  })
}
