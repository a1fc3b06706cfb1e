import { type RandomSource } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { type AccountBook } from '../account-book.js';
import { inCurrency } from '../currencies.js';
import { type Economy } from '../economy.js';
import { type Regime } from '../regimes/regime.js';
import { type ChannelWords, UNSEEN, wordCodes } from './channel-words.js';
import { DepositAddresses } from './deposit-addresses.js';
import { type Entry } from './entry.js';
import { type Sight } from './sight.js';

const CASH = channelCode('cash');
const WIRE = channelCode('wire');
const CARD = channelCode('card');

/**
 * How the books of a world show a payment: under which word for its channel, with a counter in the place of a person who
 * is not recorded, an acquirer in the place of a shop, the exchange's address for a customer, in the currency of the
 * row; and whether they show it at all.
 */
export class Books {
  readonly addresses: DepositAddresses | undefined;
  readonly #book: AccountBook;
  readonly #economy: Economy;
  readonly #random: RandomSource;
  readonly #regime: Regime;
  readonly #sight: Sight;
  readonly #words: Int8Array;

  constructor(given: {
    book: AccountBook;
    economy: Economy;
    random: RandomSource;
    regime: Regime;
    words: ChannelWords;
    sight: Sight;
  }) {
    this.#book = given.book;
    this.#economy = given.economy;
    this.#random = given.random;
    this.#regime = given.regime;
    this.#sight = given.sight;
    this.#words = wordCodes(given.words);
    if (given.regime.view === 'one-chain') this.addresses = new DepositAddresses(given.book, given.random);
  }

  /** Makes an entry what the books show of it. @returns a row that follows from it, if any */
  enter(entry: Entry): Entry | undefined {
    if (entry.channel === CASH) this.#handIn(entry);
    else if (entry.channel === CARD && this.#regime.acquirer) this.#acquire(entry);
    const word = this.#words[entry.channel]!;
    entry.seen = word !== UNSEEN && this.#sight.shows(entry) && !this.#isLost();
    if (word !== UNSEEN) entry.channel = word;
    entry.amountMinor = inCurrency(this.#arriving(entry.amountMinor), entry.currency);
    const following = this.addresses?.redirect(entry);
    if (following !== undefined) following.seen = !this.#isLost();
    return following;
  }

  /** What arrives of an amount: on a chain whoever sends often has the fee taken from it, and round sums become odd. */
  #arriving(amountMinor: number): number {
    if (this.addresses === undefined || this.#random() < 0.45) return amountMinor;
    return Math.max(1, amountMinor - Math.floor(Math.min(300, amountMinor * 0.02) * this.#random()));
  }

  /** Whether the books would show a wire between two accounts, losses apart. */
  showsWire(payer: number, beneficiary: number): boolean {
    if (this.#words[WIRE] === UNSEEN) return false;
    const amountMinor = 100_000;
    const time = 0;
    const entry = { time, payer, beneficiary, amountMinor, channel: WIRE, currency: 0, from: 0, to: 0 };
    return this.#sight.shows({ ...entry, merchant: -1, seen: true });
  }

  /** Cash that one person hands in for another: often nobody writes down who stood at the counter. */
  #handIn(entry: Entry): void {
    const book = this.#book;
    if (book.kindOf(entry.payer) === 'desk' || book.kindOf(entry.beneficiary) === 'desk') return;
    if (this.#random() < this.#regime.depositorShown) return;
    entry.payer = this.#economy.counter(entry.from);
  }

  #acquire(entry: Entry): void {
    if (this.#book.kindOf(entry.beneficiary) !== 'firm') return;
    entry.merchant = entry.beneficiary;
    entry.beneficiary = this.#economy.payee('acquirer', this.#book.countryOf(entry.merchant), this.#random);
  }

  #isLost(): boolean {
    return this.#regime.rowsMissing > 0 && this.#random() < this.#regime.rowsMissing;
  }
}
