import { MinHeap } from '../../structures/index.js';
import { type Arithmetic } from './arithmetic.js';
import { type Holding, type Lot, splitLot } from './lot.js';

/** Lots taken by when their money was first seen: earliest or latest first, ties in order of arrival. O(log lots). */
export class BirthHolding<Q> implements Holding<Q> {
  balance: Q;
  readonly #arithmetic: Arithmetic<Q>;
  readonly #sign: number;
  readonly #lots = new Map<number, Lot<Q>>();
  readonly #heap = new MinHeap();
  #arrivals = 0;

  constructor(arithmetic: Arithmetic<Q>, first: 'earliest' | 'latest') {
    this.#arithmetic = arithmetic;
    this.#sign = first === 'earliest' ? 1 : -1;
    this.balance = arithmetic.zero;
  }

  put(lot: Lot<Q>): void {
    this.balance = this.#arithmetic.add(this.balance, lot.amount);
    this.#lots.set(this.#arrivals, lot);
    this.#heap.push(this.#sign * lot.birth, this.#arrivals++);
  }

  take(amount: Q): Lot<Q>[] {
    const arithmetic = this.#arithmetic;
    const taken: Lot<Q>[] = [];
    let open = amount;
    while (!arithmetic.isZero(open)) {
      const arrival = this.#heap.pop()!;
      const lot = this.#lots.get(arrival)!;
      if (arithmetic.compare(lot.amount, open) > 0) {
        taken.push(splitLot(lot, open, arithmetic.subtract(lot.amount, open)));
        this.#heap.push(this.#sign * lot.birth, arrival);
        break;
      }
      open = arithmetic.subtract(open, lot.amount);
      this.#lots.delete(arrival);
      taken.push(lot);
    }
    this.balance = arithmetic.subtract(this.balance, amount);
    return taken;
  }

  lots(): Iterable<Readonly<Lot<Q>>> {
    return this.#lots.values();
  }
}
