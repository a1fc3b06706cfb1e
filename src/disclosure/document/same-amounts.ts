import { type Account, formatMoney, type Money } from '../../foundation/index.js';
import { SMALLEST_GROUP } from './case-format.js';
import type { LeadDocument } from './lead-schema.js';
import { type LeadView } from './lead-view.js';

/** Told is an amount that this many of the exceptional payments of its currency have to the last digit, and this share of them [choice]. */
const LEAST_PAYMENTS = 5;
const LEAST_SHARE = 0.1;

interface Repeated {
  readonly money: Money;
  payments: number;
  readonly payers: Set<Account>;
}

/**
 * Amounts that many of the exceptional payments into a lead have in common, those of most payments first: at least five, and a
 * tenth of all in that currency, from at least three payers. Says how often an amount was paid, not what for. O(payments).
 */
export function sameAmountsOf({ graph, formed }: LeadView): LeadDocument['sameAmounts'] {
  const found = new Map<string, Repeated>();
  const counts = new Map<string, number>();
  for (const row of formed.flow.paidIn) {
    const money = graph.ledger.amount(row);
    if (money === undefined) continue;
    counts.set(money.currency, (counts.get(money.currency) ?? 0) + 1);
    const key = `${money.minor} ${money.currency}`;
    const one = found.get(key) ?? { money, payments: 0, payers: new Set() };
    one.payments++;
    one.payers.add(graph.payer[row]!);
    found.set(key, one);
  }
  const of = ({ money }: Repeated): number => counts.get(money.currency)!;
  return [...found.values()]
    .filter((one) => one.payers.size >= SMALLEST_GROUP)
    .filter((one) => one.payments >= Math.max(LEAST_PAYMENTS, LEAST_SHARE * of(one)))
    .sort((a, b) => b.payments - a.payments || (a.money.minor < b.money.minor ? 1 : -1))
    .map((one) => ({
      currency: one.money.currency,
      amount: formatMoney(one.money),
      payments: one.payments,
      of: of(one),
      payers: one.payers.size,
    }));
}
