/**
 * P-values of many hypotheses, adjusted so that calling those at most q a discovery makes at most a share q of the
 * discoveries false on average (Benjamini and Hochberg 1995): with M values ascending, the i-th becomes the least of
 * p(j) * M / j over j >= i, and at most 1. Holds for independent or positively dependent tests. Same order as given.
 * O(M log M).
 *
 * @example adjustForMany([0.01, 0.04, 0.03, 0.005, 0.2, 0.55]); // 0.03, 0.06, 0.06, 0.03, 0.24, 0.55
 */
export function adjustForMany(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((left, right) => pValues[left]! - pValues[right]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (pValues[at]! * order.length) / rank);
    adjusted[at] = least;
  }
  return adjusted;
}
