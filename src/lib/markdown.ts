import MarkdownIt from 'markdown-it'

/**
 * CommonMark without raw HTML: a tag in the source comes out escaped, and links to `javascript:`, `vbscript:`, `file:` and
 * `data:` stay text (markdown-it's validateLink). So what is rendered is safe to put into a page as it is.
 */
const markdown = new MarkdownIt('commonmark', { html: false })
// CommonMark's preset knows raw HTML as tokens; off, the parser leaves it to the text rule, which escapes it.
markdown.disable(['html_block', 'html_inline'])

type Token = ReturnType<typeof markdown.parse>[number]

/** Both of what follows, parsed once. */
export function render(source: string): { html: string; text: string } {
  const tokens = markdown.parse(source, {})
  return { html: htmlOf(tokens), text: textOf(tokens) }
}

/** Safe HTML of a Markdown text. */
export function renderHtml(source: string): string {
  return htmlOf(markdown.parse(source, {}))
}

/** The words of a Markdown text without its marks: blocks apart by an empty line, list items each with "- ". */
export function renderText(source: string): string {
  return textOf(markdown.parse(source, {}))
}

function htmlOf(tokens: Token[]): string {
  return markdown.renderer.render(tokens, markdown.options, {}).trim()
}

function textOf(tokens: Token[]): string {
  const blocks: string[] = []
  let prefix = ''
  for (const token of tokens) {
    if (token.type === 'list_item_open') prefix = '- '
    else if (token.type === 'inline') {
      blocks.push(prefix + inlineText(token.children ?? []))
      prefix = ''
    } else if (token.type === 'fence' || token.type === 'code_block') blocks.push(token.content.trimEnd())
  }
  return blocks.join('\n\n')
}

function inlineText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
      if (token.type === 'image') return inlineText(token.children ?? [])
      return token.content
    })
    .join('')
}

/** Plain text as one line of Markdown that says the same: no character of it is a mark. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#~|]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
