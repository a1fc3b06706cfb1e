import { type Account, type Fraction } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { type ForwardTrace, type TraceDestination } from '../trace/index.js';
import { FlowShares } from './flow-shares.js';
import { gathersMoney } from './operators.js';

/** Amounts by currency (index into the ledger's currencies), minor units. */
type Sums = ReadonlyMap<number, bigint>;

/**
 * Of the accounts that traced value reached, those that may merely have paid: value came to them, as a refund say, yet
 * what they are to this trace is paying in. They stay unnamed. Measured against T, the least traced value that came to
 * the account under any rule that was run, an account counts as a payer if, in some currency,
 * - it paid the accounts of the claim (those it came from, and those that received a claimed transfer) more than T; or
 * - it paid them at all, T is less than half of its income, and it does not gather money (at least four senders, none of
 *   them half of it): it lives off one payer, as a wage earner or a family does; or
 * - it paid accounts that value reached before it, in all more than T, does not gather money, and either paid them more
 *   than it got from them or T is less than half of its income.
 *
 * T rather than what these accounts paid it, since in the end value reaches employers too, and a wage is no reason to be
 * named. An account that passes on what it got is no payer.
 *
 * Not claimed: that the others did anything wrong. O(transfers of the accounts).
 */
export function payersAmong({ graph, sources, claimedRows, reached, traces }: ForwardTrace): Set<Account> {
  const inflow = new FlowShares(graph, 'in');
  const ofClaim = new Set([...sources, ...claimedRows.map((row) => graph.beneficiary[row]!)]);
  const attributed = traces.map(({ measure }) => measure === 'attributed');
  const before = new Set(sources);
  const payers = new Set<Account>();
  for (const [account, destinations] of byAccount(reached)) {
    const traced = new Map(destinations.map((one) => [one.currency, leastReceived(one, attributed)]));
    const paidClaim = paidTo(graph, account, ofClaim);
    const paidBefore = paidTo(graph, account, before);
    const livesOffTrace = (): boolean => livesOff(traced, receivedFrom(graph, account, undefined));
    const isPayer =
      exceeds(paidClaim, traced) ||
      (paidClaim.size > 0 && !livesOffTrace() && !gathersMoney(account, inflow)) ||
      (exceeds(paidBefore, traced) &&
        (exceeds(paidBefore, receivedFrom(graph, account, before)) || !livesOffTrace()) &&
        !gathersMoney(account, inflow));
    if (isPayer) payers.add(account);
    before.add(account);
  }
  return payers;
}

/** Destinations of each account, accounts in the order of their first arrival. */
function byAccount(reached: readonly TraceDestination[]): Map<Account, TraceDestination[]> {
  const found = new Map<Account, TraceDestination[]>();
  for (const one of reached) found.set(one.account, [...(found.get(one.account) ?? []), one]);
  return found;
}

/** Least traced value that came in under the rules that attribute any, rounded down; nothing if none does. */
function leastReceived({ received }: TraceDestination, attributed: readonly boolean[]): bigint {
  const whole = ({ numerator, denominator }: Fraction): bigint => numerator / denominator;
  const amounts = received.byRule.filter((_, rule) => attributed[rule]).map(whole);
  return amounts.length === 0 ? 0n : amounts.reduce((least, amount) => (amount < least ? amount : least));
}

/** What an account paid into a set, itself aside. A transfer without amount counts as one unit that nothing explains. */
function paidTo({ ledger, out, beneficiary }: TemporalGraph, account: Account, others: ReadonlySet<Account>): Sums {
  const sums = new Map<number, bigint>();
  for (const row of rowsOf(out, account)) {
    const other = beneficiary[row]!;
    if (other === account || !others.has(other)) continue;
    const minor = ledger.amountMinor(row);
    const currency = minor === undefined ? -1 : ledger.columns.currency[row]!;
    sums.set(currency, (sums.get(currency) ?? 0n) + (minor ?? 1n));
  }
  return sums;
}

/** What an account received from a set, or from all others. */
function receivedFrom(
  { ledger, in: incoming, payer }: TemporalGraph,
  account: Account,
  others: ReadonlySet<Account> | undefined,
): Sums {
  const sums = new Map<number, bigint>();
  const { currency, receivedCurrency } = ledger.columns;
  for (const row of rowsOf(incoming, account)) {
    const other = payer[row]!;
    if (other === account || others?.has(other) === false) continue;
    const code = (receivedCurrency ?? currency)[row]!;
    sums.set(code, (sums.get(code) ?? 0n) + (ledger.received(row)?.minor ?? 0n));
  }
  return sums;
}

function exceeds(paid: Sums, other: Sums): boolean {
  return [...paid].some(([currency, minor]) => minor > (other.get(currency) ?? 0n));
}

/** Whether at least half of what an account received in some currency is traced. */
function livesOff(traced: Sums, income: Sums): boolean {
  return [...traced].some(([currency, minor]) => minor > 0n && 2n * minor >= (income.get(currency) ?? 0n));
}
