import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWindowCycles,
  findWindowCycles,
  type WindowCycleOptions,
} from '../../../src/trace/cycles/window-cycles.js';
import { graphOfEdges, SAMPLE, thicket } from '../../support/cycle-graphs.js';
import { type OracleEdge } from '../../support/oracles/temporal-cycles.js';
import { allWindowCycles } from '../../support/oracles/window-cycles.js';

/** Cycles as sorted texts of sorted edge numbers: which of several simultaneous edges comes first is the ledger's choice. */
function cyclesOf(edges: readonly OracleEdge[], options: WindowCycleOptions): string[] {
  const graph = graphOfEdges(edges);
  const search = findWindowCycles(graph, options);
  const found = [...search].map(({ rows }) => textOf(Array.from(rows, (row) => Number(graph.ledger.id(row)))));
  const { complete, total } = countWindowCycles(graph, options);
  expect(search.status).toMatchObject({ complete: true, stoppedBy: undefined, cycles: found.length });
  expect({ complete, total }).toEqual({ complete: true, total: BigInt(found.length) });
  return found.sort();
}

function textOf(edges: readonly number[]): string {
  return [...edges].sort((a, b) => a - b).join(' ');
}

describe('cycles in any order within a window of the published sample', () => {
  it.each([
    [1, []],
    [2, ['2 4']],
    [3, ['0 2 3', '2 4']],
    [5, ['0 2 3', '2 4']],
    [6, ['0 2 3', '2 4', '2 5 7 8']],
    [7, ['0 2 3', '1 2 3 8', '2 4', '2 5 7 8', '2 6 7 8 9']],
    [100, ['0 2 3', '1 2 3 8', '2 4', '2 5 7 8', '2 6 7 8 9']],
  ])('within %i', (window, expected) => {
    expect(cyclesOf(SAMPLE, { window })).toEqual(expected);
  });

  it('counts the hops', () => {
    expect(cyclesOf(SAMPLE, { window: 7, maxLength: 4 })).toHaveLength(4);
    expect(cyclesOf(SAMPLE, { window: 7, minLength: 3, maxLength: 3 })).toEqual(['0 2 3']);
    expect(countWindowCycles(graphOfEdges(SAMPLE), { window: 7 }).byLength).toEqual([
      [2, 1n],
      [3, 1n],
      [4, 2n],
      [5, 1n],
    ]);
  });
});

describe('cycles in any order of any small graph', () => {
  it('agree with the search that tries everything', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const edges = fc.array(fc.tuple(name, name, fc.nat(7)), { maxLength: 13 });
    fc.assert(
      fc.property(edges, fc.nat(8), fc.integer({ min: 2, max: 5 }), (list, window, maxLength) => {
        const expected = allWindowCycles(list, window, maxLength).map(textOf).sort();
        expect(cyclesOf(list, { window, maxLength })).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([3, 4, 5])('agree where most roots are pruned, up to %i transfers', (maxLength) => {
    const edges = thicket(7);
    const expected = allWindowCycles(edges, 24, maxLength).length;
    expect(countWindowCycles(graphOfEdges(edges), { window: 24, maxLength })).toMatchObject({
      total: BigInt(expected),
      complete: true,
    });
  });

  it('hold the earliest transfer first and tell the latest time', () => {
    const [cycle] = findWindowCycles(
      graphOfEdges([
        ['a', 'b', 5],
        ['b', 'c', 9],
        ['c', 'a', 7],
      ]),
      { window: 4 },
    );
    expect(cycle).toMatchObject({ length: 3, accounts: [0, 1, 2], firstTime: 5, lastTime: 9 });
  });

  it('stop at limits and say so', () => {
    const graph = graphOfEdges(thicket(7));
    expect(countWindowCycles(graph, { window: 24, maxVisits: 500 })).toMatchObject({
      complete: false,
      stoppedBy: 'maxVisits 500',
    });
    expect(() => countWindowCycles(graph, { window: -1 })).toThrow('window');
    expect(() => findWindowCycles(graph, { window: 1, maxCycles: 0 })).toThrow('maxCycles');
  });
});
