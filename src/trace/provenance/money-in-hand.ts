import { type Row } from '../../foundation/index.js';
import { type Holding, type Lot } from '../holdings/lot.js';

/** Money that left by a transfer which a person linked to later ones: a holding per transfer, under the rule of the run. */
export class MoneyInHand<Q> {
  readonly #newHolding: () => Holding<Q>;
  readonly #hands = new Map<Row, Holding<Q>>();

  constructor(newHolding: () => Holding<Q>) {
    this.#newHolding = newHolding;
  }

  /** Keeps the lots and returns what they add up to. */
  keep(row: Row, lots: readonly Lot<Q>[]): Q {
    const hand = this.#newHolding();
    for (const lot of lots) hand.put(lot);
    this.#hands.set(row, hand);
    return hand.balance;
  }

  /** Takes part of what left by a row. @returns undefined if nothing was kept */
  take(row: Row, amount: Q): Lot<Q>[] | undefined {
    return this.#hands.get(row)?.take(amount);
  }

  /** What never came back, by the row that it left by. */
  *leftovers(): Iterable<readonly [Row, Readonly<Lot<Q>>]> {
    for (const [row, hand] of this.#hands) for (const lot of hand.lots()) yield [row, lot];
  }
}
