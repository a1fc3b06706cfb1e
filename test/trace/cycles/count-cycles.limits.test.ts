import { describe, expect, it } from 'vitest';
import { countTemporalCycles, planCycleCount } from '../../../src/trace/cycles/count-temporal-cycles.js';
import { graphOfEdges, thicket } from '../../support/cycle-graphs.js';
import { type OracleEdge } from '../../support/oracles/temporal-cycles.js';

describe('counting at its limits', () => {
  it('is exact beyond doubles', () => {
    // 20 hops with 10 parallel transfers each, one hop after the other: 10^20 cycles along one way.
    const edges = Array.from({ length: 200 }, (_, i): OracleEdge => {
      const hop = Math.floor(i / 10);
      return [`n${hop}`, `n${(hop + 1) % 20}`, i];
    });
    const options = { window: 1000, ties: 'strict' } as const;
    expect(countTemporalCycles(graphOfEdges(edges), options)).toMatchObject({
      total: 10n ** 20n,
      byLength: [[20, 10n ** 20n]],
    });
    const shortcut: OracleEdge[] = [...edges, ['n3', 'n5', 45], ['n3', 'n5', 45]];
    expect(countTemporalCycles(graphOfEdges(shortcut), options).byLength).toEqual([
      [19, 2n * 10n ** 18n],
      [20, 10n ** 20n],
    ]);
    const limited = countTemporalCycles(graphOfEdges(edges), { ...options, maxVisitsPerRoot: 15 });
    expect(limited).toMatchObject({ complete: false, stoppedBy: 'maxVisitsPerRoot 15' });
  });

  it('leaves out whole first transfers where a limit is met, and says so', () => {
    const graph = graphOfEdges(thicket(9));
    const options = { window: 40, ties: 'strict' } as const;
    const { total } = countTemporalCycles(graph, options);
    for (const limit of [{ maxVisitsPerRoot: 100 }, { maxVisitsPerRoot: 400 }, { maxVisits: 3000 }]) {
      const few = countTemporalCycles(graph, { ...options, ...limit });
      const [[name, value]] = Object.entries(limit) as [[string, number]];
      expect(few).toMatchObject({ complete: false, stoppedBy: `${name} ${value}` });
      expect(few.cutRoots).toBeGreaterThan(0);
      expect(few.total).toBeLessThan(total);
    }
  });

  it('counts every step that it takes, those of exact counts too, and by default stops after a billion', () => {
    // 40 ways of 12 hops with 30 parallel transfers each: every root has more cycles than a double holds.
    const edges = Array.from({ length: 12 * 30 * 40 }, (_, i): OracleEdge => {
      const way = Math.floor(i / 360);
      const hop = Math.floor((i % 360) / 30);
      return [`n${way}-${hop}`, `n${way}-${(hop + 1) % 12}`, 1000 * way + (i % 360)];
    });
    const graph = graphOfEdges(edges);
    const { visits, total, complete } = countTemporalCycles(graph, { window: 1000, ties: 'strict' });
    expect({ total, complete }).toEqual({ total: 40n * 30n ** 12n, complete: true });
    // Of which counting in whole numbers of any size takes 11 hops for each of 30 first transfers of 40 ways.
    expect(visits).toBe(1_308_000 + 40 * 30 * 11);
    expect(planCycleCount(graph, { window: 1 }).slices.maxVisits * 256).toBe(1_000_000_000);
  });

  it.each([{ window: -1 }, { window: 1, maxLength: 1 }, { window: 1, maxVisits: 0 }])('refuses %o', (options) => {
    expect(() => countTemporalCycles(graphOfEdges(thicket(3)), options)).toThrow('Expected');
  });
});

describe('hostile ledgers', () => {
  it('a hub with 100,000 transfers at one instant', () => {
    const edges: OracleEdge[] = [];
    for (let i = 0; i < 50_000; i++) edges.push(['hub', `a${i}`, 5], [`a${i}`, 'hub', 5]);
    const graph = graphOfEdges(edges);
    expect(countTemporalCycles(graph, { window: 0, ties: 'strict' }).total).toBe(0n);
    expect(countTemporalCycles(graph, { window: 0, ties: 'same-instant-allowed' }).byLength).toEqual([[2, 50_000n]]);
  });

  it('two accounts that pay each other 2,000 times each', () => {
    const edges: OracleEdge[] = [];
    for (let i = 0; i < 2000; i++) edges.push(['a', 'b', 5], ['b', 'a', 6]);
    expect(countTemporalCycles(graphOfEdges(edges), { window: 1, ties: 'strict' }).byLength).toEqual([[2, 4_000_000n]]);
  });

  it('a chain of 10,000 transfers that closes', () => {
    const edges = Array.from({ length: 10_000 }, (_, i): OracleEdge => [`n${i}`, `n${(i + 1) % 10_000}`, i]);
    expect(countTemporalCycles(graphOfEdges(edges), { window: 9999 }).byLength).toEqual([[10_000, 1n]]);
    expect(countTemporalCycles(graphOfEdges(edges), { window: 9998 }).byLength).toEqual([]);
    expect(countTemporalCycles(graphOfEdges(edges), { window: 9999, ties: 'same-instant-allowed' }).total).toBe(1n);
    const instant = edges.map(([payer, beneficiary]): OracleEdge => [payer, beneficiary, 1]);
    const once = countTemporalCycles(graphOfEdges(instant), { window: 0, ties: 'same-instant-allowed' });
    expect(once).toMatchObject({ complete: true, byLength: [[10_000, 1n]] });
  });

  it('nothing but self-transfers, and nothing at all', () => {
    const loops = Array.from({ length: 1000 }, (_, i): OracleEdge => ['a', 'a', i]);
    expect(countTemporalCycles(graphOfEdges(loops), { window: 1000 })).toMatchObject({ total: 0n, complete: true });
    expect(countTemporalCycles(graphOfEdges([]), { window: 1000 })).toMatchObject({ total: 0n, complete: true });
  });
});
