import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { ArticleDraft } from '../../src/articles/schema.ts'
import { AuthorDraft } from '../../src/authors/schema.ts'
import { projectPath } from '../../src/lib/root.ts'
import { TopicDraft } from '../../src/topics/schema.ts'

type Given<Schema extends z.ZodType> = z.input<Schema>

/** Ids that stay the same wherever the seed is planted, so that the documentation can name them. */
function seedId(number: number): string {
  return `019b1f00-0000-7000-8000-${String(number).padStart(12, '0')}`
}

const text = readFileSync(projectPath('prisma/seed/article.txt'), 'utf8')
const lines = text.split('\n').filter((line) => line.trim() !== '')
const bulletPattern = /^- /

/** A line that stands alone without a full stop is a heading; the last three lines are about the author. */
const isHeading = (line: string) => !bulletPattern.test(line) && !/[.”]$/.test(line)
const story = lines.slice(0, -3)
const bio = lines.slice(-3).join('\n\n')

type GivenSection = Given<typeof ArticleDraft>['sections'] extends (infer One)[] | undefined ? One : never

const kinds: Record<string, GivenSection['kind']> = { 'Key Takeaways': 'takeaways', Closing: 'closing' }

function readSections(): GivenSection[] {
  const sections: { heading: string | null; paragraphs: string[] }[] = [{ heading: null, paragraphs: [] }]
  for (const line of story) {
    if (isHeading(line)) sections.push({ heading: line, paragraphs: [] })
    else if (!bulletPattern.test(line)) sections.at(-1)?.paragraphs.push(line)
  }
  return sections.map(({ heading, paragraphs }, index) => ({
    id: seedId(101 + index),
    kind: heading === null ? 'lede' : (kinds[heading] ?? 'body'),
    heading,
    body: paragraphs.join('\n\n'),
  }))
}

/** The words of the article that each takeaway rests on. */
const evidence = [
  {
    sectionId: seedId(102),
    exact: 'any assurances would need to be backed by U.S. Congress and that they would be legally binding',
  },
  { sectionId: seedId(103), exact: 'Zelenskyy rejected this demand, saying it was unfair and unworkable' },
  { sectionId: seedId(105), exact: 'Russia launched ballistic missiles and 138 attack drones overnight' },
]

export const seedAuthor = AuthorDraft.parse({
  id: seedId(1),
  name: 'Morgan J. Carter',
  jobTitle: 'Journalist',
  bio,
  location: 'Austin, Texas',
  organisation: 'newsofaustin.com',
  website: 'https://newsofaustin.com',
})

export const seedTopics = [
  { name: 'Ukraine', description: 'The war in Ukraine and the talks to end it.' },
  { name: 'NATO', description: 'The alliance, its members and those who would join.' },
  { name: 'Russia', description: null },
  { name: 'Diplomacy', description: null },
].map((topic, index) => TopicDraft.parse({ id: seedId(11 + index), ...topic }))

export const seedArticle = ArticleDraft.parse({
  id: seedId(100),
  headline: 'Zelenskyy offers to drop NATO bid in return for security guarantees',
  language: 'en',
  byline: [{ authorId: seedId(1) }],
  topicIds: seedTopics.map(({ id }) => id ?? ''),
  sections: readSections(),
  takeaways: lines
    .filter((line) => bulletPattern.test(line))
    .map((line, index) => ({
      id: seedId(201 + index),
      text: line.slice(2),
      evidence: evidence.slice(index, index + 1),
    })),
})
