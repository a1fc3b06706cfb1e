/** A typed array costs more to make than so few numbers to sort. */
export const FEW = 24;

/** Ascending, by insertion. O(n^2). */
export function sortedFew(values: readonly number[]): number[] {
  const sorted = values.slice();
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i]!;
    let at = i;
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = value;
  }
  return sorted;
}
