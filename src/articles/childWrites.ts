import type { z } from 'zod'
import type { Position } from '../http/schemas.ts'
import { SectionAddition, SectionChange, SectionDraft, SectionEdit, SectionKey } from '../sections/schema.ts'
import {
  TakeawayAddition,
  TakeawayChange,
  TakeawayDraft,
  TakeawayEdit,
  TakeawayKey,
} from '../takeaways/schema.ts'
import { type ChildKind, sectionChild, takeawayChild } from './children.ts'
import type { SectionContent, TakeawayContent } from './content.ts'
import { DraftSection, DraftSections, DraftTakeaway, DraftTakeaways } from './draftSchema.ts'

export interface Named {
  id: string
}

export interface Placed {
  position?: Position | undefined
}

/** What the writing routes of sections and of takeaways differ in. */
export interface ChildWrites<Child extends Named, Presented extends { etag: string }, Edit extends Placed> {
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

export const sectionWrites: ChildWrites<SectionContent, DraftSection, SectionEdit> = {
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
}

export const takeawayWrites: ChildWrites<TakeawayContent, DraftTakeaway, TakeawayEdit> = {
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
}
