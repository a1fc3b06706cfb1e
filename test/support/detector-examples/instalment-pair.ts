import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Three families pay 3,000 a day apart, and 5,000 two days later; the last of them `earlyMs` sooner; half of it goes on. */
function pairs(earlyMs: number): TransferInput[] {
  const onward = pay('account>other', START + 30 * DAY_MS, '12000.00');
  const own = [0, 1, 2].flatMap((i) => [
    pay(`family-${i}>account`, START + i * DAY_MS, '3000.00'),
    pay(`family-${i}>account`, START + (i + 2) * DAY_MS - (i === 2 ? earlyMs : 0), '5000.00'),
  ]);
  return [...own, onward];
}

export const instalmentPairExample: DetectorExample = { positive: pairs(0), oneBelow: pairs(1) };
