import type { FastifyReply } from 'fastify'

/**
 * What a handler returns for an answer that is there as pieces of JSON, which passed their schemas when they were stored. Its
 * type is whatever the route promises.
 */
export function sendWritten(reply: FastifyReply, pieces: readonly string[]): never {
  reply.type('application/json; charset=utf-8')
  return bytesOf(pieces) as never
}

/** Where the pieces of an answer are put together. */
const scratch = Buffer.allocUnsafeSlow(2 ** 20)

/** A UTF-16 unit takes at most so many bytes of UTF-8. */
const maxBytesOfUnit = 3

/**
 * Each piece is written in its place: to join them first would take longer. So does asking each how long it will be, which
 * is left to answers for which the scratch has no room.
 */
function bytesOf(pieces: readonly string[]): Buffer {
  const unitCount = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (unitCount * maxBytesOfUnit > scratch.length) {
    const bytes = Buffer.allocUnsafeSlow(pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0))
    writeInto(bytes, pieces)
    return bytes
  }
  const length = writeInto(scratch, pieces)
  const bytes = Buffer.allocUnsafeSlow(length)
  scratch.copy(bytes, 0, 0, length)
  return bytes
}

/** Returns how many bytes it was. */
function writeInto(bytes: Buffer, pieces: readonly string[]): number {
  let end = 0
  for (const piece of pieces) end += bytes.write(piece, end)
  return end
}
