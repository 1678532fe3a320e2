import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'
import openapiTypescript, { astToString } from 'openapi-typescript'

/*
 * What two generators make of a document: `clients.ts <document> <directory>`. What they have against it, they say on stderr.
 */

const [document = '', directory = ''] = process.argv.slice(2)

const types = astToString(await openapiTypescript(pathToFileURL(document)))
await writeFile(join(directory, 'types.ts'), types)
await createClient({ input: document, output: join(directory, 'client'), logs: { file: false } })
