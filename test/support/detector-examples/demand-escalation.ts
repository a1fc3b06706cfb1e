import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** A family pays four times, after 20, 10 and 5 days; the last payment is `last`. Another pays once. */
function demands(last: string): TransferInput[] {
  const times = [0, 20, 30, 35];
  const payments = times.map((day, i) => pay('family>account', START + day * DAY_MS, i === 3 ? last : '1000.00'));
  return [...payments, pay('neighbour>account', START + 3 * DAY_MS, '50.00')];
}

export const demandEscalationExample: DetectorExample = { positive: demands('800.00'), oneBelow: demands('799.99') };
