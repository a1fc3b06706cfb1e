import { InputError } from '../../foundation/index.js';

/** Stored bytes of a file that has to be held as a whole; its directory stands at its end. */
const MAX_BYTES = 1 << 29;

/**
 * All bytes of a file.
 * @throws InputError `file-too-large` beyond 512 MB
 */
export async function collectBytes(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_BYTES) {
      const message = `Expected ${name} to have at most ${MAX_BYTES} bytes: split it, or export it as CSV`;
      throw new InputError('file-too-large', message);
    }
    // A copy: the source may fill the same buffer again.
    parts.push(chunk.slice());
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
