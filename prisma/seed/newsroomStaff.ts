import type { AuthorDraft } from '../../src/authors/schema.ts'
import { slugify } from '../../src/lib/slug.ts'
import type { TopicDraft } from '../../src/topics/schema.ts'
import { englishBeats } from './newsroomBeats.ts'
import { type Chance, chanceOf, idAt, pick, pickByRank, pickByShare } from './newsroomChance.ts'
import { english } from './newsroomEnglish.ts'
import type { IdentifiedEvent } from './newsroomEvents.ts'
import { languages } from './newsroomLanguages.ts'
import { createWriter } from './newsroomProse.ts'
import { words } from './newsroomVocabulary.ts'

type StaffAuthor = AuthorDraft & { id: string; slug: string }
type StaffTopic = TopicDraft & { id: string; slug: string }

const authorCount = 200

/** The ids of authors and topics are the same in every newsroom, whatever its day: they begin with this one. */
const foundedAt = new Date('2020-01-01T00:00:00Z')

/** Chance of a purpose of its own: see `chanceOf`. */
const authorPurpose = 2
const topicPurpose = 3
const eventPurpose = 4

const organisation = 'Copydesk Newsroom'
const jobTitles =
  words(`Reporter, Senior reporter, Correspondent, Editor, Columnist, Desk editor, Photographer, Political editor,
  Data reporter, Sub-editor, Science editor, Translator, Investigations editor, Critic, Trainee, Cartographer`)

/** Those whose names come first write most. */
export const authors: readonly StaffAuthor[] = hireAuthors()

export const topics: readonly StaffTopic[] = englishBeats
  .flatMap((beat) => beat.topics.map((name) => ({ name, beat: beat.name })))
  .map(({ name, beat }, index) => ({
    id: idAt(chanceOf(topicPurpose, index), foundedAt),
    slug: slugOf(name),
    name,
    description:
      index % 4 === 3 ? null : `${name} in the news: what our reporters on ${beat} write about it.`,
  }))

/** What creating them all at one moment is recorded as; see `record` in src/authors/store.ts and src/topics/store.ts. */
export function staffEvents(at: Date): IdentifiedEvent[] {
  const created = [
    ...authors.map(({ id }) => ({ id, noun: 'author' as const })),
    ...topics.map(({ id }) => ({ id, noun: 'topic' as const })),
  ]
  return created.map(({ id, noun }, index) => ({
    id: idAt(chanceOf(eventPurpose, index), at),
    type: `${noun}.created` as const,
    subject: `${noun}s/${id}`,
    at,
    data: { id, revision: 1 },
  }))
}

function hireAuthors(): StaffAuthor[] {
  const hired = new Map<string, StaffAuthor>()
  for (let number = 0; hired.size < authorCount; number += 1) {
    const author = hireAuthor(chanceOf(authorPurpose, number))
    if (!hired.has(author.slug)) hired.set(author.slug, author)
  }
  return [...hired.values()]
}

function hireAuthor(chance: Chance): StaffAuthor {
  const id = idAt(chance, foundedAt)
  const language = pickByShare(chance, languages)
  const writer = createWriter(language, pick(chance, language.beats), chance)
  const name = `${writer.word('officialFirst')} ${writer.word('officialLast')}`
  const slug = slugOf(name)
  const location = writer.word('place')
  const website = chance() < 0.2 ? `https://${slug}.example` : null
  return {
    id,
    slug,
    name,
    jobTitle: pickByRank(chance, jobTitles),
    bio: chance() < 0.9 ? writeBio(name, location, chance) : null,
    location: chance() < 0.8 ? location : null,
    organisation,
    website,
    links: chance() < 0.3 ? [{ label: 'Mastodon', url: `https://social.example/@${slug}` }] : [],
    email: `${slug}@newsroom.example`,
  }
}

function writeBio(name: string, location: string, chance: Chance): string {
  const beat = pickByRank(chance, englishBeats)
  const { word } = createWriter(english, beat, chance)
  const beginnings = [
    `${name} writes about ${beat.name} from ${location}.`,
    `${name} has covered ${beat.name} for ${word('duration')}, first in ${word('rival')} and now in ${location}.`,
    `Before joining the newsroom, ${name} worked as a **${word('trade')}** in ${word('village')}.`,
  ]
  const ends = [
    `Ask about ${word('object')}.`,
    `A series on *${word('object')}* was shortlisted for a prize in ${word('rival')}.`,
    `Tips about ${word('object')} are welcome by [e-mail](mailto:${slugOf(name)}@newsroom.example).`,
  ]
  return `${pick(chance, beginnings)}\n\n${pick(chance, ends)}`
}

function slugOf(name: string): string {
  return slugify(name) ?? ''
}
