import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { atLeast } from '../at-least.js';
import { type ScoreParameters } from '../score-parameters.js';
import { fedBy } from './fed-by.js';

/** Positions in the flow of exceptional money that can make an account an operator: gathers, carries, is fed. */
export type OperatorRule = 'O1' | 'O2' | 'O3';

/**
 * The position of an account, the first that holds; undefined: it may not be listed at all, and paying is none of them.
 *
 * - `O1` gathers: from two payers, and a fifth of all its payers, for whom that is exceptional.
 * - `O2` carries: exceptional money that somebody who gathers sent is a good part of what it receives, and it pays a good part of
 *   that on. From one exceptional payer alone it may be a gift, a loan or a sale.
 * - `O3` is fed: by two gathering accounts that are most of what it lives on.
 *
 * O(relations of the account).
 */
export function listingPosition(
  features: FlowFeatures,
  facts: AccountFacts,
  { account, parameters }: { readonly account: Account; readonly parameters: ScoreParameters },
): OperatorRule | undefined {
  const { totalIn, markedIn, markedOut } = features.marked;
  const taken = facts.exceptionalPayers[account]!;
  const gathers =
    taken >= parameters.listedPayers && atLeast(taken, parameters.listedPayersShare * facts.payers[account]!);
  if (gathers) return 'O1';
  const carries =
    markedIn[account]! > 0 &&
    facts.feeders[account]! > 0 &&
    atLeast(markedIn[account]!, parameters.listedMarkedIn * totalIn[account]!) &&
    atLeast(markedOut[account]!, parameters.listedMarkedPassed * markedIn[account]!);
  if (carries) return 'O2';
  if (facts.feeders[account]! < parameters.listedGatherers) return undefined;
  return fedBy(features, account, (payer) => facts.gatherer[payer] === 1, parameters) ? 'O3' : undefined;
}
