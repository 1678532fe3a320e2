import { slugify } from '../../src/lib/slug.ts'
import { between, type Chance, chanceOf, idAt, pickByRank, pickByShare } from './newsroomChance.ts'
import { languages } from './newsroomLanguages.ts'
import { createWriter, type Writer } from './newsroomProse.ts'
import type { Beat, Language } from './newsroomVocabulary.ts'

/** What editors do with an article once it is created; each makes one revision. */
export type Move =
  | ('edit' | 'submit' | 'approve' | 'publish' | 'publishUntil' | 'schedule')
  | ('update' | 'rename' | 'findFault' | 'correct')
  | ('unpublish' | 'withdraw' | 'withdrawByLaw' | 'trash')

/** How long that takes a newsroom, in hours from the move before. */
const hoursUntil: Record<Move, readonly [number, number]> = {
  edit: [1, 12],
  submit: [1, 8],
  approve: [1, 24],
  publish: [1, 20],
  publishUntil: [1, 20],
  schedule: [1, 20],
  update: [2, 96],
  rename: [1, 30],
  findFault: [6, 400],
  correct: [1, 4],
  unpublish: [500, 6000],
  withdraw: [24, 2000],
  withdrawByLaw: [500, 6000],
  trash: [24, 500],
}

/** The course that an article takes. */
interface Fate {
  /** How many of 1,000 articles take it. */
  share: number
  moves: readonly Move[]
  /** It looks ahead to what has not happened yet, so it began not long ago. */
  isRecent?: true
}

/** Of 1,000 articles 900 are public, 20 were, 10 will be, 10 are withdrawn, and 60 have never left the desk. */
const fates: readonly Fate[] = [
  { share: 375, moves: ['publish'] },
  { share: 200, moves: ['edit', 'publish'] },
  { share: 90, moves: ['submit', 'approve', 'publish'] },
  { share: 90, moves: ['publish', 'update'] },
  { share: 60, moves: ['publish', 'edit'] },
  { share: 40, moves: ['publish', 'findFault', 'correct'] },
  { share: 20, moves: ['publish', 'rename'] },
  { share: 10, moves: ['publish', 'unpublish', 'publish'] },
  { share: 5, moves: ['publish', 'findFault'] },
  { share: 5, moves: ['publish', 'edit', 'schedule'], isRecent: true },
  { share: 5, moves: ['edit', 'publishUntil'], isRecent: true },
  { share: 20, moves: ['publish', 'unpublish'] },
  { share: 10, moves: ['edit', 'schedule'], isRecent: true },
  { share: 7, moves: ['publish', 'withdraw'] },
  { share: 3, moves: ['edit', 'publish', 'withdrawByLaw'] },
  { share: 20, moves: [] },
  { share: 15, moves: ['edit'] },
  { share: 12, moves: ['submit'] },
  { share: 8, moves: ['submit', 'approve'] },
  { share: 5, moves: ['edit', 'trash'] },
]

/** An article before it is written. */
export interface StoryPlan {
  id: string
  language: Language
  beat: Beat
  chance: Chance
  writer: Writer
  name: StoryName
  /** What `rename` calls it. */
  nextName: StoryName
  createdAt: Date
  moves: readonly { name: Move; at: Date }[]
  /** When what is to come begins or ends. */
  comingAt: Date
}

export interface StoryName {
  headline: string
  slug: string
}

/** How far back the newsroom goes. */
export const newsroomDays = 5 * 365

const recentDays = 20
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Chance of a purpose of its own: see `chanceOf`. */
const storyPurpose = 1

/** A headline that is taken is written again so often, and numbered after that. */
const maxTries = 5

/**
 * The first stories of the newsroom, in order. A story does not depend on how many follow it, so that more of them can be
 * added later. All but what is scheduled has happened before `today`.
 */
export function* planStories(count: number, today: Date): Generator<StoryPlan> {
  const takenSlugs = new Set<string>()
  for (let number = 0; number < count; number += 1) yield planStory(number, today, takenSlugs)
}

function planStory(number: number, today: Date, takenSlugs: Set<string>): StoryPlan {
  const chance = chanceOf(storyPurpose, number)
  const language = pickByShare(chance, languages)
  const beat = pickByRank(chance, language.beats)
  const writer = createWriter(language, beat, chance)
  // The first ones take all courses in turn, so that a small newsroom has one of each.
  const fate = fates[number] ?? pickByShare(chance, fates)
  const { createdAt, moves } = datesOf(fate, chance, today)
  return {
    id: idAt(chance, createdAt),
    language,
    beat,
    chance,
    writer,
    name: nameStory(writer, takenSlugs),
    nextName: nameStory(writer, takenSlugs),
    createdAt,
    moves,
    comingAt: new Date(today.getTime() + between(chance, 30, 60 * 24) * hourMs),
  }
}

function datesOf(
  { moves, isRecent }: Fate,
  chance: Chance,
  today: Date,
): Pick<StoryPlan, 'createdAt' | 'moves'> {
  let age = 0
  const ages = moves.map((name) => {
    const [min, max] = hoursUntil[name]
    age += between(chance, min * hourMs, max * hourMs)
    return { name, age }
  })
  const longestAge = (isRecent ? recentDays : newsroomDays) * dayMs
  const createdAt = today.getTime() - between(chance, age, longestAge)
  return {
    createdAt: new Date(createdAt),
    moves: ages.map(({ name, age }) => ({ name, at: new Date(createdAt + age) })),
  }
}

function nameStory(writer: Writer, takenSlugs: Set<string>): StoryName {
  for (let tries = 1; ; tries += 1) {
    const written = writer.write('headline')
    const headline = tries > maxTries ? `${written} (${tries - maxTries + 1})` : written
    const slug = slugify(headline) ?? ''
    if (takenSlugs.has(slug)) continue
    takenSlugs.add(slug)
    return { headline, slug }
  }
}
