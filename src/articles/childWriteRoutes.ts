import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { requireRole } from '../http/caller.ts'
import { heedConditions, requireMatch } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { applyPatch, parseBody, patchBodies } from '../http/patch.ts'
import { type Position, wholeList } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { answerPart, editArticle } from '../publishing/edit.ts'
import { addChild, changeChild, presentChild } from './children.ts'
import { type ChildWrites, type Named, type Placed, sectionWrites, takeawayWrites } from './childWrites.ts'
import { requireOwn, requireUntrashed } from './permission.ts'
import { ArticleKey } from './schema.ts'
import { articleEtag } from './workingCopy.ts'

const articleUrl = '/v1/articles/019b1f00-0000-7000-8000-000000000901'
const childId = '019b1f00-0000-7000-8000-000000000911'

export function sectionWriteRoutes(app: App): void {
  childWriteRoutes(app, sectionWrites)
}

export function takeawayWriteRoutes(app: App): void {
  childWriteRoutes(app, takeawayWrites)
}

function childWriteRoutes<Child extends Named, Presented extends { etag: string }, Edit extends Placed>(
  typedApp: App,
  spec: ChildWrites<Child, Presented, Edit>,
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
      heedsConditions: true,
      problems: ['id-taken', 'conflict', 'article-too-large'],
      example: { url: `${articleUrl}/${path}`, body: example, after: [exampleArticle] },
    },
    schema: {
      operationId: operations.add,
      tags: [tags.writing],
      summary: `Add a ${noun} to an article`,
      description:
        'At the end, or where `position` says. Needs no condition, since nothing that is there is changed; an `If-Match` that is sent takes the ETag of the article.',
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
        heedConditions(request, articleEtag(copy))
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
      body: z.array(schemas.draft).max(kind.max),
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
