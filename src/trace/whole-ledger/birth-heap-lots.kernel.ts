import { type LotPool } from './lot-pool.js';

/**
 * Least (`sign` 1) or most (`sign` -1) recently born first, over all accounts: each account is a pairing heap of lots by
 * birth with its root at root[a] (-1 = empty; must be filled with -1), linked by `lots.child` and `lots.next`. Births are
 * events, hence all different; parts of one birth are interchangeable. A payment pops lots off one heap into the other;
 * what the heap cannot cover is born. `balance` must be zeroed; an account that pays out everything hands over its heap
 * as a whole. An event makes at most one new lot. Fast twin of BirthHolding.
 *
 * Pairing heaps: Fredman, Sedgewick, Sleator, Tarjan, Algorithmica 1 (1986).
 *
 * @returns the number of lots taken one by one, plus births and whole heaps handed over. O(log lots) amortised each.
 */
export function moveLotsByBirth(
  from: Int32Array,
  to: Int32Array,
  quantity: Float64Array,
  sign: 1 | -1,
  lots: LotPool,
  root: Int32Array,
  balance: Float64Array,
): number {
  let { quantity: held } = lots;
  let moves = 0;
  for (let event = 0; event < from.length; event++) {
    if (lots.reserve()) held = lots.quantity;
    const source = from[event]!;
    const target = to[event]!;
    let open = quantity[event]!;
    let grown = root[target]!;
    balance[target] = balance[target]! + open;
    if (source >= 0) {
      const left = balance[source]! - open;
      let lot = root[source]!;
      if (left <= 0 && lot >= 0) {
        grown = meld(lots.birth, lots.next, lots.child, sign, grown, lot);
        lot = -1;
        moves++;
      }
      if (left <= 0) open = -left;
      balance[source] = left <= 0 ? 0 : left;
      while (open > 0 && lot >= 0) {
        const size = held[lot]!;
        let taken = lot;
        if (size <= open) {
          lot = withoutRoot(lots.birth, lots.next, lots.child, sign, lot);
          lots.child[taken] = -1;
          lots.next[taken] = -1;
          open -= size;
        } else {
          held[lot] = size - open;
          taken = lots.take(lots.birth[lot]!, open);
          open = 0;
        }
        grown = meld(lots.birth, lots.next, lots.child, sign, grown, taken);
        moves++;
      }
      root[source] = lot;
    }
    if (open > 0) {
      grown = meld(lots.birth, lots.next, lots.child, sign, grown, lots.take(event, open));
      moves++;
    }
    root[target] = grown;
  }
  return moves;
}

/** The root of two heaps made one. Roots have no siblings. */
function meld(
  birth: Int32Array,
  next: Int32Array,
  child: Int32Array,
  sign: number,
  left: number,
  right: number,
): number {
  if (left < 0) return right;
  if (right < 0) return left;
  const leftFirst = sign * (birth[left]! - birth[right]!) <= 0;
  const upper = leftFirst ? left : right;
  const lower = leftFirst ? right : left;
  next[lower] = child[upper]!;
  child[upper] = lower;
  return upper;
}

/** The root of a heap that has lost its root: children melded in pairs from left to right, then from right to left. */
function withoutRoot(birth: Int32Array, next: Int32Array, child: Int32Array, sign: number, root: number): number {
  let rest = child[root]!;
  let pairs = -1;
  while (rest >= 0) {
    const second = next[rest]!;
    const following = second < 0 ? -1 : next[second]!;
    next[rest] = -1;
    if (second >= 0) next[second] = -1;
    const pair = meld(birth, next, child, sign, rest, second);
    next[pair] = pairs;
    pairs = pair;
    rest = following;
  }
  let merged = -1;
  while (pairs >= 0) {
    const following = next[pairs]!;
    next[pairs] = -1;
    merged = meld(birth, next, child, sign, merged, pairs);
    pairs = following;
  }
  return merged;
}
