import { DAY_MS, HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Three workers get four weekly wages of 300 and pass 90 of each, the last of them `last`, to one account in a day. */
function wages(last: string): TransferInput[] {
  const own = [0, 1, 2].flatMap((worker) =>
    [0, 1, 2, 3].flatMap((week) => {
      const paid = START + week * 7 * DAY_MS + worker * HOUR_MS;
      const amount = worker === 2 && week === 3 ? last : '90.00';
      return [
        pay(`employer-${worker}>worker-${worker}`, paid, '300.00'),
        pay(`worker-${worker}>account`, paid + 24 * HOUR_MS, amount),
      ];
    }),
  );
  return [...own, pay('late>bird', START + 40 * DAY_MS, '1.00')];
}

export const wageToDebtExample: DetectorExample = { positive: wages('90.00'), oneBelow: wages('89.99') };
