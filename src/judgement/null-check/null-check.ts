import { type FlowFeatures } from '../../features/index.js';
import { createRandom, UsageError } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { exchangeBeneficiaries } from './exchange-beneficiaries.js';

/** Parts of the period inside which beneficiaries change places in the second way. */
const SIXTEENTHS = 16;
/** Most exchanges of each way: enough to see one lead in a hundred by noise; each costs two whole judgements. */
const MOST_RUNS = 100;

export interface NullCheckOptions {
  /** The whole judgement: how many leads it finds in a graph. */
  readonly countLeads: (graph: TemporalGraph) => number;
  /** Exchanges of each way, 1 to 100. Default 5. */
  readonly runs?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Told before each exchange is judged: how many are done, and how many there will be. Default none. */
  readonly onExchange?: ((done: number, total: number) => void) | undefined;
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

/** @throws UsageError `null-runs` unless `runs` is a whole number from `least` to 100 */
export function requireNullRuns(runs: number, least: number): void {
  if (Number.isInteger(runs) && runs >= least && runs <= MOST_RUNS) return;
  throw new UsageError(
    'null-runs',
    `Expected the null check to have ${least} to ${MOST_RUNS} whole runs but received ${runs}`,
  );
}

/**
 * Judges the same payments with beneficiaries exchanged at random, and counts leads. More than none means that the file's own
 * noise can make a lead. None does not mean that the real leads are right: an exchange takes trades apart as well, so it
 * rules out noise, and not an innocent trade of the same shape.
 *
 * Cost: 2 * runs whole judgements. The same seed gives the same answer.
 *
 * @throws UsageError `null-runs` unless runs is a whole number from 1 to 100, `seed`
 */
export function nullCheck(
  features: FlowFeatures,
  { countLeads, runs = 5, seed = 1, onExchange }: NullCheckOptions,
): NullCheck {
  requireNullRuns(runs, 1);
  const random = createRandom(seed);
  let done = 0;
  const judge = (slices: number): number[] =>
    Array.from({ length: runs }, () => {
      onExchange?.(done++, 2 * runs);
      return countLeads(exchangeBeneficiaries(features.graph, features.relations, { random, slices }));
    });
  const freely = judge(1);
  const withinSixteenths = judge(SIXTEENTHS);
  const leadsFound = [...freely, ...withinSixteenths];
  const found = leadsFound.filter((leads) => leads > 0).length;
  const note =
    found === 0
      ? `No lead in ${leadsFound.length} files with beneficiaries exchanged at random. It rules out noise, and not a trade of the same shape.`
      : `Warning: leads in ${found} of ${leadsFound.length} files with beneficiaries exchanged at random, where none is expected. Noise alone can make a lead in this file, and so can a trade of the same shape.`;
  return { runs, leadsFound, freely, withinSixteenths, note };
}
