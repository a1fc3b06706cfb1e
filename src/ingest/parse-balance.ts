import { type ParsedAmount, parseAmount } from './parse-amount.js';
import { type NumberPlan } from './row-plan.js';

/** Reads what an account held, which may end in a letter for the side it is on (`1,200.00 Dr`); undefined if it cannot. */
export function parseBalance(text: string, numbers: NumberPlan): ParsedAmount | undefined {
  const [, digits, side = ''] = /^(.*?)(?: *(cr|dr|h|s)\.?)?$/isu.exec(text)!;
  const amount = parseAmount(digits!, numbers);
  return amount !== undefined && /^(?:dr|s)$/i.test(side) ? { ...amount, negative: !amount.negative } : amount;
}
