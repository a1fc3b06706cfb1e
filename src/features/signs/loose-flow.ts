import { type AccountFacts, isMore } from '../account-facts.js';
import { type FlowFeatures } from '../flow-features.js';

/**
 * What accounts are paid by others than regular payers, and pay to others than those who live on it. Wages paid and customers who
 * pay month after month are ordinary life, and what is measured here does not rise by more of it. What an account pays regularly to
 * somebody who does not live on it stays: it may be what was collected, passed on every week. One entry per node; values in units.
 */
export interface LooseFlow {
  readonly into: Float64Array;
  readonly out: Float64Array;
  /** Relation to the receiver of these that gets most, of equals the one that began first; -1 = none. */
  readonly mainRelation: Int32Array;
}

/** O(relations). */
export function measureLooseFlow(
  { graph, relations }: Pick<FlowFeatures, 'graph' | 'relations'>,
  { living }: Pick<AccountFacts, 'living'>,
): LooseFlow {
  const { payer, beneficiary, total, firstMs, regular, count } = relations;
  const loose = {
    into: new Float64Array(graph.accountCount),
    out: new Float64Array(graph.accountCount),
    mainRelation: new Int32Array(graph.accountCount).fill(-1),
  };
  for (let r = 0; r < count; r++) {
    if (regular[r] === 0) loose.into[beneficiary[r]!]! += total[r]!;
    if (living[r] === 1) continue;
    const from = payer[r]!;
    loose.out[from]! += total[r]!;
    if (isMore(r, loose.mainRelation[from]!, total, firstMs)) loose.mainRelation[from] = r;
  }
  return loose;
}
