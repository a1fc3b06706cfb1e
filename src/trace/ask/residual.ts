import { compareFractions, ZERO } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type TraceClaim } from '../provenance/trace-options.js';
import { type TracingRule } from '../holdings/tracing-rules.js';
import { type AmountRange } from './amount-range.js';
import { type TraceDestination } from './destinations.js';
import { type ForwardTrace, traceForward, type TraceForwardOptions } from './trace-forward.js';

/** What could still be seized: per account, and in all. */
export interface Residual {
  readonly rules: readonly TracingRule[];
  /** Accounts that hold traced value under some rule; see their `held`. By currency, largest highest amount first. */
  readonly holders: readonly TraceDestination[];
  /** Value held by all of them and by the accounts that the claim came from. */
  readonly totals: readonly { readonly currency: number; readonly amounts: AmountRange }[];
  readonly trace: ForwardTrace;
}

/**
 * Claimed value that is still in accounts when the data end: a {@link traceForward} and of its ends those that are held.
 *
 * Not claimed: that the money is there today, or whose it is. An account may hold it under one rule and not under another.
 * Cost: that of the trace.
 */
export function residual(graph: TemporalGraph, claim: TraceClaim, options: TraceForwardOptions = {}): Residual {
  return residualOf(traceForward(graph, claim, options));
}

/** The residual of a trace that was already made. O(destinations log). */
export function residualOf(trace: ForwardTrace): Residual {
  const holders = trace.destinations
    .filter(({ held }) => held.byRule.some((amount) => compareFractions(amount, ZERO) > 0))
    .sort(
      (a, b) =>
        a.currency - b.currency || compareFractions(b.held.highest, a.held.highest) || a.firstArrival - b.firstArrival,
    );
  const totals = trace.ends.filter(({ state }) => state === 'held');
  return { rules: trace.rules, holders, totals, trace };
}
