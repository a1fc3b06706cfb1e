import { type ColumnArray } from './growable-column.js';

/** First position of `sorted[from .. to)` whose value is at least `value`; `to` if there is none. O(log). */
export function lowerBound(
  sorted: ColumnArray | readonly number[],
  value: number,
  from = 0,
  to = sorted.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First position of `sorted[from .. to)` whose value is above `value`; `to` if there is none. O(log). */
export function upperBound(sorted: ColumnArray, value: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
