/** A piece of HTML or XML that is whole and safe as it is. */
export interface Markup {
  markup: string
}

type Value = string | number | Markup | readonly (Markup | null)[] | null

/** HTML or XML as it is written, with every value in it escaped; null leaves nothing, and a list is a piece a line. */
export function markup(written: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: String.raw({ raw: written }, ...values.map(embed)) }
}

/** HTML that was made safe before. */
export function safeMarkup(html: string): Markup {
  return { markup: html }
}

/** Escaped for text and for attributes in double quotes; characters that XML cannot hold at all are dropped (XML 1.0, 2.2). */
function escapeMarkup(text: string): string {
  return text
    .replace(impossible, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

function embed(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return escapeMarkup(value)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.flatMap((piece) => (piece === null ? [] : [piece.markup])).join('\n')
}
