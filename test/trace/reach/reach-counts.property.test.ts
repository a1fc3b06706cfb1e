import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, reachableFrom, reachCounts, reachingInto } from '../../../src/trace/index.js';
import { type WalkEdge } from '../../support/oracles/reach.js';
import { walkEdges, walkGraphOf, walkQuestions } from '../../support/walk-graphs.js';

const DIRECTIONS: readonly Direction[] = ['forward', 'backward'];

describe('reach counts', () => {
  it.each(DIRECTIONS)('are the sizes of single searches: %s', (direction) => {
    fc.assert(
      fc.property(walkEdges(50), walkQuestions(), fc.boolean(), fc.nat(6), (edges, question, limited, horizon) => {
        const { graph } = walkGraphOf(edges);
        const { ties, maxWait, maxHops, minAmount } = question;
        const limits = limited ? { maxWait, maxHops } : {};
        const options = { ties, minAmount: String(minAmount), ...limits };
        const rows = edges.map((_, row) => row).reverse();
        const expected = rows.map((row) => {
          const time = graph.ledger.columns.timeMs[row]!;
          return direction === 'forward'
            ? reachableFrom(graph, { rows: [row] }, { ...options, startMs: time, deadlineMs: time + horizon })
            : reachingInto(graph, { rows: [row] }, { ...options, startMs: time - horizon, deadlineMs: time });
        });
        const counts = reachCounts(graph, rows, { ...options, horizon, direction });
        expect([...counts]).toEqual(expected.map(({ accounts }) => accounts.length));
      }),
      { numRuns: 400 },
    );
  });

  it.each(['strict', 'same-instant-allowed'] as const)('hold a thousand payments of one instant, %s', (ties) => {
    const edges: WalkEdge[] = [['A', 'B', 0, 1]];
    for (let i = 0; i < 1000; i++) edges.push(['B', `b${i}`, 1, 1], [`b${i}`, `c${i}`, ties === 'strict' ? 2 : 1, 1]);
    const { graph, rowOf } = walkGraphOf(edges);
    expect([...reachCounts(graph, [rowOf[0]!, rowOf[1]!], { ties })]).toEqual([2001, 2]);
  });

  it('refuses rows that are not there, and negative horizons', () => {
    const { graph } = walkGraphOf([['A', 'B', 0, 1]]);
    expect(() => reachCounts(graph, [1])).toThrow(expect.objectContaining({ code: 'row-range' }));
    expect(() => reachCounts(graph, [0], { horizon: -1 })).toThrow(expect.objectContaining({ code: 'option-range' }));
    expect([...reachCounts(graph, [0, 0])]).toEqual([1, 1]);
    expect([...reachCounts(graph, [])]).toEqual([]);
  });
});
