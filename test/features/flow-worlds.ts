import fc from 'fast-check';
import { type TransferInput } from '../../src/ledger/index.js';

const DAY_MS = 86_400_000;

/**
 * Some months of transfers among few accounts, each at a time of its own, so that no order inside an instant has to be
 * chosen; several payments a pair, so that occasions, standing and regular relations happen.
 */
export const flowWorldArbitrary: fc.Arbitrary<TransferInput[]> = fc
  .array(
    fc.record({
      payer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      beneficiary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      hours: fc.integer({ min: 0, max: 24 * 200 }),
      amount: fc.constantFrom('10', '25', '40', '100', '700', '2500'),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((transfers) =>
    transfers.map(({ hours, ...transfer }, k) => ({
      ...transfer,
      timeMs: 40 * DAY_MS + hours * 3_600_000 + k * 1000,
      currency: 'EUR',
      id: `t${k}`,
    })),
  );
