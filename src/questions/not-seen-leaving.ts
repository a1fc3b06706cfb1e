import { type AskedLead, nameOf, type AskedOperator, askedOperator, type Sum } from './asked-case.js';
import { digitsOf, formatMinor, toMinor } from '../foundation/index.js';
import { institutionWords } from './leaving.js';
import { institutionsOf } from './passages.js';
import { money, percent } from './plain-words.js';

/** An operator is asked about from this share of its receipts on that is not seen leaving: less is a living or a fee. A choice. */
const NOT_SEEN_SHARE = 0.1;

/** Money of one currency that an operator received and that is not seen leaving it. */
export interface NotSeenLeaving extends AskedOperator {
  readonly received: Sum;
  /** Received less paid, in the whole data. */
  readonly notSeen: Sum;
  readonly share: number;
  readonly sentence: string;
}

/**
 * Operators that received at least a tenth more of a currency than they paid, by all their transfers in the data; the largest
 * share first. Not claimed: that the money is still there. It may have been changed into another currency, taken out where
 * the data do not look, or been spent; and an account that had money before may have kept less than it seems. O(operators).
 */
export function notSeenLeaving(lead: AskedLead): NotSeenLeaving[] {
  const found = lead.operators.flatMap(({ received, paid }, i) =>
    received.flatMap((sum): NotSeenLeaving[] => {
      const out = paid.find(({ currency }) => currency === sum.currency)?.amount ?? '0';
      const digits = digitsOf([sum.amount, out]);
      const [came, went] = [toMinor(sum.amount, digits), toMinor(out, digits)];
      if (came <= 0n || went >= came) return [];
      const share = Number(((came - went) * 1_000_000n) / came) / 1_000_000;
      if (share < NOT_SEEN_SHARE) return [];
      const operator = askedOperator(lead, i);
      const notSeen = { currency: sum.currency, amount: formatMinor(came - went, digits) };
      const asked = institutionWords(institutionsOf(lead, i));
      return [
        {
          ...operator,
          received: sum,
          notSeen,
          share,
          sentence: `Ask ${asked} for the balance and for cash taken out of ${nameOf(operator)}: ${money([notSeen])}, ${percent(share)} of what it received in this currency, is not seen leaving it.`,
        },
      ];
    }),
  );
  return found.sort((a, b) => b.share - a.share || a.operator - b.operator);
}

/** Of what was paid in, the least and the most that operators still hold over all tracing rules of the case. */
export interface HeldRange {
  readonly least: Sum;
  readonly most: Sum;
  readonly sentence: string;
}

/** Per currency, over the rules of `held`; a rule that holds nothing of a currency holds 0. Empty where nothing is held. */
export function heldRanges({ lead, held }: AskedLead): HeldRange[] {
  const currencies = [...new Set(held.flatMap(({ sums }) => sums.map(({ currency }) => currency)))].sort();
  return currencies.map((currency) => {
    const amounts = held.map(({ sums }) => sums.find((sum) => sum.currency === currency)?.amount ?? '0');
    const digits = digitsOf(amounts);
    const sorted = amounts.map((amount) => toMinor(amount, digits)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const [least, most] = [sorted[0]!, sorted.at(-1)!].map((units) => ({
      currency,
      amount: formatMinor(units, digits),
    }));
    const range = least!.amount === most!.amount ? money([most!]) : `between ${money([least!])} and ${money([most!])}`;
    const sentence = `By tracing rules, which are conventions, the operators of ${lead} still hold ${range} of what was paid in.`;
    return { least: least!, most: most!, sentence };
  });
}
