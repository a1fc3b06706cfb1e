import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFractions, formatFraction, fraction, type Ties, ZERO } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { bookingOrder } from '../../../src/graph/booking-order.js';
import { type ReserveTrace, reserveTrace, type ReserveTraceOptions } from '../../../src/trace/ranked/reserve-trace.js';
import { exactReserve } from '../../support/oracles/ranked-tracing.js';
import { type OracleTransfer } from '../../support/oracles/temporal-flow.js';
import { ledgerOf, transferOf } from '../../support/small-ledgers.js';

function node(graph: TemporalGraph, name: string): number {
  return graph.ledger.accounts.find({ institution: '', account: name })!;
}

function trace(graph: TemporalGraph, source: string, options: ReserveTraceOptions): ReserveTrace {
  return reserveTrace(graph, [node(graph, source)], options);
}

/** Amounts left by account name, as fractions. */
function leftOf(graph: TemporalGraph, { ends }: ReserveTrace): Record<string, string> {
  return Object.fromEntries(
    ends.map(({ account, amount }) => [graph.ledger.accounts.key(account).account, formatFraction(amount)]),
  );
}

describe('the reserve rule of the published example', () => {
  const transfers = ['S>a@1 100', 'x>a@2 50', 'a>b@3 60', 'a>c@4 60', 'b>z@5 60', 'c>z@6 30', 'c>d@7 30', 'a>S@8 5'];
  const graph = buildTemporalGraph(ledgerOf(...transfers));
  const steps = (reserve: string): string[] =>
    trace(graph, 'S', { reserve }).steps.map(
      ({ row, amount }) => `${graph.ledger.columns.timeMs[row]!}: ${formatFraction(amount)}`,
    );

  it('without a reserve', () => {
    expect(steps('0')).toEqual(['1: 100', '3: 60', '4: 40', '5: 60', '6: 30', '7: 10']);
    const result = trace(graph, 'S', { reserve: '0' });
    expect(leftOf(graph, result)).toEqual({ z: '90', d: '10' });
    expect(result.rounded).toBe(false);
  });

  it('with a reserve of a tenth', () => {
    expect(steps('0.1')).toEqual(['1: 100', '3: 60', '4: 36', '5: 54', '6: 30', '7: 27/5', '8: 18/5']);
    const result = trace(graph, 'S', {});
    expect(leftOf(graph, result)).toEqual({ S: '18/5', a: '2/5', b: '6', c: '3/5', z: '84', d: '27/5' });
    expect(result.rounded).toBe(false);
    expect(result.ends.filter(({ returned }) => returned).map(({ account }) => account)).toEqual([node(graph, 'S')]);
  });
});

describe('the reserve rule', () => {
  it('follows every currency by itself and hands over what was received', () => {
    const exchange: TransferInput = { ...transferOf('a>b@2 10 EUR'), receivedAmount: '30', receivedCurrency: 'PLN' };
    const fee: TransferInput = { ...transferOf('b>c@3 30 PLN'), receivedAmount: '28', receivedCurrency: 'PLN' };
    const rest = ['s>a@1 5 EUR', 'a>q@3 9 USD', 'b>q@4 9 EUR'].map(transferOf);
    const graph = buildTemporalGraph(createLedger([...rest, exchange, fee]).ledger);
    const result = trace(graph, 's', { reserve: '0' });
    expect(result.steps.map(({ amount }) => formatFraction(amount))).toEqual(['5', '5', '15']);
    expect(leftOf(graph, result)).toEqual({ c: '14' });
  });

  it('says when a billionth of a unit was cut off', () => {
    const many = Array.from({ length: 12 }, (_, i) => `a>b@${i + 2} 9`);
    const graph = buildTemporalGraph(ledgerOf('s>a@1 1', ...many));
    expect(trace(graph, 's', {}).rounded).toBe(true);
    expect(trace(graph, 's', { reserve: '0' }).rounded).toBe(false);
  });

  it('takes several sources, none, and those that never pay', () => {
    const graph = buildTemporalGraph(ledgerOf('s>a@1 3', 't>a@1 4', 's>t@2 5', 'z>z@3 9'));
    const result = reserveTrace(graph, [node(graph, 's'), node(graph, 't')], { reserve: '0' });
    expect(leftOf(graph, result)).toEqual({ a: '7', t: '5' });
    expect(reserveTrace(graph, [])).toEqual({ steps: [], ends: [], rounded: false });
    expect(trace(graph, 'z', {})).toEqual({ steps: [], ends: [], rounded: false });
  });

  it.each(['1', '-0.1', 'a tenth', ''])('refuses %j as a reserve', (reserve) => {
    const graph = buildTemporalGraph(ledgerOf('s>a@1 3'));
    expect(() => trace(graph, 's', { reserve })).toThrow('share');
  });

  it('is exact beyond doubles, on chains and at hubs', () => {
    const huge = 2n ** 80n + 1n;
    const wide = buildTemporalGraph(ledgerOf(`s>a@1 ${huge}`, `a>b@2 ${huge}`));
    expect(leftOf(wide, trace(wide, 's', { reserve: '0' }))).toEqual({ b: `${huge}` });
    const chain = buildTemporalGraph(ledgerOf(...Array.from({ length: 10_000 }, (_, i) => `n${i}>n${i + 1}@${i} 7`)));
    expect(leftOf(chain, trace(chain, 'n0', { reserve: '0' }))).toEqual({ n10000: '7' });
    const star = Array.from({ length: 100_000 }, (_, i) => transferOf(i % 2 === 0 ? `s>h@5 1` : `h>q${i}@5 1`));
    const { ledger } = createLedger(star);
    const hub = buildTemporalGraph(ledger);
    expect(trace(hub, 's', { reserve: '0', ties: 'strict' }).steps).toHaveLength(50_000);
  });
});

describe('the reserve rule on any small graph', () => {
  const account = fc.constantFrom('S', 'a', 'b', 'c', 'd');
  const transfersArbitrary: fc.Arbitrary<OracleTransfer[]> = fc.array(
    fc.record({ from: account, to: account, time: fc.nat(5), amount: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 10 },
  );
  const ties = fc.constantFrom<Ties>('strict', 'same-instant-allowed');

  it('agrees with exact fractions, and loses nothing', () => {
    fc.assert(
      fc.property(transfersArbitrary, ties, fc.constantFrom(0n, 1n, 5n), (transfers, rule, tenths) => {
        const given = [...transfers, { from: 'S', to: 'S', time: 0, amount: 1 }];
        const graph = buildTemporalGraph(
          createLedger(
            given.map(({ from, to, time, amount }, number) => ({
              payer: from,
              beneficiary: to,
              timeMs: time,
              amount: `${amount}`,
              id: `${number}`,
            })),
          ).ledger,
        );
        const ordered = [...bookingOrder(graph)].map((row) => given[Number(graph.ledger.id(row))]!);
        const expected = exactReserve(ordered, 'S', fraction(tenths, 10n), rule);
        const result = trace(graph, 'S', { reserve: `0.${tenths}`, ties: rule });
        // Ten transfers can take ten tenths of tenths: more decimals than are kept.
        if (result.rounded) return;
        const steps = result.steps.map(({ amount }) => formatFraction(amount));
        expect(steps).toEqual(expected.moved.map(formatFraction).filter((amount) => amount !== '0'));
        const left = [...expected.left].filter(([, { numerator }]) => numerator > 0n);
        expect(leftOf(graph, result)).toEqual(
          Object.fromEntries(left.map(([name, amount]) => [name, formatFraction(amount)])),
        );
        const paid = given.filter(({ from, to }) => from === 'S' && to !== 'S');
        const sum = result.ends.reduce((total, { amount }) => addFractions(total, amount), ZERO);
        expect(sum).toEqual(fraction(BigInt(paid.reduce((total, { amount }) => total + amount, 0))));
      }),
      { numRuns: 1000 },
    );
  });
});
