import { type Ledger } from '../ledger/index.js';
import { gaps, variation } from './alternatives/spread.js';
import { windowLength } from './window-length.js';

/** A payment from one account to another. */
export interface KeptPayment {
  /** In the unit of the ledger's times. */
  readonly time: number;
  /** Minor units; the nearest double in wide currencies, which is good enough for habits. */
  readonly minor: number;
}

/** What a relation is held against, in the unit of the ledger's times. */
export interface KeptSpan {
  /** From the first to the last transfer of the data. */
  readonly period: number;
  readonly day: number;
}

/** The span of a ledger; a step of a simulation counts as an hour. */
export function keptSpanOf({ columns: { timeMs }, precision }: Ledger): KeptSpan {
  return { period: (timeMs.at(-1) ?? 0) - (timeMs[0] ?? 0), day: windowLength(24, precision) };
}

/** Least number of occasions that shows a repetition. */
const REPEATED = 3;
/** Half of the file: what lasts longer is no campaign inside it. */
const STANDING_SHARE = 0.5;
/** Clearly steadier than payments at random, whose gaps vary by 1. Wages vary by a few per cent, months by three days. */
const MOST_AMOUNT_VARIATION = 1 / 3;
const MOST_GAP_VARIATION = 1 / 2;

/**
 * Whether payments of one account to another look like keeping it: a wage, a pension, a rent, help for a relative. With
 * payments less than a day apart taken as one occasion, there are at least three, and
 * - *standing*: from the first to the last it is at least half of the period of the data; or
 * - *regular*: amounts vary by less than a third and gaps by less than a half (standard deviation over mean).
 *
 * A single payment of a wage cannot be told from any other: data of a few weeks show nobody kept.
 *
 * @param payments in one currency, by time
 */
export function isKeptRelation(payments: readonly KeptPayment[], { period, day }: KeptSpan): boolean {
  if (payments.length < REPEATED) return false;
  const amounts: number[] = [];
  const times: number[] = [];
  let latest = -Infinity;
  for (const { time, minor } of payments) {
    if (time - latest < day) amounts[amounts.length - 1]! += minor;
    else {
      amounts.push(minor);
      times.push(time);
    }
    latest = time;
  }
  if (times.length < REPEATED) return false;
  if (latest - times[0]! >= STANDING_SHARE * period) return true;
  return variation(amounts) < MOST_AMOUNT_VARIATION && variation(gaps(times)) < MOST_GAP_VARIATION;
}
