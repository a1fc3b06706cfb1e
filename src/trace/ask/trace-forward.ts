import { type Account, type Row, UsageError } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type RuleComparisonOptions, traceByRules } from '../provenance/trace-by-rules.js';
import { type TraceClaim } from '../provenance/trace-options.js';
import { type ValueTrace } from '../provenance/value-trace.js';
import { type TracingRule } from '../holdings/tracing-rules.js';
import { destinationsOf, type TraceDestination } from './destinations.js';
import { type EndTotal, endTotals } from './end-totals.js';

/** How {@link traceForward} follows a claim; see `traceValue`. */
export interface TraceForwardOptions extends Omit<RuleComparisonOptions, 'perOrigin'> {
  /** List only these accounts as destinations; the trace itself is the same. Default all. */
  readonly to?: Iterable<Account> | undefined;
}

/** Where claimed value went: one trace per rule, and per destination the amounts under each and their range. */
export interface ForwardTrace {
  readonly direction: 'forward';
  readonly graph: TemporalGraph;
  /** In the order in which they were asked for. */
  readonly rules: readonly TracingRule[];
  /** One per rule. */
  readonly traces: readonly ValueTrace[];
  /** Accounts that paid the claimed transfers, ascending. Node numbers, not names. */
  readonly sources: readonly Account[];
  /** The claimed transfers, ascending: the evidence of the claim. */
  readonly claimedRows: readonly Row[];
  /** Accounts that traced value came to, in the order of their first arrival. */
  readonly reached: readonly TraceDestination[];
  /** Of those, the ones asked for by `to`; all where nothing was asked for. */
  readonly destinations: readonly TraceDestination[];
  /** Where all of the claim ended, also at the accounts that it came from. */
  readonly ends: readonly EndTotal[];
  /** Of that, what ended at the accounts that it came from. The rest ended at those reached. */
  readonly endsAtSources: readonly EndTotal[];
  /** Every rule was followed to its end. */
  readonly complete: boolean;
  readonly stoppedBy: string | undefined;
}

/**
 * "Where did these deposits end up?" Follows a claim by several rules and lists the accounts that its value came to,
 * with what ended at each under each rule and how far the rules are apart.
 *
 * Not claimed: that the value is there, whose it is, or that anybody along the way knew. See {@link TRACE_NOTICE}. Names
 * nobody; to show a trace, see `protectTrace`.
 *
 * @throws UsageError `rules-missing`, and those of `traceByRules`. Cost: one trace per rule, O(steps + ends) besides.
 * @example
 * const trace = traceForward(graph, { rows: deposits }, { rules: ['fifo', 'pro-rata'] });
 */
export function traceForward(
  graph: TemporalGraph,
  claim: TraceClaim,
  { to, ...options }: TraceForwardOptions = {},
): ForwardTrace {
  if (options.rules?.length === 0) {
    throw new UsageError('rules-missing', 'Expected at least one tracing rule but received none');
  }
  const claimedRows = rowsOfClaim(graph, claim);
  const { traces } = traceByRules(graph, ownClaim(claim, claimedRows), options);
  const sources = new Set(claimedRows.map((row) => graph.payer[row]!));
  if ('accounts' in claim) for (const account of claim.accounts) sources.add(account);
  const wanted = to === undefined ? undefined : new Set(to);
  const reached = destinationsOf(graph, traces, sources);
  return {
    direction: 'forward',
    graph,
    rules: traces.map(({ rule }) => rule),
    traces,
    sources: [...sources].sort((a, b) => a - b),
    claimedRows,
    reached,
    destinations: wanted === undefined ? reached : reached.filter(({ account }) => wanted.has(account)),
    ends: endTotals(traces),
    endsAtSources: endTotals(traces, ({ account }) => sources.has(account)),
    complete: traces.every(({ complete }) => complete),
    stoppedBy: traces.find(({ stoppedBy }) => stoppedBy !== undefined)?.stoppedBy,
  };
}

/** An iterable of the caller's is read once, and a predicate asked once per row. */
function ownClaim(claim: TraceClaim, claimedRows: readonly Row[]): TraceClaim {
  return 'accounts' in claim ? { accounts: [...claim.accounts] } : { rows: claimedRows };
}

function rowsOfClaim(graph: TemporalGraph, claim: TraceClaim): Row[] {
  const rows = new Set<Row>();
  if ('rows' in claim) for (const row of claim.rows) rows.add(row);
  else if ('accounts' in claim) {
    for (const account of claim.accounts) {
      for (const row of rowsOf(graph.out, account)) if (graph.beneficiary[row] !== account) rows.add(row);
    }
  } else for (let row = 0; row < graph.transferCount; row++) if (claim.where(row)) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}
