import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import Papa from 'papaparse';
import { InputError } from '../foundation/index.js';

/** An operator as accounts.csv lists it. */
export interface CaseAccount {
  readonly cluster: string;
  readonly institution: string;
  readonly account: string;
  readonly role: string;
}

/** A written case, as far as others need to read it back. */
export interface WrittenCase {
  readonly accounts: readonly CaseAccount[];
  /** Names of all files in the folder, sorted. */
  readonly files: readonly string[];
}

/**
 * Reads back the operators of a case folder.
 * @throws InputError `case-unreadable` if the folder or its accounts.csv cannot be read
 */
export async function readCase(folder: string): Promise<WrittenCase> {
  try {
    const files = (await readdir(folder)).sort();
    const text = await readFile(join(folder, 'accounts.csv'), 'utf8');
    const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true });
    const accounts = data.slice(1).map(([cluster = '', institution = '', account = '', role = '']) => ({
      cluster,
      institution: unguard(institution),
      account: unguard(account),
      role,
    }));
    return { accounts, files };
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with accounts.csv at ${folder}`, { cause });
  }
}

/** Bytes read at a time by {@link caseTexts}. */
const PIECE_BYTES = 1 << 20;

/** Everything the case says, file after file, in pieces that end at line ends. Reads as it is asked, synchronously. */
export function* caseTexts(folder: string, files: readonly string[]): Generator<string, void> {
  for (const file of files) {
    const handle = openSync(join(folder, file), 'r');
    try {
      const decoder = new StringDecoder('utf8');
      const buffer = Buffer.alloc(PIECE_BYTES);
      let rest = '';
      for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
        const text = rest + decoder.write(buffer.subarray(0, read));
        const end = text.lastIndexOf('\n') + 1;
        yield text.slice(0, end);
        rest = text.slice(end);
      }
      yield rest + decoder.end();
    } finally {
      closeSync(handle);
    }
  }
}

/** Takes back the apostrophe that keeps spreadsheets from running a cell. */
function unguard(text: string): string {
  return /^'[\s\u00a0]*[=+\-@]/u.test(text) ? text.slice(1) : text;
}
