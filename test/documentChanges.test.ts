import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIV3_1 } from 'openapi-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { compareDocuments } from '../openapi/compare.ts'
import { unannounced } from '../openapi/notes.ts'
import { findPrevious } from '../openapi/previous.ts'

/** A document of one operation, which takes and answers a note. */
function aDocument(): OpenAPIV3_1.Document & { paths: object; components: { schemas: object } } {
  return structuredClone({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1' },
    paths: {
      '/notes/{note}': {
        put: {
          operationId: 'replaceNote',
          security: [{}],
          parameters: [
            { name: 'note', in: 'path', required: true, schema: { type: 'string' } },
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
            },
          ],
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Draft' } } },
          },
          responses: {
            200: {
              description: 'The note.',
              headers: { ETag: { schema: { type: 'string' } } },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
            },
            404: { description: 'None.' },
          },
        },
      },
    },
    components: {
      schemas: {
        Draft: {
          type: 'object',
          properties: { text: { type: 'string', maxLength: 9 }, kind: { enum: ['a', 'b'] } },
          required: ['text'],
          additionalProperties: false,
        },
        Note: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            kind: { enum: ['a', 'b'] },
            answers: { type: 'array', items: { $ref: '#/components/schemas/Note' } },
            by: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          },
          required: ['text'],
        },
        Problem: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] },
      },
    },
  })
}

// biome-ignore lint/suspicious/noExplicitAny: whatever is to be changed
type Anything = any

/** What is told of a change to that document. */
function told(change: (document: Anything, operation: Anything, schemas: Anything) => void) {
  const after = aDocument() as Anything
  change(after, after.paths['/notes/{note}'].put, after.components.schemas)
  return compareDocuments(aDocument(), after)
}

describe('a change of the document', () => {
  test('that is none is not told of', () => {
    expect(told(() => {})).toEqual([])
  })

  test('of words only is not told of', () => {
    expect(
      told((document, operation, { Note }) => {
        document.info.description = 'New.'
        operation.summary = 'New'
        Note.properties.text.description = 'New.'
      }),
    ).toEqual([])
  })

  test.each<[string, Parameters<typeof told>[0], string]>([
    ['an operation that is gone', (d) => delete d.paths['/notes/{note}'].put, 'replaceNote'],
    ['another name of an operation', (_, o) => Object.assign(o, { operationId: 'putNote' }), 'replaceNote'],
    ['a key that is needed', (_, o) => Object.assign(o, { security: [{ key: [] }] }), 'replaceNote'],
    ['a parameter that is gone', (_, o) => o.parameters.pop(), 'replaceNote'],
    [
      'a parameter that is needed',
      (_, o) => Object.assign(o.parameters[1], { required: true }),
      'replaceNote',
    ],
    ['a lower maximum', (_, o) => Object.assign(o.parameters[1].schema, { maximum: 50 }), 'replaceNote'],
    ['another default', (_, o) => Object.assign(o.parameters[1].schema, { default: 10 }), 'replaceNote'],
    ['a body that is needed', (_, o) => Object.assign(o.requestBody, { required: true }), 'replaceNote'],
    ['a field that is gone', (_, __, s) => delete s.Draft.properties.kind, 'Draft'],
    ['a field that is needed', (_, __, s) => s.Draft.required.push('kind'), 'Draft'],
    ['less space', (_, __, s) => Object.assign(s.Draft.properties.text, { maxLength: 8 }), 'Draft'],
    ['a pattern', (_, __, s) => Object.assign(s.Draft.properties.text, { pattern: 'x' }), 'Draft'],
    ['a choice less', (_, __, s) => s.Draft.properties.kind.enum.pop(), 'Draft'],
    [
      'another status of success',
      (_, o) => Object.assign(o.responses, { 202: { description: '' } }),
      'replaceNote',
    ],
    ['a header that is gone', (_, o) => delete o.responses[200].headers.ETag, 'replaceNote'],
    ['a member that is gone', (_, __, s) => delete s.Note.properties.by, 'Note'],
    ['a member that may be absent', (_, __, s) => s.Note.required.pop(), 'Note'],
    [
      'a member of another type',
      (_, __, s) => Object.assign(s.Note.properties.text, { type: 'integer' }),
      'Note',
    ],
    ['a member that may be more', (_, __, s) => s.Note.properties.by.anyOf.push({ type: 'integer' }), 'Note'],
    ['a problem without its code', (_, __, s) => delete s.Problem.properties.code, 'Problem'],
  ])('that breaks clients is told: %s', (_, change, subject) => {
    const breaking = told(change).filter(({ isBreaking }) => isBreaking)

    expect(breaking.map((one) => one.subject)).toEqual([subject])
  })

  test.each<[string, Parameters<typeof told>[0]]>([
    [
      'a new operation',
      (d, o) => Object.assign(d.paths['/notes/{note}'], { get: { ...o, operationId: 'getNote' } }),
    ],
    ['a parameter that may be given', (_, o) => o.parameters.push({ name: 'sort', in: 'query', schema: {} })],
    ['a higher maximum', (_, o) => Object.assign(o.parameters[1].schema, { maximum: 500 })],
    [
      'a field that may be given',
      (_, __, s) => Object.assign(s.Draft.properties, { by: { type: 'string' } }),
    ],
    ['a field that may be left out', (_, __, s) => s.Draft.required.pop()],
    ['a choice more to send', (_, __, s) => s.Draft.properties.kind.enum.push('c')],
    ['a choice more to read', (_, __, s) => s.Note.properties.kind.enum.push('c')],
    ['a new member', (_, __, s) => Object.assign(s.Note.properties, { at: { type: 'string' } })],
    ['a member that is always there', (_, __, s) => s.Note.required.push('kind')],
    ['a member that is less', (_, __, s) => s.Note.properties.by.anyOf.pop()],
    ['another problem', (_, o) => Object.assign(o.responses, { 409: { description: 'Taken.' } })],
    [
      'what was open and is still open to null',
      (_, __, s) => {
        s.Draft.properties.text = { anyOf: [s.Draft.properties.text, { type: 'null' }] }
      },
    ],
  ])('that breaks nobody is told, and is harmless: %s', (_, change) => {
    const changes = told(change)

    expect(changes.length).toBeGreaterThan(0)
    expect(changes.filter(({ isBreaking }) => isBreaking)).toEqual([])
  })
})

describe('a breaking change', () => {
  const changes = [
    { subject: 'Draft', what: 'request: kind is gone', isBreaking: true },
    { subject: 'replaceNote', what: 'may answer 202', isBreaking: false },
  ]
  const changelog = (...items: string[]) =>
    `# Changes\n\n## Unreleased\n\n${items.join('\n')}\n\n## 1.0\n\n- Breaking: \`Old\`: long ago.\n`

  test('has to be named', () => {
    expect(unannounced(changes, changelog('- Something else: `Draft`.'))).toEqual([changes[0]])
    expect(unannounced(changes, '# Changes\n')).toEqual([changes[0]])
  })

  test.each([
    ['by what it is about', '- Breaking: `Other`, `Draft`: the kind\n  is gone.'],
    ['by what of it', '- Breaking: `Draft kind`: is gone.'],
    ['for all that it is about', '- Breaking: `* kind is gone`: everywhere.'],
  ])('may be named %s', (_, note) => {
    expect(unannounced(changes, changelog(note))).toEqual([])
  })

  test.each([
    ['another schema', '- Breaking: `Note`: is otherwise.'],
    ['another part of it', '- Breaking: `Draft text`: is gone.'],
  ])('is not named by a note on %s', (_, note) => {
    expect(unannounced(changes, changelog(note))).toEqual([changes[0]])
  })

  test('is not named by a note on an earlier version', () => {
    const old = [{ subject: 'Old', what: 'is gone', isBreaking: true }]

    expect(unannounced(old, changelog())).toEqual(old)
  })
})

describe('the document of before', () => {
  let directory: string
  const inGit = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: directory,
      stdio: 'ignore',
    })
  const commit = async (title: string) => {
    await writeFile(join(directory, 'openapi.json'), JSON.stringify({ title }))
    inGit('add', '.')
    inGit('commit', '--message', title)
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'copydesk-git-'))
    inGit('init')
    await commit('first')
    await commit('second')
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(directory, { recursive: true })
  })

  test('is that of the last commit, while something is changed', () => {
    expect(findPrevious(directory, { title: 'third' })).toEqual({
      document: { title: 'second' },
      commit: 'HEAD',
    })
  })

  test('is that of the commit before, once it is committed', () => {
    expect(findPrevious(directory, { title: 'second' })).toEqual({
      document: { title: 'first' },
      commit: 'HEAD^1',
    })
  })

  test('is none in a shallow clone, which says so', async () => {
    const clone = `${directory}-clone`
    execFileSync('git', ['clone', '--depth', '1', `file://${directory}`, clone], { stdio: 'ignore' })
    try {
      expect(findPrevious(clone, { title: 'second' })).toEqual({
        because: expect.stringContaining('git has none at HEAD^1'),
      })
      expect(findPrevious(clone, { title: 'third' })).toMatchObject({ commit: 'HEAD' })
    } finally {
      await rm(clone, { recursive: true })
    }
  })

  test('is none outside of a clone, which says so', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'copydesk-copy-'))
    await cp(join(directory, 'openapi.json'), join(copy, 'openapi.json'))
    try {
      expect(findPrevious(copy, {})).toEqual({ because: expect.stringContaining('git has none at HEAD') })
    } finally {
      await rm(copy, { recursive: true })
    }
  })

  test('is none where there is no git, which says so', () => {
    vi.stubEnv('PATH', directory)

    expect(findPrevious(directory, {})).toEqual({ because: expect.stringContaining('git does not run here') })
  })
})
