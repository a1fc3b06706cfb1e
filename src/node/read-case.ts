import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import Papa from 'papaparse';
import { unguardCell } from '../export/index.js';
import { InputError } from '../foundation/index.js';
import { ROLE_LABELS, ROLES } from '../leads/index.js';

/** An operator as accounts.csv lists it. */
export interface CaseAccount {
  readonly cluster: string;
  readonly institution: string;
  readonly account: string;
  /** Its name in `ROLES`, where the case says one of their labels. */
  readonly role: string;
}

/** A lead as the case lists it. */
export interface CaseLead {
  readonly id: string;
  /** Empty where the case says none. */
  readonly level: string;
}

/** A written case, as far as others need to read it back. */
export interface WrittenCase {
  /** Leads with listed accounts, in the order of the case. */
  readonly leads: readonly CaseLead[];
  readonly accounts: readonly CaseAccount[];
  /** All files in the folder and below it, by their path from it, with slashes; sorted. */
  readonly files: readonly string[];
}

/** Files that may list the leads; 0.1.0 calls them clusters. */
const LEAD_FILES = ['leads.csv', 'clusters.csv'];

/**
 * Reads back the leads and operators of a case folder.
 * @throws InputError `case-unreadable` if the folder or its accounts.csv cannot be read
 */
export async function readCase(folder: string): Promise<WrittenCase> {
  try {
    const files = (await filesIn(folder, '')).sort();
    const accounts = (await readTable(join(folder, 'accounts.csv')))
      .slice(1)
      .map(([cluster = '', institution = '', account = '', role = '']) => ({
        cluster,
        institution: unguardCell(institution),
        account: unguardCell(account),
        role: ROLES.find((one) => ROLE_LABELS[one] === role) ?? role,
      }));
    const leadFile = LEAD_FILES.find((name) => files.includes(name));
    const [header = [], ...lines] = leadFile === undefined ? [] : await readTable(join(folder, leadFile));
    const levelOf = new Map(lines.map((cells) => [cells[0], cells[header.indexOf('level')]]));
    const listed = new Set(accounts.map(({ cluster }) => cluster));
    const order = [...lines.map(([id = '']) => id).filter((id) => listed.has(id)), ...listed];
    return { leads: [...new Set(order)].map((id) => ({ id, level: levelOf.get(id) ?? '' })), accounts, files };
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with accounts.csv at ${folder}`, { cause });
  }
}

async function filesIn(folder: string, below: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below + entry.name;
    if (entry.isDirectory()) for (const one of await filesIn(folder, `${path}/`)) found.push(one);
    else found.push(path);
  }
  return found;
}

async function readTable(path: string): Promise<string[][]> {
  const text = await readFile(path, 'utf8');
  return Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data;
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
