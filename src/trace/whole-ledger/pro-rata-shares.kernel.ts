import { kthLargest } from './kth-largest.kernel.js';
import { type SharePool } from './share-pool.js';

/**
 * In proportion, over all accounts, in whole units: a payment of q from a balance B takes floor(q * B_i / B) of every
 * origin i; the missing units go one each to the largest remainders, ties to the lowest origin. What the balance cannot
 * cover is born with the payer as origin. `originRank` numbers the origins 0, 1, ... and decides the ties. A vector that
 * grows beyond `mostOrigins` keeps its largest entries (ties: lowest origin) and merges the others into the entry
 * `originRank.length`, which then travels like an origin. `balance` must be zeroed.
 * Fast twin of PoolHolding.
 *
 * @returns the number of events after which entries were merged; 0 = nothing but units was rounded.
 * O(origins at the payer + origins at the receiver) each; memory O(accounts * mostOrigins) at most.
 */
export function moveSharesProRata(
  from: Int32Array,
  to: Int32Array,
  quantity: Float64Array,
  originRank: Int32Array,
  mostOrigins: number,
  shares: SharePool,
  balance: Float64Array,
): number {
  const room = 2 * Math.min(mostOrigins, originRank.length) + 4;
  const taken = { origins: new Int32Array(room), quantities: new Float64Array(room) };
  const merged = { origins: new Int32Array(room), quantities: new Float64Array(room) };
  const remainders = new Float64Array(room);
  const scratch = new Float64Array(room);
  const rest = originRank.length;
  let mergedEvents = 0;
  for (let event = 0; event < from.length; event++) {
    const source = from[event]!;
    const target = to[event]!;
    let open = quantity[event]!;
    balance[target] = balance[target]! + open;
    let count = 0;
    if (source >= 0) {
      const held = balance[source]!;
      if (open < held) {
        count = takeShares(shares, source, open, held, taken.origins, taken.quantities, remainders, scratch);
        balance[source] = held - open;
        open = 0;
      } else {
        count = takeAll(shares, source, taken.origins, taken.quantities);
        balance[source] = 0;
        open -= held;
      }
    }
    if (open > 0) {
      const origin = originRank[source >= 0 ? source : ~source]!;
      count = addEntry(taken.origins, taken.quantities, count, origin, open);
    }
    let size = addVector(shares, target, taken.origins, taken.quantities, count, merged.origins, merged.quantities);
    const named = merged.origins[size - 1] === rest ? size - 1 : size;
    if (named > mostOrigins) {
      size = keepLargest(merged.origins, merged.quantities, named, size, mostOrigins, rest, scratch);
      mergedEvents++;
    }
    shares.store(target, merged.origins, merged.quantities, size);
  }
  return mergedEvents;
}

/** Takes `open` < `held` out of a vector into two columns; entries that end at nothing leave. Returns their number. */
function takeShares(
  shares: SharePool,
  account: number,
  open: number,
  held: number,
  origins: Int32Array,
  quantities: Float64Array,
  remainders: Float64Array,
  scratch: Float64Array,
): number {
  const { origin, quantity } = shares;
  const start = shares.start[account]!;
  const length = shares.length[account]!;
  let missing = open;
  for (let i = 0; i < length; i++) {
    const own = quantity[start + i]!;
    const product = open * own;
    let part: number;
    let remainder: number;
    if (product <= Number.MAX_SAFE_INTEGER) {
      // Exact: a quotient below a whole number k differs from it by 1 / held at least, which doubles near k can show.
      part = Math.floor(product / held);
      remainder = product - part * held;
    } else {
      const exact = BigInt(open) * BigInt(own);
      part = Number(exact / BigInt(held));
      remainder = Number(exact % BigInt(held));
    }
    quantities[i] = part;
    remainders[i] = remainder;
    missing -= part;
  }
  if (missing > 0) giveMissing(quantities, remainders, length, missing, scratch);
  let count = 0;
  let kept = start;
  for (let i = 0; i < length; i++) {
    const part = quantities[i]!;
    const left = quantity[start + i]! - part;
    const of = origin[start + i]!;
    if (left > 0) {
      origin[kept] = of;
      quantity[kept++] = left;
    }
    if (part > 0) {
      origins[count] = of;
      quantities[count++] = part;
    }
  }
  shares.length[account] = kept - start;
  return count;
}

/** One unit each to the `missing` largest remainders, ties to the first. */
function giveMissing(
  quantities: Float64Array,
  remainders: Float64Array,
  length: number,
  missing: number,
  scratch: Float64Array,
): void {
  for (let i = 0; i < length; i++) scratch[i] = remainders[i]!;
  const least = kthLargest(scratch, length, missing);
  let above = 0;
  for (let i = 0; i < length; i++) if (remainders[i]! > least) above++;
  let ties = missing - above;
  for (let i = 0; i < length; i++) {
    const remainder = remainders[i]!;
    if (remainder > least || (remainder === least && ties-- > 0)) quantities[i] = quantities[i]! + 1;
  }
}

function takeAll(shares: SharePool, account: number, origins: Int32Array, quantities: Float64Array): number {
  const start = shares.start[account]!;
  const length = shares.length[account]!;
  for (let i = 0; i < length; i++) {
    origins[i] = shares.origin[start + i]!;
    quantities[i] = shares.quantity[start + i]!;
  }
  shares.clear(account);
  return length;
}

/** Adds one entry to columns that ascend by origin; returns the new number of entries. */
function addEntry(
  origins: Int32Array,
  quantities: Float64Array,
  count: number,
  origin: number,
  quantity: number,
): number {
  let at = count;
  while (at > 0 && origins[at - 1]! > origin) at--;
  if (at > 0 && origins[at - 1] === origin) {
    quantities[at - 1] = quantities[at - 1]! + quantity;
    return count;
  }
  origins.copyWithin(at + 1, at, count);
  quantities.copyWithin(at + 1, at, count);
  origins[at] = origin;
  quantities[at] = quantity;
  return count + 1;
}

/** The sum of an account's vector and of two columns, both ascending, as two columns; returns its number of entries. */
function addVector(
  shares: SharePool,
  account: number,
  origins: Int32Array,
  quantities: Float64Array,
  count: number,
  sumOrigins: Int32Array,
  sumQuantities: Float64Array,
): number {
  const { origin, quantity } = shares;
  let left = shares.start[account]!;
  const end = left + shares.length[account]!;
  let right = 0;
  let size = 0;
  while (left < end || right < count) {
    const a = left < end ? origin[left]! : Infinity;
    const b = right < count ? origins[right]! : Infinity;
    sumOrigins[size] = a < b ? a : b;
    sumQuantities[size++] = (a <= b ? quantity[left]! : 0) + (b <= a ? quantities[right]! : 0);
    if (a <= b) left++;
    if (b <= a) right++;
  }
  return size;
}

/** Keeps the `most` largest of the first `named` entries and merges the others into the entry of origin `rest`, the last. */
function keepLargest(
  origins: Int32Array,
  quantities: Float64Array,
  named: number,
  size: number,
  most: number,
  rest: number,
  scratch: Float64Array,
): number {
  for (let i = 0; i < named; i++) scratch[i] = quantities[i]!;
  const least = kthLargest(scratch, named, most);
  let above = 0;
  for (let i = 0; i < named; i++) if (quantities[i]! > least) above++;
  let ties = most - above;
  let merged = named < size ? quantities[named]! : 0;
  let kept = 0;
  for (let i = 0; i < named; i++) {
    const quantity = quantities[i]!;
    if (quantity > least || (quantity === least && ties-- > 0)) {
      origins[kept] = origins[i]!;
      quantities[kept++] = quantity;
    } else merged += quantity;
  }
  origins[kept] = rest;
  quantities[kept] = merged;
  return kept + 1;
}
