import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Four accounts in a circle, the last transfer at the end of the window or `lateMs` after it; two pay each other. */
function circle(lateMs: number): TransferInput[] {
  const times = [0, 10 * HOUR_MS, 40 * HOUR_MS, 168 * HOUR_MS + lateMs];
  const hops = times.map((timeMs, i) => ({
    payer: `hop-${i}`,
    beneficiary: `hop-${(i + 1) % 4}`,
    timeMs,
    amount: `${1000 - i * 20}`,
    currency: 'EUR',
  }));
  const there = { payer: 'friend', beneficiary: 'other', timeMs: 0, amount: '20', currency: 'EUR' };
  const back = { ...there, payer: 'other', beneficiary: 'friend', timeMs: HOUR_MS };
  return [...hops, there, back];
}

export const roundTripExample: DetectorExample = { positive: circle(0), oneBelow: circle(1) };
