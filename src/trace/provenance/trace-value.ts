import { type TemporalGraph } from '../../graph/index.js';
import { reachTrace } from './reach-trace.js';
import { runRule } from './run-rule.js';
import { type TraceClaim, type TraceOptions, traceSettings } from './trace-options.js';
import { planTrace } from './trace-plan.js';
import { type ValueTrace } from './value-trace.js';

/**
 * Follows claimed value through the accounts it was mixed in, by one rule. Nothing is dropped: the ends add up to the
 * claim, and every run is checked for it. Tracing rules are conventions; another rule gives another result. This is no
 * finding of ownership.
 *
 * Only accounts that claimed value can have reached are kept (all accounts for the two rules that ask when money was first
 * seen). About O(transfers) for `fifo` and `lifo`; the others pay for each origin that is kept apart.
 *
 * @returns no steps and no ends if the claim moves no money
 * @throws UsageError `trace-claim`, `asserted-link`, `opening-balance`, `tracing-rule`, `option-range`, `unknown-option`
 */
export function traceValue(graph: TemporalGraph, claim: TraceClaim, options: TraceOptions = {}): ValueTrace {
  const settings = traceSettings(options);
  const { rule } = settings;
  const plans = planTrace(graph, claim, settings, [rule]);
  return rule === 'poison' ? reachTrace(plans) : runRule(plans, rule);
}
