import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown, renderText } from '../src/lib/markdown.ts'
import { markup, safeMarkup } from '../src/lib/markup.ts'
import { parseXml } from './support/xml.ts'

/** Any characters, those that XML and Markdown make something of more often. */
const words = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'<>&"\'\\`*_{}[]()#+-.!|~=:;1 \n\t', '\u0000', '\u000B', '\uFFFE', ']]>', '&amp;'),
  ),
  maxLength: 30,
})

describe('markup', () => {
  test.each([
    [markup`<p>${'a < b & "c" > d'}</p>`, '<p>a &lt; b &amp; &quot;c&quot; &gt; d</p>'],
    [markup`<p>${safeMarkup('<em>a</em>')}</p>`, '<p><em>a</em></p>'],
    [markup`<p>${null}${3}</p>`, '<p>3</p>'],
    [
      markup`<ul>${[markup`<li>a</li>`, null, markup`<li>${'<'}</li>`]}</ul>`,
      '<ul><li>a</li>\n<li>&lt;</li></ul>',
    ],
    [markup`<p>${'a\u0000b\u0008c\uFFFFd\u{1F41F}'}</p>`, '<p>abcd\u{1F41F}</p>'],
  ])('writes %j', ({ markup: written }, expected) => {
    expect(written).toBe(expected)
  })

  test('gives any words back to whoever reads it as XML', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { text: read, attributes } = parseXml(markup`<p title="${text}">${text}</p>`.markup)

        const possible = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
        const lines = possible.replace(/\r\n?/g, '\n')
        expect(read).toBe(lines)
        expect(attributes['title']).toBe(lines.replace(/[\t\n]/g, ' '))
      }),
    )
  })
})

describe('escapeMarkdown', () => {
  test.each([
    ['1. One', '1\\. One'],
    ['- One', '\\- One'],
    ['two\nlines ', 'two lines'],
    ['*so* [it](goes) <b>', '\\*so\\* \\[it\\](goes) \\<b\\>'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  test('gives any words back to whoever reads it as Markdown', () => {
    fc.assert(
      fc.property(words, (text) => {
        const line = text.replace(/\s+/g, ' ').trim()

        // Markdown has no NUL either (CommonMark 0.31, 2.3).
        expect(renderText(escapeMarkdown(text))).toBe(line.replaceAll('\0', '\uFFFD'))
      }),
    )
  })
})
