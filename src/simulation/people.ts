import { type RandomSource, shuffle } from '../foundation/index.js';
import { type AccountBook } from './account-book.js';
import { chance, pick } from './draws.js';

/** How a person lives: what comes in and how fast it goes out. 'idle' = no income of their own, 'none' = no life at all. */
export const LIVES = ['worker', 'low-income', 'student', 'pensioner', 'idle', 'none'] as const;
export type Life = (typeof LIVES)[number];

/** How many of those without a story are looked at before somebody is cast. */
const LOOKED_AT = 400;

/** A state of the people to come back to; see {@link People.mark}. */
export interface PeopleMark {
  readonly pool: readonly number[];
  readonly towns: Uint16Array;
  readonly life: Uint8Array;
  readonly wagePaid: Uint8Array;
  readonly rentPaid: Uint8Array;
}

/**
 * The persons of the world. Their accounts are the first of the book, one each: account number = person. Planted
 * stories *cast* persons and may move them to another town; everybody lives an ordinary life beside their story.
 */
export class People {
  readonly count: number;
  /** Persons are numbered by neighbourhood: this many in a row live in one town, unless a story moves them. */
  readonly neighbourhood: number;
  readonly #book: AccountBook;
  readonly #life: Uint8Array;
  /** 1 = a planted story already pays this person's wage. */
  readonly wagePaid: Uint8Array;
  /** 1 = a planted story already takes this person's rent. */
  readonly rentPaid: Uint8Array;
  /** 1 = has a part in a story, or is one of its crowd. */
  readonly inStory: Uint8Array;
  #pool: number[];

  /** @param neighbourhood 1 = everybody's town is drawn alone */
  constructor(count: number, book: AccountBook, random: RandomSource, neighbourhood = 1) {
    this.count = count;
    this.neighbourhood = neighbourhood;
    this.#book = book;
    this.#life = new Uint8Array(count);
    this.wagePaid = new Uint8Array(count);
    this.rentPaid = new Uint8Array(count);
    this.inStory = new Uint8Array(count);
    let town = 0;
    for (let person = 0; person < count; person++) {
      if (person % neighbourhood === 0) town = book.geography.townAt(random());
      book.open(town, 'person');
      const uniform = random();
      this.#life[person] = uniform < 0.66 ? 0 : uniform < 0.75 ? 1 : uniform < 0.84 ? 2 : 3;
    }
    this.#pool = shuffle(
      Array.from({ length: count }, (_, person) => person),
      random,
    );
  }

  townOf(person: number): number {
    return this.#book.townOf(person);
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
    if (this.neighbourhood > 1) this.#preferCompatriots(town);
    const person = this.#pool.pop();
    if (person === undefined) return -1;
    this.#book.move(person, town);
    this.inStory[person] = 1;
    return person;
  }

  /**
   * Puts somebody next in the pool who lives in the town's country already, or at least is in nobody's crowd: what the
   * books show of a payment depends on where its two sides live, and whoever has payments had better not leave.
   */
  #preferCompatriots(town: number): void {
    const { townCountry } = this.#book.geography;
    const last = this.#pool.length - 1;
    if (last < 0) return;
    let best = last;
    for (let i = last; i >= Math.max(0, last - LOOKED_AT); i--) {
      const person = this.#pool[i]!;
      if (townCountry[this.townOf(person)] === townCountry[town]) {
        best = i;
        break;
      }
      if (this.inStory[person] === 0 && this.inStory[this.#pool[best]!] === 1) best = i;
    }
    const kept = this.#pool[last]!;
    this.#pool[last] = this.#pool[best]!;
    this.#pool[best] = kept;
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
      this.inStory[person] = 1;
    }
    return [...found];
  }

  /** Remembers who is cast, where everybody lives and how. */
  mark(): PeopleMark {
    const [life, wagePaid, rentPaid] = [this.#life.slice(), this.wagePaid.slice(), this.rentPaid.slice()];
    const towns = Uint16Array.from({ length: this.count }, (_, person) => this.townOf(person));
    return { pool: this.#pool.slice(), towns, life, wagePaid, rentPaid };
  }

  /** Goes back to a mark. Those cast since wait at the pool's far end, so that the next to be cast are others. */
  restore({ pool, towns, life, wagePaid, rentPaid }: PeopleMark): void {
    const waiting = new Set(this.#pool);
    const castSince = pool.filter((person) => !waiting.has(person));
    for (const person of castSince) this.#book.move(person, towns[person]!);
    for (const person of castSince) this.inStory[person] = 0;
    this.#pool = [...castSince, ...this.#pool];
    this.#life.set(life);
    this.wagePaid.set(wagePaid);
    this.rentPaid.set(rentPaid);
  }
}
