import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../foundation/index.js';
import { type LedgerReading, type LedgerSource, readLedger, type ReadLedgerOptions } from '../ingest/index.js';

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 18;

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
  return { name, bytes: fileBytes(path, hash), sha256: () => hash.digest('hex') };
}

async function* fileBytes(path: string, hash: Hash): AsyncGenerator<Uint8Array> {
  const file = await orUnreadable(path, () => open(path, 'r'));
  try {
    for (;;) {
      const buffer = new Uint8Array(CHUNK_BYTES);
      const { bytesRead } = await orUnreadable(path, () => file.read(buffer, 0, CHUNK_BYTES));
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

async function orUnreadable<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new InputError('file-unreadable', `Expected a readable file but ${path} ${describe(cause)}`, { cause });
  }
}

const REASONS = new Map([
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is a folder'],
  ['ELOOP', 'is a loop of links'],
  ['EACCES', 'may not be read'],
  ['EPERM', 'may not be read'],
]);

function describe(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  return REASONS.get(code) ?? `cannot be read (${code})`;
}
