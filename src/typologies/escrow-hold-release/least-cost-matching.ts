import { type Budget } from '../../foundation/index.js';
import { NearestItems } from './nearest-items.js';

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
 * @returns for each left item its right item, -1 = left out; undefined if the budget ran out, in edges of the left items that
 * paths come by, whether or not an edge could be passed over. O(left x edges x log edges) at worst; mostly a path is short.
 */
export function leastCostMatching(graph: BipartiteCosts, budget: Budget): Int32Array | undefined {
  const matching = new Matching(graph, budget.left);
  const answered = matching.enterAll();
  if (matching.spent > 0) budget.spend(matching.spent);
  return answered ? matching.rightOf : undefined;
}

class Matching {
  readonly rightOf: Int32Array;
  /** Edges paid for; more than may be spent where the matching was given up. */
  spent = 0;
  readonly #maySpend: number;
  readonly #starts: Int32Array;
  readonly #targets: Int32Array;
  readonly #costs: Float64Array;
  readonly #leftOf: Int32Array;
  /** A cost less both potentials is never negative, and zero for a matched pair. Those of right items are never above zero. */
  readonly #leftPotential: Float64Array;
  readonly #rightPotential: Float64Array;
  /** Of right items from the left item that enters. */
  readonly #nearest: NearestItems;
  readonly #reachedFrom: Int32Array;
  /** By right item: its distance and potential together, which a shorter way must stay below. Infinity before it is reached. */
  readonly #reach: Float64Array;
  /** Matched right items nearer than the end of the path, as many as were passed. */
  readonly #passed: Int32Array;
  /** Dearer than any exchange: a left item is left out only where no more can be matched. */
  readonly #outCost: number;

  constructor({ starts, targets, costs, rightCount }: BipartiteCosts, maySpend: number) {
    const leftCount = starts.length - 1;
    this.#maySpend = maySpend;
    this.#starts = starts;
    this.#targets = targets;
    this.#costs = costs;
    this.rightOf = new Int32Array(leftCount).fill(-1);
    this.#leftOf = new Int32Array(rightCount).fill(-1);
    this.#leftPotential = new Float64Array(leftCount);
    this.#rightPotential = new Float64Array(rightCount);
    this.#nearest = new NearestItems(rightCount);
    this.#reachedFrom = new Int32Array(rightCount);
    this.#reach = new Float64Array(rightCount).fill(Infinity);
    this.#passed = new Int32Array(rightCount);
    let dearest = 0;
    for (let edge = 0; edge < costs.length; edge++) if (costs[edge]! > dearest) dearest = costs[edge]!;
    this.#outCost = 1 + leftCount * dearest;
  }

  /** Answers whether all were paid for. */
  enterAll(): boolean {
    for (let left = 0; left < this.rightOf.length; left++) {
      if (this.#starts[left] === this.#starts[left + 1]) continue;
      if (!this.#pay(left)) return false;
      if (!this.#takesNearest(left) && !this.#exchanges(left)) return false;
    }
    return true;
  }

  #pay(left: number): boolean {
    this.spent += this.#starts[left + 1]! - this.#starts[left]!;
    return this.spent <= this.#maySpend;
  }

  /** Matches a left item that enters with its nearest right item where that is free, which most are; answers whether it is. */
  #takesNearest(root: number): boolean {
    const targets = this.#targets;
    const costs = this.#costs;
    const rightPotential = this.#rightPotential;
    const end = this.#starts[root + 1]!;
    let nearest = -1;
    let length = this.#outCost;
    for (let edge = this.#starts[root]!; edge < end; edge++) {
      const right = targets[edge]!;
      const cost = costs[edge]! - rightPotential[right]!;
      if (cost > length || (cost === length && (nearest === -1 || right > nearest))) continue;
      nearest = right;
      length = cost;
    }
    if (nearest === -1 || this.#leftOf[nearest] !== -1) return false;
    this.#leftPotential[root] = length;
    this.rightOf[root] = nearest;
    this.#leftOf[nearest] = root;
    return true;
  }

  /** Takes a left item in by exchanges along a shortest path; false if they could not be paid for. The edges of the root are. */
  #exchanges(root: number): boolean {
    const leftOf = this.#leftOf;
    const nearest = this.#nearest;
    const passed = this.#passed;
    let passedCount = 0;
    let leftOut = root;
    let outLength = this.#outCost;
    let left = root;
    let travelled = 0;
    let freeRight = -1;
    // No path that is longer than to a free right item is taken, nor one as long as leaving somebody out.
    let freeLength = Infinity;
    for (;;) {
      freeLength = this.#reachFrom(left, travelled, freeLength, outLength);
      const right = nearest.takeNearest();
      if (right === -1 || nearest.distance[right]! >= outLength) break;
      travelled = nearest.distance[right]!;
      if (leftOf[right] === -1) {
        freeRight = right;
        break;
      }
      passed[passedCount++] = right;
      left = leftOf[right]!;
      if (!this.#pay(left)) return false;
      const out = travelled + this.#outCost - this.#leftPotential[left]!;
      if (out >= outLength) continue;
      leftOut = left;
      outLength = out;
    }
    for (let i = 0; i < nearest.reachedCount; i++) this.#reach[nearest.reached[i]!] = Infinity;
    this.#raisePotentials(root, freeRight === -1 ? outLength : travelled, passedCount);
    this.#moveAlong(freeRight, leftOut);
    nearest.clear();
    return true;
  }

  /** Sets distances of right items by way of a left item, of those that may matter; answers that of the nearest free one. */
  #reachFrom(left: number, travelled: number, free: number, outLength: number): number {
    const targets = this.#targets;
    const costs = this.#costs;
    const reach = this.#reach;
    const end = this.#starts[left + 1]!;
    const base = travelled - this.#leftPotential[left]!;
    let freeLength = free;
    for (let edge = this.#starts[left]!; edge < end; edge++) {
      const right = targets[edge]!;
      const way = base + costs[edge]!;
      if (way >= reach[right]!) continue;
      const length = way - this.#rightPotential[right]!;
      if (length > freeLength || length >= outLength) continue;
      reach[right] = way;
      this.#reachedFrom[right] = left;
      this.#nearest.bring(right, length);
      if (this.#leftOf[right] === -1) freeLength = length;
    }
    return freeLength;
  }

  #raisePotentials(root: number, length: number, passedCount: number): void {
    this.#leftPotential[root] = length;
    for (let i = 0; i < passedCount; i++) {
      const right = this.#passed[i]!;
      const slack = length - this.#nearest.distance[right]!;
      const left = this.#leftOf[right]!;
      this.#rightPotential[right] = this.#rightPotential[right]! - slack;
      this.#leftPotential[left] = this.#leftPotential[left]! + slack;
    }
  }

  /** Moves every left item on the path to its next right item. */
  #moveAlong(freeRight: number, leftOut: number): void {
    let right = freeRight === -1 ? this.rightOf[leftOut]! : freeRight;
    if (freeRight === -1) this.rightOf[leftOut] = -1;
    while (right !== -1) {
      const left = this.#reachedFrom[right]!;
      const given = this.rightOf[left]!;
      this.rightOf[left] = right;
      this.#leftOf[right] = left;
      // The root had none, which ends the path.
      right = given;
    }
  }
}
