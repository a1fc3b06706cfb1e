/**
 * What became of exceptional money, followed first in, first out through every account. All values in units (see
 * {@link Relations}); per account unless said otherwise.
 */
export interface MarkedFlow {
  /** Marked value that a relation's transfers carried, per relation. Of an exceptional relation: what the payer passed on. */
  readonly carried: Float64Array;
  /** Marked value that came in (the whole of an exceptional transfer) and that was consumed by payments out. */
  readonly markedIn: Float64Array;
  readonly markedOut: Float64Array;
  /** All value in and out, self-transfers aside. */
  readonly totalIn: Float64Array;
  readonly totalOut: Float64Array;
  /** Value that came in through standing relations. */
  readonly standingIn: Float64Array;
}
