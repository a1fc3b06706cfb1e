/** A file of an archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Raw DEFLATE (RFC 1951) of some bytes. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** 1 January 1980: an archive of ours says nothing of when it was made. */
const DATE = 0x0021;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/**
 * A ZIP archive in chunks (PKWARE APPNOTE 6.3.10, without ZIP64: at most 65,535 files and 4 GiB). Stored unless a function
 * that deflates is given. Names are ASCII.
 */
export function* zipArchive(files: Iterable<ArchiveFile>, deflate?: Deflate): Generator<Uint8Array, void> {
  const table = crcTable();
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflate?.(bytes) ?? bytes;
    const nameBytes = new TextEncoder().encode(name);
    const described = numbers([
      [2, 20],
      [2, 0],
      [2, deflate === undefined ? 0 : 8],
      [2, 0],
      [2, DATE],
      [4, crc32(bytes, table)],
      [4, packed.length],
      [4, bytes.length],
      [2, nameBytes.length],
      [2, 0],
    ]);
    const local = [numbers([[4, LOCAL]]), described, nameBytes];
    directory.push(
      numbers([
        [4, CENTRAL],
        [2, 20],
      ]),
      described,
      numbers([
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ]),
      nameBytes,
    );
    for (const chunk of [...local, packed]) {
      offset += chunk.length;
      yield chunk;
    }
  }
  yield* directory;
  const length = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const count = directory.length / 4;
  yield numbers([
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
}

/** Little-endian numbers of given widths in bytes. */
function numbers(parts: readonly (readonly [width: number, value: number])[]): Uint8Array {
  const bytes = parts.flatMap(([width, value]) => Array.from({ length: width }, (_, i) => (value >>> (8 * i)) & 0xff));
  return Uint8Array.from(bytes);
}

/** CRC-32 of ISO 3309, as ZIP uses it. */
function crc32(bytes: Uint8Array, table: Uint32Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, n) => {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
    return crc;
  });
}
