import { type AccountFacts, type FlowFeatures } from '../features/index.js';
import { type Account } from '../foundation/index.js';

/**
 * The rules that can make an account an operator, by number. Each is a position in the flow of exceptional money; paying
 * is none of them. An account must besides belong to a group that was judged to be a lead.
 */
export const OPERATOR_RULES = Object.freeze({
  O1: 'gathers: at least two accounts paid it what is exceptional for them',
  O2: 'carries: somebody who gathers feeds it, a good part of what it received is exceptional money, and it passed a good part of that on',
  O3: 'is fed: at least two accounts that gather send it a noticeable share of the exceptional money they received',
});
export type OperatorRule = keyof typeof OPERATOR_RULES;

/** What the rules ask for at least; the parameters of the protection of payers. */
export interface OperatorRuleValues {
  readonly listedPayers: number;
  readonly listedMarkedIn: number;
  readonly listedMarkedPassed: number;
  readonly listedGatherers: number;
}

/** The first rule that holds for an account, or undefined: such an account may not be listed at all. */
export function operatorRule(
  { marked }: FlowFeatures,
  facts: AccountFacts,
  { account, values }: { readonly account: Account; readonly values: OperatorRuleValues },
): OperatorRule | undefined {
  if (facts.exceptionalPayers[account]! >= values.listedPayers) return 'O1';
  const markedIn = marked.markedIn[account]!;
  const carries =
    markedIn > 0 &&
    facts.feeders[account]! > 0 &&
    markedIn >= values.listedMarkedIn * marked.totalIn[account]! &&
    marked.markedOut[account]! >= values.listedMarkedPassed * markedIn;
  if (carries) return 'O2';
  return facts.feeders[account]! >= values.listedGatherers ? 'O3' : undefined;
}
