import { type AccountFacts, type FlowFeatures } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { LISTING_BARS, listingBars, PAYER_BARS } from '../judgement/index.js';

/**
 * Tells which accounts may merely have paid, were everybody else an operator ({@link listingBars}): who made an exceptional
 * payment out of own money, or is paid back by somebody it pays while hardly anybody pays it exceptionally, or pays like a
 * family that pools (`paysInInstalments`). Asked where no lead says who is an operator: in traces and paths, and in
 * findings outside leads. Not claimed: that anybody else is no payer. O(relations) once.
 */
export function mayHavePaid(features: FlowFeatures, facts: AccountFacts): (account: Account) => boolean {
  const anybody = new Float64Array(features.graph.accountCount).fill(Infinity);
  const bars = listingBars(features, anybody, { facts });
  return (account) => PAYER_BARS.has(LISTING_BARS[bars[account]!]!);
}
