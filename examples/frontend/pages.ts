import type { components } from 'copydesk/client'
import { type Html, html, safe } from './html.ts'

type Schemas = components['schemas']
type Article = Schemas['Article']
type Listed = Schemas['ArticlePage']['data'][number]

/** The newest articles; `next` leads to older ones. */
export function frontPage(articles: readonly Listed[], next: string | null): string {
  const [first] = articles
  const older =
    next === null ? null : html`<p class="older"><a href="/?cursor=${next}">Older articles</a></p>`
  const none = html`<p>Nothing is published yet.</p>`
  const content = html`${first ? articles.map(teaser) : none}\n${older}`
  return page({ title: 'The Daily Example', language: 'en', content })
}

function teaser({ slug, headline, summary, byline, publishedAt, readingMinutes, language }: Listed): Html {
  return html`<article lang="${language}">
<h2><a href="/articles/${slug}">${headline}</a></h2>
${summary ? html`<p>${summary}</p>` : null}
<p class="meta">${names(byline)} <time datetime="${publishedAt}">${day(publishedAt)}</time> · ${readingMinutes} min</p>
</article>`
}

export function articlePage(article: Article): string {
  const { headline, summary, dateline, byline, publishedAt, readingMinutes, topics, language } = article
  const content = html`<article>
<h1>${headline}</h1>
${summary ? html`<p class="summary">${summary}</p>` : null}
<p class="meta">${names(byline)} ${dateline ? `${dateline} ·` : null} <time datetime="${publishedAt}">${day(publishedAt)}</time> · ${readingMinutes} min</p>
${sections(article)}
${article.corrections.map(({ kind, note, at }) => html`<p class="correction"><b>${kind}, ${day(at)}:</b> ${note}</p>`)}
<p class="meta">${topics.map(({ name }) => name).join(' · ')}</p>
${byline.map(({ author }) => (author.bio ? html`<footer><b>${author.name}</b>, ${author.jobTitle}</footer>` : html``))}
</article>`
  return page({ title: article.seo.title ?? headline, language, content })
}

/** The takeaways stand in the section that is kept for them, between its heading and its body; without one, at the end. */
function sections({ sections, takeaways }: Article): Html {
  const points = html`<ul class="takeaways">
${takeaways.map(({ text }) => html`<li>${text}</li>`)}
</ul>`
  const isTheirs = ({ kind }: { kind: string }) => kind === 'takeaways'
  const read = sections.map(
    (section) => html`<section id="${section.anchor}">
${section.heading ? html`<h2>${section.heading}</h2>` : null}
${isTheirs(section) ? points : null}
${safe(section.body)}
</section>`,
  )
  return html`${read}\n${takeaways.length > 0 && !sections.some(isTheirs) ? points : null}`
}

/** What readers are told where an article should be. */
export function absencePage(title: string, reason: string | undefined): string {
  const content = html`<h1>${title}</h1>\n<p>${reason}</p>\n<p><a href="/">To the front page</a></p>`
  return page({ title, language: 'en', content })
}

function names(byline: readonly { author: { name: string } }[]): string | null {
  return byline.length > 0 ? `By ${byline.map(({ author }) => author.name).join(', ')} ·` : null
}

function day(moment: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment))
}

function page({ title, language, content }: { title: string; language: string; content: Html }): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">The Daily Example</a></header>
<main>
${content}
</main>
</body>
</html>
`.html
}
