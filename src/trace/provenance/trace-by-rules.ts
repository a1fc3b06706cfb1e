import {
  type Account,
  addFractions,
  compareFractions,
  type Fraction,
  type Watched,
  watchSteps,
  ZERO,
} from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { reachTrace } from './reach-trace.js';
import { runRule } from './run-rule.js';
import { requireRule, type TraceClaim, type TraceOptions, traceSettings } from './trace-options.js';
import { planTrace } from './trace-plan.js';
import { END_STATES, type EndState, type ValueTrace } from './value-trace.js';
import { type TracingRule } from '../holdings/tracing-rules.js';

/** What the rules that were run attribute to one destination. */
export interface DestinationRange {
  readonly state: EndState;
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /** One amount per trace, in the order of the traces; undefined for `poison`, which attributes none. */
  readonly amounts: readonly (Fraction | undefined)[];
  readonly lowest: Fraction;
  readonly highest: Fraction;
}

/** One claim followed by several rules. */
export interface RuleComparison {
  readonly traces: readonly ValueTrace[];
  /** By state, account, currency. */
  readonly rangeByDestination: readonly DestinationRange[];
}

/** {@link TraceOptions} for several rules; whoever watches is told of each. */
export interface RuleComparisonOptions extends Omit<TraceOptions, 'rule'>, Watched {
  /** Default fifo, lifo, pro-rata, lowest-intermediate-balance, taint-first. */
  readonly rules?: readonly TracingRule[];
}

const USUAL_RULES: readonly TracingRule[] = Object.freeze([
  'fifo',
  'lifo',
  'pro-rata',
  'lowest-intermediate-balance',
  'taint-first',
]);

/**
 * Follows one claim by several rules and shows the range per destination. Tracing rules are conventions: none of the
 * figures is "the" amount, and no rule is a bound for a whole trace; the range is over the rules that were run.
 *
 * Cost: one trace for each rule.
 *
 * @throws as `traceValue`; the reason of `signal`
 */
export function traceByRules(
  graph: TemporalGraph,
  claim: TraceClaim,
  options: RuleComparisonOptions = {},
): RuleComparison {
  const { rules = USUAL_RULES, onProgress, signal, ...others } = options;
  const step = watchSteps({ onProgress, signal });
  rules.forEach(requireRule);
  const plans = planTrace(graph, claim, traceSettings(others), rules);
  const traces = rules.map((rule, done) => {
    step(`tracing by ${rule}`, done, rules.length, 'rules');
    return rule === 'poison' ? reachTrace(plans) : runRule(plans, rule);
  });
  return { traces, rangeByDestination: rangeByDestination(traces) };
}

function rangeByDestination(traces: readonly ValueTrace[]): DestinationRange[] {
  const found = new Map<string, { state: EndState; account: Account; currency: number; amounts: Fraction[] }>();
  traces.forEach((trace, at) => {
    for (const { state, account, currency, amount } of trace.ends) {
      const key = `${state} ${account} ${currency}`;
      const entry = found.get(key) ?? { state, account, currency, amounts: traces.map(() => ZERO) };
      entry.amounts[at] = addFractions(entry.amounts[at]!, amount);
      found.set(key, entry);
    }
  });
  const attributed = traces.map(({ measure }) => measure === 'attributed');
  return [...found.values()]
    .sort(
      (a, b) =>
        END_STATES.indexOf(a.state) - END_STATES.indexOf(b.state) || a.account - b.account || a.currency - b.currency,
    )
    .map(({ amounts, ...destination }) => {
      const sorted = amounts.filter((_, at) => attributed[at]).sort(compareFractions);
      const shown = amounts.map((amount, at) => (attributed[at] === true ? amount : undefined));
      return { ...destination, amounts: shown, lowest: sorted[0]!, highest: sorted.at(-1)! };
    });
}
