/** A record that did not become a transfer, with what it takes to find and mend it. */
export interface QuarantinedRecord {
  readonly file: string;
  /** Physical, 1-based: the line where the record begins. */
  readonly line: number;
  /** Stable, kebab-case, such as `amount-unreadable`. */
  readonly code: string;
  /** Header text or `#n`; empty if the record as a whole is meant. */
  readonly column: string;
  /**
   * Cells of money, time, direction and kind by their shape (`999a` for `120x`), others as `[hidden]` or empty, with ` | ` between, cut at
   * 2,000 characters; `[not shown: see the file]` where cells cannot be told apart; for a dropped duplicate, which line it
   * repeats. No letter or digit of a record that was not read is kept.
   */
  readonly raw: string;
  readonly expected: string;
  readonly received: string;
}

/** What was not read, and why. Nothing in it is in the ledger. */
export interface Quarantine {
  /** By file in the order of reading, then line. */
  readonly entries: readonly QuarantinedRecord[];
  /** All quarantined records by code, in code order, also those beyond the limits on entries. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Whether `entries` holds every quarantined record. */
  readonly complete: boolean;
}
