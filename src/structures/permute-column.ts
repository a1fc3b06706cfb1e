import { type ColumnArray, type GrowableColumn } from './growable-column.js';
import { permuteBytesInto, permuteDoublesInto, permuteShortsInto, permuteWordsInto } from './permute.kernel.js';

/**
 * The entries of a column in the given order; positions may be left out. O(length of order).
 *
 * @param moved receives them; of the order's length. Default: a new array
 */
export function permuteColumn<A extends ColumnArray>(
  column: GrowableColumn<A>,
  order: Uint32Array,
  moved: A = column.emptyCopy(order.length),
): A {
  return permuteInto(column.array, order, moved);
}

/** As {@link permuteColumn}, from an array into another of its type, which has the order's length. */
export function permuteInto<A extends ColumnArray>(source: A, order: Uint32Array, moved: A): A {
  const from: ColumnArray = source;
  const to: ColumnArray = moved;
  if (from instanceof Float64Array && to instanceof Float64Array) permuteDoublesInto(from, order, to);
  else if (from instanceof Uint8Array && to instanceof Uint8Array) permuteBytesInto(from, order, to);
  else if (from instanceof Uint16Array && to instanceof Uint16Array) permuteShortsInto(from, order, to);
  else permuteWordsInto(asWords(from), order, asWords(to));
  return moved;
}

/** Words are moved, not read: signed or not makes no difference. */
function asWords(array: ColumnArray): Int32Array {
  return new Int32Array(array.buffer, array.byteOffset, array.length);
}
