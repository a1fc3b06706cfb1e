import { type FlowFeatures } from '../../features/index.js';
import { logBetaDensity } from './log-gamma.js';
import { type ConvergenceParameters } from './convergence-parameters.js';

/** What feeders gathered and what of it went on inside the group, in units, with the relations that carried it. */
export interface MeasuredPassage {
  readonly gathered: number;
  readonly inside: number;
  readonly share: number;
  readonly relations: readonly number[];
}

/** Marked money that came to the feeders, and that they paid to members. O(relations out of the feeders). */
export function measurePassage(
  feeders: readonly number[],
  members: ReadonlySet<number>,
  { relations, marked }: FlowFeatures,
): MeasuredPassage {
  let gathered = 0;
  let inside = 0;
  const chosen: number[] = [];
  for (const feeder of feeders) {
    gathered += marked.markedIn[feeder]!;
    for (let relation = relations.outStarts[feeder]!; relation < relations.outStarts[feeder + 1]!; relation++) {
      if (!(marked.carried[relation]! > 0) || !members.has(relations.beneficiary[relation]!)) continue;
      inside += marked.carried[relation]!;
      chosen.push(relation);
    }
  }
  return { gathered, inside, share: Math.min(1, inside / gathered), relations: chosen };
}

/**
 * How much likelier a share is for fees on their way than for any account: ln Beta(share; left, kept), of which the part
 * beyond the mode is levelled: ln Beta(min(share, mode)). The density falls there because some commission is expected, but
 * passing on more must never speak for the innocent reading. Unbounded below.
 */
export function passageNats(share: number, { passageLeft, passageKept }: ConvergenceParameters): number {
  const mode = passageKept <= 1 ? 1 : (passageLeft - 1) / (passageLeft + passageKept - 2);
  return logBetaDensity(Math.min(share, mode), passageLeft, passageKept);
}
