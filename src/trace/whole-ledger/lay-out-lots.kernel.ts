import { groupByKeyInto } from '../../structures/index.js';
import { type LotPool } from './lot-pool.js';

/** The lots of account a at starts[a] .. starts[a + 1] of the other two columns. */
export interface LotColumns {
  /** Invariant: length = accounts + 1; starts[0] = 0; non-decreasing; last entry = number of lots. */
  readonly starts: Int32Array;
  readonly birth: Int32Array;
  readonly quantity: Float64Array;
}

/** Lists of lots as columns, each in the order of its links or against it. O(accounts + lots). */
export function layOutLists(head: Int32Array, lots: LotPool, backwards: boolean): LotColumns {
  const starts = new Int32Array(head.length + 1);
  const birth = new Int32Array(lots.size);
  const quantity = new Float64Array(lots.size);
  let at = 0;
  for (let account = 0; account < head.length; account++) {
    for (let lot = head[account]!; lot >= 0; lot = lots.next[lot]!) {
      birth[at] = lots.birth[lot]!;
      quantity[at++] = lots.quantity[lot]!;
    }
    starts[account + 1] = at;
    if (!backwards) continue;
    birth.subarray(starts[account], at).reverse();
    quantity.subarray(starts[account], at).reverse();
  }
  return { starts, birth, quantity };
}

/**
 * Heaps of lots as columns, each by birth, parts of one birth joined. No comparisons: births are sorted by counting.
 * O(accounts + lots + events).
 */
export function layOutHeaps(root: Int32Array, lots: LotPool, eventCount: number): LotColumns {
  const accountOf = ownersOf(root, lots);
  const births = lots.birth.subarray(0, lots.size);
  const byBirth = new Int32Array(lots.size);
  groupByKeyInto(births, eventCount, new Int32Array(eventCount + 1), byBirth);
  const starts = new Int32Array(root.length + 1);
  const latest = new Int32Array(root.length).fill(-1);
  for (let i = 0; i < byBirth.length; i++) {
    const account = accountOf[byBirth[i]!]!;
    const born = births[byBirth[i]!]!;
    if (latest[account] !== born) starts[account + 1]!++;
    latest[account] = born;
  }
  for (let account = 0; account < root.length; account++) starts[account + 1]! += starts[account]!;
  const birth = new Int32Array(starts[root.length]!);
  const quantity = new Float64Array(birth.length);
  const end = starts.slice(0, root.length);
  latest.fill(-1);
  for (let i = 0; i < byBirth.length; i++) {
    const lot = byBirth[i]!;
    const account = accountOf[lot]!;
    if (latest[account] !== births[lot]) birth[end[account]!++] = births[lot]!;
    latest[account] = births[lot]!;
    const at = end[account]! - 1;
    quantity[at] = quantity[at]! + lots.quantity[lot]!;
  }
  return { starts, birth, quantity };
}

/** The account of each lot; walks every heap with a stack of its own. */
function ownersOf(root: Int32Array, { next, child, size }: LotPool): Int32Array {
  const accountOf = new Int32Array(size);
  const open = new Int32Array(size);
  for (let account = 0; account < root.length; account++) {
    let depth = 0;
    if (root[account]! >= 0) open[depth++] = root[account]!;
    while (depth > 0) {
      const lot = open[--depth]!;
      accountOf[lot] = account;
      if (next[lot]! >= 0) open[depth++] = next[lot]!;
      if (child[lot]! >= 0) open[depth++] = child[lot]!;
    }
  }
  return accountOf;
}
