/** Whether more of what a sign measures speaks for (`+`) or against (`-`) the reading. */
export type SignDirection = '+' | '-';

/** What one sign adds to a score, by the bin that its value falls into. */
export interface SignWeights {
  /** Name of the sign, as `features` measures it. */
  readonly name: string;
  readonly direction: SignDirection;
  /** Display row that this sign is merged into when a score is explained. */
  readonly row: string;
  /** At most 9 ascending cut points; a value lies in the bin whose number is that of the cut points below it. */
  readonly edges: readonly number[];
  /** One weight in nats for each bin, never against the direction. */
  readonly weights: readonly number[];
  /** Weight where the sign could not be measured. Never above 0: what is unknown does not speak for the reading. */
  readonly missing: number;
}

/** One additive score: bias + sum of the weights of all signs, in nats. */
export interface PassWeights {
  /** Score of an account none of whose signs says anything. */
  readonly bias: number;
  readonly signs: readonly SignWeights[];
}

/** How well a kind of world is ranked by experts that never saw that kind. Average precision, 0..1. */
export interface LeftOutPrecision {
  readonly domain: string;
  readonly first: number;
  readonly second: number;
}

/** Where a table comes from: with this, `npm run weights -- --check` makes the same bytes again. */
export interface WeightProvenance {
  /** Hash of the code that measures signs. A table belongs to these formulas. */
  readonly signs: string;
  /** Hash of the code that simulates worlds. */
  readonly worlds: string;
  /** Version of this library when the table was made. */
  readonly library: string;
  /** Kinds of worlds; one expert was trained on each, the table is their mean. */
  readonly domains: readonly string[];
  readonly seeds: readonly number[];
  /** Seeds of worlds without any planted network. */
  readonly nullSeeds: readonly number[];
  /** Transfers of each world. */
  readonly transfers: number;
  readonly leftOut: readonly LeftOutPrecision[];
  /**
   * Line that was laid through log odds on kinds of worlds that no expert saw, and the share of operators among the accounts
   * that exceptional money reached there: the second pass is on that scale, less the log odds of that share.
   */
  readonly calibration: { readonly offset: number; readonly slope: number; readonly prior: number };
  /** Day on which the table was made, as given by whoever made it. */
  readonly date: string;
}

/**
 * The evidence weights: two additive scores, the second of which also sees what neighbours scored in the first. They
 * were learned from simulated worlds; a score is evidence for a reading and no probability of anything.
 */
export interface WeightTable {
  /** Layout and meaning of this object; 1. */
  readonly version: 1;
  readonly first: PassWeights;
  readonly second: PassWeights;
  readonly provenance: WeightProvenance;
}
