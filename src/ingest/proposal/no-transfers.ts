import { type Mapping } from '../mapping.js';
import { UNKNOWN_VALUE } from './column-choice.js';
import { type ColumnProfile } from './column-profile.js';

/** A table of totals has more columns than a table of transfers has amounts. */
const LEAST_COLUMNS = 8;
/** Share of the columns, and of the filled cells of each, that are numbers. */
const SHARE = 0.8;
/** Numbers, and the two dots that statistics write for a missing one. */
const NUMBER = /^(?:\.\.|[-+]?\d[\d.,' ]*(?:[eE][-+]?\d+)?%?)$/;

/**
 * Says that a table is none of transfers before anybody looks for them: one column, or numbers across, as totals by country
 * or by year stand. Undefined if it may be one.
 */
export function describeOtherTable(profiles: readonly ColumnProfile[]): string | undefined {
  if (profiles.length === 1) {
    return 'one column: a list, such as of accounts, holds no transfers (or another character sets the columns apart)';
  }
  const numbers = profiles.filter(({ filled }) => isMostly(filled, (text) => NUMBER.test(text)));
  const hasTimes = profiles.some(({ looksLikeTimes, concepts }) => looksLikeTimes && concepts.has('date'));
  if (profiles.length < LEAST_COLUMNS || hasTimes || numbers.length < profiles.length * SHARE) return undefined;
  const count = `${numbers.length} of ${profiles.length} columns hold numbers`;
  return `${count} and none is called a time: totals, as by country or year, are no transfers between accounts, and are not read`;
}

/** Says that a proposal has neither time nor amount, nor two sides: what is left is a list of accounts. */
export function describeList({ payer, beneficiary, time, amount }: Mapping): string | undefined {
  const sides = [payer?.account, beneficiary?.account].filter((account) => account !== undefined);
  const isOpen = sides.length < 2 || sides.includes(UNKNOWN_VALUE);
  const hasTime = typeof time !== 'object' || time.column !== UNKNOWN_VALUE;
  if (!isOpen || hasTime || (amount !== undefined && amount.column !== UNKNOWN_VALUE)) return undefined;
  return 'nothing says when, or how much: is this a list of accounts rather than of transfers? (--guard-list reads lists of accounts to be left in peace)';
}

function isMostly(texts: readonly string[], test: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(test).length >= texts.length * SHARE;
}
