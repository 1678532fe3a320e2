import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

/** Ways to send a body (RFC 9110, 8.4.1; RFC 7932), the preferred one first. */
const codings = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof codings)[number]

/** Below this a packet is not saved: an Ethernet frame carries 1,500 bytes, headers included. */
const minBytes = 1000

/** Of 11: it is done once and sent often, but the first reader waits for it. */
const brotliQuality = 5

/** What to send a body of that many bytes in, by Accept-Encoding (RFC 9110, 12.5.3). */
export function chooseCoding(acceptEncoding: string | undefined, byteCount: number): Coding {
  if (acceptEncoding === undefined || byteCount < minBytes) return 'identity'
  const accepted = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings([...codings])
  return codings.find((coding) => accepted.includes(coding)) ?? 'identity'
}

export async function compress(body: Buffer, coding: Exclude<Coding, 'identity'>): Promise<Buffer> {
  if (coding === 'gzip') return promisify(gzip)(body)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  return promisify(brotliCompress)(body, { params })
}
