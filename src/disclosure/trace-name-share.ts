import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  ZERO,
} from '../foundation/index.js';
import { type BackwardTrace, type ForwardTrace, shareFraction, type TraceDestination } from '../trace/index.js';

/**
 * Least part of the claim that an account must carry to be named, 0..1 [choice]: below one part in a hundred an account
 * says nothing about where the money went, only about where its owner shops.
 */
export const NAME_SHARE = 0.01;

/** Amounts by currency (index into the ledger's currencies), minor units. */
type Sums = ReadonlyMap<number, Fraction>;

/**
 * Tells of the destinations of one account whether they carry at least a share of the claim: whether, in some currency and
 * under some rule that attributes amounts, what came in of traced value is that share of what was claimed. Coming in
 * counts, also of what went on; a share of 0 still needs some value.
 *
 * In a currency that the trace was exchanged into, the claim is worth what the trace's own exchanges give for it, or
 * what was claimed in that currency if that is more: an account does not carry more of the claim for having had it
 * exchanged. O(steps).
 */
export function carriersOfClaim(
  { graph, traces }: ForwardTrace,
  nameShare: number,
): (destinations: readonly TraceDestination[]) => boolean {
  const share = shareFraction(nameShare);
  const least = traces.map(({ measure, claimed, steps }) => {
    if (measure !== 'attributed') return undefined;
    const { currency, receivedCurrency } = graph.ledger.columns;
    const exchanges = new Map<string, Exchange>();
    for (const { row } of receivedCurrency === undefined ? [] : steps) {
      const [from, to] = [currency[row]!, receivedCurrency![row]!];
      const paid = graph.ledger.amountMinor(row);
      const received = graph.ledger.received(row)?.minor;
      if (from === to || paid === undefined || received === undefined) continue;
      const known = exchanges.get(`${from} ${to}`) ?? { from, to, paid: 0n, received: 0n };
      exchanges.set(`${from} ${to}`, { from, to, paid: known.paid + paid, received: known.received + received });
    }
    const whole = worthByCurrency(new Map(claimed.map((one) => [one.currency, one.amount])), [...exchanges.values()]);
    return new Map([...whole].map(([code, amount]) => [code, multiplyFractions(amount, share)]));
  });
  return (destinations) =>
    least.some((amounts, rule) =>
      destinations.some(({ currency, received }) => reaches(received.byRule[rule]!, amounts?.get(currency))),
    );
}

/** The same for origins: whether an account brought at least a share of all that was looked back from. */
export function carriersOfOrigin({ origins, rules }: BackwardTrace, nameShare: number): (account: number) => boolean {
  const share = shareFraction(nameShare);
  const brought = rules.map((_, rule) => {
    const whole = new Map<number, Fraction>();
    const own = new Map<number, Map<number, Fraction>>();
    for (const { account, currency, amounts } of origins) {
      const amount = amounts.byRule[rule]!;
      const sums = own.get(account) ?? new Map<number, Fraction>();
      own.set(account, sums);
      for (const all of [whole, sums]) all.set(currency, addFractions(all.get(currency) ?? ZERO, amount));
    }
    return { whole, own };
  });
  return (account) =>
    brought.some(({ whole, own }) =>
      [...(own.get(account) ?? [])].some(([currency, amount]) =>
        reaches(amount, multiplyFractions(whole.get(currency)!, share)),
      ),
    );
}

/** What changed hands for what, over all transfers of a trace that were received in another currency. */
interface Exchange {
  readonly from: number;
  readonly to: number;
  readonly paid: bigint;
  readonly received: bigint;
}

/** What a claim is worth in each currency at the rates of some exchanges, by the fewest of them; of several, the most. */
function worthByCurrency(claimed: Sums, exchanges: readonly Exchange[]): Sums {
  const worth = new Map(claimed);
  const larger = (left: Fraction, right = ZERO): Fraction => (compareFractions(left, right) > 0 ? left : right);
  let newest: Sums = claimed;
  while (newest.size > 0) {
    const found = new Map<number, Fraction>();
    for (const { from, to, paid, received } of exchanges) {
      const amount = newest.get(from);
      if (amount === undefined || paid === 0n) continue;
      const value = divideFractions(multiplyFractions(amount, fraction(received)), fraction(paid));
      found.set(to, larger(value, found.get(to)));
    }
    newest = new Map([...found].filter(([to]) => !worth.has(to)));
    for (const [to, value] of found) worth.set(to, larger(value, worth.get(to)));
  }
  return worth;
}

function reaches(amount: Fraction, least: Fraction | undefined): boolean {
  return least !== undefined && amount.numerator > 0n && compareFractions(amount, least) >= 0;
}
