/**
 * Odd data as a value. A `quarantined` row is not in the ledger; a `noted` row is in it, with a remark; a `skipped`
 * line never was a transfer (blank, header, title, marker).
 */
export type IssueEffect = 'quarantined' | 'noted' | 'skipped';

/** Where in the input an issue lies. Lines are physical and 1-based; column is the header text or `#n` (1-based). */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
}

/** One finding about the input itself. */
export interface Issue {
  /** Stable, kebab-case, such as `amount-unreadable`. */
  readonly code: string;
  readonly effect: IssueEffect;
  readonly place: Place;
  readonly expected: string;
  readonly received: string;
}
