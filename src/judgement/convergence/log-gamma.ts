/** Lanczos coefficients for g = 7, nine terms; relative error below 1e-14 for x > 0. */
const LANCZOS: readonly number[] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Natural logarithm of the gamma function, for x > 0: ln (x - 1)! at whole numbers.
 * Source: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964), 86-96, with P. Godfrey's coefficients.
 */
export function logGamma(x: number): number {
  const z = x - 1;
  const base = z + 7.5;
  let series = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) series += LANCZOS[i]! / (z + i);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(series);
}

/** ln of the number of ways to choose `chosen` of `all` things, 0 <= chosen <= all. */
export function logChoose(all: number, chosen: number): number {
  if (chosen === 0 || chosen === all) return 0;
  return logGamma(all + 1) - logGamma(chosen + 1) - logGamma(all - chosen + 1);
}

/** ln of the Beta(a, b) density at a share 0..1, against the uniform density, which is 1; -Infinity where it is 0. */
export function logBetaDensity(share: number, a: number, b: number): number {
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  const left = a === 1 ? 0 : (a - 1) * Math.log(share);
  const right = b === 1 ? 0 : (b - 1) * Math.log1p(-share);
  return scale + left + right;
}
