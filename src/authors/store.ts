import { Prisma } from '../database/client.ts'
import { storeOf } from '../references/store.ts'
import { authorFields } from './fields.ts'
import type { Author, AuthorDraft, AuthorRecord } from './schema.ts'

export const authors = storeOf<Author, AuthorRecord, AuthorDraft>({
  noun: 'author',
  plural: 'authors',
  table: Prisma.sql`author`,
  fields: authorFields,
})

/** The draft that would make this author: what a patch is applied to. */
export function draftOfAuthor({
  slug,
  name,
  jobTitle,
  bio,
  location,
  organisation,
  website,
  links,
  email,
}: AuthorRecord) {
  return { slug, name, jobTitle, bio, location, organisation, website, links, email }
}
