import { channelCode, type Channel } from '../ledger/index.js';
import { GrowableColumn } from '../structures/index.js';
import { type AccountBook } from './account-book.js';

/** What a transfer may say beside who, whom, when and how much. */
export interface TransferDetail {
  readonly channel: Channel;
  /** Town where it was handed in. Default the payer's home. */
  readonly from?: number;
  /** Town where it was paid out or booked. Default the beneficiary's home. */
  readonly to?: number;
  /** Currency code. Default that of the payer's account. */
  readonly currency?: number;
}

/** The world's transfers as columns, in the order in which they were thought of. Sorting and ids come last. */
export class TransferSheet {
  readonly #book: AccountBook;
  readonly #endSeconds: number;
  readonly time = new GrowableColumn(Uint32Array);
  readonly payer = new GrowableColumn(Int32Array);
  readonly beneficiary = new GrowableColumn(Int32Array);
  readonly amountMinor = new GrowableColumn(Uint32Array);
  readonly currency = new GrowableColumn(Uint8Array);
  readonly channel = new GrowableColumn(Uint8Array);
  readonly placeFrom = new GrowableColumn(Uint16Array);
  readonly placeTo = new GrowableColumn(Uint16Array);

  constructor(book: AccountBook, endSeconds: number) {
    this.#book = book;
    this.#endSeconds = endSeconds;
  }

  get length(): number {
    return this.time.length;
  }

  /** Number of rows that the world's books show. */
  get seenCount(): number {
    return this.length;
  }

  /** Whether the world's books show the row. Stories write all their rows, and count on those that are seen. */
  isSeen(row: number): boolean {
    return row >= 0;
  }

  /**
   * Adds a transfer of at least one minor unit. What would fall outside the simulated period is left out.
   * @returns its row, or -1
   */
  add(time: number, payer: number, beneficiary: number, amountMinor: number, detail: TransferDetail): number {
    if (time < 0 || time >= this.#endSeconds) return -1;
    this.time.push(Math.floor(time));
    this.payer.push(payer);
    this.beneficiary.push(beneficiary);
    this.amountMinor.push(amountMinor);
    this.currency.push(detail.currency ?? this.#book.currencyOf(payer));
    this.channel.push(channelCode(detail.channel));
    this.placeFrom.push(detail.from ?? this.#book.townOf(payer));
    this.placeTo.push(detail.to ?? this.#book.townOf(beneficiary));
    return this.length - 1;
  }
}
