import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** Three pay 100.00 each; then two are paid, together `passed` of the 300.00. */
function passThrough(passed: readonly string[]): TransferInput[] {
  const into = Array.from({ length: 3 }, (_, i) => ({
    payer: `payer-${i}`,
    beneficiary: 'centre',
    timeMs: i * 20 * HOUR_MS,
    amount: '100.00',
    currency: 'EUR',
  }));
  const outOf = passed.map((amount, i) => ({
    payer: 'centre',
    beneficiary: `receiver-${i}`,
    timeMs: (84 + i * 42) * HOUR_MS,
    amount,
    currency: 'EUR',
  }));
  return [...into, ...outOf];
}

export const gatherScatterExample: DetectorExample = {
  positive: passThrough(['160.00', '80.00']),
  oneBelow: passThrough(['160.00', '79.99']),
};
