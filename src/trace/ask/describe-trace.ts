import { type Account, formatMoney, type Fraction, ZERO } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type Currency } from '../../ledger/index.js';
import { type ValueTrace } from '../provenance/value-trace.js';
import { type TracingRule } from '../holdings/tracing-rules.js';
import { type AmountRange, amountRange } from './amount-range.js';
import { type EndTotal } from './end-totals.js';
import { printAmount } from './print-amount.js';
import { summariseAssumptions } from './assumption-summary.js';
import { type BackwardTrace } from './trace-backward.js';
import { type ForwardTrace } from './trace-forward.js';
import { END_MEANINGS, ORIGIN_MEANINGS, RULE_MEANINGS, TRACE_NOTICE } from './tracing-words.js';

/** How {@link describeTrace} writes. */
export interface DescribeTraceOptions {
  /** What to call an account. Default its node number: a trace knows no names. */
  readonly nameOf?: (account: Account) => string;
  /** Destinations or origins listed, those with most value first. Default 10. */
  readonly most?: number;
}

/**
 * A trace as lines of text: the claim, each rule with its meaning, where value ended or came from with its amounts and
 * their range, what was assumed, what was cut off, and the sentence that always goes with it.
 */
export function describeTrace(trace: ForwardTrace | BackwardTrace, options: DescribeTraceOptions = {}): string[] {
  const { nameOf = (account) => `account ${account}`, most = 10 } = options;
  const { graph, rules } = trace;
  const places =
    trace.direction === 'forward'
      ? trace.destinations
          .filter(({ ended }) => ended.highest.numerator > 0n)
          .map(({ account, currency, ended }) => ({ account, currency, amounts: ended, how: 'ended at' }))
      : trace.origins.map((one) => ({ ...one, how: `${ORIGIN_MEANINGS[one.kind]},` }));
  const shown = mostFirst(places).slice(0, most);
  return [
    describeClaim(trace),
    ...describeRules(trace),
    ...describeEnds(trace),
    ...shown.map((one) => describeRange(graph, rules, one.currency, one.amounts, `${one.how} ${nameOf(one.account)}`)),
    ...(places.length > shown.length ? [`and ${places.length - shown.length} more`] : []),
    ...describeLimits(trace),
    TRACE_NOTICE,
  ];
}

/** `Followed 40 transfers of 38 accounts forward: EUR 9000.00.` */
export function describeClaim(trace: ForwardTrace | BackwardTrace): string {
  const { currencies } = trace.graph.ledger;
  if (trace.direction === 'backward') {
    const sums = trace.graph.ledger.totals(trace.targetRows).map((money) => `${money.currency} ${formatMoney(money)}`);
    return `Looked back from ${count(trace.targetRows.length, 'transfer')}: ${list(sums)}.`;
  }
  const { rules, traces } = trace;
  const occurring = [...new Set(traces.flatMap(({ claimed }) => claimed.map(({ currency }) => currency)))];
  const sums = occurring
    .sort((a, b) => a - b)
    .map((currency) => {
      const amountOf = ({ claimed }: ValueTrace): Fraction =>
        claimed.find((one) => one.currency === currency)?.amount ?? ZERO;
      return printRange(currencies[currency]!, amountRange(rules, traces.map(amountOf)));
    });
  const from = `${count(trace.claimedRows.length, 'transfer')} of ${count(trace.sources.length, 'account')}`;
  return `Followed ${from} forward. Claimed, nothing twice: ${list(sums)}.`;
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function list(amounts: readonly string[]): string {
  return amounts.length === 0 ? 'no amounts' : amounts.join('; ');
}

/** One line per rule: its meaning, and what to know about its figures. */
export function describeRules(trace: ForwardTrace | BackwardTrace): string[] {
  const results = trace.direction === 'forward' ? trace.traces : trace.compositions;
  return results.map((result) => {
    const remarks = [
      ...('tieSensitive' in result && result.tieSensitive
        ? ['another order inside an instant changes the figures']
        : []),
      ...(result.rounded ? ['kept in whole minor units'] : []),
      ...(result.stoppedBy === undefined ? [] : [`stopped by ${result.stoppedBy}`]),
    ];
    return `${result.rule}: ${RULE_MEANINGS[result.rule]}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`;
  });
}

/** One line per way in which value ended; none for a trace backward. */
export function describeEnds(trace: ForwardTrace | BackwardTrace): string[] {
  if (trace.direction === 'backward') return [];
  const describe = ({ state, currency, amounts }: EndTotal, where = ''): string =>
    describeRange(trace.graph, trace.rules, currency, amounts, `${END_MEANINGS[state]}${where}`);
  const atSources = trace.endsAtSources.filter(({ state }) => state !== 'returned');
  return [
    ...trace.ends.map((end) => describe(end)),
    ...atSources.map((end) => describe(end, ', of that at the accounts that the claim came from')),
  ];
}

/** What was assumed, and how transfers of one instant were ordered. */
export function describeLimits(trace: ForwardTrace | BackwardTrace): string[] {
  const order = `Order inside an instant: ${orderRule(trace.graph)}.`;
  if (trace.direction === 'backward') return [order];
  const { currencies } = trace.graph.ledger;
  const assumed = summariseAssumptions(trace.traces).map(({ kind, currency, count, amount }) => {
    const entry = currency === undefined ? undefined : currencies[currency];
    const sum = entry === undefined ? '' : `, ${entry.code} ${printAmount(amount, entry.scale)} in all`;
    return `Assumed: ${ASSUMPTION_MEANINGS[kind]} (${count}${sum}).`;
  });
  return [order, ...assumed];
}

/** Which rule decided the order of transfers at the same time. */
export function orderRule({ ledger }: TemporalGraph): string {
  if (ledger.sequenced) return 'as the data number them';
  const coarse = ledger.precision === 'day' || ledger.precision === 'step' ? 'money in before money out, then ' : '';
  return `${coarse}${ledger.columns.id === undefined ? 'the order of the ledger' : 'the bytes of the transaction id'}`;
}

const ASSUMPTION_MEANINGS = Object.freeze({
  'opening-balance': 'money that accounts held before their first transfer, the least that explains what they paid',
  overdraft: 'money lent to accounts that paid more than they had',
  'asserted-link': 'links that a person asserted',
  'instant-order': 'an order of transfers at the same time',
  'currency-change': 'exchanges at the ratio of the two booked amounts',
});

/** `held: EUR 10.00 to 25.00 (fifo 10.00, pro-rata 25.00)` */
function describeRange(
  { ledger }: TemporalGraph,
  rules: readonly TracingRule[],
  currency: number,
  amounts: AmountRange,
  title: string,
): string {
  const { scale } = ledger.currencies[currency]!;
  const print = (amount: Fraction): string => printAmount(amount, scale);
  const isOne = print(amounts.lowest) === print(amounts.highest);
  const each = rules
    .map((rule, i) => (rule === 'poison' ? undefined : `${rule} ${print(amounts.byRule[i] ?? ZERO)}`))
    .filter((text) => text !== undefined);
  const remark = each.length > 1 && !isOne ? ` (${each.join(', ')})` : '';
  return `${title}: ${printRange(ledger.currencies[currency]!, amounts)}${remark}`;
}

/** `EUR 10.00 to 25.00`, or `EUR 10.00` where the rules agree as far as is printed. */
function printRange({ code, scale }: Currency, { lowest, highest }: AmountRange): string {
  const [from, to] = [printAmount(lowest, scale), printAmount(highest, scale)];
  return from === to ? `${code} ${from}` : `${code} ${from} to ${to}`;
}

function mostFirst<T extends { readonly currency: number; readonly amounts: AmountRange }>(places: readonly T[]): T[] {
  const weight = ({ highest: { numerator, denominator } }: AmountRange): bigint => numerator / denominator;
  return [...places].sort((a, b) => {
    const [left, right] = [weight(a.amounts), weight(b.amounts)];
    return a.currency - b.currency || (left < right ? 1 : left > right ? -1 : 0);
  });
}
