import { between, type Chance, pick, pickByRank, shuffle } from './newsroomChance.ts'
import type { Beat, Language, SentenceSlot, Slots } from './newsroomVocabulary.ts'

/** Writes about one story: the same place, people and quarrel from the headline to the end. */
export interface Writer {
  /** A sentence or heading, with the words given for some slots. Each pattern comes once before any comes again. */
  write(slot: SentenceSlot, given?: Record<string, string>): string
  /** A word of a slot, as the sentences have it. */
  word(slot: string): string
}

/** Words that a story stays with once it has used them, each different from the others. */
const lasting: ReadonlySet<string> = new Set([
  ...['place', 'rival', 'body', 'role', 'plan', 'object', 'outcome', 'reason', 'group', 'quarrel'],
  ...['sum', 'deadline', 'officialFirst', 'officialLast', 'criticFirst', 'criticLast'],
])

/** Words none of which is commoner than the others. */
const even: ReadonlySet<string> = new Set(['weekday', 'month'])

/** Two places of one name are one too many, but a short list may have nothing else. */
const maxTries = 8

export function createWriter({ slots, separator }: Language, beat: Beat, chance: Chance): Writer {
  const vocabulary = vocabularyOf(slots, beat)
  const decks = new Map<string, string[]>()
  const kept = new Map<string, string>()

  function fill(slot: string): string {
    const number = numbers[slot]
    if (number) return number(chance, separator)
    return kept.get(slot) ?? (lasting.has(slot) ? keep(slot) : complete(choose(slot)))
  }

  function keep(slot: string): string {
    const taken = [...kept.values()]
    let word = complete(choose(slot))
    for (let tries = 1; taken.includes(word) && tries < maxTries; tries += 1) word = complete(choose(slot))
    kept.set(slot, word)
    return word
  }

  function complete(pattern: string): string {
    return partsOf(pattern)
      .map((part) => (typeof part === 'string' ? part : (fill(part.slot).split('|')[part.form] ?? '')))
      .join('')
  }

  function choose(slot: string): string {
    const choices = vocabulary[slot]
    if (!choices) throw new Error(`No vocabulary has the slot ${slot}`)
    return even.has(slot) ? pick(chance, choices) : pickByRank(chance, choices)
  }

  function draw(slot: SentenceSlot): string {
    const deck = decks.get(slot) ?? []
    decks.set(slot, deck)
    if (deck.length === 0) deck.push(...shuffle(chance, vocabulary[slot] ?? []))
    return deck.pop() ?? ''
  }

  function write(slot: SentenceSlot, given: Record<string, string> = {}): string {
    for (const [name, word] of Object.entries(given)) kept.set(name, word)
    return capitalise(complete(draw(slot)))
  }

  return { write, word: fill }
}

type Part = string | { slot: string; form: number }

/** A pattern, taken apart once: its words, and between them the slots. */
function partsOf(pattern: string): Part[] {
  const known = knownParts.get(pattern)
  if (known) return known
  const parts = pattern.split(/(\{\w+(?::\d)?\})/).map((part): Part => {
    const [, slot, form = '0'] = /^\{(\w+)(?::(\d))?\}$/.exec(part) ?? []
    return slot === undefined ? part : { slot, form: Number(form) }
  })
  knownParts.set(pattern, parts)
  return parts
}

const knownParts = new Map<string, Part[]>()

/** Slots that hold figures instead of words. */
const numbers: Record<string, (chance: Chance, separator: string) => string> = {
  /** From 60 to 60,000; small ones are commoner, as in any newspaper. */
  number: (chance, separator) => separate(Math.floor(60 * 1000 ** chance()), separator),
  small: (chance) => String(between(chance, 2, 19)),
  digit: (chance) => String(between(chance, 1, 9)),
  percent: (chance) => String(between(chance, 3, 94)),
  /** From 1921 to 2018; late ones are commoner. */
  year: (chance) => String(2019 - Math.floor(99 ** chance())),
}

function separate(number: number, separator: string): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, separator)
}

/** The words of a beat stand beside those of its language. A beat belongs to one language, and is put together once. */
function vocabularyOf(slots: Slots, beat: Beat): Slots {
  const known = vocabularies.get(beat)
  if (known) return known
  const names = new Set([...Object.keys(slots), ...Object.keys(beat.slots)])
  const joined = [...names].map((name) => [name, [...(slots[name] ?? []), ...(beat.slots[name] ?? [])]])
  const vocabulary: Slots = Object.fromEntries(joined)
  vocabularies.set(beat, vocabulary)
  return vocabulary
}

const vocabularies = new Map<Beat, Slots>()

/** A pattern may begin with a slot, whose words are those of the middle of a sentence. */
function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
