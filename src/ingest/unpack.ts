import { InputError } from '../foundation/index.js';
import { unreadable } from './formats/detect-format.js';
import { type FormatReaders } from './formats/format-readers.js';
import { gunzip, isGzip } from './gunzip.js';

/** How a file is packed, if it is. */
export type Packing = 'none' | 'gzip' | 'zstd';

/** Default limit of what a packed file may unpack to. */
export const MAX_UNPACKED = 2 ** 36;

/** Bytes by which the packing is told. */
export const PACKING_BYTES = 4;

/** Tells how a file is packed by its first bytes. */
export function packingOf(head: Uint8Array): Packing {
  if (isGzip(head)) return 'gzip';
  const [a, b, c, d] = head;
  return a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd ? 'zstd' : 'none';
}

/** What unpacking needs to know. */
export interface UnpackOptions {
  readonly name: string;
  readonly maxUnpacked: number;
  readonly readers: FormatReaders | undefined;
}

/**
 * The unpacked bytes of a file.
 * @throws InputError `format-unreadable` for zstd without a reader of it, `gzip-unreadable`, `zstd-unreadable`, `unpacked-too-large`
 */
export function unpack(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  { name, maxUnpacked, readers }: UnpackOptions,
): AsyncIterable<Uint8Array> {
  if (packing === 'none') return chunks;
  if (packing === 'gzip') return limited(gunzip(chunks, name), name, maxUnpacked);
  if (readers?.zstd === undefined) throw unreadable(name, 'packed with zstd', 'unpack it first, or pack it with gzip');
  return limited(readers.zstd(chunks, name), name, maxUnpacked);
}

async function* limited(chunks: AsyncIterable<Uint8Array>, name: string, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > maxBytes) {
      throw new InputError('unpacked-too-large', `Expected ${name} to unpack to at most ${maxBytes} bytes`);
    }
    yield chunk;
  }
}
