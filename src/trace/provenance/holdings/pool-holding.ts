import { type Arithmetic } from '../arithmetic.js';
import { type Holding, type Lot, splitLot } from './lot.js';

/**
 * Lots that lose their identity: every origin leaves in proportion to its share, in order of origins, so that a unit which
 * two origins could give comes from the lower one. One lot per origin, which keeps the fewest transfers that any of its
 * money came by.
 */
export class PoolHolding<Q> implements Holding<Q> {
  balance: Q;
  readonly #arithmetic: Arithmetic<Q>;
  readonly #lots = new Map<number, Lot<Q>>();

  constructor(arithmetic: Arithmetic<Q>) {
    this.#arithmetic = arithmetic;
    this.balance = arithmetic.zero;
  }

  put(lot: Lot<Q>): void {
    this.balance = this.#arithmetic.add(this.balance, lot.amount);
    const key = 2 * lot.origin + (lot.asserted ? 1 : 0);
    const own = this.#lots.get(key);
    if (own === undefined) {
      this.#lots.set(key, lot);
      return;
    }
    own.amount = this.#arithmetic.add(own.amount, lot.amount);
    if (lot.hops < own.hops) own.hops = lot.hops;
  }

  take(amount: Q): Lot<Q>[] {
    const arithmetic = this.#arithmetic;
    const lots = Array.from(this.#lots.values()).sort((a, b) => a.origin - b.origin);
    const whole = this.balance;
    this.balance = arithmetic.subtract(whole, amount);
    if (arithmetic.isZero(this.balance)) {
      this.#lots.clear();
      return lots;
    }
    if (lots.length === 1) return [splitLot(lots[0]!, amount, this.balance)];
    const shares = arithmetic.share(
      amount,
      lots.map((lot) => lot.amount),
      whole,
    );
    const taken: Lot<Q>[] = [];
    for (let k = 0; k < lots.length; k++) {
      const lot = lots[k]!;
      const share = shares[k]!;
      if (arithmetic.isZero(share)) continue;
      taken.push(splitLot(lot, share, arithmetic.subtract(lot.amount, share)));
      if (arithmetic.isZero(lot.amount)) this.#lots.delete(2 * lot.origin + (lot.asserted ? 1 : 0));
    }
    return taken;
  }

  lots(): Iterable<Readonly<Lot<Q>>> {
    return this.#lots.values();
  }
}
