/** A record that did not become a transfer, with everything needed to mend it. */
export interface QuarantinedRecord {
  readonly file: string;
  /** Physical, 1-based: the line where the record begins. */
  readonly line: number;
  /** Stable, kebab-case, such as `amount-unreadable`. */
  readonly code: string;
  /** Header text or `#n`; empty if the record as a whole is meant. */
  readonly column: string;
  /**
   * The record as written, cut at 2,000 characters, but without names of holders where the mapping has any; for a dropped
   * duplicate, which line it repeats.
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
