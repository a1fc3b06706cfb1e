import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { rankTrace, type RankTraceOptions } from '../../../src/trace/ranked/rank-trace.js';
import { exactRanking } from '../../support/oracles/ranked-tracing.js';
import { type OracleTransfer } from '../../support/oracles/temporal-flow.js';
import { ledgerOf } from '../../support/small-ledgers.js';

const PUBLISHED = ['S>A@10 60', 'S>B@20 40', 'A>C@5 100', 'A>D@30 45', 'A>E@40 15', 'B>D@15 50', 'B>F@25 40'];
PUBLISHED.push('P>S@2 100', 'Q>S@50 10', 'D>G@35 80');

/** Scores by account name, highest first. */
function scoresFrom(graph: TemporalGraph, source: string, options: RankTraceOptions = {}): Map<string, number> {
  const start = graph.ledger.accounts.find({ institution: '', account: source });
  const { items } = rankTrace(graph, start === undefined ? [] : [start], options);
  return new Map(items.map(({ account, score }) => [graph.ledger.accounts.key(account).account, score]));
}

function printed(scores: ReadonlyMap<string, number>): string {
  return [...scores].map(([name, score]) => `${name} ${score.toFixed(4).slice(1)}`).join(' ');
}

describe('ranked tracing of the published example', () => {
  const graph = buildTemporalGraph(ledgerOf(...PUBLISHED));

  it('in the limit', () => {
    const scores = scoresFrom(graph, 'S', { epsilon: 1e-9 });
    expect(printed(scores)).toBe('F .2578 G .1705 P .1545 S .1500 E .0836 A .0737 B .0569 D .0376 Q .0155');
  });

  it('forward only', () => {
    const scores = scoresFrom(graph, 'S', { epsilon: 1e-9, beta: 1 });
    expect(printed(scores)).toBe('F .2890 G .2764 S .1500 E .1084 A .0765 B .0510 D .0488');
  });

  it('with what is left below a thousandth', () => {
    const scores = scoresFrom(graph, 'S');
    expect(printed(scores)).toBe('F .2560 G .1694 P .1537 S .1500 E .0826 A .0737 B .0567 D .0376 Q .0145');
    expect([...scores.values()].reduce((sum, score) => sum + score).toFixed(4)).toBe('0.9941');
  });
});

const account = fc.constantFrom('S', 'a', 'b', 'c', 'd');
const transfersArbitrary: fc.Arbitrary<OracleTransfer[]> = fc.array(
  fc.record({ from: account, to: account, time: fc.nat(5), amount: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 14 },
);
const ties = fc.constantFrom<Ties>('strict', 'same-instant-allowed');

function graphOf(transfers: readonly OracleTransfer[]): TemporalGraph {
  const rows = transfers.map(({ from, to, time, amount }) => ({
    payer: from,
    beneficiary: to,
    timeMs: time,
    amount: `${amount}`,
  }));
  return buildTemporalGraph(createLedger([...rows, { payer: 'S', beneficiary: 'S', timeMs: 0, amount: '1' }]).ledger);
}

describe('ranked tracing of any small graph', () => {
  it('agrees with passing everything on until nothing is left', () => {
    fc.assert(
      fc.property(transfersArbitrary, ties, fc.constantFrom(0, 0.5, 0.8, 1), (transfers, rule, beta) => {
        const scores = scoresFrom(graphOf(transfers), 'S', { epsilon: 1e-10, beta, ties: rule });
        for (const [name, exact] of exactRanking(transfers, 'S', { beta, ties: rule })) {
          expect(scores.get(name) ?? 0).toBeCloseTo(exact, 7);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is never above the limit, and misses it by what is left over all accounts', () => {
    fc.assert(
      fc.property(transfersArbitrary, ties, fc.constantFrom(0.3, 0.05, 0.001), (transfers, rule, epsilon) => {
        const graph = graphOf(transfers);
        const start = graph.ledger.accounts.find({ institution: '', account: 'S' })!;
        const { items, residual, complete } = rankTrace(graph, [start], { epsilon, ties: rule });
        const exact = exactRanking(transfers, 'S', { ties: rule });
        let missing = 1;
        for (const { account: node, score, residual: left } of items) {
          expect(score).toBeLessThanOrEqual(exact.get(graph.ledger.accounts.key(node).account)! + 1e-9);
          expect(left).toBeLessThanOrEqual(epsilon);
          missing -= score;
        }
        expect(missing).toBeCloseTo(residual, 9);
        expect(complete).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on names, order, calendar, strangers or the unit of amounts', () => {
    const swap = (name: string): string => ({ a: 'd', b: 'c', c: 'b', d: 'a' })[name] ?? name;
    fc.assert(
      fc.property(transfersArbitrary, ties, (transfers, rule) => {
        const scores = scoresFrom(graphOf(transfers), 'S', { ties: rule });
        const changed = transfers
          .map((given) => ({
            from: swap(given.from),
            to: swap(given.to),
            time: given.time + 1000,
            amount: 3 * given.amount,
          }))
          .reverse();
        const others = scoresFrom(graphOf([...changed, { from: 'x', to: 'y', time: 3, amount: 5 }]), 'S', {
          ties: rule,
        });
        expect(others.size).toBe(scores.size);
        for (const [name, score] of scores) expect(others.get(swap(name))).toBeCloseTo(score, 9);
      }),
      { numRuns: 400 },
    );
  });
});
