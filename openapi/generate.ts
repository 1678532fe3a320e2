import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectPath } from '../src/lib/root.ts'

/** What two generators of clients have against a document, and what the compiler has against what they make. */
export async function tryGenerators(document: string): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'copydesk-clients-'))
  try {
    const generators = projectPath('openapi/generator/clients.ts')
    const said = await run(process.execPath, ['--import', 'tsx', generators, document, directory])
    return said.length > 0 ? said : await compile(directory)
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** As strictly as the compiler can be told to in one word. */
async function compile(directory: string): Promise<string[]> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
  }
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }))
  return run(process.execPath, [projectPath('node_modules/typescript/bin/tsc'), '-p', directory])
}

/** The lines of complaint of a program: what it writes to stderr, and if it fails, everything. */
function run(program: string, args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: projectPath() }, (error, stdout, stderr) => {
      const complaint = error ? `${stdout}\n${stderr}\n${error.message}` : stderr
      resolve(complaint.split('\n').filter((line) => line.trim() !== ''))
    })
  })
}
