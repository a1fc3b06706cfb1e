import { type NumberPlan } from './row-plan.js';

/** How numbers are written, for messages. */
export function describeNumbers(numbers: NumberPlan): string {
  const form = numbers.scientific ? 'a decimal number' : 'a decimal number without exponent';
  const thousands = numbers.thousandsMark === '' ? 'no thousands mark' : `thousands mark "${numbers.thousandsMark}"`;
  return `${form}, decimal mark "${numbers.decimalMark}", ${thousands}`;
}
