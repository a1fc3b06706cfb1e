/**
 * Fewer, wider bins: cuts a step function into at most `most` runs of neighbouring bins so that the weighted squared change
 * is least, and gives each run its weighted mean; a monotone function stays monotone. Exact, by dynamic programming,
 * O(most * bins^2). Bins without mass count as almost nothing.
 *
 * @returns first bin of each run but the first, and the value of each run
 */
export function mergeBins(
  values: readonly number[],
  mass: readonly number[],
  most: number,
): { readonly cuts: readonly number[]; readonly means: readonly number[] } {
  const bins = values.length;
  const sums = [0];
  const firsts = [0];
  const squares = [0];
  for (let bin = 0; bin < bins; bin++) {
    const weight = Math.max(mass[bin]!, 1e-12);
    sums.push(sums[bin]! + weight);
    firsts.push(firsts[bin]! + weight * values[bin]!);
    squares.push(squares[bin]! + weight * values[bin]! ** 2);
  }
  const meanOf = (from: number, end: number): number => (firsts[end]! - firsts[from]!) / (sums[end]! - sums[from]!);
  const lossOf = (from: number, end: number): number =>
    Math.max(0, squares[end]! - squares[from]! - (firsts[end]! - firsts[from]!) * meanOf(from, end));

  /** least[end] with the runs used so far, and where the last of them starts. */
  let least = Array.from({ length: bins + 1 }, (_, end) => (end === 0 ? 0 : lossOf(0, end)));
  const starts: number[][] = [new Array<number>(bins + 1).fill(0)];
  for (let runs = 2; runs <= Math.min(most, bins); runs++) {
    const start = new Array<number>(bins + 1).fill(0);
    const next = least.map((loss, end) => {
      let best = loss;
      for (let from = 1; from < end; from++) {
        const split = least[from]! + lossOf(from, end);
        if (split < best) [best, start[end]] = [split, from];
      }
      return best;
    });
    starts.push(start);
    least = next;
  }
  const cuts: number[] = [];
  let end = bins;
  for (let runs = starts.length - 1; runs > 0; runs--) {
    const from = starts[runs]![end]!;
    if (from > 0) cuts.unshift((end = from));
  }
  const bounds = [0, ...cuts, bins];
  const means = bounds.slice(1).map((bound, run) => meanOf(bounds[run]!, bound));
  return { cuts, means };
}
