import { renderHtml } from '../lib/markdown.ts'
import { type Markup, markup, safeMarkup } from '../lib/markup.ts'
import { bylineOf, correctionTitle, readSections } from './readingOrder.ts'
import type { Article } from './schema.ts'

/** The article as a page of its own, without style or script; `article` holds its bodies as HTML. */
export function articlePage(article: Article): string {
  const { language, headline, summary, seo, url, canonicalUrl, links, dateline, publishedAt } = article
  const description = seo.description ?? summary
  const byline = bylineOf(article)
  const page = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${seo.title ?? headline}</title>
${description && markup`<meta name="description" content="${description}">`}
<link rel="canonical" href="${canonicalUrl ?? url}">
<link rel="alternate" type="application/json" href="${links.self}">
</head>
<body>
<main>
<article dir="auto">
<header>
<h1>${headline}</h1>
${summary && markup`<p>${summary}</p>`}
${byline && markup`<p>${byline}</p>`}
<p>${dateline && markup`${dateline}, `}${time(publishedAt)}</p>
</header>
${articleContent(article)}
${bios(article)}
</article>
</main>
</body>
</html>
`
  return page.markup
}

/** What stands below the headline: sections with their anchors, takeaways in their place, then corrections. */
export function articleContent(article: Pick<Article, 'sections' | 'takeaways' | 'corrections'>): Markup {
  const sections = readSections(article).map(
    ({ heading, anchor, points, body }) => markup`<section${anchor && markup` id="${anchor}"`}>
${heading && markup`<h2>${heading}</h2>`}
${points.length > 0 ? markup`<ul>${points.map((point) => markup`<li>${point}</li>`)}</ul>` : null}
${safeMarkup(body)}
</section>`,
  )
  const notes = article.corrections.map(
    (correction) => markup`<p><strong>${correctionTitle(correction)}:</strong> ${correction.note}</p>`,
  )
  const corrections = notes.length > 0 ? [markup`<aside>${notes}</aside>`] : []
  return markup`${[...sections, ...corrections]}`
}

function bios({ byline }: Article): Markup | null {
  const texts = byline.flatMap(({ author }) => (author.bio ? [safeMarkup(renderHtml(author.bio))] : []))
  return texts.length > 0 ? markup`<footer>${texts}</footer>` : null
}

function time(moment: string): Markup {
  return markup`<time datetime="${moment}">${moment.slice(0, 10)}</time>`
}
