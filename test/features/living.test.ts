import { describe, expect, it } from 'vitest';
import { measureFacts, measureFlow } from '../../src/features/index.js';
import { DAY_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';

function pay(payer: string, beneficiary: string, day: number, amount: string): TransferInput {
  return { payer, beneficiary, timeMs: day * DAY_MS, amount, currency: 'EUR' };
}

/** Livings that `firm` pays, in a file of half a year. */
function livings(days: readonly number[], ...more: readonly TransferInput[]): number {
  const { ledger } = createLedger([
    ...days.map((day) => pay('firm', 'worker', day, '1000')),
    ...[pay('shop', 'kiosk', 0, '5'), pay('shop', 'kiosk', 180, '5')],
    ...more,
  ]);
  const graph = buildTemporalGraph(ledger);
  return measureFacts(measureFlow(graph)).livingsPaid[ledger.accounts.find({ institution: '', account: 'firm' })!]!;
}

describe('a living', () => {
  it('is paid every month, or every week for two months', () => {
    expect(livings([0, 28, 59])).toBe(1);
    expect(livings([0, 7, 14, 21, 28, 35, 42, 49, 56])).toBe(1);
  });

  it('lasts eight weeks: three even payments inside some days are none', () => {
    expect(livings([0, 2, 6])).toBe(0);
    expect(livings([0, 7, 14, 21, 28, 35, 42, 49, 55])).toBe(0);
  });

  it('is regular, and a quarter of what its receiver gets', () => {
    expect(livings([0, 1, 90])).toBe(0);
    expect(livings([0, 30, 60], pay('aunt', 'worker', 70, '9000'))).toBe(1);
    expect(livings([0, 30, 60], pay('aunt', 'worker', 70, '9001'))).toBe(0);
  });
});
