import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Three accounts are paid 100.00 by three people each and pass 90.00 on to one and the same after three days. */
function layer(lastOut: string): TransferInput[] {
  return [0, 1, 2].flatMap((feeder) =>
    [0, 1, 2].flatMap((i) => {
      const paid = {
        payer: `payer-${feeder}-${i}`,
        beneficiary: `feeder-${feeder}`,
        timeMs: (i * 10 + feeder) * DAY_MS,
        amount: '100.00',
        currency: 'USD',
      };
      const amount = feeder === 2 && i === 2 ? lastOut : '90.00';
      return [
        paid,
        { ...paid, payer: paid.beneficiary, beneficiary: 'controller', timeMs: paid.timeMs + 3 * DAY_MS, amount },
      ];
    }),
  );
}

export const collectorLayerExample: DetectorExample = { positive: layer('90.00'), oneBelow: layer('89.99') };
