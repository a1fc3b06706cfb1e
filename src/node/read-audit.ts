import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../foundation/index.js';
import { AUDIT_FILE } from './audit-event.js';
import { type ChainBreak, type LogEntry, readChain } from './hash-chain.js';

/** The audit log of a case. */
export interface ReadAudit {
  /** Events in order, up to where the chain breaks. */
  readonly events: readonly LogEntry[];
  /** Undefined: every line follows from the one before it, and the last one says what was written. */
  readonly broken: ChainBreak | undefined;
  /** Name and SHA-256 of every other file, as the last event lists them. Empty if it does not. */
  readonly written: ReadonlyMap<string, string>;
}

/**
 * Reads the audit log of a case folder and checks its chain: a line that was changed, removed or put in shows, and so does a missing
 * end. It does not say who wrote the log: whoever can write into the folder can make a whole new one.
 *
 * @throws InputError `audit-unreadable` if there is none
 */
export async function readAudit(folder: string): Promise<ReadAudit> {
  const path = join(folder, AUDIT_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new InputError('audit-unreadable', `Expected a case folder with ${AUDIT_FILE} at ${path}`, { cause });
  }
  const { entries, broken } = readChain(text);
  if (broken !== undefined) return { events: entries, broken, written: new Map() };
  const written = filesOf(entries.at(-1));
  if (written !== undefined) return { events: entries, broken, written };
  const reason = 'the event "written" with the files of the case should stand here, at the end';
  return { events: entries, broken: { line: entries.length + 1, reason }, written: new Map() };
}

function filesOf(entry: LogEntry | undefined): Map<string, string> | undefined {
  if (entry?.['event'] !== 'written' || !Array.isArray(entry['files'])) return undefined;
  const found = new Map<string, string>();
  for (const file of entry['files'] as ({ readonly name?: unknown; readonly sha256?: unknown } | null)[]) {
    if (typeof file?.name !== 'string' || typeof file.sha256 !== 'string') return undefined;
    found.set(file.name, file.sha256);
  }
  return found;
}
