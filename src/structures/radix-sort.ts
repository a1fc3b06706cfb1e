import { radixPassInto } from './counting-sort.kernel.js';

/**
 * Positions of rows sorted by several unsigned keys, most significant first; rows with equal keys keep their order.
 * A radix sort: two passes per key at most, none for digits that do not vary. O(rows x keys).
 */
export function sortPositions(rowCount: number, keys: readonly Uint32Array[]): Uint32Array {
  let order = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) order[row] = row;
  let spare = new Uint32Array(rowCount);
  const counts = new Uint32Array(65_537);
  for (let k = keys.length - 1; k >= 0; k--) {
    for (const shift of [0, 16]) {
      if (!radixPassInto(keys[k]!, shift, order, spare, counts)) continue;
      [order, spare] = [spare, order];
    }
  }
  return order;
}
