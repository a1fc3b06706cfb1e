/** The one selection of a lead: every part reads it, any part may set it. */
export interface Selection {
  /** Half open, ms UTC. */
  readonly window: readonly [start: number, end: number] | null;
  /** Index of an operator. */
  readonly account: number | null;
  /** Index of a finding of the lead. */
  readonly finding: number | null;
  /** Smallest amount, in whole units of each currency. */
  readonly minimum: number;
  /** Index of a currency; null: all are listed, pictures show the one with most transfers. */
  readonly currency: number | null;
}

export const NOTHING: Selection = { window: null, account: null, finding: null, minimum: 0, currency: null };
