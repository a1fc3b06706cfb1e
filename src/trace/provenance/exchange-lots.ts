import { type Arithmetic } from '../holdings/arithmetic.js';
import { type Lot } from '../holdings/lot.js';

/**
 * Lots in another currency: each times the exact ratio of the two booked amounts, no outside rate.
 *
 * @param paid sum of the lots
 * @param received what they became
 */
export function exchangeLots<Q>(arithmetic: Arithmetic<Q>, lots: readonly Lot<Q>[], paid: Q, received: Q): Lot<Q>[] {
  const shares = arithmetic.share(
    received,
    lots.map(({ amount }) => amount),
    paid,
  );
  const exchanged: Lot<Q>[] = [];
  lots.forEach((lot, at) => {
    if (!arithmetic.isZero(shares[at]!)) exchanged.push({ ...lot, amount: shares[at]! });
  });
  return exchanged;
}
