import { type ExactShare } from '../numbers/exact-share.js';

/** What was paid out of what was received, in minor units. */
export interface Share {
  readonly receivedMinor: bigint;
  readonly paidMinor: bigint;
}

/** Shares that doubles tell to be farther apart than this are: they round to within 1e-15 of a share. */
const CLOSE = 1e-9;

/** By paid / received, exactly. Doubles settle all but the close calls. */
export function compareShares(left: Share, right: Share): number {
  const difference = shareOf(left) - shareOf(right);
  return Math.abs(difference) > CLOSE ? difference : compareExactly(left, right);
}

function compareExactly(left: Share, right: Share): number {
  const exact = left.paidMinor * right.receivedMinor - right.paidMinor * left.receivedMinor;
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}

/** The lower median of shares, at least one. The earliest of equal ones. */
export function medianShare(shares: readonly Share[]): Share {
  const rounded = Float64Array.from(shares, shareOf);
  const order = Array.from(shares.keys()).sort((a, b) => {
    const difference = rounded[a]! - rounded[b]!;
    return Math.abs(difference) > CLOSE ? difference : compareExactly(shares[a]!, shares[b]!);
  });
  return shares[order[(shares.length - 1) >> 1]!]!;
}

/** Whether two shares, neither above 1, are at most `spread` apart, exactly. */
export function isNear(one: Share, other: Share, spread: ExactShare): boolean {
  return nearnessTo(other, spread)(one.receivedMinor, one.paidMinor);
}

/** {@link isNear} for many shares and one other. Doubles settle all but the close calls. */
export function nearnessTo(
  { receivedMinor, paidMinor }: Share,
  { numerator, denominator }: ExactShare,
): (received: number | bigint, paid: number | bigint) => boolean {
  const share = Number(paidMinor) / Number(receivedMinor);
  const spread = Number(numerator) / Number(denominator);
  return (received, paid) => {
    const beyond = Math.abs(Number(paid) / Number(received) - share) - spread;
    if (Math.abs(beyond) > CLOSE) return beyond < 0;
    const whole = BigInt(received);
    const difference = BigInt(paid) * receivedMinor - paidMinor * whole;
    const apart = difference < 0n ? -difference : difference;
    return apart * denominator <= numerator * whole * receivedMinor;
  };
}

/** For showing and for close enough comparisons. */
export function shareOf({ receivedMinor, paidMinor }: Share): number {
  return Number(paidMinor) / Number(receivedMinor);
}
