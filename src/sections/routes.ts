import { z } from 'zod'
import { getDraftChild, sectionChild } from '../articles/children.ts'
import { DraftSection, DraftSectionSelection } from '../articles/draftSchema.ts'
import { selectOfDraft } from '../articles/workingCopy.ts'
import type { App, Services } from '../http/app.ts'
import { allowDrafts } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { momentShown, refuseForDraft } from '../publications/asOf.ts'
import { withBodyIn } from '../publications/bodies.ts'
import { shownInList } from '../publications/shown.ts'
import { select, versionedFields } from '../query/fields.ts'
import { getSection, listSections } from './read.ts'
import {
  SectionItemQuery,
  SectionKey,
  SectionOfArticle,
  SectionPage,
  SectionQuery,
  SectionSelection,
  SectionSelectionPage,
} from './schema.ts'

const seedSection = '/v1/sections/019b1f00-0000-7000-8000-000000000101'

const fieldsOfSections = versionedFields(SectionOfArticle, DraftSection)

export function sectionRoutes(app: App, services: Services): void {
  app.get('/sections', {
    config: { access: 'public', isCached: true, example: { url: '/v1/sections?limit=1' } },
    schema: {
      operationId: 'listSections',
      tags: [tags.reading],
      summary: 'List sections across published articles',
      description: 'Newest article first, in the order of the article.',
      querystring: SectionQuery,
      response: { 200: z.union([SectionPage, SectionSelectionPage]) },
    },
    handler: async (request) => {
      const list = await listSections(services, request.query)
      request.shown = shownInList(list.span)
      return list
    },
  })

  app.get('/sections/:section', {
    config: { access: 'public', isCached: true, example: { url: seedSection } },
    schema: {
      operationId: 'getSection',
      tags: [tags.reading],
      summary: 'Get a section of a published article',
      description: 'With the article that it belongs to.',
      params: SectionKey,
      querystring: SectionItemQuery.extend({
        fields: fieldsOfSections.parameter,
      }),
      response: { 200: z.union([SectionOfArticle, DraftSection, DraftSectionSelection, SectionSelection]) },
    },
    handler: async (request, reply) => {
      const { version, asOf, format, fields } = request.query
      if (version === 'draft') {
        allowDrafts(request, reply)
        refuseForDraft(asOf, fieldsOfSections.faults('draft', fields))
        const draft = await services.database.transaction((db) =>
          getDraftChild(db, sectionChild, request.params.section),
        )
        reply.header('etag', draft.etag)
        const section = withBodyIn(format, draft)
        return fields ? selectOfDraft(section, fields) : section
      }
      fieldsOfSections.refuse('published', fields)
      const at = await momentShown(services.database, asOf)
      const section = await getSection(services, request.params.section, format, at)
      request.shown = { tags: [`article:${section.article.id}`], ...(section.span && { span: section.span }) }
      return fields ? select(section, fields) : section
    },
  })
}
