import { renderHtml } from '../lib/markdown.ts'
import { type Markup, markup, safeMarkup } from '../lib/markup.ts'
import { bylineOf, correctionTitle, readSections } from './readingOrder.ts'
import type { Article } from './schema.ts'

/** What the page may load: the pictures that its Markdown names, and nothing else (Content Security Policy 3). */
export const pagePolicy =
  "default-src 'none'; img-src http: https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The article as a page of its own, without style or script; `article` holds its bodies as HTML. */
export function articlePage(article: Article): string {
  const { language, headline, summary, seo, url, canonicalUrl, links, dateline, publishedAt } = article
  const description = seo.description ?? summary
  const byline = bylineOf(article)
  const head = [
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width">`,
    markup`<title>${seo.title ?? headline}</title>`,
    description ? markup`<meta name="description" content="${description}">` : null,
    markup`<link rel="canonical" href="${canonicalUrl ?? url}">`,
    markup`<link rel="alternate" type="application/json" href="${links.self}">`,
  ]
  const opening = [
    markup`<h1>${headline}</h1>`,
    summary ? markup`<p>${summary}</p>` : null,
    byline ? markup`<p>${byline}</p>` : null,
    markup`<p>${dateline ? `${dateline}, ` : null}<time datetime="${publishedAt}">${publishedAt.slice(0, 10)}</time></p>`,
  ]
  const parts = [markup`<header>\n${opening}\n</header>`, articleContent(article), bios(article)]
  return markup`<!doctype html>
<html lang="${language}">
<head>
${head}
</head>
<body>
<main>
<article dir="auto">
${parts}
</article>
</main>
</body>
</html>
`.markup
}

/** What stands below the headline: sections with their anchors, takeaways in their place, then corrections. */
export function articleContent(article: Pick<Article, 'sections' | 'takeaways' | 'corrections'>): Markup {
  const sections = readSections(article).map(({ heading, anchor, points, body }) => {
    const parts = [
      heading ? markup`<h2>${heading}</h2>` : null,
      points.length > 0 ? markup`<ul>\n${points.map((point) => markup`<li>${point}</li>`)}\n</ul>` : null,
      body ? safeMarkup(body) : null,
    ]
    return markup`<section${anchor ? markup` id="${anchor}"` : null}>\n${parts}\n</section>`
  })
  const notes = article.corrections.map(
    (correction) => markup`<p><strong>${correctionTitle(correction)}:</strong> ${correction.note}</p>`,
  )
  return markup`${[...sections, notes.length > 0 ? markup`<aside>\n${notes}\n</aside>` : null]}`
}

function bios({ byline }: Article): Markup | null {
  const texts = byline.flatMap(({ author }) => (author.bio ? [safeMarkup(renderHtml(author.bio))] : []))
  return texts.length > 0 ? markup`<footer>\n${texts}\n</footer>` : null
}
