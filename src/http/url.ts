/** The path without its query, which may hold what should not be logged or repeated. */
export function pathOf(url: string | undefined): string {
  return (url ?? '/').split('?', 1)[0] ?? '/'
}

export function queryOf(url = '/'): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}
