import { assertInvariant, compareText, type Issue, type Place } from '../foundation/index.js';
import { addCounts, inCodeOrder } from './code-counts.js';
import { type FileCounts } from './file-counts.js';
import { copyOf, KeptRecords, QUARANTINE_LIMITS, type QuarantineLimits } from './kept-records.js';
import { type Quarantine, type QuarantinedRecord } from './quarantine.js';

/** Remarks of one kind on transfers that are in the ledger. */
export interface NoteSummary {
  readonly code: string;
  readonly count: number;
  /** The first few, in reading order. */
  readonly examples: readonly Issue[];
}

/** Raw text kept of a quarantined record, and remarks kept of one kind. */
const MAX_RAW = 2000;
const MAX_EXAMPLES = 20;
const MAX_CELL_TEXT = 200;

interface Tally {
  read: number;
  accepted: number;
  quarantined: number;
  skipped: number;
  readonly skippedByCode: Map<string, number>;
}

/** What goes wrong with one record or cell. */
export interface Fault {
  readonly code: string;
  /** Header text or `#n`; empty = the record as a whole. */
  readonly column: string;
  readonly expected: string;
  readonly received: string;
}

/** The bookkeeping of a stretch of a file, on its way from another thread. */
export interface LogPart {
  readonly tally: Readonly<Tally>;
  readonly entries: readonly QuarantinedRecord[];
  readonly quarantineCounts: ReadonlyMap<string, number>;
  readonly notes: ReadonlyMap<string, { readonly count: number; readonly examples: readonly Issue[] }>;
  /** Whether there was a record that was not kept. */
  readonly isFull: boolean;
}

/** The bookkeeping of a read over all its files. Every record is told to it exactly once: accepted, quarantined or skipped. */
export class ReadLog {
  readonly #files: { name: string; tally: Tally }[] = [];
  readonly #kept: KeptRecords;
  readonly #quarantineCounts = new Map<string, number>();
  readonly #notes = new Map<string, { count: number; examples: Issue[] }>();
  readonly #endings: { readonly file: number; readonly say: () => readonly string[] }[] = [];
  readonly #sentences = new Map<number, readonly string[]>();

  constructor(limits: QuarantineLimits = QUARANTINE_LIMITS) {
    this.#kept = new KeptRecords(limits);
  }

  /** Starts a file; the number returned is the one every other call wants, and must be the draft's source number. */
  openFile(name: string): number {
    const tally = { read: 0, accepted: 0, quarantined: 0, skipped: 0, skippedByCode: new Map<string, number>() };
    return this.#files.push({ name, tally }) - 1;
  }

  /** Has the files cited by other names from here on, one for each, also in what was told before. */
  rename(names: readonly string[]): void {
    const newName = new Map(this.#files.map(({ name }, i) => [name, names[i]!]));
    for (const [i, file] of this.#files.entries()) file.name = names[i]!;
    this.#kept.rename(newName);
    this.#citeExamples((place) => ({ ...place, file: newName.get(place.file) ?? place.file }));
  }

  /** Names of columns that were told so far. */
  columns(): ReadonlySet<string> {
    const noted = [...this.#notes.values()].flatMap(({ examples }) => examples.map(({ place }) => place.column ?? ''));
    return new Set([...this.#kept.entries.map(({ column }) => column), ...noted]);
  }

  /** Has columns called by other names in what was told before. */
  renameColumns(newName: (column: string) => string): void {
    this.#kept.renameColumns(newName);
    this.#citeExamples(({ column, ...rest }) => (column === undefined ? rest : { ...rest, column: newName(column) }));
  }

  /** Asks for what can be noted and said of a file only when all of it has been read. */
  atEnd(file: number, say: () => readonly string[]): void {
    this.#endings.push({ file, say });
  }

  /** Has everything noted and said that waited for the end; to be called once, before notes and sentences are taken. */
  close(): void {
    for (const { file, say } of this.#endings) this.#sentences.set(file, [...this.sentences(file), ...say()]);
    this.#endings.length = 0;
  }

  /** What was said of a file at its end. */
  sentences(file: number): readonly string[] {
    return this.#sentences.get(file) ?? [];
  }

  /** Counts records that became transfers; readers of batches pass how many. */
  accept(file: number, count = 1): void {
    const tally = this.#tally(file);
    tally.read += count;
    tally.accepted += count;
  }

  /** Counts records that never were transfers. */
  skip(file: number, code: string, count = 1): void {
    const tally = this.#tally(file);
    tally.read += count;
    tally.skipped += count;
    tally.skippedByCode.set(code, (tally.skippedByCode.get(code) ?? 0) + count);
  }

  /** Takes a record out of the reading, with its reason. */
  quarantine(file: number, line: number, raw: string, fault: Fault): void {
    const tally = this.#tally(file);
    tally.read++;
    tally.quarantined++;
    this.#enter(file, line, raw, fault);
  }

  /** Moves a record that had been accepted into quarantine: a duplicate found when the ledger was put together. */
  withdraw(file: number, line: number, fault: Fault): void {
    const tally = this.#tally(file);
    tally.accepted--;
    tally.quarantined++;
    this.#enter(file, line, fault.received, fault);
  }

  /** Moves further accepted records into quarantine that are counted, not listed. */
  withdrawMany(file: number, code: string, count: number): void {
    if (count === 0) return;
    const tally = this.#tally(file);
    tally.accepted -= count;
    tally.quarantined += count;
    this.#quarantineCounts.set(code, (this.#quarantineCounts.get(code) ?? 0) + count);
  }

  /** Remarks on an accepted record; counted per code, the first {@link MAX_EXAMPLES} kept. */
  note(file: number, line: number, fault: Fault): void {
    const known = this.#notes.get(fault.code);
    const entry = known ?? { count: 0, examples: [] };
    if (known === undefined) this.#notes.set(fault.code, entry);
    entry.count++;
    if (entry.examples.length >= MAX_EXAMPLES) return;
    const { code, column, expected, received } = fault;
    const place = { file: this.#files[file]!.name, line, ...(column === '' ? {} : { column: cut(column) }) };
    entry.examples.push({ code, effect: 'noted', place, expected, received: cut(received) });
  }

  /** Counts further remarks of a code without examples, for readers of batches. */
  noteMany(code: string, count: number): void {
    const entry = this.#notes.get(code);
    if (entry !== undefined) entry.count += count;
    else if (count > 0) this.#notes.set(code, { count, examples: [] });
  }

  /** Everything the log has of its only file; nothing may be told to it afterwards. */
  take(): LogPart {
    return {
      tally: this.#tally(0),
      entries: this.#kept.entries,
      quarantineCounts: this.#quarantineCounts,
      notes: this.#notes,
      isFull: this.#kept.isFull,
    };
  }

  /** Adds what another log has of a stretch of the file that begins behind this many lines. */
  append(file: number, part: LogPart, linesBefore: number): void {
    const tally = this.#tally(file);
    tally.read += part.tally.read;
    tally.accepted += part.tally.accepted;
    tally.quarantined += part.tally.quarantined;
    tally.skipped += part.tally.skipped;
    addCounts(tally.skippedByCode, part.tally.skippedByCode);
    addCounts(this.#quarantineCounts, part.quarantineCounts);
    for (const entry of part.entries) this.#kept.add({ ...entry, line: entry.line + linesBefore });
    if (part.isFull) this.#kept.close();
    for (const [code, { count, examples }] of part.notes) {
      this.noteMany(code, count);
      const kept = this.#notes.get(code)!.examples;
      for (const example of examples.slice(0, MAX_EXAMPLES - kept.length)) {
        kept.push({ ...example, place: { ...example.place, line: example.place.line + linesBefore } });
      }
    }
  }

  /** @throws InvariantError `records-lost` if a record of the file was not accounted for */
  counts(file: number): FileCounts {
    const { tally, name } = this.#files[file]!;
    assertInvariant(
      tally.read === tally.accepted + tally.quarantined + tally.skipped && tally.accepted >= 0,
      'records-lost',
      `Expected every record of ${name} to be accepted, quarantined or skipped`,
    );
    return { ...tally, skippedByCode: inCodeOrder(tally.skippedByCode) };
  }

  notes(): NoteSummary[] {
    return [...this.#notes.entries()]
      .sort((a, b) => compareText(a[0], b[0]))
      .map(([code, { count, examples }]) => ({ code, count, examples }));
  }

  finish(): Quarantine {
    let total = 0;
    for (const count of this.#quarantineCounts.values()) total += count;
    const order = new Map(this.#files.map(({ name }, file) => [name, file]));
    return {
      entries: this.#kept.entries.sort((a, b) => order.get(a.file)! - order.get(b.file)! || a.line - b.line),
      counts: inCodeOrder(this.#quarantineCounts),
      total,
      complete: total === this.#kept.entries.length,
    };
  }

  #enter(file: number, line: number, raw: string, fault: Fault): void {
    this.#quarantineCounts.set(fault.code, (this.#quarantineCounts.get(fault.code) ?? 0) + 1);
    if (this.#kept.isFull) return;
    this.#kept.add({
      file: this.#files[file]!.name,
      line,
      code: fault.code,
      column: cut(fault.column),
      raw: copyOf(raw.length > MAX_RAW ? raw.slice(0, MAX_RAW) : raw),
      expected: fault.expected,
      received: copyOf(cut(fault.received)),
    });
  }

  #citeExamples(change: (place: Place) => Place): void {
    for (const note of this.#notes.values()) {
      note.examples = note.examples.map((example) => ({ ...example, place: change(example.place) }));
    }
  }

  #tally(file: number): Tally {
    return this.#files[file]!.tally;
  }
}

function cut(text: string): string {
  return text.length > MAX_CELL_TEXT ? `${text.slice(0, MAX_CELL_TEXT)}…` : text;
}
