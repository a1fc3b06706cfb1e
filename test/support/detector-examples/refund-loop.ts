import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** A college is paid 100 by 24 students, five of them clients of an agent; those get 70 back, the last `lastRefund`. */
function students(lastRefund: string): TransferInput[] {
  return Array.from({ length: 24 }, (_, i) => i).flatMap((i) => [
    pay(`student-${i}>college`, START + i * DAY_MS, '100.00'),
    ...(i < 5
      ? [
          pay(`student-${i}>agent`, START + (i - 3) * DAY_MS, '10.00'),
          pay(`college>student-${i}`, START + 180 * DAY_MS, i === 4 ? lastRefund : '70.00'),
        ]
      : []),
  ]);
}

export const refundLoopExample: DetectorExample = { positive: students('70.00'), oneBelow: students('69.99') };
