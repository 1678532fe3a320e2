import type { Service } from './start.ts'

/** What somebody who just started the service needs next. */
export function welcome({ publicUrl, firstKey, newestSlug }: Service): string {
  const articlesUrl = `${publicUrl}/v1/articles`
  const articleUrl = newestSlug === null ? articlesUrl : `${articlesUrl}/${newestSlug}`
  const lines = [
    'Copydesk is ready.',
    '',
    `  Article   ${articleUrl}`,
    `  Docs      ${publicUrl}/docs   (to read, and to publish a first article with the key)`,
    '',
    `  curl -s ${articleUrl}`,
  ]
  if (firstKey?.file) {
    lines.push('', `  Admin key (shown this once; also in ${firstKey.file})`, `  ${firstKey.secret}`)
  }
  return `\n${lines.join('\n')}\n\n`
}
