import { type Account, requireOneOf, requireRange, resolveOptions } from '../../foundation/index.js';
import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { type MinorColumn } from '../pass-through/lane-columns.js';
import { bookBalancesInto } from './account-balances.kernel.js';
import { type MoneyEvents, moneyEvents } from './money-events.js';
import { type BookedMoney, withOpeningBalances } from './opening-balances.js';
import { PROVENANCE_POLICIES, type ProvenancePolicy } from '../holdings/tracing-rules.js';
import { traceLots } from './trace-lots.js';
import { bookWideBalances, traceWideLots } from './wide-provenance.js';

/** How {@link traceProvenance} tells money apart. */
export interface ProvenanceOptions {
  /** Which money an account spends first. Default 'fifo'. */
  readonly policy?: ProvenancePolicy;
  /** Only this currency, by its code. Default all. */
  readonly currency?: string | undefined;
  /**
   * What an account is taken to have spent that it had not received. 'minimal-opening': money it held before the data
   * begins, the least that suffices, hence its oldest. 'born-now': money that appears when it is spent, as in the paper.
   * Default 'minimal-opening'.
   */
  readonly shortfall?: 'born-now' | 'minimal-opening';
  /** Pro rata: origins kept apart at one account; those with the least money beyond it are merged. Default 256. */
  readonly mostOrigins?: number;
}

/** Where all money of one currency came from, under one policy. Columns run by account, see {@link originsOf}. */
export interface LedgerProvenance {
  readonly policy: ProvenancePolicy;
  readonly shortfall: 'born-now' | 'minimal-opening';
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /** Pro rata in whole minor units: each share is floored, missing units go to the largest remainders. */
  readonly rounded: boolean;
  /** Origins were merged to keep to `mostOrigins`; but for rounding, amounts of those kept apart are then lower bounds. */
  readonly merged: boolean;
  /** Account a has the lots starts[a] .. starts[a + 1]. Length = nodes + 2: the last account is {@link outside}. */
  readonly starts: Int32Array;
  /** Account that first paid the lot without having received it; -1 = several, merged. */
  readonly origin: Int32Array;
  /** Row with which the lot was first seen, -1 = held before the data begins. Undefined under pro rata. */
  readonly birthRow: Int32Array | undefined;
  /** Minor units, positive. */
  readonly amountMinor: MinorColumn;
  /** By account: what it holds at the end; the sum of its lots. */
  readonly balanceMinor: MinorColumn;
  /** By account: all money of which it is the origin; the sum of these lots over all accounts. */
  readonly bornMinor: MinorColumn;
  /** Number that stands for an account of all money that left the currency: fees, exchanges. Equal to the node count. */
  readonly outside: Account;
  /** Times that a lot, a part of one, or a heap of lots came to an account; 0 under pro rata. */
  readonly lotMoves: number;
}

const DEFAULTS: Required<ProvenanceOptions> = Object.freeze({
  policy: 'fifo',
  currency: undefined,
  shortfall: 'minimal-opening',
  mostOrigins: 256,
});

/**
 * Splits the balance of every account at the end of the data by the account it came from: the one that first paid it
 * without having received it. One pass over all transfers in booked order, one result per currency, ascending; empty for
 * a ledger without amounts. A policy is a convention, not a finding of whose money it is; others give other results.
 * Transfers of an account to itself move nothing; money that changes currency starts anew with its payer as origin. Cash
 * and crypto move money here like any other channel, unlike in `traceValue`: a withdrawal is held by whoever received it.
 *
 * Exact: integers in doubles as long as all money of a currency is at most 2^53 - 1 minor units, else BigInts throughout,
 * slowly. Pro rata is exact up to whole units (`rounded`); where origins tie for a unit, the one that more money came from
 * gets it, then the one seen first, then the first in the directory.
 *
 * Cost: FIFO and LIFO O(transfers + lots moved), by birth O(log) more, pro rata O(mostOrigins) per transfer.
 * Source: Kosyfaki, Mamoulis, ICDE 2022, arXiv 2110.05041.
 *
 * @throws UsageError `unknown-option`, `option-range`, `provenance-policy`, `provenance-shortfall`, `unknown-currency`
 */
export function traceProvenance(graph: TemporalGraph, options: ProvenanceOptions = {}): readonly LedgerProvenance[] {
  const settings = resolveOptions(DEFAULTS, options, 'traceProvenance');
  requireOneOf('provenance-policy', PROVENANCE_POLICIES, settings.policy);
  requireOneOf('provenance-shortfall', ['born-now', 'minimal-opening'], settings.shortfall);
  requireRange('mostOrigins', settings.mostOrigins, 1, 1 << 24);
  const codes = graph.ledger.currencies.map(({ code }) => code);
  if (settings.currency !== undefined) requireOneOf('unknown-currency', codes, settings.currency);
  const order = bookingOrder(graph);
  return codes.flatMap((code, currency) =>
    settings.currency === undefined || settings.currency === code
      ? [traceCurrency(graph, moneyEvents(graph, currency, order), currency, settings)]
      : [],
  );
}

function traceCurrency(
  graph: TemporalGraph,
  given: MoneyEvents,
  currency: number,
  { policy, shortfall, mostOrigins }: Required<ProvenanceOptions>,
): LedgerProvenance {
  const { booked, money } = bookMoney(given, graph.accountCount + 1);
  const events = shortfall === 'minimal-opening' ? withOpeningBalances(booked, money) : booked;
  const byRank = policy === 'pro-rata' ? originsByRank(graph, booked, money) : money.firstBorn;
  const rankOf = new Int32Array(byRank.length);
  if (policy === 'pro-rata') byRank.forEach((origin, rank) => (rankOf[origin] = rank));
  const { from, to, row, exact } = events;
  const lots =
    exact === undefined
      ? traceLots(events, policy, rankOf, Math.floor(mostOrigins))
      : traceWideLots({ from, to, exact }, policy, rankOf);
  const originOfBirth = (birth: number): Account => (from[birth]! < 0 ? ~from[birth]! : from[birth]!);
  const originOfRank = (rank: number): Account => byRank[rank] ?? -1;
  return {
    policy,
    shortfall,
    currency,
    rounded: policy === 'pro-rata',
    merged: lots.merged,
    starts: lots.starts,
    origin: lots.birth.map(policy === 'pro-rata' ? originOfRank : originOfBirth),
    birthRow: policy === 'pro-rata' ? undefined : lots.birth.map((birth) => row[birth]!),
    amountMinor: lots.quantity,
    balanceMinor: money.balance,
    bornMinor: money.born,
    outside: graph.accountCount,
    lotMoves: lots.moves,
  };
}

/** Books all events on doubles; on BigInts if the amounts, or else their sum, say that doubles are not exact. */
function bookMoney(events: MoneyEvents, accountCount: number): { booked: MoneyEvents; money: BookedMoney } {
  const { from, to, quantity } = events;
  if (events.exact === undefined) {
    const column = (): Float64Array => new Float64Array(accountCount);
    const [balance, shortfall, born] = [column(), column(), column()];
    const firstBorn = new Int32Array(accountCount).fill(-1);
    const total = bookBalancesInto(from, to, quantity, balance, shortfall, born, firstBorn);
    if (total <= Number.MAX_SAFE_INTEGER) return { booked: events, money: { balance, shortfall, born, firstBorn } };
  }
  const exact = events.exact ?? Array.from(quantity, BigInt);
  return { booked: { ...events, exact }, money: bookWideBalances({ from, to, exact }, accountCount) };
}

/**
 * Who gets a unit that two origins could get: the origin of more money, then the one seen first, then as in the
 * directory. Not simply the latter, so that new names alone change no figure.
 */
function originsByRank({ ledger }: TemporalGraph, { row }: MoneyEvents, { born, firstBorn }: BookedMoney): Int32Array {
  const { timeMs } = ledger.columns;
  const seen = Float64Array.from(firstBorn, (event) => (event < 0 ? Infinity : timeMs[row[event]!]!));
  return Int32Array.from(firstBorn.keys()).sort((a, b) => {
    if (born[a] !== born[b]) return born[a]! > born[b]! ? -1 : 1;
    if (seen[a] !== seen[b]) return seen[a]! < seen[b]! ? -1 : 1;
    return a - b;
  });
}
