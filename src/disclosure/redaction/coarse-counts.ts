import { SMALLEST_GROUP } from '../document/case-format.js';
import { roundedNumber } from './coarse-amounts.js';

/** Counts from here on are told with two significant digits. */
const LARGE = 100;

/**
 * A count for everybody: 0 below three, then the multiple of three below it, from 100 on two significant digits, rounded down. So
 * the difference of two counts, or of the same count in two publications, does not tell a person apart for certain. 0 means
 * "under three, or not told".
 */
export function toPublicCount(count: number): number {
  if (count < SMALLEST_GROUP) return 0;
  if (count < LARGE) return count - (count % SMALLEST_GROUP);
  const unit = 10 ** (Math.floor(Math.log10(count) + 1e-12) - 1);
  return Math.floor(count / unit) * unit;
}

/** A count for a partner, where it could tell which file this is: two significant digits. */
export function toPartnerCount(count: number): number {
  return roundedNumber(count);
}

/** Scores and weights with one decimal: sixteen digits of one are as good as a name. */
export function toOneDecimal(value: number): number {
  return Math.round(10 * value) / 10 + 0;
}
