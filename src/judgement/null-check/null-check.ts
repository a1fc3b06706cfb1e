import { type FlowFeatures } from '../../features/index.js';
import { createRandom, UsageError } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { exchangeBeneficiaries } from './exchange-beneficiaries.js';

/** Parts of the period inside which beneficiaries change places in the second way. */
const SIXTEENTHS = 16;

export interface NullCheckOptions {
  /** The whole judgement: how many leads it finds in a graph. */
  readonly countLeads: (graph: TemporalGraph) => number;
  /** Exchanges of each way. Default 5. */
  readonly runs?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** What the judgement finds where there is nothing to find. */
export interface NullCheck {
  /** Exchanges of each way. */
  readonly runs: number;
  /** Leads found in every exchange, those freely first. Expected: 0 everywhere. */
  readonly leadsFound: readonly number[];
  /** The same apart: beneficiaries exchanged over the whole period, and inside sixteenths of it. */
  readonly freely: readonly number[];
  readonly withinSixteenths: readonly number[];
  readonly note: string;
}

/**
 * Judges the same payments with beneficiaries exchanged at random, and counts leads. More than none means that the file's own
 * noise can make a lead. None does not mean that the real leads are right: an exchange takes trades apart as well, so it
 * rules out noise, and not an innocent trade of the same shape.
 *
 * Cost: 2 * runs whole judgements. The same seed gives the same answer.
 *
 * @throws UsageError `null-runs` unless runs is a whole number of at least 1, `seed`
 */
export function nullCheck(features: FlowFeatures, { countLeads, runs = 5, seed = 1 }: NullCheckOptions): NullCheck {
  if (!Number.isInteger(runs) || runs < 1) {
    throw new UsageError('null-runs', `Expected runs to be a whole number of at least 1 but received ${runs}`);
  }
  const random = createRandom(seed);
  const judge = (slices: number): number[] =>
    Array.from({ length: runs }, () =>
      countLeads(exchangeBeneficiaries(features.graph, features.relations, { random, slices })),
    );
  const freely = judge(1);
  const withinSixteenths = judge(SIXTEENTHS);
  const leadsFound = [...freely, ...withinSixteenths];
  const found = leadsFound.filter((leads) => leads > 0).length;
  const limit = 'It rules out noise, and not a trade of the same shape.';
  const note =
    found === 0
      ? `No lead in ${leadsFound.length} files with beneficiaries exchanged at random. ${limit}`
      : `Warning: leads in ${found} of ${leadsFound.length} files with beneficiaries exchanged at random, where none is expected. ${limit}`;
  return { runs, leadsFound, freely, withinSixteenths, note };
}
