import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** One account pays five at even steps, the last `lateMs` after the window of 144 hours ends. */
function distribution(lateMs: number): TransferInput[] {
  return Array.from({ length: 5 }, (_, i) => ({
    payer: 'centre',
    beneficiary: `receiver-${i}`,
    timeMs: i * 36 * HOUR_MS + (i === 4 ? lateMs : 0),
    amount: '80',
    currency: 'EUR',
  }));
}

export const fanOutExample: DetectorExample = {
  positive: distribution(0),
  oneBelow: distribution(1),
  subjectsOnlyPay: true,
};
