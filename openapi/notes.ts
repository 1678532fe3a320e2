import type { Change } from './comparison.ts'

/**
 * The operations and schemas that a change log says are broken, under "Unreleased", in items that begin with "Breaking:" and name
 * them in backticks: "- Breaking: `listArticles`, `Article`: what is otherwise, and what to do."
 */
export function brokenByNote(changelog: string): Set<string> {
  const [, unreleased = ''] = changelog.split(/^## Unreleased$/m)
  const [section = ''] = unreleased.split(/^## /m, 1)
  const notes = section.split(/^- /m).filter((item) => item.startsWith('Breaking:'))
  return new Set(notes.flatMap((note) => [...note.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)))
}

/** Breaking changes that no note names. */
export function unannounced(changes: readonly Change[], changelog: string): Change[] {
  const named = brokenByNote(changelog)
  return changes.filter(({ isBreaking, subject }) => isBreaking && !named.has(subject))
}
