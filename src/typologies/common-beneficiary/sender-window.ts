import { type Account, type Row } from '../../foundation/index.js';
import { Tally } from '../numbers/tally.js';

/** Who pays in the current window of a beneficiary, and from where. Each sender counts once per place. */
export class SenderWindow {
  /** Goes up whenever the set of senders changes. */
  changes = 0;
  readonly #payer: Int32Array;
  readonly #placeOf: Int32Array | undefined;
  readonly #placeCount: number;
  /** How many different senders pay in it. */
  senders = 0;
  /** By account: its payments in the window. */
  readonly #counts: Int32Array;
  readonly #visits = new Tally();
  readonly #places = new Tally();

  /**
   * `placeOf`: index of the place by row, -1 = not given; undefined = the data has no places. `counts` is scratch, a zero
   * per account, zeros again once all that entered have left.
   */
  constructor(payer: Int32Array, placeOf: Int32Array | undefined, placeCount: number, counts: Int32Array) {
    this.#payer = payer;
    this.#counts = counts;
    this.#placeOf = placeOf;
    this.#placeCount = placeCount;
  }

  enter(row: Row): void {
    const sender = this.#payer[row]!;
    if (this.#counts[sender]!++ === 0) {
      this.senders++;
      this.changes++;
    }
    const place = this.#placeOf?.[row] ?? -1;
    if (place >= 0 && this.#visits.add(sender * this.#placeCount + place)) this.#places.add(place);
  }

  leave(row: Row): void {
    const sender = this.#payer[row]!;
    if (--this.#counts[sender]! === 0) {
      this.senders--;
      this.changes++;
    }
    const place = this.#placeOf?.[row] ?? -1;
    if (place >= 0 && this.#visits.remove(sender * this.#placeCount + place)) this.#places.remove(place);
  }

  get places(): number {
    return this.#places.distinct;
  }

  /** Sum of the squared shares of the senders over places; 0 without any place. */
  get placeShare(): number {
    return this.#places.total === 0 ? 0 : this.#places.squares / this.#places.total ** 2;
  }

  /** Who pays in these transfers, which are those of the window: each once, ascending. */
  sendersOf(rows: Int32Array): Account[] {
    const payers = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) payers[i] = this.#payer[rows[i]!]!;
    payers.sort();
    const list: Account[] = [];
    for (let i = 0; i < payers.length; i++) if (i === 0 || payers[i] !== payers[i - 1]) list.push(payers[i]!);
    return list;
  }
}
