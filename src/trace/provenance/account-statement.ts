import { type Fraction, fraction, parseExactDecimal, UsageError } from '../../foundation/index.js';
import { type UnseenMoney } from '../holdings/lane-book.js';

/** One line of a bank statement: money in or money out. */
export type StatementEntry =
  /** Money in. `name` says whose it is; credits of one name are one origin. */
  | { readonly name: string; readonly credit: string; readonly time?: number }
  /** Money out. */
  | { readonly name: string; readonly debit: string; readonly time?: number };

/** Money of one origin. */
export interface OriginPart {
  /** Name of the credits; `opening` = was there before, `born` = never seen coming in, `credit` = was lent. */
  readonly origin: string;
  readonly amount: Fraction;
}

/** Names of money that no entry brought in. Credits may not have them. */
export const UNSEEN_ORIGINS: readonly UnseenMoney[] = Object.freeze(['opening', 'born', 'credit']);

/** An entry with its amount as a number. */
export interface ReadEntry {
  readonly name: string;
  readonly isCredit: boolean;
  readonly amount: Fraction;
  readonly time: number | undefined;
}

/** Exact amounts of the entries, in the statement's own unit. @throws UsageError `statement-amount`, `statement-name` */
export function readEntries(entries: Iterable<StatementEntry>): ReadEntry[] {
  return Array.from(entries, (entry) => {
    const isCredit = 'credit' in entry;
    if (isCredit && (UNSEEN_ORIGINS as readonly string[]).includes(entry.name)) {
      throw new UsageError('statement-name', `Expected a credit not called ${UNSEEN_ORIGINS.join(' or ')}`);
    }
    return { name: entry.name, isCredit, amount: exactAmount(isCredit ? entry.credit : entry.debit), time: entry.time };
  });
}

/** A decimal that is not negative, exactly. @throws UsageError `statement-amount` */
export function exactAmount(text: string): Fraction {
  const value = parseExactDecimal(text);
  if (value === undefined || value.mantissa < 0n) {
    throw new UsageError('statement-amount', `Expected an amount such as 250.00 but received ${text.slice(0, 40)}`);
  }
  return fraction(value.mantissa, 10n ** BigInt(value.decimals));
}
