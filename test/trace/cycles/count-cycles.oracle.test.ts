import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { type TemporalGraph } from '../../../src/graph/index.js';
import { countTemporalCycles, type CountCyclesOptions } from '../../../src/trace/cycles/count-temporal-cycles.js';
import { layOutCycles } from '../../../src/trace/cycles/cycle-graph.js';
import { RootCounter } from '../../../src/trace/cycles/root-counter.js';
import { graphOfEdges, SAMPLE, TIED } from '../../support/cycle-graphs.js';
import { allTemporalCycles, type OracleEdge } from '../../support/oracles/temporal-cycles.js';

/** Numbers of cycles by length. */
function histogramOf(graph: TemporalGraph, options: CountCyclesOptions): Record<number, number> {
  const { byLength, total, complete } = countTemporalCycles(graph, { ties: 'strict', ...options });
  expect(complete).toBe(true);
  expect(byLength.reduce((sum, [, cycles]) => sum + cycles, 0n)).toBe(total);
  return Object.fromEntries(byLength.map(([length, cycles]) => [length, Number(cycles)]));
}

function histogramOfPaths(paths: readonly (readonly number[])[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { length } of paths) counts[length] = (counts[length] ?? 0) + 1;
  return counts;
}

describe('counts of the published sample', () => {
  it.each([
    [1, {}],
    [2, { 2: 1 }],
    [3, { 2: 1, 3: 1 }],
    [5, { 2: 1, 3: 1 }],
    [6, { 2: 1, 3: 1, 4: 1 }],
    [100, { 2: 1, 3: 1, 4: 1 }],
  ])('within %i', (window, expected) => {
    expect(histogramOf(graphOfEdges(SAMPLE), { window })).toEqual(expected);
  });
});

describe('counts with ties, parallel transfers and a self-transfer', () => {
  it.each([
    [9, {}],
    [10, { 2: 1 }],
    [19, { 2: 1 }],
    [20, { 2: 2, 3: 2, 4: 1 }],
    [25, { 2: 2, 3: 4, 4: 2 }],
    [30, { 2: 3, 3: 4, 4: 2 }],
  ])('strictly ordered, within %i', (window, expected) => {
    expect(histogramOf(graphOfEdges(TIED), { window })).toEqual(expected);
  });

  it.each([
    [20, 4],
    [25, 6],
  ])('with distinct times, within %i', (window, total) => {
    expect(countTemporalCycles(graphOfEdges(TIED), { window, ties: 'strict', distinctTimes: true }).total).toBe(
      BigInt(total),
    );
  });

  it.each([
    [0, { 2: 1 }],
    [9, { 2: 1 }],
    [10, { 2: 2, 3: 6, 4: 4 }],
    [20, { 2: 3, 3: 8, 4: 6 }],
  ])('with the same instant allowed, within %i', (window, expected) => {
    expect(histogramOf(graphOfEdges(TIED), { window, ties: 'same-instant-allowed' })).toEqual(expected);
  });
});

describe('counts of any small graph', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const ties = fc.constantFrom<Ties>('strict', 'same-instant-allowed');

  it('agree with the search that tries everything', () => {
    const edge = fc.tuple(name, name, fc.nat(7));
    const lengths = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 6 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), fc.nat(8), ties, lengths, (edges, window, rule, [min, max]) => {
        const paths = allTemporalCycles(edges, window, rule).filter(({ length }) => length >= min && length <= max);
        const options = { window, ties: rule, minLength: min, maxLength: max };
        expect(histogramOf(graphOfEdges(edges), options)).toEqual(histogramOfPaths(paths));
      }),
      { numRuns: 1500 },
    );
  });

  it('agree along a way through one instant that runs against the canonical order', () => {
    const chain = Array.from({ length: 9 }, (_, i): OracleEdge => [`n${9 - i}`, `n${8 - i}`, 1]);
    const edges: OracleEdge[] = [['n0', 'n9', 0], ...chain, ['n9', 'n7', 1], ['n5', 'n8', 1], ['n3', 'n6', 1]];
    const layout = { window: 1, ties: 'same-instant-allowed', admitted: undefined, blocked: undefined } as const;
    const graph = layOutCycles(graphOfEdges(edges), { ...layout, distinctTimes: false });
    const counter = new RootCounter(graph, Infinity, { plainVisits: 0, suffixes: { perPosition: 99, failures: 99 } });
    for (let root = 0; root < graph.edgeCount; root++) counter.count(root, Infinity);
    const found = Object.fromEntries(counter.histogram.byLength().map(([length, n]) => [length, Number(n)]));
    expect(found).toEqual(histogramOfPaths(allTemporalCycles(edges, 1, 'same-instant-allowed')));
  });

  it.each([
    ['at many times', 5, 9],
    ['at two times', 9, 1],
  ])('agree when every root is swept, with few and with many ends counted beforehand, %s', (_, nodes, latest) => {
    const node = fc.nat(nodes - 1).map((number) => `n${number}`);
    const edge = fc.tuple(node, node, fc.nat(latest));
    const tuning = fc.record({
      plainVisits: fc.constantFrom(0, 1, 3),
      suffixes: fc.record({ perPosition: fc.constantFrom(0, 1, 4, 1000), failures: fc.constantFrom(0, 1, 50) }),
    });
    const maxLength = fc.constantFrom(2, 3, 4, Infinity);
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 18 }),
        fc.nat(9),
        ties,
        maxLength,
        tuning,
        (edges, window, rule, most, how) => {
          const layout = { window, ties: rule, admitted: undefined, blocked: undefined, distinctTimes: false };
          const graph = layOutCycles(graphOfEdges(edges), layout);
          const counter = new RootCounter(graph, most, how);
          for (let root = 0; root < graph.edgeCount; root++) expect(counter.count(root, Infinity)).toBe(true);
          const found = Object.fromEntries(counter.histogram.byLength().map(([length, n]) => [length, Number(n)]));
          const paths = allTemporalCycles(edges, window, rule).filter(({ length }) => length <= most);
          expect(found).toEqual(histogramOfPaths(paths));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
