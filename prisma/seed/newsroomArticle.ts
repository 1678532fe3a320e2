import { type ArticleContent, contentOf, type SectionContent, settle } from '../../src/articles/content.ts'
import { ArticleDraft, bylineRoles } from '../../src/articles/schema.ts'
import type { SectionKind } from '../../src/sections/schema.ts'
import { between, idAt, pick, pickByRank } from './newsroomChance.ts'
import type { StoryPlan } from './newsroomPlan.ts'
import { authors, topics } from './newsroomStaff.ts'

/** Characters of a section, roughly: as many as in the seed article. */
const sectionLength = 850

const takeawayCount = 3

/** How likely it is that a takeaway names the words it rests on: most of the first ones do. */
const evidenceLikelihoods = [0.8, 0.5, 0.1]

/** The article as it is created. */
export function writeContent(plan: StoryPlan): ArticleContent {
  const { chance, writer, language, name } = plan
  const bodies = Array.from({ length: chance() < 0.25 ? 4 : 3 }, () => writeSection(plan, 'body'))
  const closing = writeSection(plan, 'closing')
  const sections = [writeSection(plan, 'lede'), ...bodies, writeSection(plan, 'takeaways'), closing]
  return {
    ...name,
  }
}
