import { DAY_MS, InvariantError, parseExactDecimal } from '../../foundation/index.js';
import { type Currency } from '../../ledger/index.js';
import { monthOf } from '../time/calendar-month.js';
import { type ExactShare } from '../numbers/exact-share.js';
import { type ThresholdRule } from './thresholds.js';

/** A transaction of one person under one rule: channel, place and currency already match. */
export interface RuledAmount {
  readonly timeMs: number;
  readonly minor: bigint;
}

/** The rule's amount in minor units; a scale finer than the rule's own digits is what ledgers need. */
export function thresholdMinor(rule: ThresholdRule, scale: number): bigint {
  const decimal = parseExactDecimal(rule.amount);
  if (decimal === undefined || decimal.decimals > scale) {
    throw new InvariantError(
      'threshold-amount',
      `Expected ${rule.id} to fit ${scale} decimals but received ${rule.amount}`,
    );
  }
  return decimal.mantissa * 10n ** BigInt(scale - decimal.decimals);
}

/** Whether the rule catches an amount or a sum. */
export function ruleCatches(rule: ThresholdRule, minor: bigint, limitMinor: bigint): boolean {
  return rule.operator === '>' ? minor > limitMinor : minor >= limitMinor;
}

/** Whether the rule is in force at an instant; unknown dates do not exclude. */
export function isInForce({ validFromMs, validToMs }: ThresholdRule, timeMs: number): boolean {
  return (validFromMs === null || timeMs >= validFromMs) && (validToMs === null || timeMs < validToMs);
}

/**
 * Whether one person's transactions must be reported under the rule, with its way of adding up: not at all, within a
 * rolling 24 hours (inclusive), by UTC day as the business day, or by UTC month. Does not look at validity.
 */
export function isReportable(rule: ThresholdRule, amounts: readonly RuledAmount[], currency: Currency): boolean {
  const limit = thresholdMinor(rule, currency.scale);
  if (rule.aggregation === 'none') return amounts.some(({ minor }) => ruleCatches(rule, minor, limit));
  if (rule.aggregation === '24h') {
    return amounts.some(({ timeMs: start }) => {
      const within = amounts.filter(({ timeMs }) => timeMs >= start && timeMs - start <= DAY_MS);
      return ruleCatches(rule, total(within), limit);
    });
  }
  const periodOf = rule.aggregation === 'month' ? monthOf : (timeMs: number): number => Math.floor(timeMs / DAY_MS);
  const sums = new Map<number, bigint>();
  for (const { timeMs, minor } of amounts) sums.set(periodOf(timeMs), (sums.get(periodOf(timeMs)) ?? 0n) + minor);
  return [...sums.values()].some((sum) => ruleCatches(rule, sum, limit));
}

function total(amounts: readonly RuledAmount[]): bigint {
  return amounts.reduce((sum, { minor }) => sum + minor, 0n);
}

/** Bands around a threshold: `low` escapes the rule by at most the width, `high` is caught by at most the width. */
export interface ThresholdBands {
  readonly limitMinor: bigint;
  /** Least and greatest amount of the low band. */
  readonly lowFrom: bigint;
  readonly lowTo: bigint;
  /** Least and greatest amount of the high band. */
  readonly highFrom: bigint;
  readonly highTo: bigint;
}

/** Bands of the relative width `d`: [(1-d)h, h] without what the rule catches, and what it catches up to (1+d)h. */
export function thresholdBands(rule: ThresholdRule, scale: number, width: ExactShare): ThresholdBands {
  const limitMinor = thresholdMinor(rule, scale);
  const margin = limitMinor * width.numerator;
  const exact = limitMinor * width.denominator;
  const lowFrom = (exact - margin + width.denominator - 1n) / width.denominator;
  const highTo = (exact + margin) / width.denominator;
  const highFrom = rule.operator === '>' ? limitMinor + 1n : limitMinor;
  return { limitMinor, lowFrom, lowTo: highFrom - 1n, highFrom, highTo };
}
