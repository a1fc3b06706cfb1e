import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

/** Money goes over two accounts, each of which pays four fifths on after 72 hours, the second `lateMs` more. */
function layers(lateMs: number): TransferInput[] {
  return [
    pay('start>first', 0, '1000.00'),
    pay('first>second', 72 * HOUR_MS, '800.00'),
    pay('second>end', 144 * HOUR_MS + lateMs, '640.00'),
  ];
}

export const stackExample: DetectorExample = { positive: layers(0), oneBelow: layers(1) };
