import { compareFractions, type Fraction, ZERO } from '../../foundation/index.js';
import { type TracingRule } from '../holdings/tracing-rules.js';

/**
 * One amount under each rule that was run, and how far the rules are apart. Poison is a reach and no amount: it has a
 * place in `byRule`, none in the range, unless it is the only rule.
 */
export interface AmountRange {
  /** In the order of the rules. Minor units. */
  readonly byRule: readonly Fraction[];
  readonly lowest: Fraction;
  readonly highest: Fraction;
}

/** The range of amounts given in the order of the rules. */
export function amountRange(rules: readonly TracingRule[], byRule: readonly Fraction[]): AmountRange {
  const measured = byRule.filter((_, i) => rules[i] !== 'poison');
  const [first = ZERO, ...others] = measured.length > 0 ? measured : byRule;
  let lowest = first;
  let highest = first;
  for (const amount of others) {
    if (compareFractions(amount, lowest) < 0) lowest = amount;
    if (compareFractions(amount, highest) > 0) highest = amount;
  }
  return { byRule, lowest, highest };
}
