import { brazilian } from './newsroomBrazilian.ts'
import { dutch } from './newsroomDutch.ts'
import { english } from './newsroomEnglish.ts'
import { french } from './newsroomFrench.ts'
import { german } from './newsroomGerman.ts'
import { italian } from './newsroomItalian.ts'
import { polish } from './newsroomPolish.ts'
import { spanish } from './newsroomSpanish.ts'
import type { Language } from './newsroomVocabulary.ts'

/*
 * Grammar is kept out of the patterns by the choice of words: where an article or adjective stands in a pattern, all words
 * of its slot have the same gender and number, or bring their article along.
 */
export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  brazilian,
  dutch,
  polish,
]
