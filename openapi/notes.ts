import type { Change } from './comparison.ts'

/**
 * Breaking changes that the change log does not name. It names them under "Unreleased", in items that begin with "Breaking:", in
 * backticks: a whole operation or schema (`listArticles`), or what of it (`Article headline`); `*` is any.
 */
export function unannounced(changes: readonly Change[], changelog: string): Change[] {
  const notes = notesIn(changelog)
  const isNamed = ({ subject, what }: Change) =>
    notes.some((note) => (note.subject === '*' || note.subject === subject) && what.includes(note.what))
  return changes.filter((change) => change.isBreaking && !isNamed(change))
}

interface Note {
  subject: string
  /** Words of the report; none for all of it. */
  what: string
}

function notesIn(changelog: string): Note[] {
  const [, afterHeading = ''] = changelog.split(/^## Unreleased$/m)
  const [unreleased = ''] = afterHeading.split(/^## /m, 1)
  return unreleased
    .split(/^- /m)
    .filter((item) => item.startsWith('Breaking:'))
    .flatMap((item) => [...item.matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => {
      const [subject = '', ...words] = name.split(' ')
      return { subject, what: words.join(' ') }
    })
}
