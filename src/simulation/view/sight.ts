import { channelCode } from '../../ledger/index.js';
import { type AccountBook } from '../account-book.js';
import { type Regime, type View } from '../regimes/regime.js';
import { type Entry } from './entry.js';

/** Domestic payments below this many hundredths of the unit of reference go through clearing, not as wires [choice]. */
const SMALLEST_DOMESTIC_WIRE = 40_000;

const WIRE = channelCode('wire');

/** By country, 1 for each bank whose books are seen; countries that are not there have none. */
export type SeenBanks = ReadonlyMap<string, Uint8Array>;

/** Which payments a world's books hold, from where their two accounts are kept. */
export class Sight {
  readonly #book: AccountBook;
  readonly #view: View;
  readonly #homes: ReadonlySet<string>;
  readonly #seenBanks: SeenBanks;

  constructor(book: AccountBook, regime: Regime, seenBanks: SeenBanks) {
    this.#book = book;
    this.#view = regime.view;
    this.#homes = new Set(regime.homes);
    this.#seenBanks = seenBanks;
  }

  /** Whether the books hold a payment; its channel and amount as told by its story, not yet as written. */
  shows(entry: Entry): boolean {
    const { payer, beneficiary } = entry;
    switch (this.#view) {
      case 'everything':
      case 'home-banks':
      case 'one-bank':
        return this.#holds(payer, beneficiary) || this.#holds(beneficiary, payer);
      case 'bank-to-bank':
        return this.#isWire(entry) && (this.#holds(payer, beneficiary) || this.#holds(beneficiary, payer));
      case 'one-company':
        return this.#isRemitted(entry);
      case 'one-chain':
        return true;
    }
  }

  /** Whether an account is kept at a bank that is seen; a counter is everybody's, the other side of it decides. */
  #holds(account: number, other: number): boolean {
    const book = this.#book;
    if (book.kindOf(account) === 'desk' && book.kindOf(other) !== 'desk') return false;
    return this.#seenBanks.get(book.countryOf(account))?.[book.bankOf(account)] === 1;
  }

  #isWire({ payer, beneficiary, amountMinor }: Entry): boolean {
    const book = this.#book;
    if (book.kindOf(payer) === 'desk' || book.kindOf(beneficiary) === 'desk') return false;
    if (book.countryOf(payer) !== book.countryOf(beneficiary)) return true;
    return book.bankOf(payer) !== book.bankOf(beneficiary) && amountMinor >= SMALLEST_DOMESTIC_WIRE;
  }

  /** A remittance company sees what persons send, and what goes abroad; wages and rents take other ways. */
  #isRemitted({ payer, beneficiary, channel }: Entry): boolean {
    const book = this.#book;
    const [from, to] = [book.countryOf(payer), book.countryOf(beneficiary)];
    if (!this.#homes.has(from) && !this.#homes.has(to)) return false;
    const betweenPersons = book.kindOf(payer) !== 'firm' && book.kindOf(beneficiary) !== 'firm';
    return betweenPersons || channel !== WIRE || from !== to;
  }
}
