import { isAbsoluteUrl, rfc3339 } from './xml.ts'

type Range = 'Text' | 'URL' | 'Date' | 'Integer' | 'Duration' | 'Reference' | string

/**
 * Of schema.org's vocabulary: the properties of each type that we use, those of its supertypes included, with the types that
 * their values may have (schema.org/NewsArticle and so on).
 */
const vocabulary: Record<string, Record<string, readonly Range[]>> = {
  NewsArticle: {
    identifier: ['Text', 'URL'],
    url: ['URL'],
    mainEntityOfPage: ['URL'],
    sameAs: ['URL'],
    headline: ['Text'],
    description: ['Text'],
    abstract: ['Text'],
    inLanguage: ['Text'],
    dateline: ['Text'],
    datePublished: ['Date'],
    dateModified: ['Date'],
    author: ['Person', 'Organization'],
    contributor: ['Person', 'Organization'],
    editor: ['Person'],
    translator: ['Person', 'Organization'],
    publisher: ['Person', 'Organization'],
    keywords: ['Text', 'URL'],
    wordCount: ['Integer'],
    timeRequired: ['Duration'],
    hasPart: ['WebPageElement'],
    correction: ['CorrectionComment', 'Text', 'URL'],
  },
  Person: {
    name: ['Text'],
    url: ['URL'],
    jobTitle: ['Text'],
    description: ['Text'],
    worksFor: ['Organization'],
    sameAs: ['URL'],
  },
  Organization: { name: ['Text'], url: ['URL'] },
  WebPageElement: { name: ['Text'], text: ['Text'] },
  CorrectionComment: { text: ['Text'], datePublished: ['Date'], about: ['Reference'] },
}

type Node = Record<string, unknown>

/** What of a JSON-LD document is not as schema.org's vocabulary, and Google for a news article, have it. */
export function faultsOfNewsArticle(document: Node): string[] {
  const wanted = ['headline', 'datePublished', 'dateModified', 'url']
  return [
    ...(document['@context'] === 'https://schema.org' ? [] : ['the context is another']),
    ...(document['@type'] === 'NewsArticle' ? [] : ['the type is another']),
    ...wanted.filter((name) => !document[name]).map((name) => `${name} is missing`),
    ...faultsOfNode(document, 'NewsArticle'),
  ]
}

function faultsOfNode(node: Node, type: string): string[] {
  return Object.entries(node).flatMap(([name, value]) => {
    if (name === '@context' || name === '@type') return []
    if (name === '@id') return isAbsoluteUrl(String(value)) ? [] : [`${type} has an @id that is no IRI`]
    const ranges = vocabulary[type]?.[name]
    if (!ranges) return [`${type} has no ${name}`]
    const values = Array.isArray(value) ? value : [value]
    if (values.length === 0) return [`${type} has an empty ${name}`]
    return values.flatMap((one) => faultsOfValue(one, ranges, `${type}.${name}`))
  })
}

function faultsOfValue(value: unknown, ranges: readonly Range[], place: string): string[] {
  if (typeof value === 'object' && value !== null) {
    const type = String((value as Node)['@type'] ?? 'Reference')
    return ranges.includes(type) ? faultsOfNode(value as Node, type) : [`${place} may be no ${type}`]
  }
  return ranges.some((range) => isOf(range, value)) ? [] : [`${place} may not be ${JSON.stringify(value)}`]
}

function isOf(range: Range, value: unknown): boolean {
  if (range === 'Integer') return Number.isInteger(value)
  if (typeof value !== 'string' || value === '') return false
  if (range === 'URL') return isAbsoluteUrl(value)
  if (range === 'Date') return rfc3339.test(value)
  if (range === 'Duration') return /^P(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(value)
  return range === 'Text'
}
