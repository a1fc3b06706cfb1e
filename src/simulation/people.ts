import { type RandomSource, shuffle } from '../foundation/index.js';
import { type AccountBook } from './account-book.js';
import { chance, pick } from './draws.js';

/** How a person lives: what comes in and how fast it goes out. 'idle' = no income of their own, 'none' = no life at all. */
export const LIVES = ['worker', 'low-income', 'student', 'pensioner', 'idle', 'none'] as const;
export type Life = (typeof LIVES)[number];

/**
 * The persons of the world. Their accounts are the first of the book, one each: account number = person. Planted
 * stories *cast* persons and may move them to another town; everybody lives an ordinary life beside their story.
 */
export class People {
  readonly count: number;
  readonly #book: AccountBook;
  readonly #life: Uint8Array;
  /** 1 = a planted story already pays this person's wage. */
  readonly wagePaid: Uint8Array;
  /** 1 = a planted story already takes this person's rent. */
  readonly rentPaid: Uint8Array;
  readonly #pool: number[];

  constructor(count: number, book: AccountBook, random: RandomSource) {
    this.count = count;
    this.#book = book;
    this.#life = new Uint8Array(count);
    this.wagePaid = new Uint8Array(count);
    this.rentPaid = new Uint8Array(count);
    for (let person = 0; person < count; person++) {
      book.open(book.geography.townAt(random()));
      const uniform = random();
      this.#life[person] = uniform < 0.66 ? 0 : uniform < 0.75 ? 1 : uniform < 0.84 ? 2 : 3;
    }
    this.#pool = shuffle(
      Array.from({ length: count }, (_, person) => person),
      random,
    );
  }

  life(person: number): Life {
    return LIVES[this.#life[person]!] as Life;
  }

  setLife(person: number, life: Life): void {
    this.#life[person] = LIVES.indexOf(life);
  }

  /** How many persons have no story yet. */
  get uncast(): number {
    return this.#pool.length;
  }

  /** A person without a story yet, moved to `town`; once everybody has one, a newcomer's account is not invented: -1. */
  cast(town: number): number {
    const person = this.#pool.pop();
    if (person === undefined) return -1;
    this.#book.move(person, town);
    return person;
  }

  /** Up to `count` persons without a story, each in one of `towns`. */
  castSeveral(count: number, towns: ArrayLike<number>, random: RandomSource): number[] {
    const cast: number[] = [];
    while (cast.length < count && this.uncast > 0) cast.push(this.cast(pick(random, towns)));
    return cast;
  }

  /** Anybody who lives an ordinary life, whether or not a story holds them too. */
  anyone(random: RandomSource): number {
    for (;;) {
      const person = Math.floor(random() * this.count);
      if (this.life(person) !== 'none') return person;
    }
  }

  /** Up to `count` different persons, more of them from `country` if `share` says so. */
  crowd(count: number, random: RandomSource, country?: string, share = 0.8): number[] {
    const found = new Set<number>();
    for (let tries = 0; found.size < count && tries < count * 60; tries++) {
      const person = this.anyone(random);
      if (country !== undefined && this.#book.countryOf(person) !== country && chance(random, share)) continue;
      found.add(person);
    }
    return [...found];
  }
}
