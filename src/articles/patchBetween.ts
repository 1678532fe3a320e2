import { createPatch, type Operation } from 'rfc6902'
import { type ArticleContent, draftOf } from './content.ts'

/** The JSON Patch (RFC 6902) that makes the draft of one content that of another. */
export function patchBetween(from: ArticleContent, to: ArticleContent): Operation[] {
  const { sections: fromSections, takeaways: fromTakeaways, ...fromFields } = draftOf(from)
  const { sections, takeaways, ...fields } = draftOf(to)
  return [
    ...createPatch(fromFields, fields),
    ...patchParts('/sections', fromSections, sections),
    ...patchParts('/takeaways', fromTakeaways, takeaways),
  ]
}

interface Part {
  id: string
}

/** Parts are matched by their ids: `createPatch` would compare each with each, which takes seconds for hundreds. */
function patchParts(list: string, from: readonly Part[], to: readonly Part[]): Operation[] {
  const ids = new Set(to.map(({ id }) => id))
  const parts = from.filter(({ id }) => ids.has(id))
  const operations = from
    .flatMap(({ id }, index): Operation[] =>
      ids.has(id) ? [] : [{ op: 'remove', path: `${list}/${index}` }],
    )
    // From the end, so that the indexes before it stay.
    .reverse()
  for (const [index, part] of to.entries()) {
    const path = `${list}/${index}`
    const place = parts.findIndex(({ id }) => id === part.id)
    const [before] = place < 0 ? [] : parts.splice(place, 1)
    parts.splice(index, 0, part)
    if (!before) operations.push({ op: 'add', path, value: part })
    else {
      if (place !== index) operations.push({ op: 'move', from: `${list}/${place}`, path })
      operations.push(...createPatch(before, part).map((one) => ({ ...one, path: path + one.path })))
    }
  }
  return operations
}
