/** An answer about a whole ledger, as plain data. */
export type WholeAnswer = string | number | boolean | null | readonly WholeAnswer[];

/**
 * What of a larger graph is whole in this one, and what is known of the rest: for a graph that is a slice. Columns have one
 * entry per account. What is said of an account holds in the whole graph, whether it is whole here or not.
 */
export interface Extent {
  /** 1 = every transfer of the account is here; findings about others are not to be trusted. */
  readonly core: Uint8Array;
  /** 1 = paid like a shop or an office, as the innocent alternatives have it. */
  readonly isPublic: Uint8Array;
  /** 1 = an account that everybody deals with, hubs aside. */
  readonly isEverybodys: Uint8Array;
  /** How many different others pay it. */
  readonly payers: Int32Array;
  /** First and last time of the whole, in the unit of the ledger's times. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** What was asked of the whole, by question. */
  readonly answers: ReadonlyMap<string, WholeAnswer>;
}
