import { describe, expect, it } from 'vitest';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { rankTrace, type RankTraceOptions } from '../../../src/trace/ranked/rank-trace.js';
import { ledgerOf, transferOf } from '../../support/small-ledgers.js';

const graphOf = (...transfers: string[]): TemporalGraph => buildTemporalGraph(ledgerOf(...transfers));

function node(graph: TemporalGraph, name: string): number {
  return graph.ledger.accounts.find({ institution: '', account: name })!;
}

/** Scores by account name. */
function ranked(graph: TemporalGraph, sources: string[], options: RankTraceOptions = {}): Record<string, number> {
  const starts = sources.map((name) => node(graph, name));
  const { items } = rankTrace(graph, starts, { epsilon: 1e-9, ...options });
  return Object.fromEntries(
    items.map(({ account, score }) => [graph.ledger.accounts.key(account).account, Number(score.toFixed(4))]),
  );
}

describe('ranked tracing', () => {
  it('splits the mass evenly over sources, and over the currencies of a source', () => {
    const graph = graphOf('s>a@1 1 EUR', 's>b@1 999 USD', 't>c@1 5 EUR');
    const scores = ranked(graph, ['s', 't', 's'], { beta: 1 });
    expect(scores).toEqual({ c: 0.425, a: 0.2125, b: 0.2125, s: 0.075, t: 0.075 });
  });

  it('crosses a currency only where a transfer does', () => {
    const exchange: TransferInput = { ...transferOf('a>b@2 5 EUR'), receivedAmount: '6', receivedCurrency: 'USD' };
    const rest = ['s>a@1 5 EUR', 'a>x@3 99 USD', 'b>y@3 1 EUR', 'b>z@3 1 USD'].map(transferOf);
    const graph = buildTemporalGraph(createLedger([...rest, exchange]).ledger);
    expect(Object.keys(ranked(graph, ['s'], { beta: 1 }))).toEqual(['z', 's', 'a', 'b']);
    expect(Object.keys(ranked(graph, ['z'], { beta: 0 })).sort()).toEqual(['a', 'b', 's', 'z']);
  });

  it('weighs transfers alike where there are no amounts, and skips those without one elsewhere', () => {
    expect(ranked(graphOf('s>a@1', 's>a@2', 's>b@3'), ['s'], { beta: 1 })).toEqual({ a: 0.5667, b: 0.2833, s: 0.15 });
    expect(ranked(graphOf('s>a@1', 's>b@3 2 EUR'), ['s'], { beta: 1 })).toEqual({ b: 0.85, s: 0.15 });
  });

  it('uses what the filter admits', () => {
    const graph = graphOf('s>a@1 1', 's>b@2 3');
    expect(ranked(graph, ['s'], { beta: 1, excluded: [node(graph, 'a')] })).toEqual({ b: 0.85, s: 0.15 });
  });

  it('leaves everything with a source that neither pays nor is paid', () => {
    expect(ranked(graphOf('s>s@1 5', 'a>b@1 5'), ['s'])).toEqual({ s: 1 });
    expect(rankTrace(graphOf('a>b@1 5'), [])).toEqual({ items: [], complete: true, stoppedBy: undefined, residual: 0 });
  });

  it('lists equal accounts by number and those without a score not at all', () => {
    const graph = graphOf('s>c@1 2', 's>a@1 2', 's>b@1 2', 'c>d@0 9');
    const { items, residual } = rankTrace(graph, [node(graph, 's')], { epsilon: 0.5 });
    expect(items.map(({ account }) => account)).toEqual([node(graph, 's')]);
    expect(residual).toBeCloseTo(0.85, 12);
    expect(Object.keys(ranked(graph, ['s'], { beta: 1 }))).toEqual(['a', 'b', 'c', 's']);
  });

  it('stops at its budget and says so', () => {
    const graph = graphOf('s>a@1 2', 'a>b@2 2', 'b>c@3 2');
    const { complete, stoppedBy, residual } = rankTrace(graph, [node(graph, 's')], { maxSteps: 1 });
    expect({ complete, stoppedBy }).toEqual({ complete: false, stoppedBy: 'maxSteps 1' });
    expect(residual).toBeGreaterThan(0.5);
  });

  it('refuses options out of range', () => {
    const graph = graphOf('s>a@1 2');
    const wrong: RankTraceOptions[] = [{ alpha: 0 }, { alpha: 1 }, { beta: -0.1 }, { beta: 1.1 }, { epsilon: 0 }];
    for (const options of wrong) expect(() => rankTrace(graph, [0], options)).toThrow('between');
    expect(() => rankTrace(graph, [2])).toThrow('an account below 2');
    expect(() => rankTrace(graph, [0], { gamma: 1 } as RankTraceOptions)).toThrow('gamma');
  });
});

describe('ranked tracing of hostile data', () => {
  it('passes a hub with 100,000 transfers at one instant', () => {
    const transfers = Array.from({ length: 100_000 }, (_, i) =>
      transferOf(i % 2 === 0 ? `p${i}>h@5 1` : `h>q${i}@5 1`),
    );
    const graph = buildTemporalGraph(createLedger([...transfers, transferOf('s>h@1 5')]).ledger);
    const { items, residual, complete } = rankTrace(graph, [node(graph, 's')], { ties: 'strict' });
    expect(complete).toBe(true);
    expect(items.map(({ account }) => account)).toContain(node(graph, 'h'));
    // Every receiver got less than epsilon: their mass is left over, not lost.
    expect(residual).toBeGreaterThan(0.4);
    expect(rankTrace(graph, [node(graph, 's')], { ties: 'same-instant-allowed' }).complete).toBe(true);
  });

  it('follows a chain of 10,000 transfers until the mass is spent', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => `n${i}>n${i + 1}@${i} 7`);
    const graph = graphOf(...chain);
    const { items } = rankTrace(graph, [node(graph, 'n0')], { beta: 1 });
    expect(items.length).toBeGreaterThan(40);
    expect(items.length).toBeLessThan(60);
  });
});
