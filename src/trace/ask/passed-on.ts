import { type Fraction, type Row, subtractFractions, ZERO } from '../../foundation/index.js';
import { type EndState, type ValueTrace } from '../provenance/value-trace.js';
import { addUp } from './add-up.js';

/** Ways in which value ends with the very transfer that carries it, at who paid it. A fee is no part of a step. */
const ENDS_WITH_STEP: ReadonlySet<EndState> = new Set<EndState>(['cash-out', 'left-data']);

/** What each step of a trace carried on, without what ended with it at who paid it. O(steps + ends). */
export function* passedOnBySteps({
  steps,
  ends,
}: Pick<ValueTrace, 'steps' | 'ends'>): Generator<{ readonly row: Row; readonly amount: Fraction }, void> {
  const ended = new Map<string, Fraction>();
  for (const { row, asserted, state, amount } of ends) {
    if (row === undefined || !ENDS_WITH_STEP.has(state)) continue;
    const key = stepKey(row, asserted);
    ended.set(key, addUp(ended.get(key) ?? ZERO, amount));
  }
  for (const { row, amount, asserted } of steps) {
    const withIt = ended.get(stepKey(row, asserted));
    yield { row, amount: withIt === undefined ? amount : subtractFractions(amount, withIt) };
  }
}

function stepKey(row: Row, asserted: boolean): string {
  return `${row} ${asserted}`;
}
