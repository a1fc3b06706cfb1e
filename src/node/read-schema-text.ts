import { InputError } from '../foundation/index.js';
import { fileBytes } from './file-bytes.js';

/** Bytes of a schema: its four million characters in UTF-16. */
const MAX_BYTES = 1 << 23;

/**
 * Reads the text of an XSD for {@link exportCase}: UTF-8, or UTF-16 with a byte order mark. What its letters say is not looked at here.
 *
 * @throws InputError `file-unreadable`, `schema-too-large` for more than 8 MiB, `schema-unreadable` for another encoding
 */
export async function readSchemaText(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of fileBytes(path)) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      throw new InputError('schema-too-large', `Expected at most ${MAX_BYTES} bytes but ${path} has more`);
    }
    // A copy: the buffer is filled again.
    chunks.push(chunk.slice());
  }
  const bytes = Buffer.concat(chunks, size);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError('schema-unreadable', `Expected ${path} to be UTF-8, or UTF-16 with a mark`, { cause });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
