import type { ArticleContent, SectionContent, TakeawayContent } from '../../src/articles/content.ts'
import { renderText } from '../../src/lib/markdown.ts'
import type { SectionKind } from '../../src/sections/schema.ts'
import { between, type Chance, idAt, pick, pickByRank, shuffle } from './newsroomChance.ts'
import type { StoryPlan } from './newsroomPlan.ts'
import { authors, topics } from './newsroomStaff.ts'
import type { SentenceSlot } from './newsroomVocabulary.ts'

/** Characters at which a section is long enough; most end with about 900, as those of the seed article do. */
const sectionLength = 840
const sentencesPerParagraph = 3

/** How likely each takeaway is to name the words that it rests on: most of the first ones do. */
const evidenceLikelihoods = [0.8, 0.5, 0.1]

/** The article as it is created. */
export function writeArticle(plan: StoryPlan): ArticleContent {
  const { chance, writer, language, name } = plan
  const bodyCount = chance() < 0.75 ? 3 : 4
  const sections = [
    writeSection(plan, 'lede', null, 'lede'),
    ...Array.from({ length: bodyCount }, () => writeSection(plan, 'body', 'heading', 'fact')),
    writeSection(plan, 'takeaways', 'takeawaysHeading', 'fact'),
    endWithFigure(writeSection(plan, 'closing', 'closingHeading', 'closing'), plan),
  ]
  return {
    ...name,
    summary: chance() < 0.9 ? writer.write('summary') : null,
    language: language.tag,
    dateline: chance() < 0.8 ? writer.word('place') : null,
    canonicalUrl: chance() < 0.03 ? `https://agency.example/${name.slug}` : null,
    seo: { title: chance() < 0.1 ? `${name.headline} | Copydesk Newsroom` : null, description: null },
    byline: signArticle(plan),
    topicIds: fileArticle(plan),
    sections,
    takeaways: evidenceLikelihoods.map((likelihood) => writeTakeaway(plan, sections, likelihood)),
  }
}

/** The article with something added, and at times with its parts in another order or another summary. */
export function reviseArticle(content: ArticleContent, { chance, writer }: StoryPlan): ArticleContent {
  const sections = [...content.sections]
  const bodies = sections.filter(({ kind }) => kind === 'body')
  const longer = pick(chance, bodies)
  sections[sections.indexOf(longer)] = { ...longer, body: `${longer.body}\n\n${writer.write('addition')}` }
  if (chance() < 0.25) sections.splice(1, 2, ...sections.slice(1, 3).reverse())
  const summary = chance() < 0.25 ? writer.write('summary') : content.summary
  return { ...content, summary, sections }
}

/** What is wrong with an article, told to its readers, and the article put right: another figure ends its closing. */
export function findFault(
  content: ArticleContent,
  { writer }: StoryPlan,
): { sectionId: string; note: string; corrected: ArticleContent } {
  const closing = content.sections.at(-1)
  const wrong = closing?.body.match(lastFigure)?.[0]
  if (!closing || !wrong) throw new Error('A closing ends on a figure')
  const right = writer.word('number')
  const section = { ...closing, body: closing.body.replace(lastFigure, right) }
  return {
    sectionId: closing.id,
    note: writer.write('correction', { wrong, right }),
    corrected: { ...content, sections: content.sections.with(-1, section) },
  }
}

/** With separators as they stand in any of the languages. */
const figure = /\d+(?:[.,\u00a0\u202f]\d+)*/
const lastFigure = new RegExp(`${figure.source}(?!.*\\d)`, 's')

function writeSection(
  { chance, writer, createdAt }: StoryPlan,
  kind: SectionKind,
  headingSlot: SentenceSlot | null,
  opening: SentenceSlot,
): SectionContent {
  const sentences: string[] = []
  for (let length = 0, slot = opening; length < sectionLength; slot = chance() < 0.25 ? 'quote' : 'fact') {
    const sentence = writer.write(slot)
    sentences.push(sentence)
    length += sentence.length
  }
  const body = paragraphsOf(sentences).join('\n\n')
  return {
    id: idAt(chance, createdAt),
    kind,
    heading: headingSlot && writer.write(headingSlot),
    body: kind === 'body' ? adorn(body, chance, writer.word('place')) : body,
    revision: 0,
  }
}

function paragraphsOf(sentences: readonly string[]): string[] {
  const count = Math.ceil(sentences.length / sentencesPerParagraph)
  return Array.from({ length: count }, (_, index) =>
    sentences.slice(index * sentencesPerParagraph, (index + 1) * sentencesPerParagraph).join(' '),
  )
}

/** Some of the Markdown that editors use. The words and their order stay. */
function adorn(body: string, chance: Chance, place: string): string {
  const paragraphs = body.split('\n\n')
  const adornments = [
    () => body,
    () => body.replace(place, `[${place}](https://maps.example/${encodeURIComponent(place)})`),
    () => body.replace(figure, '**$&**'),
    () => body.replace(/\p{Letter}{7,}/u, '*$&*'),
    () => paragraphs.with(-1, `> ${paragraphs.at(-1)}`).join('\n\n'),
    () => paragraphs.map((paragraph, index) => (index > 0 ? `- ${paragraph}` : paragraph)).join('\n\n'),
  ]
  return pick(chance, adornments)()
}

function endWithFigure(section: SectionContent, { writer }: StoryPlan): SectionContent {
  return { ...section, body: `${section.body} ${writer.write('figure')}` }
}

function writeTakeaway(
  { chance, writer, createdAt }: StoryPlan,
  sections: readonly SectionContent[],
  evidenceLikelihood: number,
): TakeawayContent {
  const section = pick(
    chance,
    sections.filter(({ kind }) => kind === 'lede' || kind === 'body'),
  )
  return {
    id: idAt(chance, createdAt),
    text: writer.write('takeaway'),
    evidence:
      chance() < evidenceLikelihood
        ? [{ sectionId: section.id, exact: quoteFrom(section.body, chance) }]
        : [],
    evidenceState: 'none',
    revision: 0,
  }
}

/** Words of a section as they stand in its plain text: what comes before the first comma or full stop of a paragraph. */
function quoteFrom(body: string, chance: Chance): string {
  const paragraph = pick(chance, renderText(body).split('\n\n'))
  return paragraph.replace(/^- /, '').split(/(?<=.{30})[,.;](?=\s|$)/u)[0] ?? paragraph
}

/** One author, often two. The first is whose article it is. */
function signArticle({ chance, language }: StoryPlan): ArticleContent['byline'] {
  const first = pickByRank(chance, authors)
  const second = pickByRank(chance, authors)
  const byline = [{ authorId: first.id, role: 'author' as const }]
  if (chance() < 0.65 || second === first) return byline
  const roles = ['author', 'contributor', 'photographer', 'editor'] as const
  const role = language.tag === 'en' || chance() < 0.5 ? pickByRank(chance, roles) : 'translator'
  return [...byline, { authorId: second.id, role }]
}

/** One to four topics: one of the beat, and others from there or from elsewhere. */
function fileArticle({ chance, beat }: StoryPlan): string[] {
  const own = topics.filter(({ name }) => beat.topics.includes(name))
  const others = shuffle(chance, chance() < 0.6 ? own : topics).slice(0, between(chance, 0, 3))
  return [...new Set([pickByRank(chance, own), ...others])].map(({ id }) => id)
}
