import { DAY_MS, type Account } from '../../foundation/index.js';
import { type LanePassage } from '../passage/lane-passage.js';
import { balanceIntegral, rebuildBalance } from './rebuilt-balance.js';
import { atLeastShare, atMostShare, type ExactShare, shownShare } from '../numbers/exact-share.js';
import { monthOf, monthStartMs } from '../time/calendar-month.js';

/** A calendar month in which nearly all credits left fast and little was kept. Positions of credits; `to` exclusive. */
export interface PassThroughMonth {
  readonly month: number;
  readonly from: number;
  readonly to: number;
  readonly firstPiece: number;
  readonly endPiece: number;
  readonly outRatio: number;
  /** Time-weighted mean balance over the month's credits. */
  readonly balanceRatio: number;
}

/** The three conditions of a month. */
export interface MonthRule {
  readonly minMonths: number;
  readonly minOutRatio: ExactShare;
  readonly maxBalance: ExactShare;
  readonly creditsFirst: boolean;
  /** First and last instant of the data; months are clipped to them. */
  readonly startOfDataMs: number;
  readonly endOfDataMs: number;
}

/** A node in one currency, with the months that meet the conditions. */
export interface PassThroughNode {
  readonly account: Account;
  readonly passage: LanePassage;
  readonly months: readonly PassThroughMonth[];
}

/**
 * Months of the lane that meet all three conditions; empty unless there are at least `minMonths`. The balance is rebuilt
 * only where the two cheaper conditions already hold often enough.
 */
export function passThroughMonths(passage: LanePassage, rule: MonthRule): PassThroughMonth[] {
  const { lane } = passage;
  const fast: Omit<PassThroughMonth, 'balanceRatio'>[] = [];
  for (let from = 0; from < lane.creditTimeMs.length;) {
    const month = monthOf(lane.creditTimeMs[from]!);
    const endMs = monthStartMs(month + 1);
    let to = from;
    while (to < lane.creditTimeMs.length && lane.creditTimeMs[to]! < endMs) to++;
    if (passage.medianIsFast(from, to)) {
      const { first, end } = passage.piecesUntil(from, to, endMs + passage.limitMs);
      const [passed, credited] = [passage.passedMinor({ first, end }), passage.creditedMinor(from, to)];
      if (atLeastShare(passed, credited, rule.minOutRatio)) {
        fast.push({ month, from, to, firstPiece: first, endPiece: end, outRatio: shownShare(passed, credited) });
      }
    }
    from = to;
  }
  if (fast.length < rule.minMonths) return [];
  const balance = rebuildBalance(lane, rule.creditsFirst);
  const dayEndMs = lane.wholeDays ? DAY_MS : 0;
  const months: PassThroughMonth[] = [];
  for (const one of fast) {
    const startMs = Math.max(monthStartMs(one.month), rule.startOfDataMs);
    const endMs = Math.min(monthStartMs(one.month + 1), rule.endOfDataMs + dayEndMs);
    const integral = balanceIntegral(balance, startMs, endMs);
    const whole = passage.creditedMinor(one.from, one.to) * BigInt(Math.max(endMs - startMs, 0));
    if (atMostShare(integral, whole, rule.maxBalance))
      months.push({ ...one, balanceRatio: shownShare(integral, whole) });
  }
  return months.length < rule.minMonths ? [] : months;
}
