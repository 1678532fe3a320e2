import { createHash } from 'node:crypto'
import { type Markup, markup, safeMarkup } from '../lib/markup.ts'

const style = `
:root { color-scheme: light dark }
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto 4rem; padding: 0 1rem }
nav { display: flex; flex-wrap: wrap; gap: 0 1.2rem; padding-bottom: .6rem; border-bottom: 1px solid #8886; font-size: .95rem }
h1 { line-height: 1.2 } h2 { margin-top: 2.2rem; line-height: 1.3 }
a { color: light-dark(#0b57d0, #8ab4f8) }
code { font: .9em/1.5 ui-monospace, monospace; background: #8882; padding: .1em .3em; border-radius: 3px }
pre { background: #8881; border: 1px solid #8884; border-radius: 6px; padding: .8rem 1rem; overflow-x: auto }
pre code { background: none; padding: 0; font-size: .85rem }
`

/** The one style that pages have, by its hash, and nothing else (Content Security Policy 3, 2.3.1). */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Where the pages are that explain the service, as each of them shows. */
export interface Place {
  url: string
  name: string
}

/** A page of the documentation. */
export function explainingPage(title: string, content: Markup, places: readonly Place[]): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Copydesk</title>
<style>${safeMarkup(style)}</style>
</head>
<body>
<nav>
${places.map(({ url, name }) => markup`<a href="${url}">${name}</a>`)}
</nav>
<main>
${content}
</main>
</body>
</html>
`.markup
}
