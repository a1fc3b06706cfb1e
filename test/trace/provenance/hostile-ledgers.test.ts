import { describe, expect, it } from 'vitest';
import { addFractions, type Fraction, fraction, ZERO } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { LedgerBuilder } from '../../../src/ledger/index.js';
import { compositionOf, traceValue, type ValueTrace } from '../../../src/trace/index.js';

/** Accounts by number, times in days or seconds, whole amounts. */
function graphOf(
  transfers: Iterable<readonly [payer: number, beneficiary: number, time: number, amount: bigint]>,
  daily = false,
): TemporalGraph {
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'hostile', sha256: '' });
  const currency = builder.currencies.intern('EUR');
  const account = (number: number): number => builder.accounts.intern('', String(1e9 + number));
  let line = 0;
  for (const [payer, beneficiary, time, amount] of transfers) {
    builder.appendRow(
      account(payer),
      account(beneficiary),
      time * 86_400_000,
      daily ? 2 : 4,
      1,
      0,
      currency,
      0,
      file,
      ++line,
    );
    builder.setExactAmount(amount, 0);
  }
  return buildTemporalGraph(builder.finish().ledger);
}

const total = ({ ends }: ValueTrace): Fraction => ends.map(({ amount }) => amount).reduce(addFractions, ZERO);

const count = <T>(length: number, of: (at: number) => T): T[] => Array.from({ length }, (_, at) => of(at));

describe('hostile ledgers', () => {
  it.each(['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const)(
    '%s: amounts at the lane limit stay exact when they add up',
    (rule) => {
      const most = BigInt(Number.MAX_SAFE_INTEGER);
      const graph = graphOf([
        [1, 9, 1, most],
        [2, 9, 2, most],
        [3, 9, 3, most],
        [9, 4, 4, most],
        [9, 5, 5, most - 1n],
      ]);
      const trace = traceValue(graph, { rows: [0, 2] }, { rule });
      expect(total(trace)).toEqual(fraction(2n * most));
      expect(trace.rounded).toBe(false);
    },
  );

  it.each(['fifo', 'pro-rata'] as const)('%s: a hub with 100,000 transfers in one day', (rule) => {
    const graph = graphOf(
      count(100_000, (at) => (at % 3 > 0 ? [at, 0, 0, 7n] : [0, at + 1, 0, 7n])),
      true,
    );
    const hub = graph.payer[0]!;
    const claim = { where: (row: number) => graph.beneficiary[row] === hub && row % 3 === 0 };
    const trace = traceValue(graph, claim, { rule });
    expect(total(trace)).toEqual(trace.claimed[0]!.amount);
    if (rule === 'fifo') expect(trace.tieSensitive).toBe(true);
  });

  it.each(['fifo', 'pro-rata', 'poison'] as const)('%s: a chain of 10,000', (rule) => {
    const graph = graphOf(count(10_000, (at) => [at, at + 1, at, 100n] as const));
    const trace = traceValue(graph, { rows: [0] }, { rule });
    expect(trace.steps.at(-1)).toMatchObject({ hops: 10_000, amount: fraction(100n) });
  });

  it('backward through a chain of 10,000', () => {
    const graph = graphOf(count(10_000, (at) => [at, at + 1, at, 100n] as const));
    const { purchases } = compositionOf(graph, [9999]);
    expect(purchases[0]!.origins).toEqual([
      { account: graph.payer[0], kind: 'opening', amount: fraction(100n), hops: 10_000 },
    ]);
  });

  it('all transfers from an account to itself', () => {
    const graph = graphOf(count(1000, (at) => [at % 3, at % 3, at, 5n] as const));
    for (const rule of ['fifo', 'pro-rata', 'poison'] as const) {
      const trace = traceValue(graph, { where: () => true }, { rule });
      expect([trace.claimed, trace.steps, trace.ends]).toEqual([[], [], []]);
    }
    expect(compositionOf(graph, [5]).purchases[0]!.origins).toEqual([]);
  });

  it('a ledger without any transfer', () => {
    const graph = graphOf([]);
    expect(traceValue(graph, { where: () => true }).ends).toEqual([]);
    expect(compositionOf(graph, []).purchases).toEqual([]);
  });
});
