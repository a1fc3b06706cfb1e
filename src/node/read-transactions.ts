import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { InputError, requireRange } from '../foundation/index.js';
import { type LedgerReading, readLedger, type ReadLedgerOptions } from '../ingest/index.js';
import { greatest } from '../structures/index.js';
import { fileSource, STANDARD_INPUT, standardInput } from './file-source.js';
import { withCrew } from './work-crew.js';

/** How files become a ledger; see {@link ReadLedgerOptions}. */
export interface ReadTransactionsOptions extends ReadLedgerOptions {
  /**
   * Threads that read a large plain file, this one included; the ledger is the same. Default 2 where the machine has as
   * many, 1 elsewhere.
   */
  readonly workers?: number;
}

/** A smaller part is not worth a thread: starting it and taking its rows over costs as much as reading them. */
const MIN_PART_BYTES = 1 << 25;
const MAX_WORKERS = 64;

/**
 * Reads transaction files of any format that is known into one ledger, in the order given; `-` is standard input. Sources carry the SHA-256 of the files as stored; they are
 * named by the last part of their path, or by the path as given where two files share it.
 *
 * @throws InputError `file-unreadable` for a file that is missing, a folder, a loop of links or not permitted;
 *   `file-changed` if one is written to while it is read; `same-file` if two paths lead to one; `no-files` if no path is given; and what {@link readLedger}
 *   throws
 * @throws UsageError `option-range` for no workers
 * @example
 * const { ledger, quarantine } = await readTransactions(['bank.csv'], { mapping: 'amlworld' });
 */
export async function readTransactions(
  paths: string | readonly string[],
  options: ReadTransactionsOptions,
): Promise<LedgerReading> {
  return readFiles(paths, options, MIN_PART_BYTES);
}

/** As {@link readTransactions}, with parts of no less than `minPartBytes`. */
export async function readFiles(
  paths: string | readonly string[],
  { workers = Math.min(2, availableParallelism()), ...options }: ReadTransactionsOptions,
  minPartBytes: number,
): Promise<LedgerReading> {
  requireRange('workers', workers, 1, MAX_WORKERS);
  const list = typeof paths === 'string' ? [paths] : paths;
  if (list.length === 0) throw new InputError('no-files', 'Expected at least one file to read but received none');
  const names = sourceNames(list);
  requireDifferentFiles(list);
  const helpersFor = (size: number): number => Math.max(0, Math.floor(Math.min(workers, size / minPartBytes)) - 1);
  const helpers = greatest(list.map((path) => helpersFor(sizeOf(path))));
  return withCrew(helpers, (crew) =>
    readLedger(
      list.map((path, i) =>
        path === STANDARD_INPUT.path ? standardInput() : fileSource(path, names[i]!, { crew, helpersFor }),
      ),
      options,
    ),
  );
}

/** One name per path: its last part, or the whole path where several share it; `-` is `stdin`. */
export function sourceNames(paths: readonly string[]): string[] {
  const short = paths.map((path) => (path === STANDARD_INPUT.path ? STANDARD_INPUT.name : basename(path)));
  const count = new Map<string, number>();
  for (const name of short) count.set(name, (count.get(name) ?? 0) + 1);
  return short.map((name, i) => (count.get(name) === 1 || paths[i] === STANDARD_INPUT.path ? name : paths[i]!));
}

/**
 * The same file by two paths, links included, would count every transfer twice.
 * @throws InputError `same-file`
 */
function requireDifferentFiles(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const found = fileAt(path);
    if (found?.isFile() !== true) continue;
    const key = `${found.dev}:${found.ino}`;
    const first = seen.get(key);
    if (first !== undefined) {
      throw new InputError('same-file', `Expected different files but ${first} and ${path} are the same one`);
    }
    seen.set(key, path);
  }
}

/** What the system knows of a path; undefined where it says nothing: whoever opens it will say why. */
function fileAt(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Bytes of a file; 0 where it cannot be told: whoever opens it will say why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
