import { renderText } from '../lib/markdown.ts'
import { type Evidence, type EvidenceState, evidenceStates } from './schema.ts'

interface QuotedSection {
  id: string
  body: string
}

/**
 * Whether the words that support a takeaway are still where it says: `current`; `moved`, when another section has them;
 * `broken`, when none has. The worst of several counts. Each section is read once, and only if a quote asks for it.
 */
export function evidenceAmong(
  sections: readonly QuotedSection[],
): (evidence: readonly Evidence[]) => EvidenceState {
  const texts = new Map<string, string>()
  const textOf = ({ id, body }: QuotedSection) => {
    const text = texts.get(id) ?? plain(renderText(body))
    texts.set(id, text)
    return text
  }
  const stateOf = (quote: Evidence): EvidenceState => {
    const words = plain((quote.prefix ?? '') + quote.exact + (quote.suffix ?? ''))
    const named = sections.find(({ id }) => id === quote.sectionId)
    if (named && textOf(named).includes(words)) return 'current'
    return sections.some((section) => textOf(section).includes(words)) ? 'moved' : 'broken'
  }
  return (evidence) => worst(evidence.map(stateOf))
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
