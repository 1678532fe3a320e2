import type { Db } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import { changeArticle } from './change.ts'
import type { ArticleContent } from './content.ts'

/** Puts one author in the place of another on all working copies, trashed ones too: a new revision of each. */
export async function reassignBylines(change: Change, authorId: string, targetId: string): Promise<void> {
  const bylines = await change.db.byline.findMany({ where: { authorId }, orderBy: { articleId: 'asc' } })
  for (const { articleId } of bylines) {
    await changeArticle(change, articleId, ({ content }) => {
      return {
        content: withMerges(content, new Map([[authorId, targetId]])),
        note: 'An author was merged into another.',
      }
    })
  }
}

/** The same for a topic. */
export async function reassignTopics(change: Change, topicId: string, targetId: string): Promise<void> {
  const uses = await change.db.articleTopic.findMany({ where: { topicId }, orderBy: { articleId: 'asc' } })
  for (const { articleId } of uses) {
    await changeArticle(change, articleId, ({ content }) => {
      return {
        content: withMerges(content, new Map([[topicId, targetId]])),
        note: 'A topic was merged into another.',
      }
    })
  }
}

/** An old content as it can be had today: authors and topics that were merged since are those that took their place. */
export async function followMerges(db: Db, content: ArticleContent): Promise<ArticleContent> {
  const ids = [...content.byline.map(({ authorId }) => authorId), ...content.topicIds]
  const where = { id: { in: ids }, mergedIntoId: { not: null } }
  const merged = [...(await db.author.findMany({ where })), ...(await db.topic.findMany({ where }))]
  return withMerges(content, new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id])))
}

function withMerges(content: ArticleContent, targets: ReadonlyMap<string, string>): ArticleContent {
  const byline = content.byline
    .map((line) => ({ ...line, authorId: targets.get(line.authorId) ?? line.authorId }))
    .filter((line, index, all) => all.findIndex((other) => other.authorId === line.authorId) === index)
  const topicIds = [...new Set(content.topicIds.map((id) => targets.get(id) ?? id))]
  return { ...content, byline, topicIds }
}
