import { InputError } from '../foundation/index.js';
import { PapaRecords } from './papa-records.js';
import { RECORD_LIMITS, type RecordLimits } from './record-sink.js';
import { REPLACEMENT } from './record-reading.js';
import { sniffDialect } from './sniff-dialect.js';
import { LineEnds, wholeTextDecoder } from './text-decoding.js';

/** What a user may vouch for an account as. */
export const GUARD_KINDS = Object.freeze(['registered-body', 'licensed-remitter'] as const);

/** @see GUARD_KINDS */
export type GuardKind = (typeof GUARD_KINDS)[number];

/** One account that the user vouches for. */
export interface GuardEntry {
  /** Empty = not given. */
  readonly institution: string;
  readonly account: string;
  readonly kind: GuardKind;
  /** Physical, 1-based. */
  readonly line: number;
}

/** A guard list as read: nothing says yet whether its accounts are in any data. */
export interface GuardList {
  /** Each account and kind once, in the order of the file. */
  readonly entries: readonly GuardEntry[];
  /** Lines that repeat an entry above them; they change nothing. */
  readonly duplicateLines: readonly number[];
}

/** More entries than any register of bodies has; a longer file is taken for a mistake. */
const MAX_ENTRIES = 1_000_000;
const LIMITS: RecordLimits = Object.freeze({ ...RECORD_LIMITS, maxRecordChars: 100_000, maxRecordLines: 50 });
const SAMPLE_BYTES = 65_536;
const COLUMNS = ['institution', 'account', 'kind'] as const;
/** Faulty lines named in a message. */
const NAMED_LINES = 10;

/**
 * Reads a guard list: delimited text with the columns `institution`, `account` and `kind`, in any order; other columns
 * are not looked at. A line that cannot be used refuses the whole list, since it would leave somebody unprotected whom
 * the user believes to be protected. Texts of accounts are in no message.
 *
 * @param name how messages call the list
 * @throws InputError `guard-list-columns`, `guard-list-invalid` with the first faulty lines and why, `guard-list-empty`,
 *   `guard-list-too-long`. Linear.
 */
export function parseGuardList(bytes: Uint8Array, name: string): GuardList {
  const { text, delimiter, firstLine } = decodeList(bytes);
  const reading = new GuardListReading(name);
  const records = new PapaRecords(
    delimiter,
    {
      accept: (cells, line) => {
        reading.take(cells, line);
      },
      refuse: (line, _raw, { expected }) => {
        reading.blame(line, `Expected ${expected}`);
      },
    },
    { limits: LIMITS, firstLine },
  );
  records.push(text);
  records.end();
  return reading.finish();
}

function decodeList(bytes: Uint8Array): { text: string; delimiter: string; firstLine: number } {
  const { dialect, hasSepLine } = sniffDialect(bytes.subarray(0, SAMPLE_BYTES), {});
  const lines = new LineEnds();
  const decoded = wholeTextDecoder(dialect.encoding)(bytes);
  const text = lines.next(decoded) + lines.end();
  const delimiter = dialect.delimiter === 'blank' ? ',' : dialect.delimiter;
  return { text: hasSepLine ? text.slice(text.indexOf('\n') + 1) : text, delimiter, firstLine: hasSepLine ? 2 : 1 };
}

/** Where each column is, and how many cells a line has. */
interface Header {
  readonly institution: number;
  readonly account: number;
  readonly kind: number;
  readonly cellCount: number;
}

class GuardListReading {
  readonly #name: string;
  readonly #entries: GuardEntry[] = [];
  readonly #duplicateLines: number[] = [];
  readonly #known = new Set<string>();
  readonly #faults: string[] = [];
  #faultCount = 0;
  #header: Header | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  take(cells: readonly string[], line: number): void {
    const texts = cells.map((cell) => cell.trim());
    if (texts.every((text) => text === '')) return;
    if (this.#header === undefined) this.#header = this.#findColumns(texts);
    else this.#takeEntry(texts, line, this.#header);
  }

  blame(line: number, why: string): void {
    if (++this.#faultCount <= NAMED_LINES) this.#faults.push(`line ${line}: ${why}`);
  }

  finish(): GuardList {
    if (this.#faultCount > 0) {
      const more = this.#faultCount > NAMED_LINES ? `; and ${this.#faultCount - NAMED_LINES} more` : '';
      throw new InputError(
        'guard-list-invalid',
        `Expected a guard list without faults but ${this.#name} has ${this.#faultCount}: ${this.#faults.join('; ')}${more}`,
      );
    }
    if (this.#entries.length === 0) {
      throw new InputError('guard-list-empty', `Expected a guard list with accounts but ${this.#name} has none`);
    }
    return { entries: this.#entries, duplicateLines: this.#duplicateLines };
  }

  #findColumns(texts: readonly string[]): Header {
    const names = texts.map((text) => text.toLowerCase());
    const cellOf = (column: (typeof COLUMNS)[number]): number => {
      if (names.indexOf(column) >= 0 && names.indexOf(column) === names.lastIndexOf(column))
        return names.indexOf(column);
      throw new InputError(
        'guard-list-columns',
        `Expected a first line with the columns ${COLUMNS.join(', ')}, each once, but ${this.#name} has not one ${column}`,
      );
    };
    const [institution, account, kind] = [cellOf('institution'), cellOf('account'), cellOf('kind')];
    return { institution, account, kind, cellCount: names.length };
  }

  #takeEntry(texts: readonly string[], line: number, header: Header): void {
    if (texts.length !== header.cellCount) {
      this.blame(line, `Expected ${header.cellCount} cells but received ${texts.length}`);
      return;
    }
    const institution = texts[header.institution]!;
    const account = texts[header.account]!;
    const word = texts[header.kind]!;
    const kind = GUARD_KINDS.find((known) => known === word.toLowerCase());
    if (account === '') this.blame(line, 'Expected an account but the cell is empty');
    else if (`${institution}${account}`.includes(REPLACEMENT)) {
      this.blame(line, 'Expected text in UTF-8 but some bytes are no character');
    } else if (kind === undefined) {
      this.blame(line, `Expected the kind ${GUARD_KINDS.join(' or ')} but received ${showWord(word)}`);
    } else this.#add({ institution, account, kind, line });
  }

  #add(entry: GuardEntry): void {
    const key = JSON.stringify([entry.institution, entry.account, entry.kind]);
    if (this.#known.has(key)) this.#duplicateLines.push(entry.line);
    else if (this.#entries.length === MAX_ENTRIES) {
      throw new InputError('guard-list-too-long', `Expected at most ${MAX_ENTRIES} entries but ${this.#name} has more`);
    } else {
      this.#known.add(key);
      this.#entries.push(entry);
    }
  }
}

/** A word of the file if it is one: whatever else stands there is not repeated. */
function showWord(text: string): string {
  if (text === '') return 'an empty cell';
  return /^[A-Za-z][A-Za-z -]{0,30}$/u.test(text) ? `"${text}"` : 'another text';
}
