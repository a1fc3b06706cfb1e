import { type FlowFeatures } from '../../features/index.js';
import { type ConvergenceParameters } from './convergence-parameters.js';
import { type Convergence } from './convergence.js';

/**
 * Leaves out of each lead the members who made an exceptional payment out of money of their own (marked for less than `carried` of it)
 * to a gatherer of another lead: they may be somebody who pays for a journey there. They are counted, and never named.
 */
export function withholdPayers(
  convergences: readonly Convergence[],
  { relations, exceptional, marked }: FlowFeatures,
  values: ConvergenceParameters,
): Convergence[] {
  const leadsOf = new Map<number, number[]>();
  convergences.forEach(({ verdict, gatherers }, lead) => {
    if (verdict === 'lead')
      for (const gatherer of gatherers) leadsOf.set(gatherer, [...(leadsOf.get(gatherer) ?? []), lead]);
  });
  const paysAnother = (account: number, own: number): boolean => {
    for (let relation = relations.outStarts[account]!; relation < relations.outStarts[account + 1]!; relation++) {
      if (exceptional.exceptional[relation] === 0) continue;
      if (marked.carried[relation]! >= values.carried * relations.total[relation]!) continue;
      if (leadsOf.get(relations.beneficiary[relation]!)?.some((lead) => lead !== own) === true) return true;
    }
    return false;
  };
  return convergences.map((convergence, own) => {
    if (convergence.verdict !== 'lead') return convergence;
    const members = new Set([...convergence.receivers, ...convergence.gatherers, ...convergence.between]);
    const withheld = [...members].filter((account) => paysAnother(account, own)).sort((a, b) => a - b);
    if (withheld.length === 0) return convergence;
    const without = (list: readonly number[]): number[] => list.filter((account) => !withheld.includes(account));
    const { receivers, gatherers, between } = convergence;
    return {
      ...convergence,
      withheld,
      receivers: without(receivers),
      gatherers: without(gatherers),
      between: without(between),
    };
  });
}
