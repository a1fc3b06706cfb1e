import { type RandomSource } from '../../../foundation/index.js';
import { chance, pick } from '../../draws.js';
import { type PayeeKind } from '../../payees.js';
import { type Stage } from '../../stage.js';
import { drawHabits, type Habits } from './habits.js';

/** How far apart the agents of a story live. */
type Spread = 'town' | 'country' | 'abroad';

/** Share of firms that only collect on the account of a story and pay what a firm pays from another one [choice]. */
const ELSEWHERE = 0.25;

/** Who takes part in one story, and where: agents, principals, customers, public payees. */
export class Cast {
  readonly stage: Stage;
  readonly random: RandomSource;
  readonly habits: Habits;
  readonly town: number;
  readonly country: string;
  readonly #spread: Spread;
  /** Code of the one currency of the story. */
  readonly currency: number;
  readonly #members = new Set<number>();

  /** @param town where the story is at home. Default: a town of the regime's home countries, large ones more often */
  constructor(stage: Stage, town?: number) {
    const { random, geography, regime } = stage;
    this.stage = stage;
    this.random = random;
    this.habits = drawHabits(random, regime);
    let home = town ?? geography.townAt(random());
    for (let tries = 0; town === undefined && tries < 60; tries++) {
      if (regime.homes.includes(geography.townCountry[home]!)) break;
      home = geography.townAt(random());
    }
    this.town = home;
    this.country = geography.townCountry[home]!;
    this.currency = geography.townCurrency[home]!;
    const uniform = random();
    this.#spread = uniform < 0.3 ? 'town' : uniform < 0.85 ? 'country' : 'abroad';
  }

  /** A count between two bounds, low ones more often; high ones only in worlds with room for them. */
  several(low: number, high: number): number {
    const most = low + (high - low) * this.stage.scale;
    return low + Math.floor((most - low + 1) * Math.pow(this.random(), 1.6));
  }

  /** A town where somebody of the story may live, as widely spread as the story is. */
  anotherTown(): number {
    const { geography, regime } = this.stage;
    if (this.#spread === 'town' || chance(this.random, 0.25)) return this.town;
    const code = this.#spread === 'abroad' && chance(this.random, 0.4) ? pick(this.random, regime.homes) : this.country;
    return pick(this.random, geography.townsOf(code));
  }

  /** A town of a country, large ones more often. */
  townIn(code: string): number {
    const towns = this.stage.geography.townsOf(code);
    return towns[Math.floor(towns.length * this.random() * this.random())]!;
  }

  /**
   * Opens an account for a firm or body that exists for this story. Like every firm of the world it pays suppliers, rent,
   * tax and its owner from what it keeps, unless it does that from an account elsewhere.
   */
  firm(town = this.town): number {
    const { book, economy } = this.stage;
    const account = chance(this.random, ELSEWHERE) ? book.open(town) : economy.openSmallFirm(town);
    this.#members.add(account);
    return account;
  }

  /** A private person with a life beside the story; -1 if nobody is left. */
  person(town = this.town): number {
    const { people } = this.stage;
    const person = people.cast(town);
    if (person < 0) return -1;
    this.#members.add(person);
    const { livesFromIt } = this.habits;
    const uniform = this.random();
    const rest = (uniform - livesFromIt) / (1 - livesFromIt);
    people.setLife(
      person,
      rest < 0 ? 'idle' : rest < 0.55 ? 'worker' : rest < 0.75 ? 'low-income' : rest < 0.9 ? 'pensioner' : 'student',
    );
    return person;
  }

  /** Up to `count` private persons in the story's towns. */
  persons(count: number): number[] {
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      const person = this.person(this.anotherTown());
      if (person >= 0) found.push(person);
    }
    return found;
  }

  /** Up to `count` agents: private persons or small firms, as the story's habits have it. */
  agents(count: number): number[] {
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      const town = this.anotherTown();
      const agent = chance(this.random, this.habits.firms) ? this.firm(town) : this.person(town);
      if (agent >= 0) found.push(agent);
    }
    return found;
  }

  /** Whoever stands behind several agents: a firm or, with the given chance, a private person in business for themselves. */
  principal(town = this.anotherTown(), privately = 0.4): number {
    if (chance(this.random, privately)) {
      const person = this.person(town);
      if (person >= 0) return person;
    }
    return this.firm(town);
  }

  /** A public payee or large firm that everybody in the country shares; not a member of the story. */
  payee(kind: PayeeKind, code = this.country): number {
    return this.stage.economy.payee(kind, code, this.random);
  }

  /** Up to `count` different people who are not members, mostly from around `near`. */
  customers(count: number, near = this.town): number[] {
    const { people, book, geography } = this.stage;
    const code = geography.townCountry[near]!;
    const { reach } = this.habits;
    const found = new Set<number>();
    for (let tries = 0; found.size < count && tries < count * 60 + 60; tries++) {
      const person = people.anyone(this.random);
      if (this.#members.has(person)) continue;
      const town = book.townOf(person);
      const letIn = town === near ? 1 : book.countryOf(person) === code ? reach : 0.08 * reach;
      if (!chance(this.random, letIn)) continue;
      found.add(person);
      people.inStory[person] = 1;
    }
    return [...found];
  }

  /** Home town of an account. */
  townOf(account: number): number {
    return this.stage.book.townOf(account);
  }
}
