import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Five people of three towns, each with an own shop, pay one; the last at the end of 30 days or `lateMs` after it. */
function collection(lateMs: number): TransferInput[] {
  return [0, 3, 11, 20, 30].flatMap((day, i) => {
    const paid = {
      payer: `payer-${i}`,
      beneficiary: 'collector',
      timeMs: day * DAY_MS + (i === 4 ? lateMs : 0),
      amount: `${1000 + i * 370}`,
      currency: 'EUR',
      placeFrom: `town-${i % 3}`,
    };
    return [paid, { ...paid, beneficiary: `shop-${i}`, amount: '12.30' }];
  });
}

export const commonBeneficiaryExample: DetectorExample = { positive: collection(0), oneBelow: collection(1) };
