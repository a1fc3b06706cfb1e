import { describe, expect, it } from 'vitest';
import { overviewOf } from '../../../src/disclosure/document/data-overview.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';

describe('overviewOf', () => {
  it('tells months apart, also behind a date that stands for none', () => {
    const days = ['0001-01-01', '0001-01-31', '0001-02-01', '0099-12-31', '1900-01-01', '2024-12-31', '2025-01-01'];
    const { ledger, issues } = createLedger(
      days.map((day) => ({ payer: 'a', beneficiary: 'b', time: `${day}T12:00Z`, amount: '5', currency: 'EUR' })),
    );
    expect(issues).toEqual([]);
    const { months } = overviewOf(buildTemporalGraph(ledger));
    expect(months.map(({ month, transfers }) => [month, transfers])).toEqual([
      ['0001-01', 2],
      ['0001-02', 1],
      ['0099-12', 1],
      ['1900-01', 1],
      ['2024-12', 1],
      ['2025-01', 1],
    ]);
  });
});
