import { assertInvariant } from '../../foundation/index.js';
import { type Arithmetic } from './arithmetic.js';
import { type Holding, type Lot, splitLot } from './lot.js';

/** Room at the front that is worth giving back. */
const SPARE = 64;

/** Lots in order of arrival, taken from the front (`fifo`) or from the end (`lifo`). Neighbours of one kind are one lot. */
export class LineHolding<Q> implements Holding<Q> {
  balance: Q;
  readonly #arithmetic: Arithmetic<Q>;
  readonly #fromEnd: boolean;
  #lots: Lot<Q>[] = [];
  #head = 0;

  constructor(arithmetic: Arithmetic<Q>, end: 'first' | 'last') {
    this.#arithmetic = arithmetic;
    this.#fromEnd = end === 'last';
    this.balance = arithmetic.zero;
  }

  put(lot: Lot<Q>): void {
    this.balance = this.#arithmetic.add(this.balance, lot.amount);
    const last = this.#lots.length > this.#head ? this.#lots[this.#lots.length - 1]! : undefined;
    if (last?.origin === lot.origin && last.hops === lot.hops && last.asserted === lot.asserted) {
      last.amount = this.#arithmetic.add(last.amount, lot.amount);
    } else {
      this.#lots.push(lot);
    }
  }

  take(amount: Q): Lot<Q>[] {
    const arithmetic = this.#arithmetic;
    const taken: Lot<Q>[] = [];
    let open = amount;
    while (!arithmetic.isZero(open)) {
      assertInvariant(this.#lots.length > this.#head, 'lots-short', 'Expected lots for all of the balance');
      const lot = this.#lots[this.#fromEnd ? this.#lots.length - 1 : this.#head]!;
      if (arithmetic.compare(lot.amount, open) > 0) {
        taken.push(splitLot(lot, open, arithmetic.subtract(lot.amount, open)));
        break;
      }
      open = arithmetic.subtract(open, lot.amount);
      taken.push(lot);
      if (this.#fromEnd) this.#lots.pop();
      else this.#head++;
    }
    if (this.#head > SPARE && 2 * this.#head > this.#lots.length) {
      this.#lots = this.#lots.slice(this.#head);
      this.#head = 0;
    }
    this.balance = arithmetic.subtract(this.balance, amount);
    return taken;
  }

  lots(): readonly Readonly<Lot<Q>>[] {
    return this.#lots.slice(this.#head);
  }
}
