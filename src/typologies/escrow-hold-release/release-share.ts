import { type ExactShare } from '../numbers/exact-share.js';

/** What was paid out of what was received, in minor units. */
export interface Share {
  readonly receivedMinor: bigint;
  readonly paidMinor: bigint;
}

/** By paid / received, exactly. Doubles settle all but the close calls. */
export function compareShares(left: Share, right: Share): number {
  const difference = shareOf(left) - shareOf(right);
  if (Math.abs(difference) > 1e-9) return difference;
  const exact = left.paidMinor * right.receivedMinor - right.paidMinor * left.receivedMinor;
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}

/** Whether two shares are at most `spread` apart, exactly. */
export function isNear(one: Share, other: Share, { numerator, denominator }: ExactShare): boolean {
  const difference = one.paidMinor * other.receivedMinor - other.paidMinor * one.receivedMinor;
  const apart = difference < 0n ? -difference : difference;
  return apart * denominator <= numerator * one.receivedMinor * other.receivedMinor;
}

/** For showing and for close enough comparisons. */
export function shareOf({ receivedMinor, paidMinor }: Share): number {
  return Number(paidMinor) / Number(receivedMinor);
}
