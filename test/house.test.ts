import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../src/lib/root.ts'

/** A folder may import itself and any folder to its left. */
const order = [
  ...['lib', 'database', 'http', 'query', 'events', 'access', 'publications', 'references'],
  ...['authors', 'topics', 'sections', 'takeaways', 'articles', 'publishing', 'search', 'feeds', 'media'],
  ...['webhooks', 'exchange', 'batch', 'health', 'monitoring'],
]

/** Stands right of all folders: app.ts, start.ts and the like. */
const top = 'the top of src'

interface SourceFile {
  /** From the project's root, such as `src/lib/slug.ts`. */
  path: string
  code: string
}

const sources = filesBelow('src').filter(({ path }) => !path.startsWith('src/database/generated/'))

describe('src', () => {
  test('has no folder without a place in the order', () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)))

    expect([...folders].filter((folder) => folder !== top && !order.includes(folder))).toEqual([])
  })

  test('imports only from the same folder and from folders to its left', () => {
    const wrong = imports().filter(({ from, to }) => !isRoutes(from) && place(to) > place(from))

    expect(wrong.map(described)).toEqual([])
  })

  test('imports top files only into top files', () => {
    const wrong = imports().filter(({ from, to }) => folderOf(to) === top && folderOf(from) !== top)

    expect(wrong.map(described)).toEqual([])
  })

  test('imports routes only into app.ts', () => {
    const wrong = imports().filter(({ from, to }) => isRoutes(to) && from !== 'src/app.ts')

    expect(wrong.map(described)).toEqual([])
  })

  test('imports generated code only into database', () => {
    const wrong = imports().filter(
      ({ from, to }) => to.startsWith('src/database/generated/') && folderOf(from) !== 'database',
    )

    expect(wrong.map(described)).toEqual([])
  })

  test('never sends SQL that is put together as text', () => {
    const unsafe = /\$queryRawUnsafe|\$executeRawUnsafe|Prisma\.raw\b/

    expect([...sources, ...filesBelow('prisma')].filter(({ code }) => unsafe.test(code))).toEqual([])
  })

  test('asks nobody but the database for the time of content', () => {
    const sql = /(?<!\.)\bnow\(\)|current_timestamp|clock_timestamp/i

    expect(sources.filter(({ code }) => sql.test(code)).map(({ path }) => path)).toEqual([])
  })
})

describe('every file', () => {
  const toolsInsist = ['prisma/config.ts', 'vitest.config.ts']
  const files = ['src', 'prisma', 'openapi', 'test', 'bench', 'examples'].flatMap(filesBelow)

  test('exports by name', () => {
    const byDefault = files.filter(({ code }) => /^export default\b|\bas default\b/m.test(code))

    expect(byDefault.map(({ path }) => path).filter((path) => !toolsInsist.includes(path))).toEqual([])
  })

  test('imports its neighbours with their ending', () => {
    const wrong = files.flatMap(({ path, code }) =>
      specifiers(code)
        .filter((specifier) => specifier.startsWith('.') && !/\.(ts|json)$/.test(specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    )

    expect(wrong).toEqual([])
  })
})

/** Every import of one file of src by another. */
function imports(): { from: string; to: string }[] {
  return sources.flatMap(({ path: from, code }) =>
    specifiers(code)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => ({ from, to: join(dirname(from), specifier) }))
      .filter(({ to }) => to.startsWith('src/')),
  )
}

/** What the import and export statements of some code name; types too, for they tie files together as well. */
function specifiers(code: string): string[] {
  const statements = /(?:^|\n)\s*(?:import|export)\b[^'"`;()]*?from\s*'([^']+)'/g
  const others = /\bimport\s*\(?\s*'([^']+)'/g
  return [...code.matchAll(statements), ...code.matchAll(others)].map(([, specifier]) => specifier ?? '')
}

function folderOf(path: string): string {
  const [, folder, file] = path.split('/')
  return file === undefined ? top : (folder ?? top)
}

function place(path: string): number {
  const folder = folderOf(path)
  return folder === top ? order.length : order.indexOf(folder)
}

/** `routes.ts`, or one of several that a slice has, such as `draftRoutes.ts`. */
function isRoutes(path: string): boolean {
  return /\/(\w+R|r)outes\.ts$/.test(path)
}

function described({ from, to }: { from: string; to: string }): string {
  return `${from} imports ${to}`
}

/** Of our own; a workspace has packages of others below it. */
function filesBelow(directory: string): SourceFile[] {
  const root = projectPath()
  try {
    return readdirSync(resolve(root, directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .filter(({ parentPath }) => !parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path), code: readFileSync(path, 'utf8') }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
