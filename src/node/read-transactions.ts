import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { InputError } from '../foundation/index.js';
import { type LedgerReading, type LedgerSource, readLedger, type ReadLedgerOptions } from '../ingest/index.js';
import { fileBytes } from './file-bytes.js';

/** How files become a ledger; see {@link ReadLedgerOptions}. */
export type ReadTransactionsOptions = ReadLedgerOptions;

/**
 * Reads transaction files into one ledger, in the order given. Sources carry the SHA-256 of the files as stored; they are
 * named by the last part of their path, or by the path as given where two files share it.
 *
 * @throws InputError `file-unreadable` for a file that is missing, a folder, a loop of links or not permitted;
 *   `no-files` if no path is given; and what {@link readLedger} throws
 * @example
 * const { ledger, quarantine } = await readTransactions(['bank.csv'], { mapping: 'amlworld' });
 */
export async function readTransactions(
  paths: string | readonly string[],
  options: ReadTransactionsOptions,
): Promise<LedgerReading> {
  const list = typeof paths === 'string' ? [paths] : paths;
  if (list.length === 0) throw new InputError('no-files', 'Expected at least one file to read but received none');
  const names = sourceNames(list);
  return readLedger(
    list.map((path, i) => fileSource(path, names[i]!)),
    options,
  );
}

/** One name per path: its last part, or the whole path where several share it. */
export function sourceNames(paths: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const path of paths) count.set(basename(path), (count.get(basename(path)) ?? 0) + 1);
  return paths.map((path) => (count.get(basename(path)) === 1 ? basename(path) : path));
}

function fileSource(path: string, name: string): LedgerSource {
  const hash = createHash('sha256');
  let size: number | undefined;
  const bytes = fileBytes(path, {
    onSize: (found) => (size = found),
    onChunk: (chunk) => hash.update(chunk),
  });
  return { name, bytes, byteSize: () => size, sha256: () => hash.digest('hex') };
}
