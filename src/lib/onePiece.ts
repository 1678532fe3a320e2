/**
 * The same text of Latin-1 characters, as headers and URLs are made of. V8 keeps what was put together or cut out in pieces,
 * each an object of its own, and puts it together again wherever it is written.
 */
export function inOnePiece(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}
