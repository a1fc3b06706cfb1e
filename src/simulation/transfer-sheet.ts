import { channelCode, type Channel } from '../ledger/index.js';
import { GrowableColumn } from '../structures/index.js';
import { type AccountBook } from './account-book.js';
import { type Books } from './view/books.js';
import { type Entry } from './view/entry.js';

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

/**
 * The world's transfers as columns, in the order in which they were thought of. Everything may be added; what the
 * world's books show of it, and how, is decided row by row. Sorting and ids come last.
 */
export class TransferSheet {
  readonly #book: AccountBook;
  readonly #endSeconds: number;
  readonly #books: Books | undefined;
  readonly time = new GrowableColumn(Uint32Array);
  readonly payer = new GrowableColumn(Int32Array);
  readonly beneficiary = new GrowableColumn(Int32Array);
  readonly amountMinor = new GrowableColumn(Float64Array);
  readonly currency = new GrowableColumn(Uint8Array);
  readonly channel = new GrowableColumn(Uint8Array);
  readonly placeFrom = new GrowableColumn(Uint16Array);
  readonly placeTo = new GrowableColumn(Uint16Array);
  /** The shop that a card payment is for where an acquirer takes it, else -1. */
  readonly merchant = new GrowableColumn(Int32Array);
  readonly #seen = new GrowableColumn(Uint8Array);
  #seenCount = 0;

  /** @param books omitted: everything is shown as it is */
  constructor(book: AccountBook, endSeconds: number, books?: Books) {
    this.#book = book;
    this.#endSeconds = endSeconds;
    this.#books = books;
  }

  get length(): number {
    return this.time.length;
  }

  /** Number of rows that the world's books show. */
  get seenCount(): number {
    return this.#seenCount;
  }

  /** Whether the world's books show the row. Stories write all their rows, and count on those that are seen. */
  isSeen(row: number): boolean {
    return row >= 0 && this.#seen.array[row] === 1;
  }

  /**
   * Adds a transfer of at least one minor unit. What would fall outside the simulated period is left out.
   * @param amountMinor hundredths of the unit in which all stories count; the row holds them in its own currency
   * @returns its row, or -1
   */
  add(time: number, payer: number, beneficiary: number, amountMinor: number, detail: TransferDetail): number {
    if (!(time >= 0 && time < this.#endSeconds)) return -1;
    const entry: Entry = {
      time: Math.floor(time),
      payer,
      beneficiary,
      amountMinor,
      currency: detail.currency ?? this.#book.currencyOf(payer),
      channel: channelCode(detail.channel),
      from: detail.from ?? this.#book.townOf(payer),
      to: detail.to ?? this.#book.townOf(beneficiary),
      merchant: -1,
      seen: true,
    };
    if (this.#books === undefined) return this.#push(entry);
    const following = this.#books.enter(entry);
    if (entry.payer === entry.beneficiary) return -1;
    const row = this.#push(entry);
    if (following !== undefined && following.time < this.#endSeconds) this.#push(following);
    return row;
  }

  /** Whether the books would show a wire between two accounts, losses apart. */
  wouldShowWire(payer: number, beneficiary: number): boolean {
    return this.#books?.showsWire(payer, beneficiary) ?? true;
  }

  /** Takes back the last rows until no more than `count` are seen. */
  rewindToSeen(count: number): void {
    let length = this.length;
    for (let seen = this.#seenCount; seen > count; length--) seen -= this.#seen.array[length - 1]!;
    this.rewind(length);
  }

  /** Takes back all rows from `length` on. */
  rewind(length: number): void {
    for (let row = length; row < this.length; row++) this.#seenCount -= this.#seen.array[row]!;
    const { time, payer, beneficiary, amountMinor, currency, channel, placeFrom, placeTo, merchant } = this;
    const columns = [time, payer, beneficiary, amountMinor, currency, channel, placeFrom, placeTo, merchant];
    for (const column of [...columns, this.#seen]) column.length = Math.min(column.length, length);
  }

  /** Rows that the books show, as they were thought of. */
  seenRows(): Uint32Array {
    const rows = new Uint32Array(this.#seenCount);
    let count = 0;
    for (let row = 0; row < this.length; row++) if (this.isSeen(row)) rows[count++] = row;
    return rows;
  }

  #push(entry: Entry): number {
    this.time.push(entry.time);
    this.payer.push(entry.payer);
    this.beneficiary.push(entry.beneficiary);
    this.amountMinor.push(entry.amountMinor);
    this.currency.push(entry.currency);
    this.channel.push(entry.channel);
    this.placeFrom.push(entry.from);
    this.placeTo.push(entry.to);
    this.merchant.push(entry.merchant);
    this.#seen.push(entry.seen ? 1 : 0);
    if (entry.seen) this.#seenCount++;
    return this.length - 1;
  }
}
