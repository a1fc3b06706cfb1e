import { type QuarantinedRecord } from './quarantine.js';

/** What is kept of quarantined records: this many, and this many bytes of their texts. */
export interface QuarantineLimits {
  readonly maxQuarantined: number;
  readonly maxQuarantinedBytes: number;
}

/** @see QuarantineLimits */
export const QUARANTINE_LIMITS: QuarantineLimits = Object.freeze({
  maxQuarantined: 1_000_000,
  maxQuarantinedBytes: 1 << 27,
});

/** Bytes of an entry besides its texts, and of a character of them. */
const ENTRY_BYTES = 160;
const CHARACTER_BYTES = 2;

/**
 * The first quarantined records, as long as both limits allow: once one of them does not fit, none behind it is kept either, so
 * that they are the same however the file was cut into parts.
 */
export class KeptRecords {
  readonly entries: QuarantinedRecord[] = [];
  readonly #limits: QuarantineLimits;
  #bytes = 0;
  #isFull = false;

  constructor(limits: QuarantineLimits) {
    this.#limits = limits;
  }

  /** Whether no further record is kept. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Keeps a record, or closes. */
  add(record: QuarantinedRecord): void {
    const { column, raw, received } = record;
    const bytes = ENTRY_BYTES + CHARACTER_BYTES * (column.length + raw.length + received.length);
    const { maxQuarantined, maxQuarantinedBytes } = this.#limits;
    if (this.entries.length >= maxQuarantined || this.#bytes + bytes > maxQuarantinedBytes) this.#isFull = true;
    if (this.#isFull) return;
    this.#bytes += bytes;
    this.entries.push(record);
  }

  /** Has the records cite their files by other names. */
  rename(newName: ReadonlyMap<string, string>): void {
    this.entries.forEach((entry, i) => {
      this.entries[i] = { ...entry, file: newName.get(entry.file) ?? entry.file };
    });
  }

  /** Has the records call their columns by other names. */
  renameColumns(newName: (column: string) => string): void {
    this.entries.forEach((entry, i) => {
      this.entries[i] = { ...entry, column: newName(entry.column) };
    });
  }

  close(): void {
    this.#isFull = true;
  }
}

/** The text on its own: a piece of a larger one would keep all of that in memory. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
