import { parseExactDecimal, resolveOptions, UsageError } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';

/** How much the amount may change from one transfer of a cycle to the next. Both shares are exact decimal text. */
export interface AmountBand {
  /** Greatest share that may be lost at a hop: the next amount is at least (1 - maxLoss) of this one. Default '0'. */
  readonly maxLoss?: string;
  /** Greatest share that may be gained: the next amount is at most (1 + maxGain) of this one. Default '0'. */
  readonly maxGain?: string;
}

const DEFAULTS: Required<AmountBand> = Object.freeze({ maxLoss: '0', maxGain: '0' });

/**
 * Whether a row's amount may follow another's: same currency, and within the band, compared in whole minor units.
 * Transfers without amount follow nothing. The last amount of a cycle is not compared with the first.
 *
 * @throws UsageError `amount-band` unless both shares are decimals, and the loss at most 1; `unknown-option`
 */
export function amountsMayFollow(ledger: Ledger, band: AmountBand): (row: number, next: number) => boolean {
  const { maxLoss, maxGain } = resolveOptions(DEFAULTS, band, 'amount band');
  const loss = shareOf('maxLoss', maxLoss);
  const gain = shareOf('maxGain', maxGain);
  if (loss.part > loss.whole)
    throw new UsageError('amount-band', `Expected maxLoss of at most 1 but received ${maxLoss}`);
  const { currency } = ledger.columns;
  return (row, next) => {
    if (currency[row] !== currency[next]) return false;
    const now = ledger.amountMinor(row);
    const later = ledger.amountMinor(next);
    if (now === undefined || later === undefined) return false;
    const isEnough = later * loss.whole >= now * (loss.whole - loss.part);
    return isEnough && later * gain.whole <= now * (gain.whole + gain.part);
  };
}

function shareOf(name: string, text: string): { part: bigint; whole: bigint } {
  const exact = parseExactDecimal(text);
  if (exact === undefined || exact.mantissa < 0n) {
    throw new UsageError('amount-band', `Expected ${name} such as 0.05 but received ${text.slice(0, 40)}`);
  }
  return { part: exact.mantissa, whole: 10n ** BigInt(exact.decimals) };
}
