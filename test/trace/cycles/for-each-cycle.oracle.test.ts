import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { forEachTemporalCycle, type TemporalCycleOptions } from '../../../src/trace/cycles/for-each-temporal-cycle.js';
import { graphOfEdges, SAMPLE, TIED } from '../../support/cycle-graphs.js';
import { allTemporalCycles, type OracleEdge } from '../../support/oracles/temporal-cycles.js';

/** Cycles as sorted texts of edge numbers. */
function cyclesOf(edges: readonly OracleEdge[], options: TemporalCycleOptions): string[] {
  const graph = graphOfEdges(edges);
  const found: string[] = [];
  const search = forEachTemporalCycle(graph, options, (rows, length) => {
    found.push([...rows.subarray(0, length)].map((row) => graph.ledger.id(row)).join(' '));
  });
  expect(search.complete).toBe(true);
  expect(search.cycles).toBe(found.length);
  return found.sort();
}

describe('temporal cycles of the published sample', () => {
  it.each([
    [1, []],
    [2, ['2 4']],
    [3, ['0 2 3', '2 4']],
    [5, ['0 2 3', '2 4']],
    [6, ['0 2 3', '2 4', '2 5 7 8']],
    [100, ['0 2 3', '2 4', '2 5 7 8']],
  ])('within %i', (windowLength, expected) => {
    expect(cyclesOf(SAMPLE, { windowLength })).toEqual(expected);
  });
});

describe('temporal cycles with ties, parallel transfers and a self-transfer', () => {
  const at20 = ['0 1 3', '0 10 12 3', '0 2 3', '5 6', '6 7'];
  const at25 = [...at20, '0 1 9', '0 10 12 9', '0 2 9'].sort();
  it.each([
    [9, []],
    [10, ['6 7']],
    [19, ['6 7']],
    [20, at20],
    [25, at25],
    [30, [...at25, '0 7'].sort()],
  ])('strictly ordered, within %i', (windowLength, expected) => {
    expect(cyclesOf(TIED, { windowLength })).toEqual(expected);
  });

  it.each([
    [0, { 2: 1 }],
    [9, { 2: 1 }],
    [10, { 2: 2, 3: 6, 4: 4 }],
    [20, { 2: 3, 3: 8, 4: 6 }],
  ])('with the same instant allowed, within %i', (windowLength, histogram) => {
    const cycles = cyclesOf(TIED, { windowLength, ties: 'same-instant-allowed' });
    const counts = new Map<number, number>();
    for (const cycle of cycles) counts.set(cycle.split(' ').length, (counts.get(cycle.split(' ').length) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(histogram);
  });

  it('keeps to lengths and leaves out blocked accounts', () => {
    expect(cyclesOf(TIED, { windowLength: 20, minLength: 3, maxLength: 3 })).toEqual(['0 1 3', '0 2 3']);
    expect(cyclesOf(TIED, { windowLength: 30, blocked: Uint8Array.of(0, 0, 1, 0) })).toEqual(['0 7', '5 6', '6 7']);
  });
});

describe('temporal cycles of any small graph', () => {
  const edge = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(7));
  const ties = fc.constantFrom<Ties>('strict', 'same-instant-allowed');

  /** A cycle without regard to the edge it starts from: within one instant that is the canonical order's choice. */
  const unrotated = (cycle: string): string => cycle.split(' ').sort().join(' ');

  it('agree with the search that tries everything, in number and content', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), fc.nat(8), ties, (edges, windowLength, rule) => {
        const expected = allTemporalCycles(edges, windowLength, rule).map((path) => path.join(' '));
        const found = cyclesOf(edges, { windowLength, ties: rule });
        expect(found.map(unrotated).sort()).toEqual(expected.map(unrotated).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('are the same when every root is walked with pruning', () => {
    // Beside each small graph stands a thicket in which plain walks from its accounts run out of steps.
    const accounts = Array.from({ length: 7 }, (_, i) => `t${i}`);
    const thicket: OracleEdge[] = accounts.flatMap((payer, i) =>
      accounts.flatMap((beneficiary, j) =>
        i === j ? [] : [0, 1].map((round): OracleEdge => [payer, beneficiary, round * 20 + ((i * 5 + j * 3) % 17)]),
      ),
    );
    const options = { windowLength: 24, maxLength: 6 };
    const graph = graphOfEdges(thicket);
    let count = 0;
    const search = forEachTemporalCycle(graph, options, () => count++);
    const expected = allTemporalCycles(thicket, 24, 'strict').filter((path) => path.length <= 6);
    expect(search.visits).toBeGreaterThan(128 * 20);
    expect(count).toBe(expected.length);
    const allowed = cyclesOf(thicket, { ...options, ties: 'same-instant-allowed' });
    const all = allTemporalCycles(thicket, 24, 'same-instant-allowed').filter((path) => path.length <= 6);
    expect(allowed.map(unrotated)).toHaveLength(all.length);
  });
});

describe('a bounded search for cycles', () => {
  const dense: OracleEdge[] = Array.from({ length: 400 }, (_, i) => [`a${i % 7}`, `a${(i * 3 + 1) % 7}`, i]);

  it.each([
    [{ maxCycles: 5 }, 'maxCycles 5'],
    [{ maxVisits: 300 }, 'maxVisits 300'],
    [{ maxVisitsPerRoot: 20 }, 'maxVisitsPerRoot 20'],
  ])('says which limit it met: %o', (limit, stoppedBy) => {
    let reported = 0;
    const search = forEachTemporalCycle(graphOfEdges(dense), { windowLength: 200, ...limit }, () => reported++);
    expect(search).toMatchObject({ complete: false, stoppedBy, cycles: reported });
  });

  it('is complete as long as half of the limit suffices', () => {
    const search = (maxCycles: number): unknown =>
      forEachTemporalCycle(graphOfEdges(SAMPLE), { windowLength: 6, maxCycles }, () => undefined);
    expect(search(6)).toMatchObject({ complete: true, stoppedBy: undefined, cycles: 3, cutRoots: 0 });
    expect(search(3)).toMatchObject({ complete: false, stoppedBy: 'maxCycles 3', cycles: 1 });
  });

  it('leaves something for late transfers after a dense time', () => {
    const late: OracleEdge[] = [
      ['x', 'y', 10_000],
      ['y', 'z', 10_001],
      ['z', 'x', 10_002],
    ];
    const graph = graphOfEdges([...dense, ...late]);
    let lateCycles = 0;
    const search = forEachTemporalCycle(graph, { windowLength: 200, maxVisits: 1200, maxCycles: 100 }, (rows) => {
      if (graph.ledger.columns.timeMs[rows[0]!]! >= 10_000) lateCycles++;
    });
    expect(search).toMatchObject({ complete: false, stoppedBy: 'maxVisits 1200, maxCycles 100' });
    expect(lateCycles).toBe(1);
  });

  it('refuses lengths that make no cycle', () => {
    const search = (options: TemporalCycleOptions): unknown =>
      forEachTemporalCycle(graphOfEdges(SAMPLE), options, () => undefined);
    expect(() => search({ windowLength: 1, minLength: 1 })).toThrow('minLength');
    expect(() => search({ windowLength: NaN })).toThrow('windowLength');
    expect(() => search({ windowLength: 1, blocked: new Uint8Array(2) })).toThrow('blocked');
  });
});
