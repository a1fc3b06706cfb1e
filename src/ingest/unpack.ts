import { unreadable } from './formats/detect-format.js';
import { type FormatReaders } from './formats/format-readers.js';
import { gunzip, isGzip } from './gunzip.js';
import { refuseTooMuch, type UnpackedLimits } from './unpacked-limits.js';

/** How a file is packed, if it is. */
export type Packing = 'none' | 'gzip' | 'zstd';

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
  readonly limits: UnpackedLimits;
  readonly readers: FormatReaders | undefined;
}

/**
 * The unpacked bytes of a file.
 * @throws InputError `format-unreadable` for zstd without a reader of it, `gzip-unreadable`, `zstd-unreadable`, `unpacked-too-large`
 */
export function unpack(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  options: UnpackOptions,
): AsyncIterable<Uint8Array> {
  if (packing === 'none') return chunks;
  const { name, limits, readers } = options;
  if (packing === 'gzip') return gunzip(chunks, name, limits);
  if (readers?.zstd === undefined) throw unreadable(name, 'packed with zstd', 'unpack it first, or pack it with gzip');
  return unzstd(chunks, options, readers.zstd);
}

async function* unzstd(
  chunks: AsyncIterable<Uint8Array>,
  { name, limits }: UnpackOptions,
  zstd: NonNullable<FormatReaders['zstd']>,
): AsyncGenerator<Uint8Array> {
  let storedBytes = 0;
  let unpackedBytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      storedBytes += chunk.length;
      yield chunk;
    }
  };
  for await (const chunk of zstd(counted(), name)) {
    unpackedBytes += chunk.length;
    refuseTooMuch(name, storedBytes, unpackedBytes, limits);
    yield chunk;
  }
}
