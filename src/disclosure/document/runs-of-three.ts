import { SMALLEST_GROUP } from './case-format.js';

/** Neighbours in time told as one: the first and last of them, and how many they are. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** More runs than this tell no more of a period, and take room. */
const MOST_RUNS = 400;

/**
 * Days, each of one thing that happened, as runs of neighbours of at least three and at most 400 runs: what is told of a run is
 * told of three or more. Things of one day stay together. Empty for fewer than three. O(days log days).
 */
export function runsOfThree(days: readonly number[]): Run[] {
  const sorted = [...days].sort((a, b) => a - b);
  const least = Math.max(SMALLEST_GROUP, Math.ceil(sorted.length / MOST_RUNS));
  const runs: Run[] = [];
  let start = 0;
  for (let end = 1; end <= sorted.length; end++) {
    const isWhole = end - start >= least && sorted[end] !== sorted[end - 1];
    if (!isWhole) continue;
    runs.push({ first: sorted[start]!, last: sorted[end - 1]!, count: end - start });
    start = end;
  }
  const rest = sorted.length - start;
  const before = rest === 0 ? undefined : runs.pop();
  if (before !== undefined) runs.push({ first: before.first, last: sorted.at(-1)!, count: before.count + rest });
  return runs;
}
