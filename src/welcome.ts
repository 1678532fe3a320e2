import type { Service } from './start.ts'

/** What somebody who just started the service needs next. */
export function welcome({ publicUrl, firstKey }: Service): string {
  const articleUrl = `${publicUrl}/v1/articles`
  const lines = [
    'Copydesk is ready.',
    '',
    `  Articles  ${articleUrl}`,
    `  Docs      ${publicUrl}/docs`,
    '',
    `  curl -s ${articleUrl}?limit=1`,
  ]
  if (firstKey?.file) {
    lines.push('', `  Admin key (shown this once; also in ${firstKey.file})`, `  ${firstKey.secret}`)
  }
  return `\n${lines.join('\n')}\n\n`
}
