import { type OperatorRule } from '../judgement/index.js';

/**
 * The rules that can make an account an operator, by number (`listingPosition`). Each is a position in the flow of exceptional
 * money; paying is none of them. An account must besides belong to a group that was judged to be a lead.
 */
export const OPERATOR_RULES = Object.freeze({
  O1: 'gathers: at least two accounts, and a fifth of those that pay it, paid it what is exceptional for them',
  O2: 'carries: somebody who gathers feeds it, a good part of what it received is exceptional money, and it passed a good part of that on',
  O3: 'is fed: at least two accounts that gather send it a noticeable share of the exceptional money they received, and are most of what it lives on',
} satisfies Record<OperatorRule, string>);
