import { type RandomSource } from '../../foundation/index.js';
import { type AccountBook } from '../account-book.js';
import { between } from '../draws.js';
import { HOUR_SECONDS } from '../world-clock.js';
import { type Entry } from './entry.js';

/** Addresses that exchanges give their customers: what is paid to an exchange goes there, and is swept up soon after. */
export class DepositAddresses {
  readonly #book: AccountBook;
  readonly #random: RandomSource;
  /** Address by customer and, within, by hot wallet. */
  readonly #addresses = new Map<number, Map<number, number>>();

  constructor(book: AccountBook, random: RandomSource) {
    this.#book = book;
    this.#random = random;
  }

  /** Sends what is meant for a hot wallet to the customer's address. @returns the sweep that follows */
  redirect(entry: Entry): Entry | undefined {
    const { payer, beneficiary } = entry;
    if (this.#book.kindOf(beneficiary) !== 'desk' || this.#book.kindOf(payer) === 'desk') return undefined;
    let own = this.#addresses.get(payer);
    if (own === undefined) this.#addresses.set(payer, (own = new Map<number, number>()));
    let address = own.get(beneficiary);
    if (address === undefined) own.set(beneficiary, (address = this.#book.open(this.#book.townOf(beneficiary))));
    entry.beneficiary = address;
    const time = entry.time + Math.floor(between(this.#random, 0.05, 3) * HOUR_SECONDS);
    return { ...entry, time, payer: address, beneficiary };
  }

  /** Addresses that exchanges gave an account's holder. */
  of(account: number): readonly number[] {
    return [...(this.#addresses.get(account)?.values() ?? [])];
  }
}
