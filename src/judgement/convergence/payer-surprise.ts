/**
 * How surprising it is that `marked` of an account's `payers` made an exceptional payment, if each did with the file's own
 * share: payers * KL(marked/payers || share), in nats, 0 where they are not more than that share.
 *
 * exp(-surprise) bounds the chance of as many or more from above (Chernoff bound of the binomial tail; W. Hoeffding, J. Amer.
 * Statist. Assoc. 58 (1963), 13-30). It takes payers as independent, which relatives are not: hence at least three.
 */
export function payerSurprise(marked: number, payers: number, share: number): number {
  if (payers === 0 || marked / payers <= share) return 0;
  if (share <= 0) return 0;
  const observed = marked / payers;
  const rest = 1 - observed;
  return payers * (observed * Math.log(observed / share) + (rest > 0 ? rest * Math.log(rest / (1 - share)) : 0));
}
