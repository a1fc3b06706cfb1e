import { type Account, type Row } from '../../foundation/index.js';
import { Tally } from '../numbers/tally.js';

/** Who pays in the current window of a beneficiary, and from where. Each sender counts once per place. */
export class SenderWindow {
  /** Goes up whenever the set of senders changes. */
  changes = 0;
  readonly #payer: Int32Array;
  readonly #placeOf: Int32Array | undefined;
  readonly #placeCount: number;
  readonly #senders = new Tally();
  readonly #visits = new Tally();
  readonly #places = new Tally();

  /** `placeOf`: index of the place by row, -1 = not given; undefined = the data has no places. */
  constructor(payer: Int32Array, placeOf: Int32Array | undefined, placeCount: number) {
    this.#payer = payer;
    this.#placeOf = placeOf;
    this.#placeCount = placeCount;
  }

  enter(row: Row): void {
    const sender = this.#payer[row]!;
    if (this.#senders.add(sender)) this.changes++;
    const place = this.#placeOf?.[row] ?? -1;
    if (place >= 0 && this.#visits.add(sender * this.#placeCount + place)) this.#places.add(place);
  }

  leave(row: Row): void {
    const sender = this.#payer[row]!;
    if (this.#senders.remove(sender)) this.changes++;
    const place = this.#placeOf?.[row] ?? -1;
    if (place >= 0 && this.#visits.remove(sender * this.#placeCount + place)) this.#places.remove(place);
  }

  get senders(): number {
    return this.#senders.distinct;
  }

  get places(): number {
    return this.#places.distinct;
  }

  /** Sum of the squared shares of the senders over places; 0 without any place. */
  get placeShare(): number {
    return this.#places.total === 0 ? 0 : this.#places.squares / this.#places.total ** 2;
  }

  senderList(): Account[] {
    return this.#senders.keys();
  }
}
