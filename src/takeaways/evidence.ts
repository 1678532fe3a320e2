import { renderText } from '../lib/markdown.ts'
import { type Evidence, type EvidenceState, evidenceStates } from './schema.ts'

interface QuotedSection {
  id: string
  body: string
}

/**
 * Whether the words that support a takeaway are still where it says: `current`; `moved`, when another section has them;
 * `broken`, when none has. The worst of several counts.
 */
export function evidenceStateOf(
  evidence: readonly Evidence[],
  sections: readonly QuotedSection[],
): EvidenceState {
  const texts = new Map<string, string>()
  const textOf = ({ id, body }: QuotedSection) => {
    const text = texts.get(id) ?? plain(renderText(body))
    texts.set(id, text)
    return text
  }
  const states = evidence.map((quote): EvidenceState => {
    const words = plain((quote.prefix ?? '') + quote.exact + (quote.suffix ?? ''))
    const holders = sections.filter((section) => textOf(section).includes(words))
    if (holders.some(({ id }) => id === quote.sectionId)) return 'current'
    return holders.length > 0 ? 'moved' : 'broken'
  })
  return worst(states)
}

function worst(states: readonly EvidenceState[]): EvidenceState {
  return states.reduce<EvidenceState>(
    (worstSoFar, state) =>
      evidenceStates.indexOf(state) > evidenceStates.indexOf(worstSoFar) ? state : worstSoFar,
    'none',
  )
}

/** A line break in the source is no difference in the words. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
