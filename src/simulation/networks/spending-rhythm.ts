import { type BroadPlan } from './broad-plan.js';
import { type Range } from './leaning.js';
import { type Operator } from './operator.js';

/** Days between which a head, and somebody who evens out in bulk, usually sees to the money [choice]. */
export const HEADS_EVERY: Range = [3, 12];
export const BULK_EVERY: Range = [6, 15];

/** The usual days, or fewer where a holding time was asked for; a day at least. */
export function rhythmOf(plan: BroadPlan, operator: Operator, usual: Range): Range {
  if (!plan.holdFixed) return usual;
  const most = Math.max(1, operator.holdHours / 24);
  return [Math.min(most, usual[0]), Math.min(most, usual[1])];
}

/** The holding time of a collector as days. */
export function ownRhythm(holder: Operator): Range {
  const days = Math.max(1, holder.holdHours / 24);
  return [days * 0.3, days];
}
