import { type Account, type Fraction, fraction, multiplyFractions, type Row, ZERO } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type TracingRule } from '../holdings/tracing-rules.js';
import { END_STATES, type EndState, type ValueTrace } from '../provenance/value-trace.js';
import { addUp } from './add-up.js';
import { type AmountRange, amountRange } from './amount-range.js';
import { passedOnBySteps } from './passed-on.js';
import { paysOn, type PaysOn } from './pays-on.js';
import { nearestMinor } from './print-amount.js';

/** An account that traced value came to, in one currency. */
export interface TraceDestination {
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /** Transfers from the claim to the account on the shortest way, over all rules; 1 = received a claimed transfer. */
  readonly hops: number;
  /** The first transfer that brought it traced value under any rule, in the ledger's order. */
  readonly firstArrival: Row;
  /** Traced value that ended at the account: held there, taken out as cash, cut off by a limit. Adds up to the claim. */
  readonly ended: AmountRange;
  /** Of that, what it still holds when the data end: what could still be seized. */
  readonly held: AmountRange;
  /** Ways in which value ended here, under any rule. */
  readonly states: readonly EndState[];
  /**
   * Traced value that came in, each time it did, to whole minor units. Does not add up: the same value arrives at every
   * hop, and may return.
   */
  readonly received: AmountRange;
  /**
   * Traced value that it paid on, counted like `received`: what passed through, as against what `ended`; what left as cash or
   * to where the data cannot follow ended here instead. What came in and neither ended nor passed on was exchanged, or
   * handed over where a trace ends, or is a matter of rounding.
   */
  readonly passedOn: AmountRange;
  /** What it paid on of all that came in, traced or not. */
  readonly paysOn: PaysOn;
  /** Part of it came through a link that a person asserted. */
  readonly asserted: boolean;
}

interface Draft {
  readonly account: Account;
  readonly currency: number;
  hops: number;
  firstArrival: Row;
  asserted: boolean;
  readonly ended: Fraction[];
  readonly held: Fraction[];
  readonly states: Set<EndState>;
  readonly received: bigint[];
  readonly passedOn: bigint[];
}

/**
 * The accounts that traced value reached under any of the rules, in the order of their first arrival; the accounts that
 * a claim came from are not destinations, even where value returns to them. O(steps + ends).
 */
export function destinationsOf(
  graph: TemporalGraph,
  traces: readonly ValueTrace[],
  sources: ReadonlySet<Account>,
): TraceDestination[] {
  const rules = traces.map(({ rule }) => rule);
  const currencies = graph.ledger.currencies.length;
  const drafts = new Map<number, Draft>();
  const draftOf = (account: Account, currency: number, row: Row): Draft => {
    const key = account * currencies + currency;
    let draft = drafts.get(key);
    if (draft === undefined) {
      const zeros = (): Fraction[] => rules.map(() => ZERO);
      draft = {
        account,
        currency,
        hops: Infinity,
        firstArrival: row,
        asserted: false,
        ended: zeros(),
        held: zeros(),
        states: new Set(),
        received: rules.map(() => 0n),
        passedOn: rules.map(() => 0n),
      };
      drafts.set(key, draft);
    }
    return draft;
  };
  traces.forEach(({ steps, ends }, rule) => {
    for (const step of steps) {
      const account = graph.beneficiary[step.row]!;
      if (sources.has(account)) continue;
      const { currency, amount } = asReceived(graph, step.row, step.amount);
      const draft = draftOf(account, currency, step.row);
      draft.received[rule] = draft.received[rule]! + nearestMinor(amount);
      if (step.hops < draft.hops) draft.hops = step.hops;
      if (step.row < draft.firstArrival) draft.firstArrival = step.row;
      if (step.asserted) draft.asserted = true;
    }
    // Only now: what is paid on in an instant may stand before what came in.
    for (const { row, amount } of passedOnBySteps({ steps, ends })) {
      const draft = drafts.get(graph.payer[row]! * currencies + graph.ledger.columns.currency[row]!);
      if (draft !== undefined) draft.passedOn[rule] = draft.passedOn[rule]! + nearestMinor(amount);
    }
    for (const { account, currency, amount, state } of ends) {
      const draft = drafts.get(account * currencies + currency);
      if (draft === undefined) continue;
      draft.ended[rule] = addUp(draft.ended[rule]!, amount);
      if (state === 'held') draft.held[rule] = addUp(draft.held[rule]!, amount);
      draft.states.add(state);
    }
  });
  return [...drafts.values()]
    .sort((a, b) => a.firstArrival - b.firstArrival || a.account - b.account || a.currency - b.currency)
    .map((draft) => ({
      ...draft,
      ended: amountRange(rules, draft.ended),
      held: amountRange(rules, draft.held),
      states: END_STATES.filter((state) => draft.states.has(state)),
      received: wholeAmounts(rules, draft.received),
      passedOn: wholeAmounts(rules, draft.passedOn),
      paysOn: paysOn(graph, draft),
    }));
}

function wholeAmounts(rules: readonly TracingRule[], minor: readonly bigint[]): AmountRange {
  return amountRange(
    rules,
    minor.map((one) => fraction(one)),
  );
}

/** A traced part of a transfer as its receiver got it: in proportion, if it was received in another currency. */
function asReceived(graph: TemporalGraph, row: Row, amount: Fraction): { currency: number; amount: Fraction } {
  const { ledger } = graph;
  const { currency, receivedCurrency } = ledger.columns;
  const paidIn = currency[row]!;
  const receivedIn = receivedCurrency?.[row] ?? paidIn;
  const paid = ledger.amountMinor(row);
  const received = ledger.received(row)?.minor;
  if (receivedIn === paidIn || paid === undefined || paid === 0n || received === undefined) {
    return { currency: paidIn, amount };
  }
  return { currency: receivedIn, amount: multiplyFractions(amount, fraction(received, paid)) };
}
