import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Three families hand 1,000.00, 1,500.00 and 2,000.00 to a holder, who pays 96 % of each to one receiver three days later. */
function released(lastLagMs: number): TransferInput[] {
  return [1000, 1500, 2000].flatMap((sum, i) => {
    const paid = {
      payer: `family-${i}`,
      beneficiary: 'holder',
      timeMs: i * 2 * DAY_MS,
      amount: `${sum}.00`,
      currency: 'USD',
    };
    const timeMs = paid.timeMs + (i === 2 ? lastLagMs : 3 * DAY_MS);
    return [paid, { ...paid, payer: 'holder', beneficiary: 'receiver', timeMs, amount: `${sum * 0.96}.00` }];
  });
}

export const escrowHoldReleaseExample: DetectorExample = {
  positive: released(3 * DAY_MS),
  oneBelow: released(3 * DAY_MS - 1),
};
