import { type Arithmetic } from './arithmetic.js';
import { type Holding, type Lot } from './lot.js';

/** Money of two classes, each a holding of its own; the second class is touched only when the first is used up. */
export class ClassedHolding<Q> implements Holding<Q> {
  readonly #arithmetic: Arithmetic<Q>;
  readonly #first: Holding<Q>;
  readonly #second: Holding<Q>;
  readonly #isFirst: (lot: Lot<Q>) => boolean;

  constructor(
    arithmetic: Arithmetic<Q>,
    first: Holding<Q>,
    second: Holding<Q>,
    isFirst: (lot: Readonly<Lot<Q>>) => boolean,
  ) {
    this.#arithmetic = arithmetic;
    this.#first = first;
    this.#second = second;
    this.#isFirst = isFirst;
  }

  get balance(): Q {
    return this.#arithmetic.add(this.#first.balance, this.#second.balance);
  }

  put(lot: Lot<Q>): void {
    (this.#isFirst(lot) ? this.#first : this.#second).put(lot);
  }

  take(amount: Q): Lot<Q>[] {
    const available = this.#first.balance;
    if (this.#arithmetic.compare(amount, available) <= 0) return this.#first.take(amount);
    const taken = this.#first.take(available);
    return taken.concat(this.#second.take(this.#arithmetic.subtract(amount, available)));
  }

  lots(): Iterable<Readonly<Lot<Q>>> {
    return [...this.#first.lots(), ...this.#second.lots()];
  }
}
