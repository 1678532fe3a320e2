import type { FastifyReply } from 'fastify'

/** A part of an answer in JSON: a text, or UTF-8 as it came from the database. */
export type Piece = string | Buffer

/**
 * What a handler returns for an answer that is there as pieces of JSON, which passed their schemas when they were stored. Its
 * type is whatever the route promises.
 */
export function sendWritten(reply: FastifyReply, pieces: readonly Piece[]): never {
  reply.type('application/json; charset=utf-8')
  return bytesOf(pieces) as never
}

/** Room for a text in UTF-8: a UTF-16 unit takes at most three bytes of it. To ask each how long it will be takes longer. */
const maxSize = (piece: Piece) => (typeof piece === 'string' ? piece.length * 3 : piece.length)

/** Where the pieces of an answer are put together. */
const scratch = Buffer.allocUnsafeSlow(2 ** 20)

function bytesOf(pieces: readonly Piece[]): Buffer {
  const space = pieces.reduce((sum, piece) => sum + maxSize(piece), 0)
  const room = space > scratch.length ? Buffer.allocUnsafeSlow(space) : scratch
  let end = 0
  for (const piece of pieces) {
    if (typeof piece === 'string') end += room.write(piece, end)
    else {
      room.set(piece, end)
      end += piece.length
    }
  }
  const bytes = Buffer.allocUnsafeSlow(end)
  room.copy(bytes, 0, 0, end)
  return bytes
}
