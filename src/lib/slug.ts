import { fold } from './fold.ts'

export const maxSlugLength = 100

/** Lower-case words joined by hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Words that have a route of their own below a collection, so no slug may be one of them. */
export const reservedSlugs: ReadonlySet<string> = new Set(['search', 'external'])

/**
 * A slug made of a name or headline: "Zelenskyy’s offer" becomes "zelenskyys-offer". Null when nothing of the text can
 * stand in a slug (a headline in a script other than Latin, say): then the caller has to choose one.
 */
export function slugify(text: string): string | null {
  const words = fold(text)
    .replace(/[\p{Mark}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  while (words.join('-').length > maxSlugLength && words.length > 1) words.pop()
  const slug = words.join('-').slice(0, maxSlugLength)
  return slug === '' || reservedSlugs.has(slug) ? null : slug
}
