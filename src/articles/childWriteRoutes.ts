import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { requireRole } from '../http/caller.ts'
import { requireMatch } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { limits } from '../http/limits.ts'
import { applyPatch, parseBody, patchBodies } from '../http/patch.ts'
import { type Position, wholeList } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { answerPart, editArticle } from '../publishing/edit.ts'
import { SectionAddition, SectionChange, SectionDraft, SectionEdit, SectionKey } from '../sections/schema.ts'
import {
  TakeawayAddition,
  TakeawayChange,
  TakeawayDraft,
  TakeawayEdit,
  TakeawayKey,
} from '../takeaways/schema.ts'
import {
  addChild,
  type ChildKind,
  changeChild,
  presentChild,
  sectionChild,
  takeawayChild,
} from './children.ts'
import type { SectionContent, TakeawayContent } from './content.ts'
import { DraftSection, DraftSections, DraftTakeaway, DraftTakeaways } from './draftSchema.ts'
import { requireOwn, requireUntrashed } from './permission.ts'
import { ArticleKey } from './schema.ts'

const articleUrl = '/v1/articles/019b1f00-0000-7000-8000-000000000901'
const childId = '019b1f00-0000-7000-8000-000000000911'

export function sectionWriteRoutes(app: App): void {
  childWriteRoutes<SectionContent, DraftSection, SectionEdit>(app, {
    kind: sectionChild,
    path: 'sections',
    operations: {
      add: 'addSection',
      replaceAll: 'replaceSections',
      replace: 'replaceSection',
      change: 'changeSection',
      remove: 'removeSection',
    },
    schemas: {
      key: SectionKey,
      addition: SectionAddition,
      draft: SectionDraft,
      edit: SectionEdit,
      change: SectionChange,
      presented: DraftSection,
      list: DraftSections,
    },
    create: (id, { kind, heading, body }) => ({ id, kind, heading, body, revision: 0 }),
    apply: (section, { kind, heading, body }) => ({ ...section, kind, heading, body }),
    editable: ({ kind, heading, body }) => ({ kind, heading, body }),
    etag: '"1-0"',
    example: { heading: 'What it costs', body: 'The bridge is to cost 40 million.' },
    exampleChange: { heading: 'The decision' },
  })
}

export function takeawayWriteRoutes(app: App): void {
  childWriteRoutes<TakeawayContent, DraftTakeaway, TakeawayEdit>(app, {
    kind: takeawayChild,
    path: 'takeaways',
    operations: {
      add: 'addTakeaway',
      replaceAll: 'replaceTakeaways',
      replace: 'replaceTakeaway',
      change: 'changeTakeaway',
      remove: 'removeTakeaway',
    },
    schemas: {
      key: TakeawayKey,
      addition: TakeawayAddition,
      draft: TakeawayDraft,
      edit: TakeawayEdit,
      change: TakeawayChange,
      presented: DraftTakeaway,
      list: DraftTakeaways,
    },
    create: (id, { text, evidence }) => ({ id, text, evidence, evidenceState: 'none', revision: 0 }),
    apply: (takeaway, { text, evidence }) => ({ ...takeaway, text, evidence }),
    editable: ({ text, evidence }) => ({ text, evidence }),
    etag: '"1-0-none"',
    example: { text: 'The bridge is to cost 40 million.' },
    exampleChange: { text: 'A second bridge is decided.' },
  })
}

interface Named {
  id: string
}

interface Placed {
  position?: Position | undefined
}

/** What the writing routes of sections and of takeaways differ in. */
interface ChildRoutes<Child extends Named, Presented extends { etag: string }, Edit extends Placed> {
  kind: ChildKind<Child, Presented>
  path: 'sections' | 'takeaways'
  operations: Record<'add' | 'replaceAll' | 'replace' | 'change' | 'remove', string>
  schemas: {
    key: z.ZodType<Record<string, string>>
    addition: z.ZodType
    draft: z.ZodType
    edit: z.ZodType<Edit>
    change: z.ZodType
    presented: z.ZodType<Presented>
    list: z.ZodType
  }
  create(id: string, edit: Edit): Child
  apply(child: Child, edit: Edit): Child
  /** The fields that a patch is applied to. */
  editable(child: Child): object
  /** Of the example’s child when it is new. */
  etag: string
  example: object
  exampleChange: object
}

function childWriteRoutes<Child extends Named, Presented extends { etag: string }, Edit extends Placed>(
  typedApp: App,
  spec: ChildRoutes<Child, Presented, Edit>,
): void {
  // The type provider cannot see through schemas that are themselves parameters; the spec's types stand in for it.
  const app = typedApp as unknown as FastifyInstance
  const { kind, path, operations, schemas, example, exampleChange } = spec
  const { noun } = kind
  const url = `/v1/${path}/${childId}`
  const exampleArticle: Example = {
    method: 'PUT',
    url: articleUrl,
    headers: { 'if-none-match': '*' },
    body: { headline: 'A second bridge', [path]: [{ ...example, id: childId }] },
  }
  const matchingChild = { url, headers: { 'if-match': spec.etag }, after: [exampleArticle] }
  const itemPath = `/${path}/:${noun}`

  /** A PUT and a PATCH differ only in what they make of the present fields. */
  const edit = async (request: FastifyRequest, reply: FastifyReply, edited: (fields: object) => unknown) => {
    const id = idIn(request, noun)
    const copy = await changeChild(request.change, kind, id, (presented, child, before) => {
      requireOwn(requireRole(request, 'writer'), before)
      requireUntrashed(before)
      requireMatch(request, presented.etag)
      const fields = parseBody(schemas.edit, edited(spec.editable(child)))
      return { child: spec.apply(child, fields), position: fields.position }
    })
    const presented = presentChild(kind, copy, id)
    reply.header('etag', presented.etag)
    return presented
  }

  app.post(`/articles/:article/${path}`, {
    config: {
      access: 'writer',
      problems: ['id-taken', 'conflict', 'article-too-large'],
      example: { url: `${articleUrl}/${path}`, body: example, after: [exampleArticle] },
    },
    schema: {
      operationId: operations.add,
      tags: [tags.writing],
      summary: `Add a ${noun} to an article`,
      description:
        'At the end, or where `position` says. Needs no condition: nothing that is there is changed.',
      params: ArticleKey,
      body: schemas.addition,
      response: { 200: schemas.presented, 201: schemas.presented },
    },
    handler: async (request, reply) => {
      const body = request.body as Edit & { id?: string; position: Position }
      const { id = newId(), position } = body
      const addition = { child: spec.create(id, body), position }
      const presented = await addChild(request.change, kind, idIn(request, 'article'), addition, (copy) => {
        requireOwn(requireRole(request, 'writer'), copy)
        requireUntrashed(copy)
      })
      reply.code(201).header('location', `/v1/${path}/${id}`).header('etag', presented.etag)
      return presented
    },
  })

  app.put(`/articles/:article/${path}`, {
    config: {
      access: 'writer',
      isConditional: true,
      problems: ['id-taken', 'conflict', 'article-too-large'],
      example: {
        url: `${articleUrl}/${path}`,
        headers: { 'if-match': '"1"' },
        body: [example],
        after: [exampleArticle],
      },
    },
    schema: {
      operationId: operations.replaceAll,
      tags: [tags.writing],
      summary: `Replace the ${path} of an article`,
      description: `The whole list in its new order: a ${noun} with a known id is kept, one without an id is new, and what is left out is gone. \`If-Match\` takes the ETag of the article, and the answer has its new one.`,
      params: ArticleKey,
      body: z.array(schemas.draft).max(limits[path]),
      response: { 200: schemas.list },
    },
    handler: async (request, reply) => {
      const list = request.body
      const copy = await editArticle(request, idIn(request, 'article'), (draft) => ({
        ...draft,
        [path]: list,
      }))
      return answerPart(reply, copy, wholeList(kind.listOf(copy.content).map(kind.present)))
    },
  })

  app.put(itemPath, {
    config: {
      access: 'writer',
      isConditional: true,
      problems: ['conflict', 'article-too-large'],
      example: { ...matchingChild, body: example },
    },
    schema: {
      operationId: operations.replace,
      tags: [tags.writing],
      summary: `Replace a ${noun}`,
      description: `Its words, and with \`position\` its place. \`If-Match\` takes the ETag of the ${noun} itself.`,
      params: schemas.key,
      body: schemas.edit,
      response: { 200: schemas.presented },
    },
    handler: (request, reply) => edit(request, reply, () => request.body),
  })

  app.patch(itemPath, {
    config: {
      access: 'writer',
      isConditional: true,
      problems: ['conflict', 'article-too-large'],
      example: { ...matchingChild, body: exampleChange },
    },
    schema: {
      operationId: operations.change,
      tags: [tags.writing],
      summary: `Change a ${noun}`,
      description: `Its words, and with \`position\` its place. Two editors on two ${path} never collide: \`If-Match\` takes the ETag of the ${noun} itself.`,
      params: schemas.key,
      body: patchBodies(schemas.change),
      response: { 200: schemas.presented },
    },
    handler: (request, reply) => edit(request, reply, (fields) => applyPatch(request, fields)),
  })

  app.delete(itemPath, {
    config: { access: 'writer', isConditional: true, problems: ['conflict'], example: matchingChild },
    schema: {
      operationId: operations.remove,
      tags: [tags.writing],
      summary: `Remove a ${noun} from its article`,
      description: 'Earlier revisions keep it.',
      params: schemas.key,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await changeChild(request.change, kind, idIn(request, noun), (presented, _, copy) => {
        requireOwn(requireRole(request, 'writer'), copy)
        requireUntrashed(copy)
        requireMatch(request, presented.etag)
        return null
      })
      reply.code(204)
      return null
    },
  })
}

function idIn(request: FastifyRequest, noun: string): string {
  return (request.params as Record<string, string>)[noun] ?? ''
}
