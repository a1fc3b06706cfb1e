import { type Budget } from '../../foundation/index.js';
import { MinHeap } from '../../structures/index.js';

/**
 * Who may be matched with whom: left item i with `targets[starts[i]] .. targets[starts[i + 1] - 1]` on the right, at the
 * cost that stands at the same place. Costs are whole numbers >= 0; items x greatest cost must stay below 2^51.
 */
export interface BipartiteCosts {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly costs: Float64Array;
  readonly rightCount: number;
}

/**
 * Among the one-to-one matchings of greatest size one of least total cost. Left items enter in ascending order, each
 * along a shortest path of exchanges, which ends at a free right item or leaves one left item out (H. W. Kuhn 1955, with
 * the potentials of J. Edmonds and R. M. Karp 1972). Where costs are equal, earlier right items and left items that
 * entered earlier win: the answer depends on the two orders only.
 *
 * @returns for each left item its right item, -1 = left out; undefined if the budget, in edges looked at, ran out.
 * O(left x edges x log edges) at worst; mostly a path is short.
 */
export function leastCostMatching(graph: BipartiteCosts, budget: Budget): Int32Array | undefined {
  const leftCount = graph.starts.length - 1;
  const state: Matching = {
    rightOf: new Int32Array(leftCount).fill(-1),
    leftOf: new Int32Array(graph.rightCount).fill(-1),
    leftPotential: new Float64Array(leftCount),
    rightPotential: new Float64Array(graph.rightCount),
    distance: new Float64Array(graph.rightCount).fill(Infinity),
    reachedFrom: new Int32Array(graph.rightCount),
    // Dearer than any exchange: a left item is left out only where no more can be matched.
    outCost: 1 + leftCount * graph.costs.reduce((most, cost) => Math.max(most, cost), 0),
  };
  for (let left = 0; left < leftCount; left++) {
    if (graph.starts[left] === graph.starts[left + 1]) continue;
    if (!budget.spend(graph.starts[left + 1]! - graph.starts[left]!)) return undefined;
    if (takesNearest(graph, state, left)) continue;
    const path = shortestPath(graph, state, left, budget);
    if (path === undefined) return undefined;
    exchange(state, left, path);
  }
  return state.rightOf;
}

/** Matches a left item that enters with its nearest right item where that is free, which most are; answers whether it is. */
function takesNearest(
  { starts, targets, costs }: BipartiteCosts,
  { rightOf, leftOf, leftPotential, rightPotential, outCost }: Matching,
  root: number,
): boolean {
  let [nearest, length] = [-1, outCost - leftPotential[root]!];
  for (let edge = starts[root]!; edge < starts[root + 1]!; edge++) {
    const right = targets[edge]!;
    const cost = costs[edge]! - leftPotential[root]! - rightPotential[right]!;
    if (cost > length || (cost === length && (nearest === -1 || right > nearest))) continue;
    [nearest, length] = [right, cost];
  }
  if (nearest === -1 || leftOf[nearest] !== -1) return false;
  leftPotential[root] = leftPotential[root]! + length;
  rightOf[root] = nearest;
  leftOf[nearest] = root;
  return true;
}

interface Matching {
  readonly rightOf: Int32Array;
  readonly leftOf: Int32Array;
  /** A cost less both potentials is never negative, and zero for a matched pair. */
  readonly leftPotential: Float64Array;
  readonly rightPotential: Float64Array;
  /** Of right items from the left item that enters; Infinity between two entries. */
  readonly distance: Float64Array;
  readonly reachedFrom: Int32Array;
  readonly outCost: number;
}

interface ShortestPath {
  readonly length: number;
  /** Free right item at the end, -1 if the path ends with a left item that is left out. */
  readonly freeRight: number;
  readonly leftOut: number;
  /** Matched right items nearer than the end. */
  readonly passed: readonly number[];
  /** Right items whose distance is set. */
  readonly reached: readonly number[];
}

/** The edges of the root are paid for already. */
function shortestPath(
  { starts, targets, costs }: BipartiteCosts,
  { leftOf, leftPotential, rightPotential, distance, reachedFrom, outCost }: Matching,
  root: number,
  budget: Budget,
): ShortestPath | undefined {
  const heap = new MinHeap();
  const reached: number[] = [];
  const passed: number[] = [];
  let leftOut = root;
  let outLength = outCost - leftPotential[root]!;
  let left = root;
  let travelled = 0;
  for (;;) {
    for (let edge = starts[left]!; edge < starts[left + 1]!; edge++) {
      const right = targets[edge]!;
      const length = travelled + (costs[edge]! - leftPotential[left]! - rightPotential[right]!);
      if (length >= distance[right]!) continue;
      if (distance[right] === Infinity) reached.push(right);
      distance[right] = length;
      reachedFrom[right] = left;
      heap.push(length, right);
    }
    // Entries that a shorter way has overtaken stay in the heap and are passed over here.
    let key = heap.peekKey();
    let right = heap.pop();
    while (right !== undefined && key! > distance[right]!) {
      key = heap.peekKey();
      right = heap.pop();
    }
    if (right === undefined || key! >= outLength) return { length: outLength, freeRight: -1, leftOut, passed, reached };
    travelled = key!;
    if (leftOf[right] === -1) return { length: travelled, freeRight: right, leftOut: -1, passed, reached };
    passed.push(right);
    left = leftOf[right]!;
    if (!budget.spend(starts[left + 1]! - starts[left]!)) return undefined;
    const out = travelled + outCost - leftPotential[left]!;
    if (out < outLength) [leftOut, outLength] = [left, out];
  }
}

/** Moves every left item on the path to its next right item, and the potentials with it. */
function exchange(
  { rightOf, leftOf, leftPotential, rightPotential, distance, reachedFrom }: Matching,
  root: number,
  { length, freeRight, leftOut, passed, reached }: ShortestPath,
): void {
  leftPotential[root] = leftPotential[root]! + length;
  for (const right of passed) {
    const slack = length - distance[right]!;
    const left = leftOf[right]!;
    rightPotential[right] = rightPotential[right]! - slack;
    leftPotential[left] = leftPotential[left]! + slack;
  }
  let right = freeRight === -1 ? rightOf[leftOut]! : freeRight;
  if (freeRight === -1) rightOf[leftOut] = -1;
  while (right !== -1) {
    const left = reachedFrom[right]!;
    const given = rightOf[left]!;
    rightOf[left] = right;
    leftOf[right] = left;
    // The root had none, which ends the path.
    right = given;
  }
  for (const one of reached) distance[one] = Infinity;
}
