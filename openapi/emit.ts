import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/database/embedded.ts'
import { examplesFile, problemsFile } from '../src/http/documentExamples.ts'
import { projectPath } from '../src/lib/root.ts'
import { writeRequests, writeTypes } from './generator/types.ts'
import { readDocument, recordExamples, recordProblems } from './record.ts'

const directory = await mkdtemp(join(tmpdir(), 'copydesk-openapi-'))
const server = await startEmbeddedPostgres({ dataDirectory: directory, isDurable: false })
try {
  // The document takes the examples from their file, so they come first.
  await writeJson(examplesFile, await recordExamples(server.url))
  await writeJson(problemsFile, await recordProblems(server.url))
  const document = await readDocument(server.url)
  await writeJson(projectPath('openapi/openapi.json'), document)
  await writeFile(projectPath('openapi/client/types.ts'), await writeTypes(document))
  await writeFile(projectPath('openapi/client/requests.ts'), writeRequests(document))
} finally {
  await server.stop()
  await rm(directory, { recursive: true })
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`)
}
