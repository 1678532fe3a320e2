import { SaxesParser } from 'saxes'

export interface Element {
  /** With its namespace: `{http://www.w3.org/2005/Atom}entry`. */
  name: string
  attributes: Record<string, string>
  children: Element[]
  /** What stands in it directly. */
  text: string
}

/** A document as XML 1.0 and its namespaces are read; throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const document: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value])
    const element = {
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [root] = document.children
  if (!root) throw new Error('The document has no element')
  return root
}

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}

export function textOf(element: Element, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text
}

/** How often an element may stand in another: once, at most once, at least once, or as often as you like. */
export type Count = '1' | '?' | '+' | '*'

const allowed: Record<Count, (count: number) => boolean> = {
  '1': (count) => count === 1,
  '?': (count) => count <= 1,
  '+': (count) => count >= 1,
  '*': () => true,
}

/** What an element has too often, too rarely or should not have at all. Elements of other namespaces are extensions. */
export function faultsOfChildren(
  element: Element,
  namespace: string,
  counts: Record<string, Count>,
): string[] {
  const wrong = Object.entries(counts)
    .map(([name, count]) => ({ name, count, found: childrenOf(element, `{${namespace}}${name}`).length }))
    .filter(({ count, found }) => !allowed[count](found))
    .map(({ name, count, found }) => `${element.name} has ${found} of ${name}, not ${count}`)
  const unknown = element.children
    .filter(({ name }) => name.startsWith(`{${namespace}}`))
    .filter(({ name }) => !(name.slice(namespace.length + 2) in counts))
    .map(({ name }) => `${element.name} has the unknown ${name}`)
  return [...wrong, ...unknown]
}

/** RFC 3339, 5.6, as Atom and sitemaps have it. */
export const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

export function isAbsoluteUrl(url: string | undefined): boolean {
  return url !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(url) && URL.canParse(url) && !/[\s<>"]/.test(url)
}
