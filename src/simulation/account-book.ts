import { randomInteger, type RandomSource } from '../foundation/index.js';
import { GrowableColumn } from '../structures/index.js';
import { type Geography } from './geography.js';

/** An account as the data names it. */
export interface AccountName {
  readonly institution: string;
  readonly account: string;
}

/** Who holds an account: a person, a business or office, or nobody (a counter, cash machine, agent or hot wallet). */
export const HOLDER_KINDS = ['person', 'firm', 'desk'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** Draws the bank of a new account, a number from 0 on; the smaller, the larger the bank. */
export type DrawBank = (kind: HolderKind) => number;

const BANKS_PER_COUNTRY = 4;
const NUMBER_DIGITS = [8, 9, 10, 10];

/** Accounts of the world and where their holders live. Numbers, and banks unless the view needs them, are drawn at the end. */
export class AccountBook {
  readonly geography: Geography;
  /** Home town of each account. */
  readonly #town = new GrowableColumn(Uint16Array);
  readonly #kind = new GrowableColumn(Uint8Array);
  readonly #bank = new GrowableColumn(Uint8Array);
  readonly #drawBank: DrawBank | undefined;

  /** @param drawBank omitted: banks are drawn with the numbers */
  constructor(geography: Geography, drawBank?: DrawBank) {
    this.geography = geography;
    this.#drawBank = drawBank;
  }

  get size(): number {
    return this.#town.length;
  }

  open(town: number, kind: HolderKind = 'firm'): number {
    this.#town.push(town);
    this.#kind.push(HOLDER_KINDS.indexOf(kind));
    if (this.#drawBank !== undefined) this.#bank.push(this.#drawBank(kind));
    return this.#town.length - 1;
  }

  townOf(account: number): number {
    return this.#town.array[account]!;
  }

  kindOf(account: number): HolderKind {
    return HOLDER_KINDS[this.#kind.array[account]!]!;
  }

  /** Bank within the home country; -1 while none is drawn. */
  bankOf(account: number): number {
    return this.#drawBank === undefined ? -1 : this.#bank.array[account]!;
  }

  countryOf(account: number): string {
    return this.geography.townCountry[this.townOf(account)] as string;
  }

  currencyOf(account: number): number {
    return this.geography.townCurrency[this.townOf(account)]!;
  }

  move(account: number, town: number): void {
    this.#town.array[account] = town;
  }

  /** Draws a bank of the home country, if none is drawn yet, and a number unused there, leading zeros and all. */
  nameAll(random: RandomSource): readonly AccountName[] {
    const taken = new Set<string>();
    const names: AccountName[] = [];
    for (let account = 0; account < this.size; account++) {
      const known = this.bankOf(account);
      const bank = known >= 0 ? known : randomInteger(random, BANKS_PER_COUNTRY);
      const institution = `${this.countryOf(account)}BANK${bank + 1}`;
      const digits = NUMBER_DIGITS[bank % NUMBER_DIGITS.length]!;
      let number: string;
      do {
        number = String(randomInteger(random, 10 ** digits)).padStart(digits, '0');
      } while (taken.has(`${institution} ${number}`));
      taken.add(`${institution} ${number}`);
      names.push({ institution, account: number });
    }
    return names;
  }
}
