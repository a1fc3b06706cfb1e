import { type Fraction, ZERO } from '../../foundation/index.js';
import { END_STATES, type EndState, type TraceEnd, type ValueTrace } from '../provenance/value-trace.js';
import { addUp } from './add-up.js';
import { type AmountRange, amountRange } from './amount-range.js';

/** How much of a claim ended in one way, in one currency. */
export interface EndTotal {
  readonly state: EndState;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  readonly amounts: AmountRange;
}

/**
 * Totals by end state and currency, in the order of {@link END_STATES}; states in which nothing ended are left out. Of all
 * ends, or only of those that `counts` accepts.
 */
export function endTotals(traces: readonly ValueTrace[], counts: (end: TraceEnd) => boolean = () => true): EndTotal[] {
  const rules = traces.map(({ rule }) => rule);
  const sums = new Map<EndState, Map<number, Fraction[]>>();
  traces.forEach(({ ends }, rule) => {
    for (const end of ends) {
      if (!counts(end)) continue;
      const { state, currency, amount } = end;
      const byCurrency = sums.get(state) ?? new Map<number, Fraction[]>();
      const byRule = byCurrency.get(currency) ?? rules.map(() => ZERO);
      byRule[rule] = addUp(byRule[rule]!, amount);
      sums.set(state, byCurrency.set(currency, byRule));
    }
  });
  return END_STATES.flatMap((state) =>
    [...(sums.get(state) ?? [])]
      .sort((a, b) => a[0] - b[0])
      .map(([currency, byRule]) => ({ state, currency, amounts: amountRange(rules, byRule) })),
  );
}
