/** Any list of the service that is read by cursors. */
interface Page<Item> {
  data: readonly Item[]
  page: { nextCursor: string | null }
}

/**
 * Everything in a list, page by page, as it was when the first page was read. `list` is called with the cursor of each page:
 * `eachOf((cursor) => copydesk.listArticles({ topic: ['ukraine'], cursor }))`.
 */
export async function* eachOf<Item>(
  list: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined
  do {
    const { data, page } = await list(cursor)
    yield* data
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
