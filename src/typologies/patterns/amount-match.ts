import { type Row } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';

/** Shares are compared as whole numbers of this many parts. */
const PARTS = 1_000_000;

/**
 * Whether two amounts are near enough to be one amount passed on: the smaller is at least `least` (0..1) of the larger,
 * compared exactly. What came in counts as received, what went out as paid. False if they are of different currencies
 * or one is missing: then nothing speaks for a match.
 */
export function legsMatch(ledger: Ledger, into: Row, outOf: Row, least: number): boolean {
  const { receivedMinor, receivedCurrency, amountMinor, currency } = ledger.columns;
  const currencyIn = (receivedCurrency ?? currency)[into];
  if (currencyIn !== currency[outOf]) return false;
  const received = (receivedMinor ?? amountMinor)[into]!;
  const paid = amountMinor[outOf]!;
  if (Number.isNaN(received) || Number.isNaN(paid)) return false;
  // Doubles settle all but the close calls; those are decided in whole numbers.
  const ratio = received < paid ? received / paid : paid / received;
  if (Math.abs(ratio - least) > 1e-9) return ratio > least;
  const inExact = ledger.received(into)?.minor ?? 0n;
  const outExact = ledger.amountMinor(outOf) ?? 0n;
  const [smaller, larger] = inExact < outExact ? [inExact, outExact] : [outExact, inExact];
  return smaller * BigInt(PARTS) >= larger * BigInt(Math.round(least * PARTS));
}

/**
 * Whether two amounts speak against being one amount passed on: both are known and of one currency, and the smaller is less
 * than `least` of the larger. Of different currencies, nothing speaks against it.
 */
export function legsBreak(ledger: Ledger, into: Row, outOf: Row, least: number): boolean {
  const { receivedMinor, receivedCurrency, amountMinor, currency } = ledger.columns;
  const received = (receivedMinor ?? amountMinor)[into]!;
  const isKnown = !Number.isNaN(received) && !Number.isNaN(amountMinor[outOf]);
  return isKnown && (receivedCurrency ?? currency)[into] === currency[outOf] && !legsMatch(ledger, into, outOf, least);
}
