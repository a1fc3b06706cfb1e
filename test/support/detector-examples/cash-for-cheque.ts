import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Twice 9,000 of cash from a stranger, a cheque of nine tenths seven days later; 90 days from the first to the last. */
function exchanges(lateMs: number): TransferInput[] {
  return [0, 83].flatMap((day, i) => {
    const paidIn = START + day * DAY_MS;
    const late = i === 1 ? lateMs : 0;
    return [
      pay(`stranger${i}>business`, paidIn, '9000.00', { channel: 'cash' }),
      pay(`business>other${i}`, paidIn + 7 * DAY_MS + late, '8100.00', { channel: 'cheque' }),
    ];
  });
}

export const cashForChequeExample: DetectorExample = { positive: exchanges(0), oneBelow: exchanges(1) };
