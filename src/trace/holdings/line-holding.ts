import { assertInvariant } from '../../foundation/index.js';
import { type Arithmetic } from './arithmetic.js';
import { type Holding, type Lot, splitLot } from './lot.js';

/** Room at the front that is worth giving back. */
const SPARE = 64;

/**
 * First in, first out: money lies in a line in the order in which it came, and a payment takes it from the front, lot by lot,
 * splitting the last. Last in, first out is the same line taken from its end. In whole units, in BigInts or in fractions:
 * nothing is ever divided, so every amount is exact in the numbers that it is kept in.
 *
 * - *Ties*: the line knows no times. Who books the transfers of one instant says which of them comes first.
 * - *Opening balance*: put before everything else, it is the oldest money. *Shortfall*: a payment beyond the balance is the
 *   affair of who keeps the balance, see `LaneBook`; a line is never asked for more than it holds.
 * - *Conserved*: what was put = what was taken + what was passed over + what lies here, by origin and in all.
 *
 * This is the rule in its readable form, and a rule of accounting: it claims nothing about coins. Fast twins on doubles, held
 * to it by tests: `matchFifoInto` of one lane, `moveLineLots` of a whole ledger.
 */
export class LineHolding<Q> implements Holding<Q> {
  balance: Q;
  readonly #arithmetic: Arithmetic<Q>;
  readonly #fromEnd: boolean;
  readonly #joins: boolean;
  #lots: Lot<Q>[] = [];
  #head = 0;

  /** @param joins whether neighbours that differ in birth alone become one lot */
  constructor(arithmetic: Arithmetic<Q>, end: 'first' | 'last', joins: boolean) {
    this.#arithmetic = arithmetic;
    this.#fromEnd = end === 'last';
    this.#joins = joins;
    this.balance = arithmetic.zero;
  }

  put(lot: Lot<Q>): void {
    this.balance = this.#arithmetic.add(this.balance, lot.amount);
    const last = this.#joins && this.#lots.length > this.#head ? this.#lots[this.#lots.length - 1]! : undefined;
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
      const lot = this.#next();
      assertInvariant(lot !== undefined, 'lots-short', 'Expected lots for all of the balance');
      if (arithmetic.compare(lot.amount, open) > 0) {
        taken.push(splitLot(lot, open, arithmetic.subtract(lot.amount, open)));
        break;
      }
      open = arithmetic.subtract(open, lot.amount);
      taken.push(lot);
      this.#remove();
    }
    this.balance = arithmetic.subtract(this.balance, amount);
    return taken;
  }

  /** Passes over, for good, the lots whose turn it is as long as they are `stale`. */
  passOver(stale: (lot: Readonly<Lot<Q>>) => boolean): void {
    for (let lot = this.#next(); lot !== undefined && stale(lot); lot = this.#next()) {
      this.balance = this.#arithmetic.subtract(this.balance, lot.amount);
      this.#remove();
    }
  }

  lots(): readonly Readonly<Lot<Q>>[] {
    return this.#lots.slice(this.#head);
  }

  #next(): Lot<Q> | undefined {
    if (this.#head === this.#lots.length) return undefined;
    return this.#lots[this.#fromEnd ? this.#lots.length - 1 : this.#head];
  }

  #remove(): void {
    if (this.#fromEnd) {
      this.#lots.pop();
      return;
    }
    this.#head++;
    if (this.#head > SPARE && 2 * this.#head > this.#lots.length) {
      this.#lots = this.#lots.slice(this.#head);
      this.#head = 0;
    }
  }
}
