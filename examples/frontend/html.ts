/** A piece of HTML that is safe as it is. */
export interface Html {
  html: string
}

type Value = string | number | Html | readonly Html[] | null | undefined

/** HTML as it is written, with every value in it escaped. */
export function html(written: TemplateStringsArray, ...values: Value[]): Html {
  return { html: String.raw({ raw: written }, ...values.map(embed)) }
}

/** HTML that somebody else made safe: the bodies of sections in the format `html`. */
export function safe(markup: string): Html {
  return { html: markup }
}

function embed(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const escaped = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
    return value.replace(/[&<>"]/g, (character) => escaped[character as keyof typeof escaped])
  }
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('\n')
}
