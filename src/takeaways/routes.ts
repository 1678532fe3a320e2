import { z } from 'zod'
import { getDraftChild, takeawayChild } from '../articles/children.ts'
import { DraftTakeaway, DraftTakeawaySelection } from '../articles/draftSchema.ts'
import { selectOfDraft } from '../articles/workingCopy.ts'
import type { App, Services } from '../http/app.ts'
import { allowDrafts } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { momentShown, refuseForDraft } from '../publications/asOf.ts'
import { shownInList } from '../publications/shown.ts'
import { select, versionedFields } from '../query/fields.ts'
import { getTakeaway, listTakeaways } from './read.ts'
import {
  TakeawayItemQuery,
  TakeawayKey,
  TakeawayOfArticle,
  TakeawayPage,
  TakeawayQuery,
  TakeawaySelection,
  TakeawaySelectionPage,
} from './schema.ts'

const seedTakeaway = '/v1/takeaways/019b1f00-0000-7000-8000-000000000201'

const fieldsOfTakeaways = versionedFields(TakeawayOfArticle, DraftTakeaway)

export function takeawayRoutes(app: App, services: Services): void {
  app.get('/takeaways', {
    config: { access: 'public', isCached: true, example: { url: '/v1/takeaways?limit=3' } },
    schema: {
      operationId: 'listTakeaways',
      tags: [tags.reading],
      summary: 'List takeaways across published articles',
      description: 'Newest article first, in the order of the article: the newest takeaways of a topic, say.',
      querystring: TakeawayQuery,
      response: { 200: z.union([TakeawayPage, TakeawaySelectionPage]) },
    },
    handler: async (request) => {
      const list = await listTakeaways(services, request.query)
      request.shown = shownInList(list.span)
      return list
    },
  })

  app.get('/takeaways/:takeaway', {
    config: { access: 'public', isCached: true, example: { url: seedTakeaway } },
    schema: {
      operationId: 'getTakeaway',
      tags: [tags.reading],
      summary: 'Get a takeaway of a published article',
      description: 'With the article that it belongs to.',
      params: TakeawayKey,
      querystring: TakeawayItemQuery.extend({
        fields: fieldsOfTakeaways.parameter,
      }),
      response: {
        200: z.union([TakeawayOfArticle, DraftTakeaway, DraftTakeawaySelection, TakeawaySelection]),
      },
    },
    handler: async (request, reply) => {
      const { version, asOf, fields } = request.query
      if (version === 'draft') {
        allowDrafts(request, reply)
        refuseForDraft(asOf, fieldsOfTakeaways.faults('draft', fields))
        const draft = await services.database.transaction((db) =>
          getDraftChild(db, takeawayChild, request.params.takeaway),
        )
        reply.header('etag', draft.etag)
        return fields ? selectOfDraft(draft, fields) : draft
      }
      fieldsOfTakeaways.refuse('published', fields)
      const at = await momentShown(services.database, asOf)
      const takeaway = await getTakeaway(services, request.params.takeaway, at)
      request.shown = {
        tags: [`article:${takeaway.article.id}`],
        ...(takeaway.span && { span: takeaway.span }),
      }
      return fields ? select(takeaway, fields) : takeaway
    },
  })
}
