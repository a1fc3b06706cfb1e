import { compareFractions, type Fraction, ZERO } from '../../foundation/index.js';
import { addUp } from './add-up.js';
import { type TraceAssumption, type ValueTrace } from '../provenance/value-trace.js';

/** What a trace had to suppose, summed up so that it names nobody. */
export interface AssumptionSummary {
  readonly kind: TraceAssumption['kind'];
  /** Index into the ledger's currencies; undefined where the assumption is not about money. */
  readonly currency: number | undefined;
  /** How often it was made. */
  readonly count: number;
  readonly amount: Fraction;
}

/**
 * Assumptions by kind and currency, under the rule that made most of each. Opening balances are of every account that the
 * trace ran through. O(assumptions).
 */
export function summariseAssumptions(traces: readonly ValueTrace[]): AssumptionSummary[] {
  const largest = new Map<string, AssumptionSummary>();
  for (const { assumptions } of traces) {
    const sums = new Map<string, AssumptionSummary>();
    for (const { kind, currency, amount } of assumptions) {
      const key = `${kind} ${currency ?? ''}`;
      const sum = sums.get(key) ?? { kind, currency, count: 0, amount: ZERO };
      sums.set(key, { ...sum, count: sum.count + 1, amount: addUp(sum.amount, amount ?? ZERO) });
    }
    for (const [key, sum] of sums) {
      const known = largest.get(key);
      if (known === undefined || compareFractions(sum.amount, known.amount) > 0 || sum.count > known.count) {
        largest.set(key, sum);
      }
    }
  }
  return [...largest].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, sum]) => sum);
}
