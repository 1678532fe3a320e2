import { expect } from 'vitest'
import type { Page } from '../../src/http/schemas.ts'
import type { Client } from './client.ts'

interface ListPage {
  // biome-ignore lint/suspicious/noExplicitAny: what is listed is the caller's to know
  data: any[]
  page: Page
}

/** The page of a list that a cursor leads to; the first one without. */
export async function pageAt(client: Client, url: string, cursor: string | null = null): Promise<ListPage> {
  const at = cursor === null ? url : `${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`
  return (await client.get(at).expect(200)).body
}

/** All pages of a list in their order, walked by `nextCursor` from the first one. */
export async function walkOn(client: Client, url: string): Promise<ListPage[]> {
  const pages = [await pageAt(client, url)]
  for (let next = pages[0]?.page.nextCursor; next; next = pages.at(-1)?.page.nextCursor) {
    pages.push(await pageAt(client, url, next))
    expect(pages.length).toBeLessThan(100)
  }
  return pages
}

/** The pages before a page, walked by `prevCursor` down to the first one, and given in the order of the list. */
export async function walkBack(client: Client, url: string, from: ListPage | undefined): Promise<ListPage[]> {
  const pages: ListPage[] = []
  for (let previous = from?.page.prevCursor; previous; previous = pages[0]?.page.prevCursor) {
    pages.unshift(await pageAt(client, url, previous))
    expect(pages.length).toBeLessThan(100)
  }
  return pages
}

/** What is on pages, as the values of one field. */
export function listed(pages: readonly ListPage[], field = 'id'): unknown[] {
  return pages.flatMap(({ data }) => data.map((one) => one[field]))
}
