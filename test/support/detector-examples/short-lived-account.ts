import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** First seen on day 30, paid by five people, emptied; quiet from then on for 30 days, or `lateMs` less. */
function life(lateMs: number): TransferInput[] {
  const into = [0, 1, 2, 3, 4].map((i) => pay(`payer-${i}>account`, START + (30 + i) * DAY_MS, '200.00'));
  const out = pay('account>other', START + 40 * DAY_MS + lateMs, '1000.00');
  const frame = [pay('early>bird', START, '1.00'), pay('late>bird', START + 70 * DAY_MS, '1.00')];
  return [...into, out, ...frame];
}

export const shortLivedAccountExample: DetectorExample = { positive: life(0), oneBelow: life(1) };
