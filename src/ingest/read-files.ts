import { InputError } from '../foundation/index.js';
import { type LedgerReading, readLedger, type ReadLedgerOptions } from './read-ledger.js';
import { type LedgerSource } from './read-source.js';

/** Above this many bytes a file is not held in memory at once to be hashed; its SHA-256 is then left empty. */
const MOST_HASHED_BYTES = 2 ** 28;

/**
 * Reads files that a person chose in a browser, or blobs from elsewhere, into a ledger. They are read where they are: nothing is
 * sent anywhere. A blob without a name is called `file-1` by its place.
 *
 * @throws InputError `no-files`, `file-twice` where two share a name, and what {@link readLedger} throws
 * @example
 * const { ledger, quarantine } = await readFiles([...input.files], { mapping: 'amlworld' });
 */
export async function readFiles(files: Iterable<Blob>, options: ReadLedgerOptions): Promise<LedgerReading> {
  const sources = [...files].map(blobSource);
  if (sources.length === 0) throw new InputError('no-files', 'Expected at least one file to read but received none');
  const twice = sources.find(({ name }, i) => sources.findIndex((other) => other.name === name) !== i);
  if (twice !== undefined)
    throw new InputError('file-twice', `Expected one file called ${twice.name} but received two`);
  return readLedger(sources, options);
}

function blobSource(blob: Blob, place: number): LedgerSource {
  const name = 'name' in blob && typeof blob.name === 'string' && blob.name !== '' ? blob.name : `file-${place + 1}`;
  return { name, bytes: bytesOf(blob), byteSize: () => blob.size, sha256: () => hashOf(blob) };
}

/** Not every browser lets a stream be iterated. */
async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = blob.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

/** Lower-case hex; empty where the file is too large, or the page is not one that may hash. */
async function hashOf(blob: Blob): Promise<string> {
  const { crypto } = globalThis as { readonly crypto?: { readonly subtle?: SubtleCrypto } };
  const subtle = crypto?.subtle;
  if (subtle === undefined || blob.size > MOST_HASHED_BYTES) return '';
  const hash = new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer()));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
