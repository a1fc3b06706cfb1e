import {
  type Account,
  compareFractions,
  type Fraction,
  type Row,
  UsageError,
  type Watched,
  watchSteps,
  ZERO,
} from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import {
  type CompositionOptions,
  compositionOf,
  type Compositions,
  type MoneyOrigin,
  type OriginRule,
} from '../provenance/composition.js';
import { PROVENANCE_POLICIES } from '../holdings/tracing-rules.js';
import { addUp } from './add-up.js';
import { type AmountRange, amountRange } from './amount-range.js';

/** What is asked about: transfers, such as a purchase, or everything that others paid into accounts. */
export type TraceTarget = { readonly rows: Iterable<Row> } | { readonly accounts: Iterable<Account> };

/** How {@link traceBackward} looks back; see {@link CompositionOptions}. Whoever watches is told of each rule. */
export interface TraceBackwardOptions extends Omit<CompositionOptions, 'rule'>, Watched {
  /** Default fifo, lifo, pro-rata. */
  readonly rules?: readonly OriginRule[];
}

/** An account where part of the money entered the data. */
export interface TraceOrigin {
  readonly account: Account;
  readonly kind: MoneyOrigin['kind'];
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /** Transfers from the origin to the target on the shortest way, over all rules. */
  readonly hops: number;
  readonly amounts: AmountRange;
}

/** What transfers were made of: one composition per rule, and per origin the amounts under each and their range. */
export interface BackwardTrace {
  readonly direction: 'backward';
  readonly graph: TemporalGraph;
  readonly rules: readonly OriginRule[];
  /** One per rule. */
  readonly compositions: readonly Compositions[];
  /** The transfers asked about, ascending: the evidence. */
  readonly targetRows: readonly Row[];
  /** Accounts that were asked about; none if transfers were. */
  readonly targets: readonly Account[];
  /** By currency, largest highest amount first. */
  readonly origins: readonly TraceOrigin[];
  readonly complete: boolean;
  readonly stoppedBy: string | undefined;
}

const USUAL_RULES: readonly OriginRule[] = Object.freeze(['fifo', 'lifo', 'pro-rata']);

/**
 * "What is this purchase made of?" Looks back from transfers, or from all that others paid into accounts, to where the
 * money entered the data. Under each rule the origins of a transfer add up to its amount.
 *
 * Not claimed: that an origin is the owner, or knew what the money was for. Most origins are people who merely paid.
 * Names nobody; to show a trace, see `protectTrace`.
 *
 * @throws UsageError `rules-missing`, `rule-needs-claim`, and those of `compositionOf`; the reason of `signal`. Cost: one pass per rule.
 */
export function traceBackward(
  graph: TemporalGraph,
  target: TraceTarget,
  { rules = USUAL_RULES, onProgress, signal, ...options }: TraceBackwardOptions = {},
): BackwardTrace {
  if (rules.length === 0) throw new UsageError('rules-missing', 'Expected at least one tracing rule but received none');
  const unfit = rules.find((rule) => !PROVENANCE_POLICIES.includes(rule));
  if (unfit !== undefined) {
    const known = PROVENANCE_POLICIES.join(', ');
    throw new UsageError(
      'rule-needs-claim',
      `Expected rules that look back (${known}) but received ${unfit as string}`,
    );
  }
  const targets = 'accounts' in target ? [...new Set(target.accounts)].sort((a, b) => a - b) : [];
  const targetRows = rowsOfTarget(graph, 'accounts' in target ? { accounts: targets } : target);
  const step = watchSteps({ onProgress, signal });
  const compositions = rules.map((rule, done) => {
    step(`looking back by ${rule}`, done, rules.length, 'rules');
    return compositionOf(graph, targetRows, { ...options, rule });
  });
  return {
    direction: 'backward',
    graph,
    rules,
    compositions,
    targetRows,
    targets,
    origins: originsOf(compositions),
    complete: compositions.every(({ complete }) => complete),
    stoppedBy: compositions.find(({ stoppedBy }) => stoppedBy !== undefined)?.stoppedBy,
  };
}

/** The transfers asked about, ascending, each once. */
export function rowsOfTarget(graph: TemporalGraph, target: TraceTarget): Row[] {
  const rows =
    'rows' in target
      ? target.rows
      : [...target.accounts].flatMap((account) =>
          [...rowsOf(graph.in, account)].filter((row) => graph.payer[row] !== account),
        );
  return [...new Set(rows)].sort((a, b) => a - b);
}

function originsOf(compositions: readonly Compositions[]): TraceOrigin[] {
  const rules = compositions.map(({ rule }) => rule);
  const found = new Map<string, Omit<TraceOrigin, 'amounts' | 'hops'> & { hops: number; byRule: Fraction[] }>();
  compositions.forEach(({ purchases }, rule) => {
    for (const { currency, origins } of purchases) {
      for (const { account, kind, amount, hops } of origins) {
        const key = `${account} ${kind} ${currency}`;
        const entry = found.get(key) ?? { account, kind, currency, hops, byRule: rules.map(() => ZERO) };
        entry.byRule[rule] = addUp(entry.byRule[rule]!, amount);
        entry.hops = Math.min(entry.hops, hops);
        found.set(key, entry);
      }
    }
  });
  return [...found.values()]
    .map(({ byRule, ...origin }) => ({ ...origin, amounts: amountRange(rules, byRule) }))
    .sort(
      (a, b) =>
        a.currency - b.currency ||
        compareFractions(b.amounts.highest, a.amounts.highest) ||
        compareFractions(b.amounts.lowest, a.amounts.lowest) ||
        a.hops - b.hops ||
        a.account - b.account,
    );
}
