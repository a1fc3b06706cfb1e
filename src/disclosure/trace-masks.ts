import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { type ForwardTrace, type TraceDestination } from '../trace/index.js';
import { type GatheringParameters } from './gathering-parameters.js';
import { gathersFromFamilies } from './gathers-from-families.js';
import { carriersOfClaim } from './trace-name-share.js';
import { type TraceNaming } from './trace-naming.js';
import { type MaskedAccount } from './trace-names.js';

/** Amounts by currency (index into the ledger's currencies), minor units. */
type Sums = ReadonlyMap<number, bigint>;

/**
 * Which of the accounts that traced value reached stay unnamed, in the order of their first arrival: all but those that
 * handle money of others ({@link TraceNaming}: nobody's wage, pension or family help) and carry at least `nameShare` of the
 * claim ({@link carriersOfClaim}), and have not merely paid. Within a case all but its operators.
 *
 * A protected payer may merely have paid: value came to it, as a refund say, yet what it is to this trace is paying in.
 * Let T be the least traced value that came to it under the rules that were run. In some currency
 * - it paid the accounts of the claim (those it came from, and those that received a claimed transfer) more than T; or
 * - it paid them at all, or accounts of the trace more than T, while T is less than half of its income and it does not
 *   gather: it lives off one payer, as a wage earner or a family does; or
 * - it paid accounts that value reached before it more than T and more than it got from them, and does not gather.
 *
 * Everybody else is unnamed and no payer: in the end value reaches employers and shops, and a wage, a rent or a purchase is
 * no reason to be named. So is who passes money on, where it came from one hand. Not claimed: that those who are named did
 * anything wrong. O(transfers of the accounts + steps).
 */
export function maskedDestinations(
  trace: ForwardTrace,
  naming: TraceNaming,
  { nameShare, gathering }: { readonly nameShare: number; readonly gathering: GatheringParameters },
): MaskedAccount[] {
  const { graph, sources, claimedRows, reached, traces } = trace;
  const carries = naming.withinCase ? () => true : carriersOfClaim(trace, nameShare);
  const ofClaim = new Set([...sources, ...claimedRows.map((row) => graph.beneficiary[row]!)]);
  const ofTrace = new Set([...sources, ...reached.map(({ account }) => account)]);
  const attributed = traces.map(({ measure }) => measure === 'attributed');
  const before = new Set(sources);
  const masked: MaskedAccount[] = [];
  for (const [account, destinations] of byAccount(reached)) {
    const amounts = destinations.map((one) => [one.currency, wholeReceived(one, attributed)] as const);
    const least = new Map(amounts.map(([currency, all]) => [currency, all.reduce((a, b) => (b < a ? b : a))]));
    const income = receivedFrom(graph, account, undefined);
    const gathers = gathersFromFamilies(graph, account, gathering);
    const livesOffOne = !gathers && !isHalf(least, income);
    const paidClaim = paidTo(graph, account, ofClaim);
    const paidBefore = paidTo(graph, account, before);
    const isPayer =
      exceeds(paidClaim, least) ||
      (livesOffOne && (paidClaim.size > 0 || exceeds(paidTo(graph, account, ofTrace), least))) ||
      (!gathers && exceeds(paidBefore, least) && exceeds(paidBefore, receivedFrom(graph, account, before)));
    if (naming.isOperator(account)) {
      // Named by the case, whatever it is to this trace.
    } else if (isPayer) masked.push({ account, kind: 'protected-payer' });
    else if (!naming.mayBeNamed(account) || !carries(destinations)) masked.push({ account, kind: 'unnamed' });
    before.add(account);
  }
  return masked;
}

/** Destinations of each account, accounts in the order of their first arrival. */
function byAccount(reached: readonly TraceDestination[]): Map<Account, TraceDestination[]> {
  const found = new Map<Account, TraceDestination[]>();
  for (const one of reached) found.set(one.account, [...(found.get(one.account) ?? []), one]);
  return found;
}

/** Traced value that came in under each rule that attributes any, rounded down; 0 if none does. */
function wholeReceived({ received }: TraceDestination, attributed: readonly boolean[]): bigint[] {
  const amounts = received.byRule.filter((_, rule) => attributed[rule]);
  return amounts.length === 0 ? [0n] : amounts.map(({ numerator, denominator }) => numerator / denominator);
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

/** Whether in some currency at least half of what an account received is traced. */
function isHalf(traced: Sums, income: Sums): boolean {
  return [...traced].some(([currency, minor]) => minor > 0n && 2n * minor >= (income.get(currency) ?? 0n));
}
