import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { changeOf } from '../http/patch.ts'
import { Id, keyOf, Moment, markdown, pageOf, Slug, text, versionParameter, WebUrl } from '../http/schemas.ts'
import { sortableOf } from '../query/field.ts'
import { fieldsParameter, selectionOf, versionedFields } from '../query/fields.ts'
import { filterOf, filterParameter } from '../query/filter.ts'
import { listParameters, simpleParameters } from '../query/parameters.ts'
import { sortParameter } from '../query/sort.ts'
import { authorFields } from './fields.ts'

const AuthorLink = z
  .strictObject({ label: text(limits.shortText), url: WebUrl })
  .meta({ id: 'AuthorLink', description: 'Somewhere else where the author is found.' })

/** What the public sees of an author. */
export const Author = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    jobTitle: z.string().nullable(),
    bio: z.string().nullable().describe('Markdown.'),
    location: z.string().nullable(),
    organisation: z.string().nullable(),
    website: z.string().nullable(),
    links: z.array(AuthorLink),
    updatedAt: Moment,
  })
  .meta({ id: 'Author', description: 'A person or desk who writes.' })
export type Author = z.output<typeof Author>

/** An author as bylines in lists name them; the rest comes with `include=authors`. */
export const AuthorReference = Author.partial()
  .required({ id: true, slug: true, name: true })
  .meta({ id: 'AuthorReference', description: 'An author by name; everything else with `include=authors`.' })
export type AuthorReference = z.output<typeof AuthorReference>

/** What a new author is made of. */
export const AuthorDraft = z
  .strictObject({
    id: Id.optional().describe('A UUID of your own, version 7 at best; made here when absent.'),
    slug: Slug.optional().describe('Made of the name when absent.'),
    name: text(limits.name),
    jobTitle: text(limits.shortText).nullable().default(null),
    bio: markdown(limits.bio).nullable().default(null).describe('Markdown.'),
    location: text(limits.shortText).nullable().default(null),
    organisation: text(limits.shortText).nullable().default(null),
    website: WebUrl.nullable().default(null),
    links: z.array(AuthorLink).max(limits.links).default([]),
    email: z.email().max(limits.email).nullable().default(null).describe('Never shown to the public.'),
  })
  .meta({ id: 'AuthorDraft' })
export type AuthorDraft = z.output<typeof AuthorDraft>

/** An author as editors have it before them. */
export const AuthorRecord = Author.extend({
  email: z.string().nullable().describe('Never shown to the public.'),
  revision: z.int32().describe('Grows by one with every change.'),
  etag: z.string().describe('What If-Match takes; the same as in the ETag header.'),
  createdAt: Moment,
}).meta({ id: 'AuthorRecord', description: 'An author with what only editors see.' })
export type AuthorRecord = z.output<typeof AuthorRecord>

/** The whole of it, for PUT. */
export const AuthorEdit = AuthorDraft.omit({ id: true }).meta({ id: 'AuthorEdit' })

export const AuthorChange = changeOf('AuthorChange', AuthorDraft)

export const AuthorKey = z.strictObject({ author: keyOf('author') })

const AuthorFilter = filterOf('AuthorFilter', 'authors', authorFields)

export const AuthorQuery = z.strictObject({
  ...listParameters,
  id: simpleParameters.id,
  slug: simpleParameters.slug,
  updatedAfter: simpleParameters.updatedAfter,
  filter: filterParameter(AuthorFilter),
  sort: sortParameter(Object.keys(sortableOf(authorFields)), 'name'),
  fields: fieldsParameter(Author),
})
export type AuthorQuery = z.output<typeof AuthorQuery>

export const fieldsOfAuthor = versionedFields(Author, AuthorRecord)

export const AuthorItemQuery = z.strictObject({
  version: versionParameter,
  fields: fieldsOfAuthor.parameter,
})

export const AuthorRemovalQuery = z.strictObject({
  reassignTo: Id.optional().describe('Id of the author that takes its place everywhere.'),
})

export const AuthorSelection = selectionOf('AuthorSelection', Author)
export const AuthorRecordSelection = selectionOf('AuthorRecordSelection', AuthorRecord, {
  id: true,
  etag: true,
})
export const AuthorPage = pageOf('AuthorPage', Author)
export const AuthorSelectionPage = pageOf('AuthorSelectionPage', AuthorSelection)
