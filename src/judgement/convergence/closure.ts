import { type FlowFeatures, surprise } from '../../features/index.js';
import { type Conduits } from './conduits.js';

/** How far an account lives on a group, both shares 0..1. */
export interface Closure {
  /** Share of all value that came in. */
  readonly value: number;
  /** Share of all accounts that pay it. */
  readonly payers: number;
}

/**
 * Shares of an account's inflow and of its payers that belong to a group. If the account is a gatherer of its own, with more
 * exceptional payers than the whole file would show by chance (surprise > ln accounts), these count with the group: a
 * coordinator may also collect. O(payers).
 */
export function closureOf(
  account: number,
  members: ReadonlySet<number>,
  { relations, exceptional, marked }: FlowFeatures,
  { isGatherer, markedPayers, payers, active }: Conduits,
): Closure {
  const beyond = surprise(markedPayers[account]!, payers[account]!, exceptional.share);
  const collects = isGatherer(account) && beyond > Math.log(active);
  let value = 0;
  let count = 0;
  for (let k = relations.inStarts[account]!; k < relations.inStarts[account + 1]!; k++) {
    const relation = relations.inRelations[k]!;
    const isMember = members.has(relations.payer[relation]!);
    if (!isMember && !(collects && exceptional.exceptional[relation] === 1)) continue;
    value += relations.total[relation]!;
    count++;
  }
  return { value: value / marked.totalIn[account]!, payers: count / payers[account]! };
}
