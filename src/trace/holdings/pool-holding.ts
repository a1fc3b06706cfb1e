import { type Arithmetic } from './arithmetic.js';
import { type Holding, type Lot, splitLot } from './lot.js';

/**
 * Lots that lose their identity: every origin leaves in proportion to its share, in order of origins, so that a unit which
 * two origins could give comes from the lower one. One lot per origin, which keeps the fewest transfers that any of its
 * money came by.
 */
export class PoolHolding<Q> implements Holding<Q> {
  balance: Q;
  readonly #arithmetic: Arithmetic<Q>;
  /** Ascending by {@link keyOf}. */
  #lots: Lot<Q>[] = [];

  constructor(arithmetic: Arithmetic<Q>) {
    this.#arithmetic = arithmetic;
    this.balance = arithmetic.zero;
  }

  put(lot: Lot<Q>): void {
    this.balance = this.#arithmetic.add(this.balance, lot.amount);
    const lots = this.#lots;
    const key = keyOf(lot);
    let at = 0;
    for (let end = lots.length; at < end;) {
      const middle = (at + end) >> 1;
      if (keyOf(lots[middle]!) < key) at = middle + 1;
      else end = middle;
    }
    const own = lots[at];
    if (own === undefined || keyOf(own) !== key) {
      lots.splice(at, 0, lot);
      return;
    }
    own.amount = this.#arithmetic.add(own.amount, lot.amount);
    if (lot.hops < own.hops) own.hops = lot.hops;
  }

  take(amount: Q): Lot<Q>[] {
    const arithmetic = this.#arithmetic;
    const lots = this.#lots;
    const whole = this.balance;
    this.balance = arithmetic.subtract(whole, amount);
    if (arithmetic.isZero(this.balance)) {
      this.#lots = [];
      return lots;
    }
    if (lots.length === 1) return [splitLot(lots[0]!, amount, this.balance)];
    const shares = arithmetic.share(
      amount,
      lots.map((lot) => lot.amount),
      whole,
    );
    const taken: Lot<Q>[] = [];
    let used = false;
    for (let k = 0; k < lots.length; k++) {
      const lot = lots[k]!;
      const share = shares[k]!;
      if (arithmetic.isZero(share)) continue;
      taken.push(splitLot(lot, share, arithmetic.subtract(lot.amount, share)));
      used ||= arithmetic.isZero(lot.amount);
    }
    if (used) this.#lots = lots.filter((lot) => !arithmetic.isZero(lot.amount));
    return taken;
  }

  lots(): readonly Readonly<Lot<Q>>[] {
    return this.#lots;
  }
}

function keyOf({ origin, asserted }: Lot<unknown>): number {
  return 2 * origin + (asserted ? 1 : 0);
}
