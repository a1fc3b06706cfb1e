import { type ExactDecimal, parseExactDecimal } from '../../foundation/index.js';
import { type TableItem } from './table.js';

/** An exact sum of decimal texts. */
export class DecimalSum {
  #mantissa = 0n;
  #decimals = 0;
  #isKnown = true;

  /** Adds an amount written with `.`; one that is no number makes the sum unknown. */
  add(text: string, isNegative: boolean): void {
    const value: ExactDecimal | undefined = parseExactDecimal(text);
    if (value === undefined) {
      this.#isKnown = false;
      return;
    }
    const decimals = Math.max(this.#decimals, value.decimals);
    const term = value.mantissa * 10n ** BigInt(decimals - value.decimals);
    this.#mantissa = this.#mantissa * 10n ** BigInt(decimals - this.#decimals) + (isNegative ? -term : term);
    this.#decimals = decimals;
  }

  /** The sum as text without needless zeros; undefined if a term was no number. */
  text(): string | undefined {
    if (!this.#isKnown) return undefined;
    const negative = this.#mantissa < 0n;
    const digits = (negative ? -this.#mantissa : this.#mantissa).toString().padStart(this.#decimals + 1, '0');
    const cut = digits.length - this.#decimals;
    const fraction = digits.slice(cut).replace(/0+$/u, '');
    return `${negative ? '-' : ''}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`;
  }
}

/** A balance of a statement; negative = the account is overdrawn. */
export interface Balance {
  readonly amount: string;
  readonly isNegative: boolean;
}

/** Holds the movements of one statement to its opening and closing balance. */
export class RunningBalance {
  readonly #sum = new DecimalSum();
  #opening: Balance | undefined;
  #closing: Balance | undefined;

  set opening(balance: Balance) {
    this.#opening ??= balance;
  }

  set closing(balance: Balance) {
    this.#closing = balance;
  }

  move(amount: string, arrives: boolean): void {
    this.#sum.add(amount, !arrives);
  }

  /** A remark if opening balance and movements do not make the closing balance; undefined if they do or are not given. */
  check(line: number): TableItem | undefined {
    const closing = this.#closing;
    if (this.#opening === undefined || closing === undefined) return undefined;
    this.#sum.add(this.#opening.amount, this.#opening.isNegative);
    const stated = new DecimalSum();
    stated.add(closing.amount, closing.isNegative);
    const [received, expected] = [this.#sum.text(), stated.text()];
    if (received === undefined || expected === undefined || received === expected) return undefined;
    const fault = { code: 'balance-break', column: '', expected: `a closing balance of ${expected}`, received };
    return { kind: 'remark', line, fault };
  }
}
