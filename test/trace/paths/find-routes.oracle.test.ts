import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoutes, type PathOrder } from '../../../src/trace/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { allPaths, bestFirst } from '../../support/oracles/paths.js';
import { ledgerOf } from '../../support/small-ledgers.js';
import { walkEdges, walkGraphOf, walkQuestions } from '../../support/walk-graphs.js';

const ORDERS: readonly PathOrder[] = ['earliest', 'fewest-hops', 'largest-bottleneck'];
const ends = fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1, maxLength: 2 });

interface FoldedRoute {
  readonly best: readonly number[];
  readonly ways: bigint;
  readonly legs: readonly (readonly number[])[];
}

describe('the best routes', () => {
  it.each(ORDERS)('are all paths, folded by the accounts they pass, in order: %s', (order) => {
    fc.assert(
      fc.property(
        walkEdges(14),
        ends,
        ends,
        walkQuestions(),
        fc.integer({ min: 1, max: 5 }),
        (edges, from, to, question, maxRoutes) => {
          const walk = walkGraphOf(edges);
          const folded = new Map<string, number[][]>();
          for (const path of bestFirst(allPaths(edges, from, to, question), edges, order, walk.rowOf)) {
            const passed = [edges[path[0]!]![0], ...path.map((edge) => edges[edge]![1])].join('>');
            folded.set(passed, [...(folded.get(passed) ?? []), path]);
          }
          const expected = [...folded.values()].slice(0, maxRoutes).map((paths): FoldedRoute => ({
            best: paths[0]!,
            ways: BigInt(paths.length),
            legs: paths[0]!.map((_, leg) => [...new Set(paths.map((path) => path[leg]!))].sort((a, b) => a - b)),
          }));
          const { ties, maxWait, maxHops, minAmount, start, deadline } = question;
          const nodes = (names: readonly string[]): number[] => names.flatMap((name) => walk.accountOf(name) ?? []);
          const found = findRoutes(
            walk.graph,
            { from: nodes(from), to: nodes(to) },
            {
              ...{ ties, maxWait, maxHops, order, maxRoutes },
              ...{ minAmount: String(minAmount), startMs: start, deadlineMs: deadline },
            },
          );
          expect(found.complete).toBe(true);
          expect(
            found.items.map(({ best, ways, legs }) => ({
              best: best.rows.map((row) => walk.edgeOf[row]),
              ways,
              legs: legs.map((rows) => rows.map((row) => walk.edgeOf[row]!).sort((a, b) => a - b)),
            })),
          ).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('count more ways than could be listed, exactly', () => {
    const accounts = ['a', 'b', 'c', 'd', 'e', 'f'];
    const transfers = accounts
      .slice(1)
      .flatMap((to, leg) => Array.from({ length: 100 }, (_, i) => `${accounts[leg]!}>${to}@${leg * 100 + i} 1 EUR`));
    const graph = buildTemporalGraph(ledgerOf(...transfers, 'a>z@600 1 EUR', 'z>f@601 1 EUR'));
    const [from, to] = ['a', 'f'].map((account) => graph.ledger.accounts.find({ institution: '', account })!);
    for (const [maxWait, ways] of [
      [Infinity, 10_000_000_000n],
      [100, undefined],
    ] as const) {
      const { items, complete } = findRoutes(graph, { from: [from!], to: [to!] }, { maxRoutes: 3, maxWait });
      expect([items.length, complete, items[1]!.ways]).toEqual([2, true, 1n]);
      if (ways !== undefined) expect(items[0]!.ways).toBe(ways);
      expect(items[0]!.legs.map((rows) => rows.length)).toEqual([100, 100, 100, 100, 100]);
    }
  });
});
