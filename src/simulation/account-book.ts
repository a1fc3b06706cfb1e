import { randomInteger, type RandomSource } from '../foundation/index.js';
import { GrowableColumn } from '../structures/index.js';
import { type Geography } from './geography.js';

/** An account as the data names it. */
export interface AccountName {
  readonly institution: string;
  readonly account: string;
}

const BANKS_PER_COUNTRY = 4;
const NUMBER_DIGITS = [8, 9, 10, 10];

/** Accounts of the world and where their holders live. Institution and number are drawn at the end, for all alike. */
export class AccountBook {
  readonly geography: Geography;
  /** Home town of each account. */
  readonly #town = new GrowableColumn(Uint16Array);
  #names: readonly AccountName[] | undefined;

  constructor(geography: Geography) {
    this.geography = geography;
  }

  get size(): number {
    return this.#town.length;
  }

  open(town: number): number {
    this.#town.push(town);
    return this.#town.length - 1;
  }

  townOf(account: number): number {
    return this.#town.array[account]!;
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

  /** Draws a bank of the home country and a number unused there, leading zeros and all. Once, at the end. */
  nameAll(random: RandomSource): readonly AccountName[] {
    if (this.#names !== undefined) return this.#names;
    const taken = new Set<string>();
    const names: AccountName[] = [];
    for (let account = 0; account < this.size; account++) {
      const bank = randomInteger(random, BANKS_PER_COUNTRY);
      const institution = `${this.countryOf(account)}BANK${bank + 1}`;
      const digits = NUMBER_DIGITS[bank]!;
      let number: string;
      do {
        number = String(randomInteger(random, 10 ** digits)).padStart(digits, '0');
      } while (taken.has(`${institution} ${number}`));
      taken.add(`${institution} ${number}`);
      names.push({ institution, account: number });
    }
    this.#names = names;
    return names;
  }
}
