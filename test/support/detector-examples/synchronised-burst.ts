import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = Date.UTC(2023, 10, 15, 9);

/** Five families pay on each of three days fifteen days apart; on the last, `lastFamilies`. */
function departures(lastFamilies: number): TransferInput[] {
  return [5, 5, lastFamilies].flatMap((families, day) =>
    Array.from({ length: families }, (_, i) =>
      pay(`family-${day}-${i}>account`, START + day * 15 * DAY_MS + i * 60_000, '1000.00'),
    ),
  );
}

export const synchronisedBurstExample: DetectorExample = { positive: departures(5), oneBelow: departures(4) };
