import { type FlowFeatures } from '../../features/index.js';
import { DAY_MS } from '../../foundation/index.js';
import { type ConvergenceParameters } from './convergence-parameters.js';
import { type ReducedReason } from './convergence.js';

/** Relations by which members pay outsiders what looks like their living, one for each person paid. */
export function findLivings(
  payers: Iterable<number>,
  insiders: ReadonlySet<number>,
  { relations }: FlowFeatures,
  living: Uint8Array,
): number[] {
  const byPerson = new Map<number, number>();
  for (const payer of payers) {
    for (let relation = relations.outStarts[payer]!; relation < relations.outStarts[payer + 1]!; relation++) {
      const person = relations.beneficiary[relation]!;
      if (living[relation] === 1 && !insiders.has(person)) byPerson.set(person, relation);
    }
  }
  return [...byPerson.values()];
}

/**
 * min(0, ln Poisson(livings; 1) - ln Poisson(livings; members)): a group of fees pays one living in all, a business about
 * one for each account. No living found says nothing, as not every business pays wages from the accounts seen.
 */
export function payrollNats(livings: number, members: number): number {
  return Math.min(0, members - 1 - livings * Math.log(members));
}

/** Why a payroll could not show in this file. Empty = it could. */
export function payrollGaps(
  { graph, relations }: FlowFeatures,
  { payrollDays }: ConvergenceParameters,
): ReducedReason[] {
  const { precision } = graph.ledger;
  const gaps: ReducedReason[] = [];
  if (precision === 'order' || precision === 'step') gaps.push('noClock');
  else if (relations.endMs - relations.startMs < payrollDays * DAY_MS) gaps.push('shortPeriod');
  if (!relations.standing.includes(1)) gaps.push('noStanding');
  return gaps;
}
