import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** One pays three, who pay one: the last of them `passed` of the 100.00 it was paid. */
function parallelWays(passed: string): TransferInput[] {
  return [0, 1, 2].flatMap((way) => {
    const into = {
      payer: 'source',
      beneficiary: `way-${way}`,
      timeMs: way * 48 * HOUR_MS,
      amount: '100.00',
      currency: 'EUR',
    };
    const amount = way === 2 ? passed : '95.00';
    const outOf = { ...into, payer: into.beneficiary, beneficiary: 'target', amount };
    return [into, { ...outOf, timeMs: into.timeMs + 72 * HOUR_MS }];
  });
}

export const scatterGatherExample: DetectorExample = {
  positive: parallelWays('80.00'),
  oneBelow: parallelWays('79.99'),
};
