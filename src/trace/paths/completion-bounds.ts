import { type TemporalGraph } from '../../graph/index.js';
import { MinHeap } from '../../structures/index.js';
import {
  degreeOf,
  type Direction,
  firstPositionFrom,
  rowAt,
  type SearchDirection,
  searchDirection,
} from '../reach/search-direction.js';

/** Which transfers may follow each other on a path, and where it ends. */
export interface CompletionRules {
  /** 1 = may be used, per row: it passes the filter, lies in the time searched, and no rule of paths is against it. */
  readonly usable: Uint8Array;
  /** 1 = a path ends here, per account; looking back, where it begins. */
  readonly isTarget: Uint8Array;
  readonly maxWait: number;
  readonly sameInstant: boolean;
}

/** A cost of walks that only grows when a transfer is put before one. */
export interface WalkCost {
  /** Of a walk of one transfer, which reaches a target. */
  readonly last: (row: number) => number;
  /** Of a walk that begins with a row and goes on at a cost. */
  readonly before: (row: number, cost: number) => number;
}

/** The number of transfers of a walk. */
export const HOPS: WalkCost = Object.freeze({ last: () => 1, before: (_: number, cost: number) => cost + 1 });

const NONE = -1;

/**
 * Per row the least cost of a walk to a target that begins with it; Infinity where there is none. No path can be cheaper,
 * which tells a search what is still worth following. One pass backward in time: per account a queue of the rows that may
 * come next, cost rising from the latest to the earliest, since a row that is later and costs no less than another is
 * never needed again. Looking back the same with time and transfers turned around: of walks that end with the row, from where
 * they begin. O(transfers), times log of the rows of an instant with ties allowed; 16 bytes a transfer.
 */
export function completionBounds(
  graph: TemporalGraph,
  rules: CompletionRules,
  cost: WalkCost,
  direction: Direction = 'forward',
): Float64Array {
  const walk = searchDirection(graph, direction);
  const turned = searchDirection(graph, direction === 'forward' ? 'backward' : 'forward');
  const { step, tail, timeMs } = walk;
  const { usable, sameInstant } = rules;
  const bounds = new Float64Array(timeMs.length).fill(Infinity);
  const next = new NextRows(graph.accountCount, walk, bounds, rules.maxWait);
  const instant = new MinHeap();
  const offer = (row: number, found: number): void => {
    if (found < bounds[row]!) instant.push(found, row);
  };
  for (let row = step === 1 ? timeMs.length - 1 : 0; row >= 0 && row < timeMs.length;) {
    const now = timeMs[row]!;
    for (; timeMs[row] === now; row -= step) {
      if (usable[row] === 1) offer(row, costOf(walk, rules, cost, next, row));
    }
    for (let found = instant.peekKey(); found !== undefined; found = instant.peekKey()) {
      const settled = instant.pop()!;
      if (found >= bounds[settled]!) continue;
      bounds[settled] = found;
      next.add(tail[settled]!, settled);
      if (!sameInstant) continue;
      for (const before of rowsInto(turned, tail[settled]!, now)) {
        if (usable[before] === 1) offer(before, cost.before(before, found));
      }
    }
  }
  return bounds;
}

function costOf(
  { head, timeMs }: SearchDirection,
  rules: CompletionRules,
  cost: WalkCost,
  next: NextRows,
  row: number,
): number {
  const to = head[row]!;
  if (rules.isTarget[to] === 1) return cost.last(row);
  const best = next.leastAt(to, timeMs[row]!);
  return best === Infinity ? Infinity : cost.before(row, best);
}

/** Rows of one instant that pay an account no path ends at. */
function* rowsInto(turned: SearchDirection, account: number, timeMs: number): IterableIterator<number> {
  const degree = degreeOf(turned, account);
  let position = firstPositionFrom(turned, account, 0, turned.step * timeMs, false);
  for (; position < degree; position++) {
    const row = rowAt(turned, account, position);
    if (turned.timeMs[row] !== timeMs) return;
    yield row;
  }
}

/** Per account the rows it may send next, in a queue from the latest (least cost) to the earliest (greatest cost). */
class NextRows {
  readonly #bounds: Float64Array;
  readonly #walk: SearchDirection;
  readonly #maxWait: number;
  readonly #latest: Int32Array;
  readonly #earliest: Int32Array;
  readonly #earlier: Int32Array;
  readonly #later: Int32Array;

  constructor(accountCount: number, walk: SearchDirection, bounds: Float64Array, maxWait: number) {
    this.#bounds = bounds;
    this.#walk = walk;
    this.#maxWait = maxWait;
    this.#latest = new Int32Array(accountCount).fill(NONE);
    this.#earliest = new Int32Array(accountCount).fill(NONE);
    this.#earlier = new Int32Array(bounds.length);
    this.#later = new Int32Array(bounds.length);
  }

  /** Adds a row that is no later than those added before. */
  add(account: number, row: number): void {
    let last = this.#earliest[account]!;
    while (last !== NONE && this.#bounds[last]! >= this.#bounds[row]!) last = this.#later[last]!;
    this.#later[row] = last;
    this.#earlier[row] = NONE;
    this.#earliest[account] = row;
    if (last === NONE) this.#latest[account] = row;
    else this.#earlier[last] = row;
  }

  /** Least cost among rows that may be sent by one who is paid at a time. Drops rows that are too late for that. */
  leastAt(account: number, timeMs: number): number {
    let latest = this.#latest[account]!;
    const { step, timeMs: times } = this.#walk;
    while (latest !== NONE && step * (times[latest]! - timeMs) > this.#maxWait) {
      latest = this.#earlier[latest]!;
      this.#latest[account] = latest;
      if (latest === NONE) this.#earliest[account] = NONE;
      else this.#later[latest] = NONE;
    }
    return latest === NONE ? Infinity : this.#bounds[latest]!;
  }
}
