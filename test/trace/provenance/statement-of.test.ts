import { describe, expect, it } from 'vitest';
import { formatFraction } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { followAccount, pariPassu, statementOf } from '../../../src/trace/index.js';
import { transferOf } from '../../support/small-ledgers.js';

const { ledger } = createLedger([
  transferOf('a>x@1 10.50 EUR'),
  transferOf('b>x@2 10.50 EUR'),
  { ...transferOf('c>x@3 9 USD'), receivedAmount: '7', receivedCurrency: 'EUR' },
  transferOf('x>x@4 1 EUR'),
  transferOf('x>d@5 14 EUR'),
  transferOf('x>d@6 3 USD'),
  { payer: 'd', beneficiary: 'x', timeMs: 7 },
]);
const graph = buildTemporalGraph(ledger);
const [a, b, c, d, x] = [0, 1, 2, 3, 4];

describe('statementOf', () => {
  it('lists what came in and went out in one currency, as booked', () => {
    expect(statementOf(graph, x, 0)).toEqual([
      { name: String(a), credit: '10.5', time: 1 },
      { name: String(b), credit: '10.5', time: 2 },
      { name: String(c), credit: '7.0', time: 3 },
      { name: String(d), debit: '14.0', time: 5 },
    ]);
    expect(statementOf(graph, x, 1)).toEqual([{ name: String(d), debit: '3', time: 6 }]);
    expect(statementOf(graph, d, 7)).toEqual([]);
  });

  it('can be followed, and split pari passu at a date', () => {
    const statement = statementOf(graph, x, 0);
    const left = followAccount(statement, { rule: 'lifo' }).left;
    expect(left.map(({ origin, amount }) => [origin, formatFraction(amount)])).toEqual([
      ['0', '21/2'],
      ['1', '7/2'],
    ]);
    const shares = (until: number): string[] =>
      pariPassu(statement, { until }).map(({ origin, amount }) => `${origin}: ${formatFraction(amount)}`);
    expect(shares(5)).toEqual(['0: 21/4', '1: 21/4', '2: 7/2']);
    expect(shares(1)).toEqual(['0: 21/2']);
  });
});
