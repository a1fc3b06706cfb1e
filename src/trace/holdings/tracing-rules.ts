/** Conventions by which courts and the literature follow value through mixed funds. None of them is "true". */
export const TRACING_RULES = [
  /** First in, first out (Clayton's Case). */
  'fifo',
  /** Last in, first out. */
  'lifo',
  /** Every origin in proportion to its share at that moment (rolling charge, haircut). */
  'pro-rata',
  /** Other money is spent first; the claim never exceeds the lowest balance since. */
  'lowest-intermediate-balance',
  /** Claimed money is spent first. */
  'taint-first',
  /** The money that was first seen earliest leaves first. */
  'least-recently-born',
  /** The money that was first seen latest leaves first. */
  'most-recently-born',
  /** Everything after contact. It marks reach and attributes no amount. */
  'poison',
] as const;
/** A convention by which a payment takes money out of a mixed account. None is true. */
export type TracingRule = (typeof TRACING_RULES)[number];

/** Rules that say which lots a payment takes; `poison` does not. */
export type LotRule = Exclude<TracingRule, 'poison'>;

/** Rules that need no claim: they say for every lot of money at once which account it came from. */
export const PROVENANCE_POLICIES = [
  'fifo',
  'lifo',
  'least-recently-born',
  'most-recently-born',
  'pro-rata',
] as const satisfies readonly TracingRule[];
/** A tracing rule by which all money of a ledger can be told apart at once. */
export type ProvenancePolicy = (typeof PROVENANCE_POLICIES)[number];
