/** What became of the records of one file: `read = accepted + quarantined + skipped`. */
export interface FileCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly skipped: number;
  /** Skipped lines by code, in code order. */
  readonly skippedByCode: ReadonlyMap<string, number>;
}
