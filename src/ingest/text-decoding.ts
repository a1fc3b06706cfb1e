/**
 * Bytes to text, with every line's end made a `\n`. A character or a CRLF cut by a chunk border is put together again;
 * a byte order mark is dropped; bytes that are no character become U+FFFD.
 *
 * @param encoding a label that TextDecoder knows
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const lines = new LineEnds();
  for await (const chunk of chunks) {
    const text = lines.next(decoder.decode(chunk, { stream: true }));
    if (text !== '') yield text;
  }
  const rest = lines.next(decoder.decode()) + lines.end();
  if (rest !== '') yield rest;
}

/** Makes `\r\n` and `\r` a `\n`, piece by piece: a `\r` that ends a piece waits for the next. */
export class LineEnds {
  #held = '';

  next(piece: string): string {
    const text = this.#held + piece;
    this.#held = text.endsWith('\r') ? '\r' : '';
    const settled = this.#held === '' ? text : text.slice(0, -1);
    return settled.includes('\r') ? settled.replace(/\r\n?/g, '\n') : settled;
  }

  end(): string {
    const rest = this.#held === '' ? '' : '\n';
    this.#held = '';
    return rest;
  }
}

/**
 * A decoder for texts one by one, each whole. Node takes windows-1252 for latin-1 where it decodes without a stream (its
 * bytes 0x80 to 0x9F, the euro sign among them, become control characters); this one does not.
 *
 * @param encoding a label that TextDecoder knows
 */
export function wholeTextDecoder(encoding: string, options: TextDecoderOptions = {}): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, options);
  // One byte is one character, so that a stream holds nothing back.
  const isOneByte = decoder.encoding === 'windows-1252';
  return (bytes) => decoder.decode(bytes, { stream: isOneByte });
}
