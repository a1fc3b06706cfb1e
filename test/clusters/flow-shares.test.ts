import { describe, expect, it } from 'vitest';
import { FlowShares } from '../../src/clusters/flow-shares.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';

const MONTH = 30 * 86_400_000;

function graphOf(transfers: readonly TransferInput[]): TemporalGraph {
  return buildTemporalGraph(createLedger(transfers).ledger);
}

function account(graph: TemporalGraph, name: string): number {
  return graph.ledger.accounts.find({ institution: '', account: name })!;
}

describe('FlowShares', () => {
  it('measures what comes in as it was received, not as it was sent', () => {
    const abroad: TransferInput[] = [0, 1, 2].map((month) => ({
      ...{ payer: 'employer', beneficiary: 'anna', timeMs: month * MONTH, amount: '3000', currency: 'USD' },
      ...{ receivedAmount: '2800', receivedCurrency: 'EUR' },
    }));
    const friends: TransferInput[] = [1, 2, 3, 4].map((day) => ({
      ...{ payer: `friend${day}`, beneficiary: 'anna', timeMs: day, amount: '20', currency: 'EUR' },
    }));
    const graph = graphOf([...abroad, ...friends]);
    const employer = new Set([account(graph, 'employer')]);
    expect(new FlowShares(graph, 'in').isWith(account(graph, 'anna'), employer, 99)).toBe(true);
    expect(new FlowShares(graph, 'in').isWith(account(graph, 'anna'), employer, 100)).toBe(false);
  });

  it('sees a wage as upkeep also beside a payment in another currency or without amount', () => {
    const pays = { payer: 'o', beneficiary: 'x' };
    const wage = [0, 1, 2, 3, 4].map((month): TransferInput => ({
      ...pays,
      timeMs: month * MONTH,
      amount: '500',
      currency: 'EUR',
    }));
    const odd: readonly TransferInput[][] = [
      [],
      [{ ...pays, timeMs: 5 }],
      [{ ...pays, timeMs: 5, amount: '300000', currency: 'XOF' }],
    ];
    for (const more of odd) {
      const graph = graphOf([...wage, ...more]);
      const [x, o] = [account(graph, 'x'), new Set([account(graph, 'o')])];
      const ties = new FlowShares(graph, 'in', { ties: 'transfers' });
      expect(ties.isWith(x, o, 1)).toBe(false);
      expect(ties.transfersWith(x, o)).toBeLessThanOrEqual(1);
      expect(new FlowShares(graph, 'in').isWith(x, o, 100)).toBe(true);
    }
  });
});
