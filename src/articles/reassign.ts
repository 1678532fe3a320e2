import type { Change } from '../events/record.ts'
import { changeArticle } from './change.ts'

/** Puts one author in the place of another on all working copies, trashed ones too: a new revision of each. */
export async function reassignBylines(change: Change, authorId: string, targetId: string): Promise<void> {
  const bylines = await change.db.byline.findMany({ where: { authorId }, orderBy: { articleId: 'asc' } })
  for (const { articleId } of bylines) {
    await changeArticle(change, articleId, ({ content }) => {
      const byline = content.byline
        .map((line) => (line.authorId === authorId ? { ...line, authorId: targetId } : line))
        .filter((line, index, all) => all.findIndex((other) => other.authorId === line.authorId) === index)
      return { content: { ...content, byline }, note: 'An author was merged into another.' }
    })
  }
}

/** The same for a topic. */
export async function reassignTopics(change: Change, topicId: string, targetId: string): Promise<void> {
  const uses = await change.db.articleTopic.findMany({ where: { topicId }, orderBy: { articleId: 'asc' } })
  for (const { articleId } of uses) {
    await changeArticle(change, articleId, ({ content }) => {
      const topicIds = content.topicIds.map((id) => (id === topicId ? targetId : id))
      return { content: { ...content, topicIds }, note: 'A topic was merged into another.' }
    })
  }
}
