import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealingKeyLength } from '../lib/seal.ts'

/**
 * The key that webhook secrets are sealed with. Where none is configured, one is made in the data directory, which only the
 * service may read; several instances without a directory in common need the same `ENCRYPTION_KEY`.
 */
export async function findEncryptionKey(given: Buffer | undefined, dataDirectory: string): Promise<Buffer> {
  if (given) return given
  const file = join(dataDirectory, 'encryption-key')
  await mkdir(dataDirectory, { recursive: true })
  try {
    // Of two processes that start together, the second must not write over the key of the first.
    await writeFile(file, `${randomBytes(sealingKeyLength).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
}
