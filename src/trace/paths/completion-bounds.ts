import { type TemporalGraph } from '../../graph/index.js';
import { MinHeap } from '../../structures/index.js';
import { degreeOf, firstPositionFrom, rowAt, searchDirection } from '../reach/search-direction.js';

/** Which transfers may follow each other on a path, and where it ends. */
export interface CompletionRules {
  /** 1 = may be used, per row: it passes the filter, lies in the time searched, and no rule of paths is against it. */
  readonly usable: Uint8Array;
  /** 1 = a path ends here, per account. */
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

const NONE = -1;

/**
 * Per row the least cost of a walk to a target that begins with it; Infinity where there is none. No path can be cheaper,
 * which tells a search what is still worth following. One pass backward in time: per account a queue of the rows that may
 * come next, cost rising from the latest to the earliest, since a row that is later and costs no less than another is
 * never needed again. O(transfers), times log of the rows of an instant with ties allowed; 16 bytes a transfer.
 */
export function completionBounds(graph: TemporalGraph, rules: CompletionRules, cost: WalkCost): Float64Array {
  const { payer, ledger } = graph;
  const { timeMs } = ledger.columns;
  const { usable, sameInstant } = rules;
  const bounds = new Float64Array(timeMs.length).fill(Infinity);
  const next = new NextRows(graph, bounds, rules.maxWait);
  const instant = new MinHeap();
  const offer = (row: number, found: number): void => {
    if (found < bounds[row]!) instant.push(found, row);
  };
  for (let row = timeMs.length - 1; row >= 0;) {
    const now = timeMs[row]!;
    for (; row >= 0 && timeMs[row] === now; row--) {
      if (usable[row] === 1) offer(row, costOf(graph, rules, cost, next, row));
    }
    for (let found = instant.peekKey(); found !== undefined; found = instant.peekKey()) {
      const settled = instant.pop()!;
      if (found >= bounds[settled]!) continue;
      bounds[settled] = found;
      next.add(payer[settled]!, settled);
      if (!sameInstant) continue;
      for (const before of rowsInto(graph, payer[settled]!, now)) {
        if (usable[before] === 1) offer(before, cost.before(before, found));
      }
    }
  }
  return bounds;
}

function costOf(graph: TemporalGraph, rules: CompletionRules, cost: WalkCost, next: NextRows, row: number): number {
  const to = graph.beneficiary[row]!;
  if (rules.isTarget[to] === 1) return cost.last(row);
  const best = next.leastAt(to, graph.ledger.columns.timeMs[row]!);
  return best === Infinity ? Infinity : cost.before(row, best);
}

/** Rows of one instant that pay an account no path ends at. */
function* rowsInto(graph: TemporalGraph, account: number, timeMs: number): IterableIterator<number> {
  const backward = searchDirection(graph, 'backward');
  const degree = degreeOf(backward, account);
  let position = firstPositionFrom(backward, account, 0, -timeMs, false);
  for (; position < degree; position++) {
    const row = rowAt(backward, account, position);
    if (graph.ledger.columns.timeMs[row] !== timeMs) return;
    yield row;
  }
}

/** Per account the rows it may send next, in a queue from the latest (least cost) to the earliest (greatest cost). */
class NextRows {
  readonly #bounds: Float64Array;
  readonly #timeMs: Float64Array;
  readonly #maxWait: number;
  readonly #latest: Int32Array;
  readonly #earliest: Int32Array;
  readonly #earlier: Int32Array;
  readonly #later: Int32Array;

  constructor({ accountCount, ledger }: TemporalGraph, bounds: Float64Array, maxWait: number) {
    this.#bounds = bounds;
    this.#timeMs = ledger.columns.timeMs;
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
    while (latest !== NONE && this.#timeMs[latest]! - timeMs > this.#maxWait) {
      latest = this.#earlier[latest]!;
      this.#latest[account] = latest;
      if (latest === NONE) this.#earliest[account] = NONE;
      else this.#later[latest] = NONE;
    }
    return latest === NONE ? Infinity : this.#bounds[latest]!;
  }
}
