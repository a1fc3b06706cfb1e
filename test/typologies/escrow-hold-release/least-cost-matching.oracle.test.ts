import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/foundation/index.js';
import {
  type BipartiteCosts,
  leastCostMatching,
} from '../../../src/typologies/escrow-hold-release/least-cost-matching.js';
import { bestMatching } from '../../support/oracles/least-cost-matching.js';

type Costs = readonly (readonly (number | undefined)[])[];

/** Small tables with many equal costs and many pairs that are not allowed. */
const tables: fc.Arbitrary<Costs> = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }))
  .chain(([left, right, most]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: most }), { nil: undefined }), {
        minLength: right,
        maxLength: right,
      }),
      { minLength: left, maxLength: left },
    ),
  );

function graphOf(table: Costs): BipartiteCosts {
  const edges = table.map((row) => row.flatMap((cost, right) => (cost === undefined ? [] : [{ right, cost }])));
  const starts = new Int32Array(table.length + 1);
  edges.forEach((own, left) => (starts[left + 1] = starts[left]! + own.length));
  return {
    starts,
    targets: Int32Array.from(edges.flat(), ({ right }) => right),
    costs: Float64Array.from(edges.flat(), ({ cost }) => cost),
    rightCount: table[0]?.length ?? 0,
  };
}

function match(table: Costs): number[] {
  return [...leastCostMatching(graphOf(table), new Budget('edges', 1e6))!];
}

describe('leastCostMatching', () => {
  it('is as large and as cheap as the best that trying everything finds', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const rightOf = match(table);
        const used = rightOf.filter((right) => right !== -1);
        expect(new Set(used).size).toBe(used.length);
        const costs = rightOf.flatMap((right, left) => (right === -1 ? [] : [table[left]![right]]));
        expect(costs).not.toContain(undefined);
        const cost = costs.reduce<number>((sum, one) => sum + one!, 0);
        expect({ size: used.length, cost }).toEqual(bestMatching(table));
      }),
      { numRuns: 3000 },
    );
  });

  it('lets the earlier win where costs are equal', () => {
    expect(match([[1, 1], [1, 1]])).toEqual([0, 1]); // prettier-ignore
    expect(match([[4], [4], [4]])).toEqual([0, -1, -1]);
    expect(match([[4], [3], [3]])).toEqual([-1, 0, -1]);
  });

  it('leaves out whom it must, not whom it may', () => {
    expect(match([[0, 9], [0, undefined]])).toEqual([1, 0]); // prettier-ignore
    expect(match([])).toEqual([]);
    expect(match([[undefined], [5]])).toEqual([-1, 0]);
  });

  it('gives up when its budget is spent', () => {
    const table = [[1, 1], [1, 1]]; // prettier-ignore
    expect(leastCostMatching(graphOf(table), new Budget('edges', 3))).toBeUndefined();
    expect(leastCostMatching(graphOf(table), new Budget('edges', 1000))).toBeDefined();
  });
});
