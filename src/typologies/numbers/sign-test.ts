/**
 * Chance that of `ups + downs` fair coins at least `ups` show heads: the sign test, one-sided, exact up to rounding. Says
 * how surprising it is that so many of the pairs go one way if both ways are equally likely. 1 without any pair.
 * O(ups + downs).
 */
export function signTest(ups: number, downs: number): number {
  const all = ups + downs;
  let term = 0;
  for (let i = 0; i < all; i++) term += Math.log(0.5);
  // Terms are followed by their logarithms: 0.5 to the power of some thousand is no double.
  let tail = 0;
  for (let heads = all; heads >= ups; heads--) {
    tail += Math.exp(term);
    term += Math.log(heads) - Math.log(all - heads + 1);
  }
  return Math.min(1, tail);
}
