import { type TemporalGraph, type TemporalIndex } from '../../graph/index.js';

/** Which way a search follows time. */
export type Direction = 'forward' | 'backward';

/**
 * A temporal graph as seen by a search that follows time, or runs against it with every transfer turned around. One
 * search serves both: it steps through rows by `step` and reads the clock `step * timeMs`, which never falls on its way.
 */
export interface SearchDirection {
  readonly step: 1 | -1;
  /** Account at which a step along a row begins, and where it arrives. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Rows by tail. */
  readonly index: TemporalIndex;
  readonly timeMs: Float64Array;
}

/** O(1): the columns are those of the graph. */
export function searchDirection(graph: TemporalGraph, direction: Direction): SearchDirection {
  const { payer, beneficiary } = graph;
  const { timeMs } = graph.ledger.columns;
  return direction === 'forward'
    ? { step: 1, tail: payer, head: beneficiary, index: graph.out, timeMs }
    : { step: -1, tail: beneficiary, head: payer, index: graph.in, timeMs };
}

/** Number of rows of an account in the direction of the search. */
export function degreeOf({ index }: SearchDirection, account: number): number {
  return index.starts[account + 1]! - index.starts[account]!;
}

/** Row of an account at a position 0 .. degree - 1, earliest of the search first. */
export function rowAt({ index, step }: SearchDirection, account: number, position: number): number {
  return index.rows[step === 1 ? index.starts[account]! + position : index.starts[account + 1]! - 1 - position]!;
}

/**
 * First position of an account, from `position` on, whose clock is `clock` or more (more than `clock` if `after`); the
 * degree if there is none. O(log degree).
 */
export function firstPositionFrom(
  direction: SearchDirection,
  account: number,
  position: number,
  clock: number,
  after: boolean,
): number {
  const { step, timeMs } = direction;
  let low = position;
  let high = degreeOf(direction, account);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = step * timeMs[rowAt(direction, account, middle)]!;
    if (found < clock || (after && found === clock)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First row of the whole ledger, in the order of the search, whose clock is `clock` or more (more, if `after`). */
export function firstRowFrom({ step, timeMs }: SearchDirection, clock: number, after: boolean): number {
  let low = 0;
  let high = timeMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = step * timeMs[step === 1 ? middle : timeMs.length - 1 - middle]!;
    if (found < clock || (after && found === clock)) low = middle + 1;
    else high = middle;
  }
  return step === 1 ? low : timeMs.length - 1 - low;
}
