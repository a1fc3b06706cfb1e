/** Things that happened before a day and from it on; those of a run that the day falls into are in neither. */
export interface RunCount {
  readonly before: number;
  readonly after: number;
  readonly unclear: number;
}

/** Splits runs of neighbours at a day, the first of the time after. Each number is 0 or at least that of a run. O(runs). */
export function countRuns(
  runs: readonly { readonly first: number; readonly last: number; readonly count: number }[],
  day: number,
): RunCount {
  const sum = (some: typeof runs): number => some.reduce((all, { count }) => all + count, 0);
  return {
    before: sum(runs.filter(({ last }) => last < day)),
    after: sum(runs.filter(({ first }) => first >= day)),
    unclear: sum(runs.filter(({ first, last }) => first < day && last >= day)),
  };
}
