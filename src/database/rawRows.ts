import pg from 'pg'
import type { BackendMessage, MessageName } from 'pg-protocol/dist/messages.js'
import { Parser } from 'pg-protocol/dist/parser.js'

/**
 * A client of a pool that leaves rows as they came: pg makes a text of each value, and what is only sent on would be decoded
 * for nothing, and encoded again.
 */
export class RawRowsClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    Object.assign(this.connection, { attachListeners })
  }
}

/** Called by pg (8.23) as soon as there is a stream to read from, encrypted or not. */
function attachListeners(this: pg.Connection, stream: NodeJS.ReadableStream): void {
  const parser = new RawRowsParser()
  const tell = (message: BackendMessage) =>
    this.emit(message.name === 'error' ? 'errorMessage' : message.name, message)
  stream.on('data', (chunk: Buffer) => parser.parse(chunk, tell))
}

/** A row as Postgres sent it (PostgreSQL 18, 54.7 "Message Formats": DataRow). Nothing is written over its bytes later. */
export class RawRow implements BackendMessage {
  readonly name: MessageName = 'dataRow'
  readonly length: number
  readonly bytes: Buffer
  readonly #offset: number

  /** `offset`: where in `bytes` the count of its values stands. */
  constructor(length: number, bytes: Buffer, offset: number) {
    this.length = length
    this.bytes = bytes
    this.#offset = offset
  }

  get valueCount(): number {
    return this.bytes.readInt16BE(this.#offset)
  }

  /** Gives each value's place in `bytes`; that of NULL ends before it begins. */
  eachValue(work: (index: number, begin: number, end: number) => void): void {
    const { bytes, valueCount } = this
    let place = this.#offset + 2
    for (let index = 0; index < valueCount; index += 1) {
      const size = bytes.readInt32BE(place)
      const begin = place + 4
      work(index, begin, begin + size)
      place = begin + Math.max(size, 0)
    }
  }

  /** Its values as pg's own queries take them. */
  get fields(): (string | null)[] {
    const texts: (string | null)[] = []
    this.eachValue((_, begin, end) =>
      texts.push(end < begin ? null : this.bytes.toString('utf8', begin, end)),
    )
    return texts
  }
}

/** What pg-protocol (1.16) has, and its types keep to themselves. */
interface OpenParser extends Pick<Parser, 'parse'> {
  buffer: Buffer
  /** Where in it what was not parsed yet begins, and how long that is. */
  bufferOffset: number
  bufferLength: number
  mergeBuffer(chunk: Buffer): void
  /** `offset`: where the message goes on after its first byte and its length. */
  handlePacket(offset: number, code: number, length: number, bytes: Buffer): BackendMessage
}

/** The first byte of a row. */
const dataRow = 'D'.charCodeAt(0)

class RawRowsParser extends (Parser as unknown as new () => OpenParser) {
  /** Else what is left of a buffer might be moved to its beginning, over values that were given out. */
  override mergeBuffer(chunk: Buffer): void {
    if (this.bufferOffset > 0) {
      this.buffer = this.buffer.subarray(this.bufferOffset, this.bufferOffset + this.bufferLength)
      this.bufferOffset = 0
    }
    super.mergeBuffer(chunk)
  }

  override handlePacket(offset: number, code: number, length: number, bytes: Buffer): BackendMessage {
    return code === dataRow
      ? new RawRow(length, bytes, offset)
      : super.handlePacket(offset, code, length, bytes)
  }
}
