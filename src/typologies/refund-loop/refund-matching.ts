import { type Account, type Money, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';
import { type OpenPayments, type PaymentLike } from './open-payments.js';

/** A payment to an institution and what came back for it. */
export interface Refund {
  readonly person: Account;
  readonly payment: Row;
  readonly refund: Row;
  /** Who got it back: the person, or an agent. */
  readonly receiver: Account;
}

/** When money that goes out counts as handed back. */
export interface RefundRule {
  readonly minRefund: ExactShare;
  readonly maxMs: number;
}

/** Doubles settle what is farther from a bound than this; closer calls are decided in whole numbers. */
const ROUNDING = 1e-9;
const NOBODY: ReadonlySet<Account> = new Set();

/** Says what a payment must be like of which this may be the refund. Leaves room for rounding: close calls are decided exactly later. */
export function paymentsLike(
  { ledger }: TemporalGraph,
  { minRefund, maxMs }: RefundRule,
): (refund: Row) => PaymentLike {
  const { timeMs, amountMinor, currency } = ledger.columns;
  const leastShare = Number(minRefund.numerator) / Number(minRefund.denominator);
  return (refund) => ({
    currency: currency[refund]!,
    sinceMs: timeMs[refund]! - maxMs - 1,
    untilRow: refund,
    leastMinor: amountMinor[refund]! * (1 - ROUNDING),
    mostMinor: leastShare > 0 ? (amountMinor[refund]! / leastShare) * (1 + ROUNDING) : Infinity,
  });
}

/**
 * Refunds of one institution, one to one: each payment out, in time order, takes the earliest open payment in that it can
 * be a refund of, one currency, no more than was paid. First those back to who paid. `clientsOf` names, for a payment out
 * that goes back to nobody who paid, the people on whose behalf it may be paid back; undefined for none. `open` must look at the
 * institution; refunded payments are taken out of it. O(transfers of the institution), times the open payments of a client.
 */
export function matchRefunds(
  graph: TemporalGraph,
  institution: Account,
  {
    minRefund,
    maxMs,
    open,
    likeOf,
    clientsOf,
  }: RefundRule & {
    readonly open: OpenPayments;
    /** See {@link paymentsLike}. */
    readonly likeOf: (refund: Row) => PaymentLike;
    readonly clientsOf: (refund: Row, like: PaymentLike) => ReadonlySet<Account> | undefined;
  },
): Refund[] {
  const { ledger } = graph;
  const { timeMs } = ledger.columns;
  const isRefund = (payment: Row, refund: Row): boolean => {
    if (payment > refund || timeMs[refund]! - timeMs[payment]! > maxMs) return false;
    const paid = ledger.received(payment);
    const back = ledger.amount(refund);
    if (paid === undefined || back === undefined) return false;
    return back.minor <= paid.minor && atLeastShare(back.minor, paid.minor, minRefund);
  };
  const found: Refund[] = [];
  const take = (person: Account, refund: Row, like: PaymentLike): boolean => {
    const payment = open.take(person, like, (row) => isRefund(row, refund));
    if (payment === undefined) return false;
    found.push({ person, payment, refund, receiver: graph.beneficiary[refund]! });
    return true;
  };
  const rest: Row[] = [];
  for (const row of rowsOf(graph.out, institution)) {
    const receiver = graph.beneficiary[row]!;
    if (receiver === institution) continue;
    if (!open.has(receiver) || !take(receiver, row, likeOf(row))) rest.push(row);
  }
  for (const row of rest) {
    const like = likeOf(row);
    for (const person of clientsOf(row, like) ?? NOBODY) if (take(person, row, like)) break;
  }
  return found;
}

/**
 * The people who got back at least that share of everything they ever paid the institution, per currency: who goes on
 * paying it was served, not refunded.
 */
export function refundedPeople(
  { ledger, payer, in: credits }: TemporalGraph,
  institution: Account,
  { refunds, minRefund }: { readonly refunds: readonly Refund[]; readonly minRefund: ExactShare },
): Set<Account> {
  const back = new Map<Account, Map<string, bigint>>();
  for (const { person, refund } of refunds) addMoneyOf(back, person, ledger.amount(refund));
  const paid = new Map<Account, Map<string, bigint>>();
  for (const row of rowsOf(credits, institution)) {
    if (back.has(payer[row]!)) addMoneyOf(paid, payer[row]!, ledger.received(row));
  }
  const isRefunded = (person: Account): boolean =>
    [...(paid.get(person) ?? [])].every(([currency, minor]) =>
      atLeastShare(back.get(person)?.get(currency) ?? 0n, minor, minRefund),
    );
  return new Set([...back.keys()].filter(isRefunded));
}

function addMoneyOf(sums: Map<Account, Map<string, bigint>>, account: Account, money: Money | undefined): void {
  if (money === undefined) return;
  const own = sums.get(account) ?? new Map<string, bigint>();
  own.set(money.currency, (own.get(money.currency) ?? 0n) + money.minor);
  sums.set(account, own);
}
