import { groupByKeyInto } from './counting-sort.kernel.js';

/** Positions by an integer key: those of group g are `order[starts[g] .. starts[g + 1])`, ascending. */
export interface Groups {
  /** Length: number of groups + 1. */
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** Positions 0 .. keys.length - 1 by their key, which lies in 0 .. groups - 1. O(keys + groups). */
export function groupByKey(keys: Int32Array, groups: number): Groups {
  const starts = new Int32Array(groups + 1);
  const order = new Int32Array(keys.length);
  groupByKeyInto(keys, groups, starts, order);
  return { starts, order };
}
