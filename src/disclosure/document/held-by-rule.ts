import { type Account, addFractions, compareText, type Fraction, ZERO } from '../../foundation/index.js';
import { printAmount, traceByRules, type TracingRule } from '../../trace/index.js';
import type { LeadDocument } from './lead-schema.js';
import { sliceOf } from './lead-slice.js';
import { type LeadView } from './lead-view.js';

/** Rules side by side: none of them is true, and they differ most where money was mixed. */
const RULES: readonly TracingRule[] = ['fifo', 'pro-rata', 'lifo'];
/** Larger claims, and accounts with more transfers, are not followed. */
const MOST_CLAIMED = 20_000;
const MOST_FOLLOWED = 200_000;

/** What {@link heldByRule} found, or that it did not look. */
export interface Held {
  readonly held: LeadDocument['held'];
  /** True where the lead is too large to be followed here. */
  readonly isTooLarge: boolean;
}

/**
 * Of the exceptional payments into a lead, what its operators still hold when the data end, by each of three tracing rules. The
 * money is followed through the accounts of the lead only: what has left them is not held, also where some of it came back.
 * Conventions applied to data, no finding of ownership. O(transfers of the lead's accounts) for each rule.
 */
export function heldByRule({ graph, formed, placeOf }: LeadView): Held {
  const { ledger } = graph;
  const { paidIn } = formed.flow;
  if (!ledger.hasAmounts || paidIn.length === 0) return { held: [], isTooLarge: false };
  const group = new Set<Account>([...placeOf.keys(), ...formed.findings[0]!.subjects]);
  const touched = [...group].reduce(
    (sum, account) =>
      sum +
      (graph.in.starts[account + 1]! - graph.in.starts[account]!) +
      (graph.out.starts[account + 1]! - graph.out.starts[account]!),
    0,
  );
  if (paidIn.length > MOST_CLAIMED || touched > MOST_FOLLOWED) return { held: [], isTooLarge: true };
  const slice = sliceOf(graph, group);
  const wanted = new Set(paidIn);
  const claim = slice.rows.flatMap((row, at) => (wanted.has(row) ? [at] : []));
  const named = new Set([...placeOf.keys()].map((account) => slice.nodeOf.get(account)!));
  const { traces } = traceByRules(slice.graph, { rows: claim }, { rules: RULES, checkTies: false });
  return {
    isTooLarge: false,
    held: traces.map(({ rule, ends }) => {
      const sums = new Map<number, Fraction>();
      for (const { state, account, currency, amount } of ends) {
        if (state !== 'held' || !named.has(account)) continue;
        sums.set(currency, addFractions(sums.get(currency) ?? ZERO, amount));
      }
      const amounts = [...sums].map(([currency, amount]) => {
        const { code, scale } = ledger.currencies[currency]!;
        return { currency: code, amount: printAmount(amount, scale) };
      });
      return { rule, sums: amounts.sort((a, b) => compareText(a.currency, b.currency)) };
    }),
  };
}
