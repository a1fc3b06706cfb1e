/**
 * All ordered pairs of different accounts between which money moved, each measured once. Relations are sorted by payer, then
 * by beneficiary, so one account's relations as payer lie side by side. Values are in *units*: amounts divided by the median
 * amount of their currency in the file, which only makes payments of one payer in two currencies comparable.
 */
export interface Relations {
  readonly count: number;
  /** Paying and receiving node of each relation. */
  readonly payer: Int32Array;
  readonly beneficiary: Int32Array;
  readonly transfers: Int32Array;
  /** Payments less than a day after the one before are one occasion, so that a deposit cut in pieces counts once. */
  readonly occasions: Int32Array;
  /** Value of all payments, in units. */
  readonly total: Float64Array;
  /** UTC milliseconds of the first and the last payment. */
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
  /** 1 where there are at least 3 occasions over at least half of the file's period. */
  readonly standing: Uint8Array;
  /** 1 where there are at least 3 occasions of about equal amounts at about equal gaps. */
  readonly regular: Uint8Array;
  /** Relation of each transfer of the graph; -1 for self-transfers and transfers without a positive amount. */
  readonly ofRow: Int32Array;
  /** Account a pays through relations outStarts[a] .. outStarts[a + 1]. Length accounts + 1. */
  readonly outStarts: Int32Array;
  /** Account a is paid through relations inRelations[inStarts[a] .. inStarts[a + 1]], ascending. */
  readonly inStarts: Int32Array;
  readonly inRelations: Int32Array;
  /** Occasion values in units, of relation r at occasionStarts[r] .. occasionStarts[r + 1], in order of time. */
  readonly occasionStarts: Int32Array;
  readonly occasionValues: Float64Array;
  /** Period of the file: first and last transfer, UTC milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
}
