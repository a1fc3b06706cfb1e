import { assertInvariant } from '../../foundation/index.js';
import { type PassWeights, type SignWeights, type WeightTable } from './weight-table.js';

/** No sign decides alone: its weight is at most a factor of 30 in the odds, either way. */
export const GREATEST_WEIGHT = Math.log(30);
export const MOST_BINS = 10;

/**
 * The certificate of a table of weights: every sign is named once in a pass, has at most 10 bins with ascending cut
 * points, its weights are finite, within {@link GREATEST_WEIGHT}, and never fall (`+`) or never rise (`-`) with the
 * value, and a missing value never speaks for the reading.
 *
 * @throws InvariantError `weight-table`, naming the first sign that breaks it
 */
export function certifyWeights({ first, second }: WeightTable): void {
  certifyPass(first);
  certifyPass(second);
}

function certifyPass({ bias, signs }: PassWeights): void {
  assertInvariant(Number.isFinite(bias), 'weight-table', 'Expected a finite bias');
  assertInvariant(new Set(signs.map(({ name }) => name)).size === signs.length, 'weight-table', 'Expected a sign once');
  for (const sign of signs) {
    const fault = faultOf(sign);
    assertInvariant(fault === undefined, 'weight-table', `Expected ${fault ?? ''} but received sign ${sign.name}`);
  }
}

function faultOf({ direction, edges, weights, missing }: SignWeights): string | undefined {
  if (weights.length > MOST_BINS || weights.length !== edges.length + 1) return 'at most 10 bins, one more than edges';
  if (![...edges, ...weights, missing].every(Number.isFinite)) return 'finite numbers';
  if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) return 'ascending edges';
  const rises = direction === '+' ? 1 : -1;
  if (weights.some((weight, i) => i > 0 && rises * (weight - weights[i - 1]!) < 0)) return 'weights in the direction';
  if ([...weights, missing].some((weight) => Math.abs(weight) > GREATEST_WEIGHT)) return 'weights within ln 30';
  return missing > 0 ? 'a missing value not to speak for anything' : undefined;
}
