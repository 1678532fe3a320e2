import pg from 'pg'
import { type BackendMessage, DataRowMessage, type RowDescriptionMessage } from 'pg-protocol/dist/messages.js'
import { Parser } from 'pg-protocol/dist/parser.js'
import { jsonOid } from './statements.ts'

/**
 * A client of a pool that gives the values of `json` columns to the readers of their types (`statements.ts`) as bytes, where
 * pg makes texts of them all: what is only sent on would be decoded for nothing, and encoded again.
 */
export class JsonBytesClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    Object.assign(this.connection, { attachListeners })
  }
}

/** Called by pg (8.23) as soon as there is a stream to read from, encrypted or not. */
function attachListeners(this: pg.Connection, stream: NodeJS.ReadableStream): void {
  const parser = new JsonBytesParser()
  const tell = (message: BackendMessage) =>
    this.emit(message.name === 'error' ? 'errorMessage' : message.name, message)
  stream.on('data', (chunk: Buffer) => parser.parse(chunk, tell))
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

/** First bytes of messages (PostgreSQL 18, 54.7 "Message Formats"). */
const rowDescription = 'T'.charCodeAt(0)
const dataRow = 'D'.charCodeAt(0)

class JsonBytesParser extends (Parser as unknown as new () => OpenParser) {
  /** Which columns of the rows that come are JSON. */
  #isJson: boolean[] = []

  /** Else what is left of a buffer might be moved to its beginning, over values that were given out. */
  override mergeBuffer(chunk: Buffer): void {
    if (this.bufferOffset > 0) {
      this.buffer = this.buffer.subarray(this.bufferOffset, this.bufferOffset + this.bufferLength)
      this.bufferOffset = 0
    }
    super.mergeBuffer(chunk)
  }

  override handlePacket(offset: number, code: number, length: number, bytes: Buffer): BackendMessage {
    if (code === dataRow) return new DataRowMessage(length, this.#valuesOf(bytes, offset))
    const message = super.handlePacket(offset, code, length, bytes)
    if (code === rowDescription)
      this.#isJson = (message as RowDescriptionMessage).fields.map(({ dataTypeID }) => dataTypeID === jsonOid)
    return message
  }

  #valuesOf(bytes: Buffer, offset: number): (Buffer | string | null)[] {
    const values = new Array<Buffer | string | null>(bytes.readInt16BE(offset))
    let place = offset + 2
    for (let index = 0; index < values.length; index += 1) {
      const size = bytes.readInt32BE(place)
      const begin = place + 4
      place = begin + Math.max(size, 0)
      if (size < 0) values[index] = null
      else
        values[index] = this.#isJson[index]
          ? bytes.subarray(begin, place)
          : bytes.toString('utf8', begin, place)
    }
    return values
  }
}
