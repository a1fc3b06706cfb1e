import { randomInteger } from '../../foundation/index.js';
import { chance, pick, wholeBetween, zipfRank } from '../draws.js';
import { type Stage } from '../stage.js';

/**
 * Who knows whom. People are numbered by neighbourhood; friends mostly live there, shops are shared there, and relatives
 * abroad are mostly in one country, as people follow each other.
 */
export class Neighbours {
  readonly #stage: Stage;
  readonly #shops = new Map<number, number[]>();
  readonly #countries = new Map<number, string>();
  readonly #residents = new Map<string, number[]>();
  readonly #strangers: number[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
    for (let person = 0; person < stage.people.count; person++) {
      const code = stage.book.countryOf(person);
      const known = this.#residents.get(code);
      if (known === undefined) this.#residents.set(code, [person]);
      else known.push(person);
    }
  }

  /** A neighbour, now and then somebody from elsewhere; never the person. */
  someone(person: number): number {
    const { people, random } = this.#stage;
    const size = people.neighbourhood;
    for (;;) {
      const first = person - (person % size);
      const inhabitants = Math.min(size, people.count - first);
      const near = first + ((person - first + 1 + zipfRank(random, inhabitants)) % inhabitants);
      const found = chance(random, 0.9) ? near : people.anyone(random);
      if (found !== person && people.life(found) !== 'none') return found;
      if (chance(random, 0.05)) return (person + 1) % people.count;
    }
  }

  /** The few with whom a person has most to do. */
  friendsOf(person: number): number[] {
    const count = wholeBetween(this.#stage.random, 2, 8);
    return [...new Set(Array.from({ length: count }, () => this.someone(person)))];
  }

  /** Somebody who sells or buys something once: mostly a new account, of the same country or another. */
  stranger(person: number): number {
    const { random, book, geography, regime } = this.#stage;
    const known = this.#strangers;
    if (known.length > 0 && chance(random, 0.3)) return pick(random, known);
    const abroad = regime.view === 'bank-to-bank' || regime.view === 'one-company' || chance(random, 0.1);
    const home = geography.townsOf(book.countryOf(person));
    const town = abroad ? geography.townAt(random()) : pick(random, home);
    const account = book.open(town, 'person');
    known.push(account);
    return account;
  }

  /** Where the neighbourhood shops, most often at the first few; elsewhere and online as well. */
  shopFor(person: number): number {
    const { economy, random, people } = this.#stage;
    if (chance(random, 0.4)) return economy.shopFor(person, random);
    const block = Math.floor(person / people.neighbourhood);
    let shops = this.#shops.get(block);
    if (shops === undefined) {
      shops = Array.from({ length: 6 }, () => economy.shopFor(person, random));
      this.#shops.set(block, shops);
    }
    return shops[zipfRank(random, shops.length)]!;
  }

  /** A relative in another country, mostly where the neighbours' relatives live too, or in another town. */
  relativeOf(person: number, abroad: boolean): number {
    const { random, geography, book, people } = this.#stage;
    const home = book.countryOf(person);
    if (!abroad) return this.#residentOf(home, person);
    const block = Math.floor(person / people.neighbourhood);
    let code = this.#countries.get(block);
    if (code === undefined || chance(random, 0.15)) {
      const codes = geography.countryCodes().filter((other) => other !== home && this.#residents.has(other));
      if (codes.length === 0) return this.#residentOf(home, person);
      this.#countries.set(block, (code = pick(random, codes)));
    }
    return this.#residentOf(code, person);
  }

  #residentOf(code: string, person: number): number {
    const residents = this.#residents.get(code) ?? [];
    if (residents.length === 0) return this.someone(person);
    const found = residents[randomInteger(this.#stage.random, residents.length)]!;
    return found === person ? this.someone(person) : found;
  }
}
