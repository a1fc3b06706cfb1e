import { type Fraction } from '../../foundation/index.js';
import { addUp } from './add-up.js';
import { type AmountRange, amountRange } from './amount-range.js';
import { type TraceDestination } from './destinations.js';
import { nearestMinor, printsExactly } from './print-amount.js';
import { type ForwardTrace } from './trace-forward.js';

/** Destinations of one currency about which every rule says 0, in one line. */
export interface UnlistedDestinations {
  /** Index into the ledger's currencies. */
  readonly currency: number;
  readonly count: number;
  /** What ended at all of them together: with what is listed it adds up to the claim. */
  readonly ended: AmountRange;
}

/** Destinations apart by whether outputs list them. */
export interface ListedDestinations {
  readonly listed: readonly TraceDestination[];
  /** By currency. */
  readonly unlisted: readonly UnlistedDestinations[];
}

/**
 * The destinations that say something: under some rule, what ended there or came in prints as more than 0. Of the others,
 * less than half a smallest unit came to each; they are counted, with what ended at them in all. Who was asked for by `to` is
 * listed in any case. O(destinations).
 */
export function listedDestinations({ destinations, reached, rules }: ForwardTrace): ListedDestinations {
  if (destinations !== reached) return { listed: destinations, unlisted: [] };
  const listed = destinations.filter(saysSomething);
  const sums = new Map<number, { count: number; ended: readonly Fraction[] }>();
  for (const one of listed.length === destinations.length ? [] : destinations) {
    if (saysSomething(one)) continue;
    const before = sums.get(one.currency);
    const ended = before?.ended.map((sum, rule) => addUp(sum, one.ended.byRule[rule]!)) ?? one.ended.byRule;
    sums.set(one.currency, { count: (before?.count ?? 0) + 1, ended });
  }
  const unlisted = [...sums]
    .sort((a, b) => a[0] - b[0])
    .map(([currency, { count, ended }]) => ({ currency, count, ended: amountRange(rules, ended) }));
  return { listed, unlisted };
}

function saysSomething({ ended, received }: TraceDestination): boolean {
  return [...ended.byRule, ...received.byRule].some(
    (amount) => nearestMinor(amount) > 0n || (amount.numerator > 0n && printsExactly(amount)),
  );
}
