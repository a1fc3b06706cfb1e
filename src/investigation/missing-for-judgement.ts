import { type Ledger } from '../ledger/index.js';

/**
 * What a ledger lacks for features and judgement, in words of the data; empty = nothing. Both follow amounts through time:
 * without either they cannot be made, and say so.
 */
export function missingForJudgement(ledger: Ledger): string[] {
  const hasClock = ledger.precision !== 'order' && ledger.precision !== 'step';
  return [...(ledger.hasAmounts ? [] : ['amount']), ...(hasClock ? [] : ['time'])];
}
